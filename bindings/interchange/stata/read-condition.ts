/** The sample of a Stata command. */
import { parseWhere } from '../../data/index.js';
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
  const where = withPresent(text.trim())
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
    parseWhere(where);
  } catch (error) {
    const [message] = (error as Error).message.split('\n');
    throw failure(reader, `"if": ${message!}`, start);
  }
  return where;
}

const present = /[!~]\s*(?:missing|mi)\(([^()]*)\)|\b([\p{L}_]\w*)\s*(?:[!~]=|<)\s*\.(?![\w.])/gu;

/** The text with `!missing(k)` and `k != .` as `k == k`, or without them at the end of a filter that reads k. */
function withPresent(text: string): string {
  const trailing = /^([^]*?)\s*&\s*[!~]\s*(?:missing|mi)\(([^()]*)\)$/.exec(text);
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
