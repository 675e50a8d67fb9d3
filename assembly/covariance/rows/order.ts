/** Stable radix sort of row numbers by small non-negative integers: units, periods, clusters. */
import { allocZeroed, alloc, exhausted, mark, release } from '../../memory/arena';
import { getInt, integers, setInt } from '../../memory/layout';

/** Bits of a key sorted at a time. */
const DIGIT: i32 = 16;

/** order := 0 .. n-1. */
export function naturalOrder(n: i32, order: usize): void {
  for (let i = 0; i < n; ++i) setInt(order, i, i);
}

/** Sorts `order` by keys[order[i]], 0 <= key < range, ties keep their order; returns false when memory ends. */
export function sortBy(n: i32, keys: usize, range: i32, order: usize): bool {
  for (let shift = 0; shift < 31 && (range - 1) >> shift != 0; shift += DIGIT) {
    if (!sortByDigit(n, keys, shift, min((range - 1) >> shift, 0xffff) + 1, order)) return false;
  }
  return true;
}

function sortByDigit(n: i32, keys: usize, shift: i32, values: i32, order: usize): bool {
  const scope = mark();
  const starts = allocZeroed(integers(values + 1));
  const sorted = alloc(integers(n));
  if (exhausted()) return false;
  const mask = (1 << DIGIT) - 1;
  for (let i = 0; i < n; ++i) {
    const next = ((getInt(keys, i) >> shift) & mask) + 1;
    setInt(starts, next, getInt(starts, next) + 1);
  }
  for (let v = 0; v < values; ++v) setInt(starts, v + 1, getInt(starts, v) + getInt(starts, v + 1));
  for (let i = 0; i < n; ++i) {
    const row = getInt(order, i);
    const digit = (getInt(keys, row) >> shift) & mask;
    const place = getInt(starts, digit);
    setInt(sorted, place, row);
    setInt(starts, digit, place + 1);
  }
  memory.copy(order, sorted, integers(n));
  release(scope);
  return true;
}
