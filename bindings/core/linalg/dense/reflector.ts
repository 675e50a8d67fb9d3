/** Elementary reflectors H = I - tau v v' with v[0] = 1, on stretches of one array. */
import type { Call } from '../call.js';

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

/** A matrix in the core, whose columns are `lead` numbers apart. */
export interface Part {
  readonly rows: number;
  readonly cols: number;
  readonly address: number;
  readonly lead: number;
  /** Memory for a column. */
  readonly work: number;
}

/** The matrix := itself times H = I - tau v v', with all of v at an address. */
export function reflectRight(
  memory: Call,
  { rows, cols, address, lead, work }: Part,
  v: number,
  tau: number,
): void {
  if (tau === 0) return;
  const { core } = memory;
  const x = memory.numbers();
  memory.fill(work, rows, 0);
  for (let j = 0; j < cols; j++)
    core.linalg_axpy(rows, x[v / 8 + j]!, address + 8 * j * lead, work);
  for (let j = 0; j < cols; j++)
    core.linalg_axpy(rows, -tau * x[v / 8 + j]!, work, address + 8 * j * lead);
}
