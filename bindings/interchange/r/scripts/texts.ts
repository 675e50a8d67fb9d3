/** Values of R that are texts: vectors of names, formulas, and what paste() and as.formula() make of them. */
import { MOST_STATEMENT } from '../../bounds.js';
import { closing, partsOf } from '../../static/multiple.js';

/** Texts of a script by name, as R writes them: `"y"`, `c("x", "z")` or `y ~ x`. */
export type Texts = Map<string, string>;

const quoted = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
const literal = new RegExp(`^(?:${quoted}|-?[\\d.]+L?)$`);

/** The values of `c("a", "b")`, `1:3` or `"a"`; undefined for another expression. */
export function listedValues(text: string): string[] | undefined {
  const plain = text.trim();
  if (literal.test(plain)) return [plain];
  const range = /^(-?\d+)L?\s*:\s*(-?\d+)L?$/.exec(plain);
  if (range !== null) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    if (Math.abs(to - from) > 1000) return undefined;
    return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) =>
      String(from + (to < from ? -i : i)),
    );
  }
  const inside = /^(?:c|list)\s*\(([^]*)\)$/.exec(plain)?.[1];
  if (inside === undefined) return undefined;
  const parts = partsOf(inside, ',').map((part) => part.replace(/^[\w.]+\s*=(?!=)\s*/, ''));
  const values = parts.map((part) => (literal.test(part) ? [part] : listedValues(part)));
  return values.includes(undefined) ? undefined : values.flatMap((one) => one!);
}

/** The texts of `c("a", "b")`; undefined for another expression, and for numbers. */
export function textsIn(value: string | undefined): string[] | undefined {
  const listed = value === undefined ? undefined : listedValues(value);
  if (listed?.some((one) => !/^["']/.test(one)) === true) return undefined;
  return listed?.map((one) => one.replace(/^["']|["']$/g, ''));
}

/** Remembers the formulas of `setFixest_fml(..ctrl = ~ x + z)`; false for another statement. */
export function defineFormulas(text: string, texts: Texts): boolean {
  const inside = /^(?:fixest::)?setFixest_fml\s*\(([^]*)\)$/.exec(text)?.[1];
  if (inside === undefined) return false;
  const pairs = partsOf(inside, ',').map((part) =>
    /^(\.\.\w+)\s*=\s*~\s*([^|]+)$/.exec(part.trim()),
  );
  if (pairs.includes(null)) return false;
  for (const pair of pairs) texts.set(pair![1]!, `(${withTexts(pair![2]!.trim(), texts)})`);
  return true;
}

/** Remembers `vars <- c("x", "z")` and `f <- y ~ x`; false for another statement. */
export function defineText(text: string, texts: Texts): boolean {
  const [, name, value] = /^([A-Za-z.][\w.]*)\s*(?:<-|=(?!=))\s*([^]+)$/.exec(text) ?? [];
  if (name === undefined) return false;
  const plain = withTexts(value!.trim(), texts);
  if (!isFormula(plain) && !(listedValues(plain)?.length ?? 0)) {
    texts.delete(name);
    return false;
  }
  texts.set(name, plain);
  return true;
}

/** True for `y ~ x`, but not for a call or a pipe that has a formula in its parentheses. */
function isFormula(text: string): boolean {
  let outer = text;
  for (let inner = ''; inner !== outer; outer = outer.replace(/\([^()]*\)/g, '')) inner = outer;
  return /^[\w.(`][^{}]*~[^{}]+$/.test(text) && /^[^|]*~/.test(outer) && !outer.includes('%>%');
}

const words = new RegExp(
  `(${quoted})|(?<![\\w.$@])([A-Za-z.][\\w.]*)(?![\\w.(]|\\s*(?:=(?!=)|<-))`,
  'g',
);

/** The text with the names of texts written out, and with paste() and as.formula() of them done. */
export function withTexts(text: string, texts: ReadonlyMap<string, string>): string {
  if (texts.size === 0 && !/paste|formula|reformulate|sprintf/.test(text)) return text;
  let written = text.replace(words, (whole, text_: string | undefined, name: string | undefined) =>
    text_ === undefined && name !== undefined ? (texts.get(name) ?? whole) : whole,
  );
  for (let round = 0; round < 10 && written.length < MOST_STATEMENT; ++round) {
    const next = computedTexts(written);
    if (next === written) break;
    written = next;
  }
  return written;
}

const functions =
  /(?<![\w.])(paste0|paste|sprintf|as\.formula|formula|reformulate|as\.name|sym|get|\.)\s*([([])/g;

/** Replaces the first calls whose arguments are known. */
function computedTexts(text: string): string {
  for (const match of text.matchAll(functions)) {
    const [head, name] = match;
    if ((match[2] === '[') !== (name === '.')) continue;
    const open = match.index + head.length;
    const close = closing(text, open);
    const value = valueOf(name!, partsOf(text.slice(open, close), ','));
    if (value !== undefined) return text.slice(0, match.index) + value + text.slice(close + 1);
  }
  return text;
}

const bare = (value: string) => value.replace(/^["']|["']$/g, '');

function valueOf(name: string, parts: readonly string[]): string | undefined {
  const named = new Map(
    parts.flatMap((part) => {
      const [, key, value] = /^([\w.]+)\s*=(?!=)\s*([^]*)$/.exec(part) ?? [];
      return key === undefined ? [] : [[key, value!] as const];
    }),
  );
  const plain = parts.filter((part) => !/^[\w.]+\s*=(?!=)/.test(part));
  const values = plain.map(listedValues);
  if (values.includes(undefined) && name !== 'reformulate') return undefined;
  const lists = values.map((list) => (list ?? []).map(bare));
  const [first, ...others] = lists;
  if (name === 'paste' || name === 'paste0') {
    const separator = name === 'paste0' ? '' : bare(named.get('sep') ?? '" "');
    return pasted(lists, separator, named.get('collapse'));
  }
  if (name === 'sprintf') {
    const format = first?.[0];
    const values = others.map((list) => list[0] ?? '');
    return format === undefined
      ? undefined
      : `"${values.reduce((all, one) => all.replace(/%[sd]/, one), format)}"`;
  }
  if (name === 'reformulate') {
    return reformulated(named.get('termlabels') ?? plain[0], named.get('response') ?? plain[1]);
  }
  return lists.length === 1 && first!.length === 1 ? first![0] : undefined;
}

/** The texts side by side, as one text or as several. */
function pasted(
  lists: readonly (readonly string[])[],
  separator: string,
  collapse: string | undefined,
): string | undefined {
  const count = Math.max(...lists.map(({ length }) => length));
  if (!(count >= 1) || lists.some(({ length }) => length === 0)) return undefined;
  const rows = Array.from({ length: count }, (_, i) =>
    lists.map((list) => list[i % list.length]!).join(separator),
  );
  if (collapse !== undefined) return `"${rows.join(bare(collapse))}"`;
  return count === 1 ? `"${rows[0]!}"` : `c(${rows.map((row) => `"${row}"`).join(', ')})`;
}

function reformulated(terms: string | undefined, response: string | undefined): string | undefined {
  const labels = terms === undefined ? undefined : listedValues(terms);
  if (labels === undefined || response === undefined || !literal.test(response)) return undefined;
  return `${bare(response)} ~ ${labels.map(bare).join(' + ')}`;
}
