/** The sample of a Stata command. */
import { parseWhere } from '../../data/index.js';
import { accept, expect, failure, type Reader } from '../reader.js';

/** Reads ` if year >= 1978 & !missing(k)`. `!missing()` is dropped: rows with missing values are always left out. */
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
  const plain = text.trim().replace(/\s*&\s*!missing\([^()]*\)$/, '');
  const where = plain
    .replace(/("[^"]*")|~=|~|&+|\|+/g, (operator, quoted: string | undefined) => {
      if (quoted !== undefined) return quoted;
      return { '~=': '!=', '~': '!' }[operator] ?? (operator.startsWith('&') ? '&&' : '||');
    })
    .replace(/inlist\(\s*([^,()]+?)\s*,\s*([^()]*)\)/g, '$1 in ($2)');
  try {
    parseWhere(where);
  } catch (error) {
    const [message] = (error as Error).message.split('\n');
    throw failure(reader, `"if": ${message!}`, reader.position - text.length);
  }
  return where;
}
