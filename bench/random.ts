/** Integer mixing for generated data and resampling: the same bits in every engine, no host generator. */

/** 2^32 divided by the golden ratio: a step that spreads consecutive counters over the 32-bit range. */
export const GOLDEN = 0x9e3779b9;

/** Mixes a 32-bit integer so that neighbouring inputs give unrelated outputs (MurmurHash3's finaliser). */
export function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Key of one stream (a unit, a replicate) under a seed. */
export function streamKey(seed: number, stream: number): number {
  return mix(mix(seed) ^ Math.imul(stream + 1, GOLDEN));
}

/** Draws n units out of n with replacement: replicate `replicate` under `seed`. */
export function drawUnits(draws: Int32Array, seed: number, replicate: number): void {
  const n = draws.length;
  let state = streamKey(seed, replicate);
  for (let d = 0; d < n; d++) {
    state = (state + GOLDEN) | 0;
    draws[d] = Math.floor((mix(state) / 4294967296) * n);
  }
}
