/** Eigenvectors of a real Schur form, by back substitution. */
import { type Complex, minus, over, times } from './complex.js';

/** Eigenvalues on the diagonal of T: rows of a block have a pair of complex ones, that with the positive part first. */
export function schurValues(n: number, t: Float64Array): Complex[] {
  const values: Complex[] = [];
  for (let k = 0; k < n; k++) {
    if (!startsBlock(n, t, k)) {
      values.push([t[k + k * n]!, 0]);
      continue;
    }
    const [a, d] = [t[k + k * n]!, t[k + 1 + (k + 1) * n]!];
    const [b, c] = [t[k + (k + 1) * n]!, t[k + 1 + k * n]!];
    const half = (a - d) / 2;
    const im = Math.sqrt(Math.abs(half * half + b * c));
    values.push([(a + d) / 2, im], [(a + d) / 2, -im]);
    k++;
  }
  return values;
}

const startsBlock = (n: number, t: Float64Array, k: number) => k < n - 1 && t[k + 1 + k * n]! !== 0;

/** A vector as it is solved for: T, the eigenvalue, and the parts of x. */
interface Solving {
  readonly n: number;
  readonly t: Float64Array;
  readonly value: Complex;
  /** Pivots of at most this size count as it, so that vectors of equal eigenvalues stay finite. */
  readonly least: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * x with T x = value x, whose block of the eigenvalue starts in row k: real and imaginary parts of rows 0 to its end,
 * then zeros.
 */
export function schurVector(
  n: number,
  t: Float64Array,
  k: number,
  value: Complex,
  least: number,
): { readonly re: Float64Array; readonly im: Float64Array } {
  const solving = { n, t, value, least, re: new Float64Array(n), im: new Float64Array(n) };
  const { re, im } = solving;
  const isPair = value[1] !== 0;
  const last = isPair ? k + 1 : k;
  if (isPair) startPair(solving, k);
  else re[k] = 1;
  for (let row = k - 1; row >= 0; row--) {
    const top = row > 0 && startsBlock(n, t, row - 1) ? row - 1 : row;
    const solved = top < row ? solvePair(solving, top, last) : [solveRow(solving, row, last)];
    solved.forEach(([x, y], i) => {
      re[top + i] = x;
      im[top + i] = y;
    });
    row = top;
    shrink(n, re, im);
  }
  return { re, im };
}

/** The part of the vector in its own block: (a - value) x + b y = 0. */
function startPair({ n, t, value, re, im }: Solving, k: number): void {
  const b = t[k + (k + 1) * n]!;
  const c = t[k + 1 + k * n]!;
  const isUpper = Math.abs(b) >= Math.abs(c);
  const [one, other, by] = isUpper ? [k, k + 1, b] : [k + 1, k, c];
  const [x, y] = over([value[0] - t[one + one * n]!, value[1]], [by, 0]);
  re[one] = 1;
  re[other] = x;
  im[other] = y;
}

const negative = ([a, b]: Complex): Complex => [-a, -b];

/** The product of a row of T with the vector from place `from` to `last`. */
function sumOf({ n, t, re, im }: Solving, row: number, from: number, last: number): Complex {
  let [x, y] = [0, 0];
  for (let j = from; j <= last; j++) {
    x += t[row + j * n]! * re[j]!;
    y += t[row + j * n]! * im[j]!;
  }
  return [x, y];
}

function pivotOf(pivot: Complex, least: number): Complex {
  return Math.abs(pivot[0]) + Math.abs(pivot[1]) < least ? [least, 0] : pivot;
}

function solveRow(solving: Solving, row: number, last: number): Complex {
  const { n, t, value, least } = solving;
  const pivot: Complex = [t[row + row * n]! - value[0], -value[1]];
  return over(negative(sumOf(solving, row, row + 1, last)), pivotOf(pivot, least));
}

/** The two unknowns of a block, by Cramer's rule. */
function solvePair(solving: Solving, k: number, last: number): [Complex, Complex] {
  const { n, t, value, least } = solving;
  const [first, second] = [k, k + 1].map((row) => sumOf(solving, row, k + 2, last)) as [
    Complex,
    Complex,
  ];
  const a: Complex = [t[k + k * n]! - value[0], -value[1]];
  const d: Complex = [t[k + 1 + (k + 1) * n]! - value[0], -value[1]];
  const [b, c] = [t[k + (k + 1) * n]!, t[k + 1 + k * n]!];
  const determinant = pivotOf(minus(times(a, d), [b * c, 0]), least * least);
  const x = minus(times([b, 0], second), times(d, first));
  const y = minus(times([c, 0], first), times(a, second));
  return [over(x, determinant), over(y, determinant)];
}

/** Keeps a growing vector from overflow. */
function shrink(n: number, re: Float64Array, im: Float64Array): void {
  let most = 0;
  for (let i = 0; i < n; i++) most = Math.max(most, Math.abs(re[i]!), Math.abs(im[i]!));
  if (most < 1e100) return;
  for (let i = 0; i < n; i++) {
    re[i]! /= most;
    im[i]! /= most;
  }
}
