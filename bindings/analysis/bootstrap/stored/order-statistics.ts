/**
 * Order statistics of numbers that do not fit into memory, exact, by passes over them. Doubles are compared by keys of
 * 64 bits in the order of the numbers. A pass counts the numbers by 16 bits of their distance from the smallest key.
 * The next pass looks only into the buckets that contain a wanted rank, and collects the numbers of small buckets.
 */

/** Buckets with at most this many numbers are collected and sorted. */
const FEW = 65_536;
const BITS = 16;
const BUCKETS = 2 ** BITS;
const WORD = 2 ** 32;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/**
 * The unsigned words of the current key. They are variables of the module because all numbers of a pass go through
 * them.
 */
let [high, low] = [0, 0];

function readKey(x: number): void {
  float[0] = x;
  const negative = words[1]! >>> 31 === 1;
  high = (negative ? ~words[1]! : words[1]! | 0x8000_0000) >>> 0;
  low = (negative ? ~words[0]! : words[0]!) >>> 0;
}

function numberOf(keyHigh: number, keyLow: number): number {
  const negative = keyHigh >>> 31 === 0;
  words[1] = negative ? ~keyHigh : keyHigh & 0x7fff_ffff;
  words[0] = negative ? ~keyLow : keyLow;
  return float[0]!;
}

/** Numbers whose distance begins with a prefix. */
interface Bucket {
  /** Number of bits of the distance below the prefix, and the prefix. */
  readonly shift: number;
  readonly prefix: number;
  /** How many numbers are below the bucket, and how many are in it. */
  readonly before: number;
  readonly ranks: readonly number[];
  readonly counts: Uint32Array | undefined;
  readonly values: Float64Array;
  filled: number;
}

export interface Selection {
  /** Takes the next number of a pass. */
  take(x: number): void;
  /** Ends a pass. */
  next(): void;
  /** True if no more passes are needed. */
  readonly done: boolean;
  /** The number with a rank, counted from 0. */
  ranked(rank: number): number | undefined;
}

/** Selects the numbers with some ranks among numbers from `smallest` to `largest`, none of which is NaN. */
export function selectRanks(
  ranks: readonly number[],
  smallest: number,
  largest: number,
): Selection {
  readKey(smallest);
  const [minHigh, minLow] = [high, low];
  const known = new Map<number, number>();
  const width = widthBetween(minHigh, minLow, largest);
  const first = { shift: width, prefix: 0, before: 0, ranks, count: Infinity, digit: 0 };
  let buckets = ranks.length === 0 ? [] : [openBucket(first)];

  const resolve = (bucket: Bucket): Bucket[] => {
    const { counts, values, ranks: wanted, before } = bucket;
    if (counts === undefined) {
      values.sort();
      for (const rank of wanted) known.set(rank, values[rank - before]!);
      return [];
    }
    return withRanks(bucket, counts).flatMap((inner) => {
      if (inner.shift > 0) return [openBucket(inner)];
      const [distanceHigh, distanceLow] = wordsOf(bucket, inner.digit);
      const keyLow = minLow + distanceLow;
      const value = numberOf(minHigh + distanceHigh + Number(keyLow >= WORD), keyLow % WORD);
      for (const rank of inner.ranks) known.set(rank, value);
      return [];
    });
  };

  return {
    take(x) {
      readKey(x);
      const distanceLow = (low - minLow) >>> 0;
      const distanceHigh = (high - minHigh - Number(low < minLow)) >>> 0;
      for (const bucket of buckets) add(bucket, distanceHigh, distanceLow, x);
    },
    next: () => void (buckets = buckets.flatMap(resolve)),
    get done() {
      return buckets.length === 0;
    },
    ranked: (rank) => known.get(rank),
  };
}

/** The number of bits in the distance of the largest number from the smallest. */
function widthBetween(minHigh: number, minLow: number, largest: number): number {
  readKey(largest);
  const distanceHigh = (high - minHigh - Number(low < minLow)) >>> 0;
  const distanceLow = (low - minLow) >>> 0;
  return distanceHigh > 0 ? 64 - Math.clz32(distanceHigh) : 32 - Math.clz32(distanceLow);
}

interface Opening extends Pick<Bucket, 'shift' | 'prefix' | 'before' | 'ranks'> {
  readonly count: number;
  /** The last bits of the prefix. */
  readonly digit: number;
}

function openBucket({ count, shift, prefix, before, ranks }: Opening): Bucket {
  const isSmall = count <= FEW;
  const counts = isSmall ? undefined : new Uint32Array(BUCKETS);
  const values = new Float64Array(isSmall ? count : 0);
  return { shift, prefix, before, ranks, counts, values, filled: 0 };
}

function add(bucket: Bucket, distanceHigh: number, distanceLow: number, x: number): void {
  const { shift, counts } = bucket;
  if (prefixOf(distanceHigh, distanceLow, shift) !== bucket.prefix) return;
  if (counts === undefined) bucket.values[bucket.filled++] = x;
  else counts[digitOf(distanceHigh, distanceLow, shift)]! += 1;
}

/** The distance without its lowest bits. Prefixes of buckets have at most 48 bits. */
function prefixOf(distanceHigh: number, distanceLow: number, shift: number): number {
  if (shift >= 64) return 0;
  if (shift >= 32) return shift === 32 ? distanceHigh : distanceHigh >>> (shift - 32);
  return distanceHigh * 2 ** (32 - shift) + (distanceLow >>> shift);
}

/** The bits after the prefix, at most 16 of them. */
function digitOf(distanceHigh: number, distanceLow: number, shift: number): number {
  const below = Math.max(0, shift - BITS);
  const mask = 2 ** (shift - below) - 1;
  if (below >= 32) return (distanceHigh >>> (below - 32)) & mask;
  if (below === 0) return distanceLow & mask;
  return ((distanceLow >>> below) | (distanceHigh << (32 - below))) & mask;
}

/** The sub-buckets that contain a wanted rank. */
function withRanks({ shift, prefix, before, ranks }: Bucket, counts: Uint32Array): Opening[] {
  const below = Math.max(0, shift - BITS);
  const inner: Opening[] = [];
  let start = before;
  counts.forEach((count, digit) => {
    const here = ranks.filter((rank) => rank >= start && rank < start + count);
    if (here.length > 0) {
      const innerPrefix = prefix * 2 ** (shift - below) + digit;
      inner.push({ shift: below, prefix: innerPrefix, before: start, ranks: here, count, digit });
    }
    start += count;
  });
  return inner;
}

/** The words of a distance: the prefix of its bucket, and its last digit, of at most 16 bits. */
function wordsOf({ shift, prefix }: Bucket, digit: number): [number, number] {
  const rest = 2 ** (32 - shift);
  return [Math.floor(prefix / rest), (prefix % rest) * 2 ** shift + digit];
}
