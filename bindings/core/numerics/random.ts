import { scope } from '../engine/arena.js';
import type { Engine } from '../engine/engine.js';

/** Low and high 32 bits of an integer seed below 2^53. */
export function splitSeed(seed: number): [number, number] {
  return [(seed % 2 ** 32) | 0, Math.floor(seed / 2 ** 32)];
}

/** The first `n` standard normal draws of a replicate. They depend only on the seed and the replicate. */
export function normals(engine: Engine, seed: number, replicate: number, n: number): Float64Array {
  const [low, high] = splitSeed(seed);
  return scope(engine, (arena) => {
    const out = arena.allocFloats(n);
    engine.exports.random_normals(n, replicate, low, high, out);
    return arena.floats(out, n);
  });
}
