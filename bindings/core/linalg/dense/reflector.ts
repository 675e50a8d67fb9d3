/** Elementary reflectors H = I - tau v v' with v[0] = 1, on stretches of one array. */
type Numbers = Float64Array<ArrayBufferLike>;

/** Euclidean length of n numbers from `start`, without overflow. */
export function lengthOf(x: Numbers, start: number, n: number): number {
  let [largest, sum] = [0, 0];
  for (let i = start; i < start + n; i++) largest = Math.max(largest, Math.abs(x[i]!));
  if (largest === 0) return 0;
  for (let i = start; i < start + n; i++) {
    const scaled = x[i]! / largest;
    sum += scaled * scaled;
  }
  return largest * Math.sqrt(sum);
}

/** sqrt(a^2 + b^2) without overflow. */
export function hypotenuse(a: number, b: number): number {
  const [x, y] = [Math.abs(a), Math.abs(b)];
  const most = Math.max(x, y);
  if (most === 0) return 0;
  const ratio = Math.min(x, y) / most;
  return most * Math.sqrt(1 + ratio * ratio);
}

/** Overwrites n numbers from `start` with H x = (beta, 0, ...) at first and v after it, and returns tau; 0 if H is the identity. */
export function reflect(x: Numbers, start: number, n: number): number {
  const rest = lengthOf(x, start + 1, n - 1);
  if (rest === 0) return 0;
  const alpha = x[start]!;
  const size = hypotenuse(alpha, rest);
  const beta = alpha >= 0 ? -size : size;
  for (let i = start + 1; i < start + n; i++) x[i]! /= alpha - beta;
  x[start] = beta;
  return (beta - alpha) / beta;
}

/** H, with v of `size` numbers from `start` of `x`, whose first is taken as 1. */
export interface Reflector {
  readonly x: Numbers;
  readonly start: number;
  readonly size: number;
  readonly tau: number;
}

/** A square array, column-major, from a row and a column on. */
export interface Part {
  readonly of: Numbers;
  readonly n: number;
  readonly row: number;
  readonly column: number;
}

/** The part's columns := H of each. Four at a time share the loads of v; the sums of each are those of `apply`. */
export function applyToColumns(reflector: Reflector, { of, n, row, column }: Part): void {
  if (reflector.tau === 0) return;
  let j = column;
  for (; j + 3 < n; j += 4) applyToFour(reflector, of, j * n + row, n);
  for (; j < n; j++) apply(reflector, of, j * n + row);
}

function applyToFour({ x, start, size, tau }: Reflector, y: Numbers, first: number, n: number) {
  const [at1, at2, at3] = [first + n, first + 2 * n, first + 3 * n];
  let sum0 = y[first]!;
  let sum1 = y[at1]!;
  let sum2 = y[at2]!;
  let sum3 = y[at3]!;
  for (let i = 1; i < size; i++) {
    const v = x[start + i]!;
    sum0 += v * y[first + i]!;
    sum1 += v * y[at1 + i]!;
    sum2 += v * y[at2 + i]!;
    sum3 += v * y[at3 + i]!;
  }
  sum0 *= tau;
  sum1 *= tau;
  sum2 *= tau;
  sum3 *= tau;
  y[first]! -= sum0;
  y[at1]! -= sum1;
  y[at2]! -= sum2;
  y[at3]! -= sum3;
  for (let i = 1; i < size; i++) {
    const v = x[start + i]!;
    y[first + i]! -= sum0 * v;
    y[at1 + i]! -= sum1 * v;
    y[at2 + i]! -= sum2 * v;
    y[at3 + i]! -= sum3 * v;
  }
}

/** The numbers of y from place `first` on := H y. */
export function apply({ x, start, size, tau }: Reflector, y: Numbers, first: number): void {
  if (tau === 0) return;
  let sum = y[first]!;
  for (let i = 1; i < size; i++) sum += x[start + i]! * y[first + i]!;
  sum *= tau;
  y[first]! -= sum;
  for (let i = 1; i < size; i++) y[first + i]! -= sum * x[start + i]!;
}
