/**
 * Singular values and vectors of a square matrix: reflectors from both sides bring it to an upper bidiagonal
 * B = U'A V (Golub and Kahan 1965), and implicit QR steps bring B to diagonal form, without a shift where one would
 * cost the accuracy of small values (Demmel and Kahan 1990). Backward stable: errors are a small multiple of eps times
 * the largest singular value.
 */
import { applyToColumns, hypotenuse, reflect } from './reflector.js';
import { rotations, type Rotations, rotateColumns } from './rotations.js';

/** Sweeps per singular value. */
const SWEEPS = 60;

/** A = U diag(values) V', all column-major n x n. */
export interface Decomposed {
  readonly values: Float64Array<ArrayBuffer>;
  readonly u: Float64Array<ArrayBuffer>;
  readonly v: Float64Array<ArrayBuffer>;
}

/** Overwrites `a` (n x n, column-major); undefined if the steps do not converge. */
export function decomposed(n: number, a: Float64Array): Decomposed | undefined {
  const [values, above] = [new Float64Array(n), new Float64Array(n)];
  const [u, v] = [new Float64Array(n * n), new Float64Array(n * n)];
  bidiagonalize(n, a, { values, above, u, v });
  if (!diagonalize(n, values, above, u, v)) return undefined;
  arrange(n, values, u, v);
  return { values, u, v };
}

interface Bidiagonal extends Decomposed {
  /** The element to the right of each on the diagonal. */
  readonly above: Float64Array;
}

function bidiagonalize(n: number, a: Float64Array, { values, above, u, v }: Bidiagonal): void {
  const [left, right] = [new Float64Array(n), new Float64Array(n)];
  const [row, product] = [new Float64Array(n), new Float64Array(n)];
  for (let k = 0; k < n; k++) {
    const column = k * n + k;
    left[k] = reflect(a, column, n - k);
    values[k] = a[column]!;
    const reflector = { x: a, start: column, size: n - k, tau: left[k]! };
    applyToColumns(reflector, { of: a, n, row: k, column: k + 1 });
    if (k === n - 1) break;
    for (let j = k + 1; j < n; j++) row[j] = a[j * n + k]!;
    right[k] = reflect(row, k + 1, n - k - 1);
    above[k] = row[k + 1]!;
    row[k + 1] = 1;
    for (let j = k + 1; j < n; j++) v[k * n + j] = row[j]!;
    if (right[k] !== 0) fromRight(n, k, a, { v: row, tau: right[k]!, product });
  }
  backward(n, a, left, u, 0);
  backward(n, v, right, v, 1);
}

/** Rows after k of `a` := a (I - tau v v'), v from place k + 1 on. */
function fromRight(
  n: number,
  k: number,
  a: Float64Array,
  {
    v,
    tau,
    product,
  }: { readonly v: Float64Array; readonly tau: number; readonly product: Float64Array },
): void {
  product.fill(0);
  let j = k + 1;
  for (; j + 3 < n; j += 4) addFour(n, k + 1, product, { a, v, j });
  for (; j < n; j++) {
    const by = v[j]!;
    for (let i = k + 1; i < n; i++) product[i]! += by * a[j * n + i]!;
  }
  for (j = k + 1; j < n; j++) {
    const by = tau * v[j]!;
    for (let i = k + 1; i < n; i++) a[j * n + i]! -= by * product[i]!;
  }
}

/** `product` += v[j] times column j of `a`, and the next three, from row `first` on. */
function addFour(
  n: number,
  first: number,
  product: Float64Array,
  { a, v, j }: { readonly a: Float64Array; readonly v: Float64Array; readonly j: number },
): void {
  const [start, by0, by1, by2, by3] = [j * n, v[j]!, v[j + 1]!, v[j + 2]!, v[j + 3]!];
  for (let i = first; i < n; i++) {
    let sum = product[i]! + by0 * a[start + i]!;
    sum += by1 * a[start + n + i]!;
    sum += by2 * a[start + 2 * n + i]!;
    product[i] = sum + by3 * a[start + 3 * n + i]!;
  }
}

/** out := the product of the reflectors that column k of `stored` has from place k + `below` on; both may be one array. */
function backward(
  n: number,
  stored: Float64Array,
  taus: Float64Array,
  out: Float64Array,
  below: number,
): void {
  const v = new Float64Array(n);
  for (let k = n - 1 - below; k >= 0; k--) {
    const [first, size] = [k + below, n - k - below];
    for (let i = first; i < n; i++) v[i] = stored[k * n + i]!;
    out.fill(0, first * n, (first + 1) * n);
    out[first * n + first] = 1;
    const reflector = { x: v, start: first, size, tau: taus[k]! };
    applyToColumns(reflector, { of: out, n, row: first, column: first });
  }
  if (below === 0) return;
  out.fill(0, 0, n);
  out[0] = 1;
}

function diagonalize(
  n: number,
  d: Float64Array,
  e: Float64Array,
  u: Float64Array,
  v: Float64Array,
): boolean {
  let left = SWEEPS * n;
  const parts = { d, e, ofU: rotations(n), ofV: rotations(n) };
  for (let last = n - 1; last > 0;) {
    let first = last;
    while (first > 0 && !isNegligible(d, e, first - 1)) first--;
    if (first === last) {
      last--;
      continue;
    }
    if (left-- === 0) return false;
    const shift = shiftOf(d[last - 1]!, e[last - 1]!, d[last]!);
    const ratio = shift / Math.abs(d[first]!);
    if (ratio * ratio >= Number.EPSILON) step(first, last, parts, shift);
    else stepWithoutShift(first, last, parts);
    rotateColumns(n, u, { first, last }, parts.ofU);
    rotateColumns(n, v, { first, last }, parts.ofV);
  }
  return true;
}

/** Sets the element right of the diagonal to 0 if it is rounding. */
function isNegligible(d: Float64Array, e: Float64Array, i: number): boolean {
  if (Math.abs(e[i]!) > 0.5 * Number.EPSILON * (Math.abs(d[i]!) + Math.abs(d[i + 1]!)))
    return false;
  e[i] = 0;
  return true;
}

/** The smaller singular value of (f g; 0 h). */
function shiftOf(f: number, g: number, h: number): number {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const [least, most] = [Math.min(fa, ha), Math.max(fa, ha)];
  if (least === 0) return 0;
  const [sum, difference] = [1 + least / most, (most - least) / most];
  if (ga < most) {
    const square = (ga / most) * (ga / most);
    return (
      (2 * least) / (Math.sqrt(sum * sum + square) + Math.sqrt(difference * difference + square))
    );
  }
  const ratio = most / ga;
  if (ratio === 0) return (least * most) / ga;
  const [x, y] = [sum * ratio, difference * ratio];
  return (2 * least * ratio) / (Math.sqrt(1 + x * x) + Math.sqrt(1 + y * y));
}

interface Parts {
  readonly d: Float64Array;
  readonly e: Float64Array;
  /** What the step does to the columns of U and V. */
  readonly ofU: Rotations;
  readonly ofV: Rotations;
}

/** One QR step with a shift on rows first .. last. */
function step(first: number, last: number, { d, e, ofU, ofV }: Parts, shift: number): void {
  const start = d[first]!;
  let f = (Math.abs(start) - shift) * ((start >= 0 ? 1 : -1) + shift / start);
  let g = e[first]!;
  for (let k = first; k < last; k++) {
    let r = hypotenuse(f, g);
    let [c, s] = r === 0 ? [1, 0] : [f / r, g / r];
    if (k > first) e[k - 1] = r;
    f = c * d[k]! + s * e[k]!;
    e[k] = c * e[k]! - s * d[k]!;
    g = s * d[k + 1]!;
    d[k + 1] = c * d[k + 1]!;
    ofV.c[k] = c;
    ofV.s[k] = s;
    r = hypotenuse(f, g);
    [c, s] = r === 0 ? [1, 0] : [f / r, g / r];
    d[k] = r;
    f = c * e[k]! + s * d[k + 1]!;
    d[k + 1] = c * d[k + 1]! - s * e[k]!;
    if (k < last - 1) {
      g = s * e[k + 1]!;
      e[k + 1] = c * e[k + 1]!;
    }
    ofU.c[k] = c;
    ofU.s[k] = s;
  }
  e[last - 1] = f;
}

/** One QR step with shift 0, whose products lose no digits. */
function stepWithoutShift(first: number, last: number, { d, e, ofU, ofV }: Parts): void {
  let [c, cBefore, sBefore] = [1, 1, 0];
  for (let k = first; k < last; k++) {
    const f = d[k]! * c;
    const r = hypotenuse(f, e[k]!);
    const s = r === 0 ? 0 : e[k]! / r;
    c = r === 0 ? 1 : f / r;
    if (k > first) e[k - 1] = sBefore * r;
    const [x, y] = [cBefore * r, d[k + 1]! * s];
    const size = hypotenuse(x, y);
    cBefore = size === 0 ? 1 : x / size;
    sBefore = size === 0 ? 0 : y / size;
    d[k] = size;
    ofV.c[k] = c;
    ofV.s[k] = s;
    ofU.c[k] = cBefore;
    ofU.s[k] = sBefore;
  }
  const h = d[last]! * c;
  d[last] = h * cBefore;
  e[last - 1] = h * sBefore;
}

/** Values without signs from the largest down; the largest element of each right vector is positive. */
function arrange(n: number, values: Float64Array, u: Float64Array, v: Float64Array): void {
  for (let k = 0; k < n; k++) {
    if (values[k]! < 0) flip(n, v, k);
    values[k] = Math.abs(values[k]!);
  }
  for (let k = 0; k < n; k++) {
    let most = k;
    for (let i = k + 1; i < n; i++) if (values[i]! > values[most]!) most = i;
    if (most !== k) {
      [values[k], values[most]] = [values[most]!, values[k]!];
      exchange(n, u, k, most);
      exchange(n, v, k, most);
    }
    let largest = 0;
    for (let i = 1; i < n; i++) {
      if (Math.abs(v[k * n + i]!) > Math.abs(v[k * n + largest]!)) largest = i;
    }
    if (v[k * n + largest]! >= 0) continue;
    flip(n, u, k);
    flip(n, v, k);
  }
}

function flip(n: number, q: Float64Array, k: number): void {
  for (let i = k * n; i < (k + 1) * n; i++) q[i] = -q[i]!;
}

function exchange(n: number, q: Float64Array, j: number, k: number): void {
  for (let i = 0; i < n; i++) {
    [q[j * n + i], q[k * n + i]] = [q[k * n + i]!, q[j * n + i]!];
  }
}
