/** Arrays for copies that only one call uses. */
import type { AnyEngine } from '../engine.js';

/** An array of this length, with any elements. */
export type Take = (length: number) => Float64Array<ArrayBuffer>;

const arrays = new WeakMap<AnyEngine, Float64Array<ArrayBuffer>[]>();

/** An instance keeps at most 64 MiB of these arrays. */
const MOST_KEPT = 64 * 2 ** 20;

/**
 * Runs `use` with the arrays of the previous call if their lengths are the same, because the first write to new memory
 * takes three times as long as the copy. Neither results nor errors may refer to these arrays.
 */
export function withScratch<T>(engine: AnyEngine, use: (take: Take) => T): T {
  const previous = arrays.get(engine) ?? [];
  // Hides the arrays from calls inside `use`, which get new ones.
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
