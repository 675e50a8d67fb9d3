/** Draws from the counter-based streams. Each kind of draw has its own stream number. */
import { integers } from '../memory/layout';
import { NWORDS, philox } from './philox';

/** Stream of the cluster bootstrap's unit indices. */
const UNITS: u32 = 0;

// @ts-ignore: decorator
@lazy
const DRAWN: usize = memory.data(128, 16);

/**
 * units (i32) := the NWORDS draws from `first` on, a multiple of NWORDS, of `n` units with replacement: draw d takes unit
 * floor(n u / 2^32) with u the d-th 32-bit word of replicate `replicate`. Lemire's multiply-shift is used without
 * rejection; its bias is below n / 2^32.
 */
export function drawUnits(
  n: i32,
  first: i32,
  replicate: u32,
  seedLow: u32,
  seedHigh: u32,
  units: usize,
): void {
  philox(u32(first >> 2), replicate, UNITS, 0, seedLow, seedHigh, units);
  const count = i32x4.splat(n);
  for (const end = units + integers(NWORDS); units < end; units += 16) {
    const words = v128.load(units);
    const low = i64x2.extmul_low_i32x4_u(words, count);
    const high = i64x2.extmul_high_i32x4_u(words, count);
    v128.store(units, v128.shuffle<i32>(low, high, 1, 3, 5, 7));
  }
}

/** counts (i32) := how often each of `n` units is taken by the first n draws of a replicate. */
export function multinomial(
  n: i32,
  replicate: u32,
  seedLow: u32,
  seedHigh: u32,
  counts: usize,
): void {
  memory.fill(counts, 0, integers(n));
  for (let first = 0; first < n; first += NWORDS) {
    drawUnits(n, first, replicate, seedLow, seedHigh, DRAWN);
    const end = DRAWN + integers(min(NWORDS, n - first));
    for (let drawn = DRAWN; drawn < end; drawn += 4) {
      const count = counts + integers(load<i32>(drawn));
      store<i32>(count, load<i32>(count) + 1);
    }
  }
}
