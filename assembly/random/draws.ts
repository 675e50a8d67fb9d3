/** Draws from the counter-based streams. Each kind of draw has its own stream number. */
import { philox } from './philox';

/** Stream of the cluster bootstrap's unit indices. */
const UNITS: u32 = 0;

// @ts-ignore: decorator
@lazy
const WORDS: usize = memory.data(16, 16);

/**
 * Multinomial counts of `n` draws with replacement from `n` units: draw d takes unit
 * floor(u n / 2^32) with u the d-th 32-bit word of replicate `replicate`. `counts` holds n integers.
 * Lemire's multiply-shift is used without rejection; its bias is below n / 2^32.
 */
export function multinomial(
  n: i32,
  replicate: u32,
  seedLow: u32,
  seedHigh: u32,
  counts: usize,
): void {
  memory.fill(counts, 0, usize(n) << 2);
  const blocks = n >> 2;
  for (let block = 0; block < blocks; ++block) {
    philox(u32(block), replicate, UNITS, 0, seedLow, seedHigh, WORDS);
    count(n, load<u32>(WORDS), counts);
    count(n, load<u32>(WORDS, 4), counts);
    count(n, load<u32>(WORDS, 8), counts);
    count(n, load<u32>(WORDS, 12), counts);
  }
  const rest = n & 3;
  if (rest == 0) return;
  philox(u32(blocks), replicate, UNITS, 0, seedLow, seedHigh, WORDS);
  for (let i = 0; i < rest; ++i) count(n, load<u32>(WORDS + (usize(i) << 2)), counts);
}

// @ts-ignore: decorator
@inline
function count(n: i32, word: u32, counts: usize): void {
  const to = counts + (usize((u64(word) * u64(n)) >> 32) << 2);
  store<i32>(to, load<i32>(to) + 1);
}
