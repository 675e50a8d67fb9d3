/** Arrays for copies that only one call reads. */
import type { AnyEngine } from '../engine.js';

/** An array of this length, with any elements. */
export type Take = (length: number) => Float64Array<ArrayBuffer>;

const arrays = new WeakMap<AnyEngine, Float64Array<ArrayBuffer>[]>();

/** An instance keeps at most 64 MiB of arrays. */
const MOST_KEPT = 64 * 2 ** 20;

/**
 * Runs `use` with the arrays of the call before where their lengths are the same, as the first write to new memory takes
 * three times as long as the copy. Neither results nor errors may refer to these arrays.
 */
export function withScratch<T>(engine: AnyEngine, use: (take: Take) => T): T {
  const previous = arrays.get(engine) ?? [];
  // A call inside `use` has arrays of its own.
  arrays.delete(engine);
  const current: Float64Array<ArrayBuffer>[] = [];
  const take = (length: number) => {
    const old = previous[current.length];
    const array = old?.length === length ? old : new Float64Array(length);
    current.push(array);
    return array;
  };
  try {
    return use(take);
  } finally {
    const bytes = current.reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (bytes <= MOST_KEPT) arrays.set(engine, current);
  }
}
