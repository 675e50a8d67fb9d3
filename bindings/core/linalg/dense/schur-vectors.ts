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

/**
 * A vector as it is solved for: T, the eigenvalue, and the parts of x. Rows that are not solved yet hold the sums of
 * their elements times the part of x that is known.
 */
export interface Solving {
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
 * which are zeros before, as are those after it.
 */
export function solveVector(solving: Solving, k: number): void {
  const { n, t, value, re, im } = solving;
  if (value[1] === 0) re[k] = 1;
  else {
    startPair(solving, k);
    addColumn(solving, k + 1, k);
  }
  addColumn(solving, k, k);
  for (let row = k - 1; row >= 0; row--) {
    const top = row > 0 && startsBlock(n, t, row - 1) ? row - 1 : row;
    if (top < row) solvePair(solving, top);
    else solveRow(solving, row);
    for (let j = row; j >= top; j--) addColumn(solving, j, top);
    const most = Math.max(Math.abs(re[top]!), Math.abs(im[top]!), Math.abs(re[row]!), Math.abs(im[row]!)); // prettier-ignore
    if (most > LARGE) shrink(re, im, most);
    row = top;
  }
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

/** Adds column j of T times its element of x to the sums of the first `rows` rows. */
function addColumn({ n, t, re, im }: Solving, j: number, rows: number): void {
  const x = re[j]!;
  const y = im[j]!;
  const start = j * n;
  for (let i = 0; i < rows; i++) re[i]! += t[start + i]! * x;
  if (y === 0) return;
  for (let i = 0; i < rows; i++) im[i]! += t[start + i]! * y;
}

function pivotOf(pivot: Complex, least: number): Complex {
  return Math.abs(pivot[0]) + Math.abs(pivot[1]) < least ? [least, 0] : pivot;
}

function solveRow({ n, t, value, least, re, im }: Solving, row: number): void {
  const pivot = pivotOf([t[row + row * n]! - value[0], -value[1]], least);
  [re[row], im[row]] = over([-re[row]!, -im[row]!], pivot);
}

/** The two unknowns of a block, by Cramer's rule. */
function solvePair({ n, t, value, least, re, im }: Solving, k: number): void {
  const [first, second]: [Complex, Complex] = [
    [re[k]!, im[k]!],
    [re[k + 1]!, im[k + 1]!],
  ];
  const a: Complex = [t[k + k * n]! - value[0], -value[1]];
  const d: Complex = [t[k + 1 + (k + 1) * n]! - value[0], -value[1]];
  const [b, c] = [t[k + (k + 1) * n]!, t[k + 1 + k * n]!];
  const determinant = pivotOf(minus(times(a, d), [b * c, 0]), least * least);
  const x = minus(times([b, 0], second), times(d, first));
  const y = minus(times([c, 0], first), times(a, second));
  [re[k], im[k]] = over(x, determinant);
  [re[k + 1], im[k + 1]] = over(y, determinant);
}

/** Larger elements are divided by their size, all of a vector alike. */
const LARGE = 1e100;

function shrink(re: Float64Array, im: Float64Array, by: number): void {
  for (let i = 0; i < re.length; i++) {
    re[i]! /= by;
    im[i]! /= by;
  }
}
