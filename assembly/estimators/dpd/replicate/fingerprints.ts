/**
 * Fingerprints of many columns whose values arrive row by row and are not kept. A fingerprint is 64 bits of the
 * mantissas and of the exponents relative to the first, so columns that differ by a signed power of two have the same
 * one.
 */
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, get, integers, set, setInt } from '../../../memory/layout';

/** The odd number nearest to 2^64 over the golden ratio: a multiplier that spreads bits (Knuth, 1998, section 6.4). */
const SPREAD: u64 = 0x9e3779b97f4a7c15;


@unmanaged
export class Fingerprints {
  ncolumns: i32;
  /** f64 per column: its first value that is not zero, 0 before there is one. */
  leads: usize;
  /** u64 per column. */
  hashes: usize;
  /** i32 per column: the first row where it is not zero, and the one past the last. */
  firsts: usize;
  ends: usize;
}

/** Allocates fingerprints of columns without rows; check `exhausted()` afterwards. */
export function openFingerprints(ncolumns: i32): Fingerprints {
  const prints = changetype<Fingerprints>(alloc(offsetof<Fingerprints>()));
  if (exhausted()) return prints;
  prints.ncolumns = ncolumns;
  prints.leads = allocZeroed(doubles(ncolumns));
  prints.hashes = allocZeroed(doubles(ncolumns));
  prints.firsts = allocZeroed(integers(ncolumns));
  prints.ends = allocZeroed(integers(ncolumns));
  return prints;
}

/** Adds row u, a double for each column. */
export function addToFingerprints(prints: Fingerprints, u: i32, row: usize): void {
  for (let j = 0; j < prints.ncolumns; ++j) {
    const value = get(row, j);
    if (value == 0) continue;
    if (get(prints.leads, j) == 0) {
      set(prints.leads, j, value);
      setInt(prints.firsts, j, u);
    }
    setInt(prints.ends, j, u + 1);
    const bits = reinterpret<u64>(value);
    const base = reinterpret<u64>(get(prints.leads, j));
    const mantissa = bits & 0x000fffffffffffff;
    const relative = ((bits >> 52) - (base >> 52)) & 0x7ff;
    const sign = (bits ^ base) & 0x8000000000000000;
    mix(prints, j, mantissa ^ (relative << 52) ^ sign ^ (u64(u) << 32));
  }
}

/** The fingerprint of column j. */
// @ts-ignore: decorator
@inline
export function fingerprint(prints: Fingerprints, j: i32): u64 {
  return load<u64>(prints.hashes + doubles(j));
}

/** Changes the fingerprint of column j, which differs from another column with the same one. */
export function setApart(prints: Fingerprints, j: i32): void {
  mix(prints, j, u64(j) + 1);
}

function mix(prints: Fingerprints, j: i32, bits: u64): void {
  const to = prints.hashes + doubles(j);
  const h = (load<u64>(to) ^ bits) * SPREAD;
  store<u64>(to, h ^ (h >> 29));
}
