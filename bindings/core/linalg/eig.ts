/** Eigenvalues and eigenvectors of general square matrices. */
import { Status } from '../engine/status.js';
import { call, checkAnswer } from './call.js';
import type { Complex } from './dense/complex.js';
import { balanced, hessenberg } from './dense/hessenberg.js';
import { hypotenuse, lengthOf } from './dense/reflector.js';
import { scaled } from './dense/scaled.js';
import { schurValues, solveVector } from './dense/schur-vectors.js';
import { schur } from './dense/schur.js';
import { squareOf } from './definite.js';
import type { Layout, Matrix } from './matrix.js';
import { gemm } from './products.js';

/** Complex numbers as their real and imaginary parts. */
export interface ComplexParts<Part> {
  readonly re: Part;
  readonly im: Part;
}

/** A V = V diag(values), in complex numbers. */
export interface ComplexEigen {
  /** n eigenvalues by real part from the smallest up; of a pair, that with the positive imaginary part first. */
  readonly values: ComplexParts<Float64Array<ArrayBuffer>>;
  /** Unit eigenvectors in columns (n x n); the largest element of each is real and positive. */
  readonly vectors: ComplexParts<Matrix>;
}

/**
 * Eigenvalues and eigenvectors of a square matrix that need not be symmetric: balancing, a Hessenberg form, and QR steps
 * with two shifts (Francis 1961; Golub and Van Loan, Matrix Computations, 7.5). A matrix without n independent
 * eigenvectors has columns that are equal to rounding.
 *
 * @param a - n x n
 * @throws InputError `bad-value`, `shape-mismatch`, `non-finite-input`; ConvergenceError `not-converged`
 */
export function eig(a: Matrix): ComplexEigen {
  const view = squareOf('eig', 'a', a);
  const n = view.rows;
  const { t, z, scales, scale } = reduced(view);
  if (!schur(n, t, z)) checkAnswer('eig', -Status.NotConverged);
  const values = schurValues(n, t);
  const order = values.map((_, k) => k).sort((j, k) => compared(values[j]!, values[k]!));
  const { re, im } = vectorsOf(n, t, values);
  const basis = { data: z, rows: n, cols: n };
  const product = (data: Float64Array) => gemm(basis, { data, rows: n, cols: n }).data;
  const isReal = values.every(([, y]) => y === 0);
  const parts = { re: product(re), im: isReal ? im : product(im) };
  return arranged(n, { values, order, scale, scales, ...parts });
}

/** The balanced matrix times `scale` in Hessenberg form, T = Z' D^-1 A D Z, with the diagonal of D. */
function reduced(view: Layout) {
  return call('eig', (memory) => {
    const n = view.rows;
    const [a, z] = [memory.put('a', view), memory.alloc(n * n)];
    memory.fill(z, n * n, 0);
    const scale = scaled(memory.numbers(), a / 8, n * n);
    const scales = balanced(n, memory.numbers().subarray(a / 8, a / 8 + n * n));
    hessenberg(memory, n, a, z);
    const copy = (from: number) => memory.numbers().slice(from / 8, from / 8 + n * n);
    return { t: copy(a), z: copy(z), scale, scales };
  });
}

function compared([a, b]: Complex, [c, d]: Complex): number {
  return a - c || Math.abs(b) - Math.abs(d) || d - b;
}

/** The vectors of T in columns; the second of a pair is the conjugate of the first. */
function vectorsOf(n: number, t: Float64Array, values: readonly Complex[]) {
  const [re, im] = [new Float64Array(n * n), new Float64Array(n * n)];
  const largest = t.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const least = Math.max(Number.EPSILON * largest, Number.MIN_VALUE);
  for (let k = 0; k < n; k++) {
    const value = values[k]!;
    const [x, y] = [re.subarray(k * n, (k + 1) * n), im.subarray(k * n, (k + 1) * n)];
    solveVector({ n, t, value, least, re: x, im: y }, k);
    if (value[1] === 0) continue;
    re.set(x, (k + 1) * n);
    for (let i = 0; i < n; i++) im[(k + 1) * n + i] = -y[i]!;
    k++;
  }
  return { re, im };
}

interface Unordered {
  readonly values: readonly Complex[];
  readonly order: readonly number[];
  /** The factor of all values, and those of the rows of vectors. */
  readonly scale: number;
  readonly scales: Float64Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Columns in the order of their values, of length 1, without the scales of the balancing. */
function arranged(n: number, { values, order, scale, scales, re, im }: Unordered): ComplexEigen {
  const out = { re: new Float64Array(n * n), im: new Float64Array(n * n) };
  const column = new Float64Array(2 * n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) {
      column[i] = re[from * n + i]! * scales[i]!;
      column[n + i] = im[from * n + i]! * scales[i]!;
    }
    turned(n, column, lengthOf(column, 0, 2 * n));
    out.re.set(column.subarray(0, n), to * n);
    out.im.set(column.subarray(n), to * n);
  });
  return {
    values: {
      re: Float64Array.from(order, (k) => values[k]![0] / scale),
      im: Float64Array.from(order, (k) => values[k]![1] / scale),
    },
    vectors: {
      re: { data: out.re, rows: n, cols: n },
      im: { data: out.im, rows: n, cols: n },
    },
  };
}

/** Divides a vector by its length, and turns it so that its largest element is real and positive. */
function turned(n: number, column: Float64Array, length: number): void {
  let [largest, size] = [0, 0];
  for (let i = 0; i < n; i++) {
    const modulus = hypotenuse(column[i]!, column[n + i]!);
    // Elements of equal size up to rounding: the first, so that rounding does not choose.
    if (modulus > size * (1 + 1e-9)) [largest, size] = [i, modulus];
  }
  const [c, s] = [column[largest]! / size, column[n + largest]! / size];
  for (let i = 0; i < n; i++) {
    const [x, y] = [column[i]! / length, column[n + i]! / length];
    column[i] = c * x + s * y;
    column[n + i] = c * y - s * x;
  }
  column[n + largest] = 0;
}
