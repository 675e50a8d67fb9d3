/** The sample of a Stata command. */
import { parseForeignWhere } from '../../data/index.js';
import { accept, expect, failure, type Reader } from '../reader.js';

/**
 * Reads ` if year >= 1978 & !missing(k)`. A filter leaves out rows in which its columns are missing, so `!missing(k)` is
 * `k == k`, and nothing if the filter reads k anyway.
 */
export function readCondition(reader: Reader): string | undefined {
  if (accept(reader, /in\s+(?=\S)/) !== undefined) {
    throw failure(
      reader,
      '"in" is not supported, because it selects rows by number; use "if"',
      reader.position - 1,
    );
  }
  if (accept(reader, /if\s+/) === undefined) return undefined;
  const text = expect(reader, /(?:"[^"]*"|\((?:[^()]|\([^()]*\))*\)|[^,"()[])+/, 'a condition')[0];
  return conditionOf(text, reader, reader.position - text.length);
}

/** A condition of Stata as a filter; errors are at `start`. */
export function conditionOf(text: string, reader: Reader, start: number): string {
  const where = leftPowers(withPresent(text.trim()))
    .replace(/("[^"]*")|~=|~|&+|\|+/g, (operator, quoted: string | undefined) => {
      if (quoted !== undefined) return quoted;
      return { '~=': '!=', '~': '!' }[operator] ?? (operator.startsWith('&') ? '&&' : '||');
    })
    .replace(/inlist\(\s*([^,()]+?)\s*,\s*([^()]*)\)/g, '$1 in ($2)')
    .replace(
      /inrange\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\)/g,
      '($1 >= $2 && $1 <= $3)',
    );
  try {
    parseForeignWhere(where);
  } catch (error) {
    const [message] = (error as Error).message.split('\n');
    throw failure(reader, `"if": ${message!}`, start);
  }
  return where;
}

const sign = /\s*[-+]?\s*/y;
const atom = /"[^"]*"|[\p{L}_][\p{L}\p{N}_.]*|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/uy;

/** Brackets around the first of two powers in a chain: Stata reads `2^3^2` from the left, a filter from the right. */
function leftPowers(text: string): string {
  for (let power = text.indexOf('^'); power >= 0; power = text.indexOf('^', power + 1)) {
    const end = atomEnd(text, power + 1);
    if (end === undefined || !/^\s*\^/.test(text.slice(end))) continue;
    const start = atomStart(text.slice(0, power));
    return leftPowers(`${text.slice(0, start)}(${text.slice(start, end)})${text.slice(end)}`);
  }
  return text;
}

/** The end of a number, name, call or bracket with its sign; undefined if there is none. */
function atomEnd(text: string, from: number): number | undefined {
  sign.lastIndex = from;
  sign.exec(text);
  atom.lastIndex = sign.lastIndex;
  const start = sign.lastIndex;
  const end = atom.exec(text) === null ? start : atom.lastIndex;
  if (text[end] !== '(') return end === start ? undefined : end;
  let depth = 0;
  for (let i = end; i < text.length; ++i) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i + 1;
  }
  return undefined;
}

/** The start of the number, name, call or bracket at the end of the text. */
function atomStart(text: string): number {
  const end = text.trimEnd().length;
  let start = end;
  if (text[end - 1] === ')') {
    let depth = 0;
    do {
      start--;
      depth += text[start] === ')' ? 1 : text[start] === '(' ? -1 : 0;
    } while (depth > 0 && start > 0);
  }
  return start - /[\p{L}\p{N}_.]*$/u.exec(text.slice(0, start))![0].length;
}

const present = /[!~]\s*(?:missing|mi)\(([^()]*)\)|\b([\p{L}_]\w*)\s*(?:[!~]=|<)\s*\.(?![\w.])/gu;

/** The text with `!missing(k)` and `k != .` as `k == k`, or without them at the end of a filter that reads k. */
function withPresent(text: string): string {
  const trailing = /^([^]*?)\s*&+\s*[!~]\s*(?:missing|mi)\(([^()]*)\)$/.exec(text);
  if (trailing !== null) {
    const [, before, list] = trailing;
    const unread = namesIn(list!).filter((name) => !new RegExp(`\\b${name}\\b`).test(before!));
    const rest = unread.map((name) => ` & ${name} == ${name}`).join('');
    return `${withPresent(before!)}${rest}`;
  }
  return text.replace(present, (_, list: string | undefined, name: string | undefined) =>
    namesIn(list ?? name!)
      .map((one) => `${one} == ${one}`)
      .join(' & '),
  );
}

function namesIn(list: string): string[] {
  return list.split(/[\s,]+/).filter((name) => name !== '');
}
