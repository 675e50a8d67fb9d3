/**
 * Weights of the units of one replicate. Each kind of draw has its own stream, so that the same seed gives independent
 * numbers.
 *
 *   counts (i32)        how often each unit is drawn: independently, with equal or given probabilities, or in
 *                       blocks of neighbours
 *   multipliers (f64)   independent with mean 0 and variance 1, or residuals drawn from a table
 *
 * Rademacher -1, 1 Mammen (1993) (1 - r)/2 with probability (r + 1)/(2 r), Webb +-sqrt(1/2), +-1, +-sqrt(3/2) else (1 +
 * r)/2, r = sqrt 5
 *
 * Moving blocks start anywhere they fit (Kuensch, 1989); stationary ones have geometric lengths on a circle (Politis
 * and Romano, 1994).
 */
import { Draw } from '../codes';
import { addressOf, get, set } from '../memory/layout';
import { below, count, multinomial, word } from './draws';
import { seed } from './philox';

/** Streams; that of the units is 0. */
const BLOCKS: u32 = 1;
const MULTIPLIERS: u32 = 2;
const GIVEN: u32 = 3;
const SIMULATION: u32 = 4;
export const PERMUTATIONS: u32 = 5;

// @ts-ignore: decorator
@lazy
const FACES: usize = memory.data(48, 16);

/** True if a kind draws doubles instead of counts. */
export function drawsMultipliers(kind: i32): bool {
  return kind >= Draw.Rademacher && kind != Draw.GivenUnits;
}

/** True if a kind draws only -1 and 1. */
export function drawsSigns(kind: i32): bool {
  return kind == Draw.Rademacher || kind == Draw.AllSigns;
}

/**
 * out := the weights of n units in a replicate, i32 or f64. `length` is the length of blocks; `drawTable` holds the n
 * doubles to draw from, or the thresholds of given probabilities.
 */
export function drawWeights(
  kind: i32,
  n: i32,
  replicate: u32,
  length: i32,
  drawTable: usize,
  out: usize,
): void {
  if (kind == Draw.Units) multinomial(n, replicate, out);
  else if (kind == Draw.MovingBlocks) movingBlocks(n, replicate, length, out);
  else if (kind == Draw.StationaryBlocks) stationaryBlocks(n, replicate, length, out);
  else if (kind == Draw.GivenUnits) givenUnits(n, replicate, drawTable, out);
  else if (kind == Draw.AllSigns) allSigns(n, replicate, out);
  else if (kind == Draw.Rademacher) signs(n, replicate, out);
  else if (kind == Draw.Webb) fromTable(n, replicate, 6, webbPoints(), out);
  else if (kind == Draw.Table) fromTable(n, replicate, n, drawTable, out);
  else if (kind == Draw.Normal) normals(n, replicate, MULTIPLIERS, out);
  else mammens(n, replicate, out);
}

/**
 * Draws n units, unit i with probability (T_i - T_(i-1)) / 2^32, where T are the n increasing thresholds (u32; the last
 * counts as 2^32). A word chooses the first unit whose threshold is above it.
 */
function givenUnits(n: i32, replicate: u32, thresholds: usize, out: usize): void {
  memory.fill(out, 0, usize(n) << 2);
  for (let drawn = 0; drawn < n; ++drawn) {
    const random = word(drawn, replicate, GIVEN);
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (random < load<u32>(thresholds + (usize(middle) << 2))) high = middle;
      else low = middle + 1;
    }
    count(out, low);
  }
}

function movingBlocks(n: i32, replicate: u32, length: i32, out: usize): void {
  memory.fill(out, 0, usize(n) << 2);
  let drawn = 0;
  for (let block = 0; drawn < n; ++block) {
    const start = below(n - length + 1, word(block, replicate, BLOCKS));
    const end = start + min(length, n - drawn);
    for (let i = start; i < end; ++i) count(out, i);
    drawn += end - start;
  }
}

/** After each row a new block starts with probability 1 / length. */
function stationaryBlocks(n: i32, replicate: u32, length: i32, out: usize): void {
  memory.fill(out, 0, usize(n) << 2);
  let place = 0;
  for (let drawn = 0; drawn < n; ++drawn) {
    const jump = word(2 * drawn, replicate, BLOCKS);
    const start = below(n, word(2 * drawn + 1, replicate, BLOCKS));
    place = drawn == 0 || below(length, jump) == 0 ? start : place + 1;
    if (place == n) place = 0;
    count(out, place);
  }
}

/** Uses one bit per unit. */
function signs(n: i32, replicate: u32, out: usize): void {
  for (let i = 0; i < n; i += 32) {
    let bits = word(i >> 5, replicate, MULTIPLIERS);
    const end = addressOf(out, min(i + 32, n));
    for (let to = addressOf(out, i); to < end; to += 8) {
      store<u64>(to, 0x3ff0000000000000 | (u64(bits) << 63));
      bits >>= 1;
    }
  }
}

/** out := signs from the binary digits of the replicate's number; 2^n replicates have every combination once. */
function allSigns(n: i32, replicate: u32, out: usize): void {
  for (let i = 0; i < n; ++i) {
    set(out, i, i < 32 && (replicate >> i) & 1 ? -1 : 1);
  }
}

function mammens(n: i32, replicate: u32, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, mammen(word(i, replicate, MULTIPLIERS)));
}

/**
 * out := how often a replicate draws each of n units (i32), for a kind of `Draw` that counts units. `length` is that of
 * blocks, and `thresholds` are those of given probabilities.
 */
export function random_units(
  kind: i32,
  n: i32,
  replicate: u32,
  low: u32,
  high: u32,
  length: i32,
  thresholds: usize,
  out: usize,
): void {
  seed(low, high);
  drawWeights(kind, n, replicate, length, thresholds, out);
}

/** out := the first n standard normal draws (f64) of a replicate, for simulated data. */
export function random_normals(n: i32, replicate: u32, low: u32, high: u32, out: usize): void {
  seed(low, high);
  normals(n, replicate, SIMULATION, out);
}

/**
 * out := normal numbers by the polar method (Marsaglia and Bray, 1964): a point (x, y) of the unit disc at s = x^2 +
 * y^2 gives two numbers, x and y times sqrt(-2 ln s / s). By inversion in two doubles: 22 us per number before, 25 ns
 * after.
 */
function normals(n: i32, replicate: u32, stream: u32, out: usize): void {
  let used = 0;
  for (let i = 0; i < n;) {
    const x = symmetric(word(used, replicate, stream));
    const y = symmetric(word(used + 1, replicate, stream));
    used += 2;
    const s = x * x + y * y;
    if (s >= 1) continue;
    const length = sqrt<f64>((-2 * NativeMath.log(s)) / s);
    set(out, i++, x * length);
    if (i < n) set(out, i++, y * length);
  }
}

/** Returns the middle of one of 2^32 equal steps from -1 to 1. */
function symmetric(random: u32): f64 {
  return (f64(random) + 0.5) / 2147483648 - 1;
}

/** The six points of Webb. */
export function webbPoints(): usize {
  for (let face = 0; face < 6; ++face) {
    const size = sqrt<f64>(f64((face >> 1) + 1) / 2);
    set(FACES, face, face & 1 ? size : -size);
  }
  return FACES;
}

/** out := numbers drawn from a table of `size`. */
function fromTable(n: i32, replicate: u32, size: i32, drawTable: usize, out: usize): void {
  for (let i = 0; i < n; ++i)
    set(out, i, get(drawTable, below(size, word(i, replicate, MULTIPLIERS))));
}

export function mammen(random: u32): f64 {
  const root = sqrt<f64>(5);
  return f64(random) < (4294967296 * (root + 1)) / (2 * root) ? (1 - root) / 2 : (1 + root) / 2;
}
