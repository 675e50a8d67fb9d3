/**
 * Streams of words for callers: word i of a stream is word i % 4 of the Philox block with
 *
 *   counter = (b low, b high, stream low, stream high + 2^31),  b = floor(i / 4),  key = (seed low, seed high)
 *
 * The last counter word of the core's internal streams is 0, so a bootstrap is independent of data simulated with the
 * same seed. A stream is opened, drawn from, and asked for its position, in one call of the bindings.
 */
import { addressOf, getInt, set, setInt } from '../memory/layout';
import { normal_upper } from '../distributions/quantiles';
import { NWORDS, philox, seed, wordAddress } from './philox';
import { mammen, webbPoints } from './weights';

// @ts-ignore: decorator
@lazy
const WORDS: usize = memory.data(128, 16);

let streamLow: u32 = 0;
let streamHigh: u32 = 0;
let position: u64 = 0;
/** First word of the group in WORDS, or NONE. */
const NONE: u64 = u64.MAX_VALUE;
let group: u64 = NONE;

/** Starts at word `index` of a stream; numbers are whole and below 2^53, in two words each. */
export function stream_open(
  seedLow: u32,
  seedHigh: u32,
  low: u32,
  high: u32,
  indexLow: u32,
  indexHigh: u32,
): void {
  seed(seedLow, seedHigh);
  streamLow = low;
  streamHigh = high | 0x80000000;
  position = u64(indexLow) | (u64(indexHigh) << 32);
  group = NONE;
}

/** The index of the next word to draw. */
export function stream_position(): f64 {
  return f64(position);
}

function next(): u32 {
  const start = position & ~u64(NWORDS - 1);
  if (start != group) {
    const block = start >> 2;
    philox(u32(block), u32(block >> 32), streamLow, streamHigh, WORDS);
    group = start;
  }
  return load<u32>(wordAddress(WORDS, i32(position++ - start)));
}

/** Uses two words: the middle of one of 2^52 equal intervals from 0 to 1. */
function unit(): f64 {
  const high = next() >>> 6;
  const low = next() >>> 6;
  return (f64(high) * 67108864 + f64(low) + 0.5) / 4503599627370496;
}

/** Whole number below n, without bias (Lemire 2019, ACM Transactions on Modeling and Computer Simulation 29). */
function whole(n: u32): u32 {
  let product = u64(next()) * u64(n);
  if (u32(product) < n) {
    const least: u32 = (<u32>0 - n) % n;
    while (u32(product) < least) product = u64(next()) * u64(n);
  }
  return u32(product >> 32);
}

/** out := n numbers from `low` to `low + width`. */
export function stream_uniform(n: i32, low: f64, width: f64, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, low + width * unit());
}

/** out := n normal numbers, by inversion. */
export function stream_normal(n: i32, mean: f64, deviation: f64, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, mean - deviation * normal_upper(unit()));
}

/** out := n exponential numbers, by inversion. */
export function stream_exponential(n: i32, mean: f64, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, -mean * NativeMath.log(unit()));
}

/** out (f64) := n whole numbers below `end`, at most 2^32, which is passed as 0. */
export function stream_integers(n: i32, end: u32, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, f64(end == 0 ? next() : whole(end)));
}

/** out := n signs, 32 per word from its lowest bit; a bit of 1 is -1. */
export function stream_rademacher(n: i32, out: usize): void {
  let bits: u32 = 0;
  for (let i = 0; i < n; ++i) {
    if ((i & 31) == 0) bits = next();
    set(out, i, bits & 1 ? -1 : 1);
    bits >>>= 1;
  }
}

/** out := n of Mammen's two-point numbers. */
export function stream_mammen(n: i32, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, mammen(next()));
}

/** out := n of Webb's six points. */
export function stream_webb(n: i32, out: usize): void {
  const points = webbPoints();
  for (let i = 0; i < n; ++i) set(out, i, load<f64>(addressOf(points, i32(whole(6)))));
}

/** Exchanges each of the first `count` of n integers with one drawn from its place to the end (Fisher and Yates). */
export function stream_shuffle(n: i32, count: i32, items: usize): void {
  for (let i = 0; i < min(count, n - 1); ++i) {
    const other = i + i32(whole(u32(n - i)));
    const kept = getInt(items, i);
    setInt(items, i, getInt(items, other));
    setInt(items, other, kept);
  }
}

/** out (u32) := the block of a counter with a key, four words each, for the published test vectors. */
export function philox_block(
  c0: u32,
  c1: u32,
  c2: u32,
  c3: u32,
  key0: u32,
  key1: u32,
  out: usize,
): void {
  seed(key0, key1);
  // Eight counters from c0 are computed together; the first is the block.
  philox(c0, c1, c2, c3, WORDS);
  for (let i = 0; i < 4; ++i) setInt(out, i, load<i32>(wordAddress(WORDS, i)));
  group = NONE;
}
