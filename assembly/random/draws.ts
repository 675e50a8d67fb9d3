/** Words of the counter-based streams in order; draws of units with equal probabilities. */
import { integers } from '../memory/layout';
import { NWORDS, philox, wordAddress } from './philox';

/** Stream of the cluster bootstrap's unit indices. */
const UNIT_DRAWS: u32 = 0;

// @ts-ignore: decorator
@lazy
const WORDS: usize = memory.data(128, 16);

/** Returns word `index` of a replicate's stream, whose words are used in order. */
export function word(index: i32, replicate: u32, stream: u32): u32 {
  const place = index & (NWORDS - 1);
  if (place == 0) philox(u32(index >> 2), replicate, stream, 0, WORDS);
  return load<u32>(wordAddress(WORDS, place));
}

/** floor(n word / 2^32): Lemire's multiply-shift without rejection, whose bias is below n / 2^32. */
// @ts-ignore: decorator
@inline
export function below(n: i32, random: u32): i32 {
  return i32((u64(random) * u64(n)) >> 32);
}

/**
 * counts (i32) := how often n draws choose each of `n` units: draw d chooses unit floor(n u / 2^32) with u word d of
 * the replicate. Words of whole Philox calls are counted in memory order.
 */
export function multinomial(n: i32, replicate: u32, counts: usize): void {
  memory.fill(counts, 0, integers(n));
  let drawn = 0;
  for (; drawn + NWORDS <= n; drawn += NWORDS) {
    philox(u32(drawn >> 2), replicate, UNIT_DRAWS, 0, WORDS);
    for (let address = WORDS; address < WORDS + integers(NWORDS); address += 16) {
      count(counts, below(n, load<u32>(address)));
      count(counts, below(n, load<u32>(address, 4)));
      count(counts, below(n, load<u32>(address, 8)));
      count(counts, below(n, load<u32>(address, 12)));
    }
  }
  for (; drawn < n; ++drawn) count(counts, below(n, word(drawn, replicate, UNIT_DRAWS)));
}

/** Adds one to the count of a unit. */
// @ts-ignore: decorator
@inline
export function count(counts: usize, unit: i32): void {
  const to = counts + integers(unit);
  store<i32>(to, load<i32>(to) + 1);
}
