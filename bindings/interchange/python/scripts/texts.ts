/** Texts of Python: names, lists, and what f-strings, `+` and `join()` make of them. */
import { MOST_STATEMENT } from '../../bounds.js';
import { partsOf } from '../../static/multiple.js';

/** Texts and lists of a script by name, as Python writes them. */
export type Texts = Map<string, string>;

const quoted = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;
const literal = new RegExp(`^(?:${quoted}|-?[\\d.]+)$`);

/** The values of `["a", "b"]`, `("a", "b")` or `range(1, 3)`; undefined for another expression. */
export function listedValues(text: string): string[] | undefined {
  const plain = text.trim();
  const range = /^range\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)$/.exec(plain);
  if (range !== null) {
    const [from, to] =
      range[2] === undefined ? [0, Number(range[1])] : [Number(range[1]), Number(range[2])];
    return to - from > 1000
      ? undefined
      : Array.from({ length: Math.max(0, to - from) }, (_, i) => String(from + i));
  }
  const inside = /^\[([^]*)\]$|^\(([^]*)\)$/
    .exec(plain)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (inside === undefined) return undefined;
  const parts = partsOf(inside, ',');
  return parts.length > 0 && parts.every((part) => literal.test(part)) ? parts : undefined;
}

/** Remembers `controls = ["x", "z"]` and `rhs = "x + z"`; false for another statement. */
export function defineText(text: string, texts: Texts): boolean {
  const [, name, value] = /^([A-Za-z_]\w*)\s*=(?!=)\s*([^]+)$/.exec(text) ?? [];
  if (name === undefined) return false;
  const plain = withTexts(value!.trim(), texts);
  if (!literal.test(plain) && listedValues(plain) === undefined) {
    texts.delete(name);
    return false;
  }
  texts.set(name, plain);
  return true;
}

const bare = (value: string) => value.replace(/^["']|["']$/g, '');

const words = new RegExp(
  `([fF]?(?:${quoted}))|(?<![\\w.])([A-Za-z_]\\w*)(?![\\w(.]|\\s*=(?!=))`,
  'g',
);

/** The text with the names of texts written out, and with f-strings, sums and `join()` of them done. */
export function withTexts(text: string, texts: ReadonlyMap<string, string>): string {
  let written = text.replace(
    words,
    (whole, string: string | undefined, name: string | undefined) => {
      if (name !== undefined) return texts.get(name) ?? whole;
      return /^[fF]/.test(string!) ? filled(string!, texts) : whole;
    },
  );
  for (let round = 0; round < 10 && written.length < MOST_STATEMENT; ++round) {
    const next = written.replace(joins, joined).replace(sums, added).replace(formats, formatted);
    if (next === written) break;
    written = next;
  }
  return written;
}

/** An f-string whose names are known as a plain text. */
function filled(text: string, texts: ReadonlyMap<string, string>): string {
  const inside = text.slice(1).replace(/\{\s*([^{}]+?)\s*\}/g, (whole, expression: string) => {
    const value = withTexts(expression.replace(/(["'])\s*\+/g, '$1 +'), texts);
    return literal.test(value) ? bare(value) : whole;
  });
  return /\{[^{}]*\}/.test(inside) ? text : inside;
}

const joins = new RegExp(`(${quoted})\\.join\\(\\s*(\\[[^\\[\\]]*\\])\\s*\\)`, 'g');

function joined(whole: string, sign: string, list: string): string {
  const values = listedValues(list);
  return values === undefined ? whole : `"${values.map(bare).join(bare(sign))}"`;
}

const sums = new RegExp(`(${quoted})\\s*\\+\\s*(${quoted})`, 'g');

function added(_: string, left: string, right: string): string {
  return `"${bare(left)}${bare(right)}"`;
}

const formats = new RegExp(
  `(${quoted})(?:\\.format\\(\\s*(${quoted})\\s*\\)|\\s*%\\s*(${quoted}))`,
  'g',
);

function formatted(
  _: string,
  format: string,
  first: string | undefined,
  second: string | undefined,
): string {
  return `"${bare(format).replace(/\{\}|\{0\}|%s/, bare((first ?? second)!))}"`;
}
