/** Differences between two values of JSON, part by part. */
import { isKeyed } from '../../../core/arguments/arguments.js';

/** How many parts differ, and by how much numbers do. */
export interface Change {
  readonly count: number;
  /** The largest absolute difference of two numbers; 0 if no number differs. */
  readonly largest: number;
  /** The first part that differs, such as `body[2].cells[1].value`. */
  readonly first?: string;
}

export const same: Change = { count: 0, largest: 0 };

/** Both changes together. */
export function plus(a: Change, b: Change): Change {
  const first = a.first ?? b.first;
  return {
    count: a.count + b.count,
    largest: Math.max(a.largest, b.largest),
    ...(first !== undefined && { first }),
  };
}

/** Keys that hold hashes of results: they differ wherever the numbers do. */
const derived = new Set(['hash', 'sha256']);

/** Counts the parts of two values that differ: numbers, texts, and those that only one has. */
export function changeOf(expected: unknown, actual: unknown, path = ''): Change {
  if (Object.is(expected, actual)) return same;
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const length = Math.max(expected.length, actual.length);
    let change = same;
    for (let i = 0; i < length; i++) {
      change = plus(change, changeOf(expected[i], actual[i], `${path}[${i}]`));
    }
    return change;
  }
  if (isKeyed(expected) && isKeyed(actual)) {
    let change = same;
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      if (derived.has(key)) continue;
      const place = path === '' ? key : `${path}.${key}`;
      change = plus(change, changeOf(expected[key], actual[key], place));
    }
    return change;
  }
  const largest =
    typeof expected === 'number' && typeof actual === 'number' ? Math.abs(expected - actual) : 0;
  return { count: 1, largest, first: path };
}
