/** The jobs of chunks whose numbers are rows of arrays. */
import { isKeyed } from '../../arguments/arguments.js';
import type { Range } from './queue.js';

/**
 * The jobs of a chunk `{first, count}` with the arrays of `names`, each of `count` rows of equal length; undefined for
 * other values.
 */
export function rowsRange(chunk: unknown, names: readonly string[]): Range | undefined {
  if (!isKeyed(chunk)) return undefined;
  const { first, count } = chunk;
  if (!isWhole(first) || !isWhole(count) || count === 0) return undefined;
  const isRows = (value: unknown) =>
    (value instanceof Float64Array || value instanceof Int32Array) && value.length % count === 0;
  return names.every((name) => isRows(chunk[name])) ? { first, end: first + count } : undefined;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
