/** Sums and central moments that keep their digits for values of any location and scale. */

/** The sum of n terms, corrected by the rounding errors of its additions (Neumaier, 1974). */
export function compensatedSum(n: number, term: (i: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < n; i++) {
    const value = term(i);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

const word = new DataView(new ArrayBuffer(8));

/** The largest power of two that is at most |x|, but at least 2^-1022. Division by it is exact. */
function powerOfTwo(x: number): number {
  word.setFloat64(0, Math.abs(x));
  const exponent = Math.max(1, word.getUint16(0) >> 4);
  word.setUint32(0, exponent << 20);
  word.setUint32(4, 0);
  return word.getFloat64(0);
}

/** The largest power of two that is at most the largest of |values|; 1 if all are zero. */
export function scaleOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 1 : powerOfTwo(largest);
}

/** Values minus their mean, divided by a power of two. */
export interface Centred {
  readonly mean: number;
  readonly scale: number;
  readonly deviations: Float64Array;
}

/**
 * Centres one or more finite values. They are centred twice, because the first mean is rounded: around 10^9 by 10^-7,
 * an error of all deviations. Equal values have deviations of exactly zero.
 */
export function centred(values: Float64Array, scale = scaleOf(values)): Centred {
  const n = values.length;
  const [first = NaN] = values;
  if (values.every((value) => value === first)) {
    return { mean: first, scale, deviations: new Float64Array(n) };
  }
  const start = compensatedSum(n, (i) => values[i]! / scale) / n;
  const deviations = values.map((value) => value / scale - start);
  const rest = compensatedSum(n, (i) => deviations[i]!) / n;
  for (let i = 0; i < n; i++) deviations[i]! -= rest;
  return { mean: (start + rest) * scale, scale, deviations };
}

/** The sum of squares. */
export function sumOfSquares(x: Float64Array): number {
  return compensatedSum(x.length, (i) => x[i]! * x[i]!);
}

/** Standard deviation with divisor n - 1; null for less than two values. */
export function standardDeviation({ deviations, scale }: Centred): number | null {
  const df = deviations.length - 1;
  return df < 1 ? null : scale * Math.sqrt(sumOfSquares(deviations) / df);
}

/** Skewness m3 / m2^1.5 and kurtosis m4 / m2^2; null if the values do not differ. */
export function shapeOf({ deviations }: Centred): {
  readonly skewness: number | null;
  readonly kurtosis: number | null;
} {
  const n = deviations.length;
  const unit = scaleOf(deviations);
  const x = deviations.map((deviation) => deviation / unit);
  const m2 = sumOfSquares(x) / n;
  if (!(m2 > 0)) return { skewness: null, kurtosis: null };
  const m3 = compensatedSum(n, (i) => x[i]! * x[i]! * x[i]!) / n;
  const m4 = compensatedSum(n, (i) => x[i]! * x[i]! * (x[i]! * x[i]!)) / n;
  return { skewness: m3 / (m2 * Math.sqrt(m2)), kurtosis: m4 / (m2 * m2) };
}

/** The quantile of sorted values at a share: type 7 of Hyndman and Fan (1996). */
export function quantile(sorted: Float64Array, share: number): number {
  return valueAt(sorted, (sorted.length - 1) * share);
}

/** The value at a position, from 0, among sorted values; between two positions it is interpolated linearly. */
export function valueAt(sorted: Float64Array, place: number): number {
  const low = Math.floor(place);
  const weight = place - low;
  const below = sorted[low]!;
  const above = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return weight === 0 || below === above ? below : (1 - weight) * below + weight * above;
}

/** Centred values of length one; undefined if they do not differ. */
export function unit(values: Float64Array): Float64Array | undefined {
  if (values.length === 0) return undefined;
  const { deviations } = centred(values);
  const scale = scaleOf(deviations);
  const scaled = deviations.map((deviation) => deviation / scale);
  const length = Math.sqrt(sumOfSquares(scaled));
  return length > 0 ? scaled.map((deviation) => deviation / length) : undefined;
}
