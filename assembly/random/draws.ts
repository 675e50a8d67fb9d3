/** Draws from the counter-based streams. Each kind of draw has its own stream number. */
import { integers } from '../memory/layout';
import { NWORDS, philox } from './philox';

/** Stream of the cluster bootstrap's unit indices. */
const UNITS: u32 = 0;

// @ts-ignore: decorator
@lazy
const WORDS: usize = memory.data(128, 16);

/** floor(n word / 2^32). */
// @ts-ignore: decorator
@inline
export function below(n: i32, word: u32): i32 {
  return i32((u64(word) * u64(n)) >> 32);
}

/**
 * Multinomial counts of `n` draws with replacement from `n` units: draw d takes unit
 * floor(n u / 2^32) with u the d-th 32-bit word of replicate `replicate`. `counts` holds n integers.
 * Lemire's multiply-shift is used without rejection; its bias is below n / 2^32.
 */
export function multinomial(
  n: i32,
  replicate: u32,
  seedLow: u32,
  seedHigh: u32,
  counts: usize,
): void {
  memory.fill(counts, 0, integers(n));
  for (let first = 0; first < n; first += NWORDS) {
    philox(u32(first >> 2), replicate, UNITS, 0, seedLow, seedHigh, WORDS);
    const end = WORDS + integers(min(NWORDS, n - first));
    for (let word = WORDS; word < end; word += 4) {
      const unit = counts + integers(below(n, load<u32>(word)));
      store<i32>(unit, load<i32>(unit) + 1);
    }
  }
}
