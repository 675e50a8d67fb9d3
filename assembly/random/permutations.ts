/**
 * Permutations of the items of each stratum by exchanges (Fisher and Yates): place i receives the item at a place drawn
 * from i to the end. To enumerate permutations, the draws are the digits of the replicate's number, in a base that
 * shrinks with the places left. Replicates 0, 1, ... are then all permutations once each, the identity first.
 */
import { getInt, setInt } from '../memory/layout';
import { below, word } from './draws';
import { seed } from './philox';
import { PERMUTATIONS } from './weights';

/** out (i32) := the items 0 .. n - 1 permuted within strata, whose first items are `strata` (nstrata + 1). */
export function permute(
  nstrata: i32,
  strata: usize,
  replicate: u32,
  enumerated: bool,
  out: usize,
): void {
  const n = getInt(strata, nstrata);
  for (let i = 0; i < n; ++i) setInt(out, i, i);
  let rest = replicate;
  for (let s = 0; s < nstrata; ++s) {
    const end = getInt(strata, s + 1);
    for (let i = getInt(strata, s); i < end; ++i) {
      const left = end - i;
      const digit = enumerated
        ? i32(rest % u32(left))
        : below(left, word(i, replicate, PERMUTATIONS));
      if (enumerated) rest /= u32(left);
      const kept = getInt(out, i);
      setInt(out, i, getInt(out, i + digit));
      setInt(out, i + digit, kept);
    }
  }
}

/** out := the items permuted within strata by replicate `replicate` of the seed; see `permute`. */
export function random_order(
  nstrata: i32,
  strata: usize,
  replicate: u32,
  low: u32,
  high: u32,
  out: usize,
): void {
  seed(low, high);
  permute(nstrata, strata, replicate, false, out);
}
