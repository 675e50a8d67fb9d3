/** How often each unit is drawn in a replicate. */
import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Draw } from '../../../generated/codes.js';
import { splitSeed } from '../../../core/numerics/random.js';

export interface UnitDraws {
  readonly count: number;
  readonly seed: number;
  /** By default units are drawn independently. */
  readonly draw?: 'units' | 'block' | 'stationary' | undefined;
  /** Length of blocks. */
  readonly blockLength?: number | undefined;
  /** Thresholds of the units' probabilities (see `implied-probabilities.ts`); equal probabilities by default. */
  readonly thresholds?: Int32Array | null;
}

/** Returns the counts of a replicate. They depend only on the seed and the number of the replicate. */
export function drawUnits(
  engine: Engine,
  { count, seed, draw = 'units', blockLength = 0, thresholds = null }: UnitDraws,
): (replicate: number) => Int32Array {
  const [low, high] = splitSeed(seed);
  const kind = thresholds === null ? Draw[draw] : Draw['given-units'];
  return (replicate) =>
    scope(engine, (arena) => {
      const out = arena.allocInts(count);
      const given = thresholds === null ? 0 : arena.putInts(thresholds);
      engine.exports.random_units(kind, count, replicate, low, high, blockLength, given, out);
      return arena.ints(out, count);
    });
}
