/**
 * Singular values and vectors of a square matrix: reflectors from both sides bring it to an upper bidiagonal
 * B = U'A V (Golub and Kahan 1965), and implicit QR steps bring B to diagonal form, without a shift where one would
 * cost the accuracy of small values (Demmel and Kahan 1990). Backward stable: errors are a small multiple of eps times
 * the largest singular value.
 */
import type { Call } from '../call.js';
import type { Matrix } from '../matrix.js';
import { hypotenuse, reflect, reflectRight } from './reflector.js';
import { scaled } from './scaled.js';

/** Sweeps per singular value. */
const SWEEPS = 60;

/** A = U diag(values) V', n x n. */
export interface Decomposed {
  readonly values: Float64Array<ArrayBuffer>;
  readonly u: Matrix;
  readonly v: Matrix;
}

/** Addresses in the core. */
interface Places {
  readonly n: number;
  readonly a: number;
  readonly u: number;
  readonly v: number;
  readonly work: number;
}

/** Overwrites the matrix at the address `a` (n x n, column-major); undefined if the steps do not converge. */
export function decomposed(memory: Call, n: number, a: number): Decomposed | undefined {
  const [u, v] = [memory.alloc(n * n), memory.alloc(n * n)];
  const places = { n, a, u, v, work: memory.alloc(n) };
  const numbers = memory.numbers();
  numbers.fill(0, u / 8, u / 8 + n * n);
  numbers.fill(0, v / 8, v / 8 + n * n);
  const scale = scaled(numbers, a / 8, n * n);
  const [values, above] = [new Float64Array(n), new Float64Array(n)];
  bidiagonalize(memory, places, values, above);
  if (!diagonalize(memory, places, values, above)) return undefined;
  return arranged(numbers, places, values, scale);
}

function bidiagonalize(
  memory: Call,
  { n, a, u, v, work }: Places,
  values: Float64Array,
  above: Float64Array,
): void {
  const { core } = memory;
  const x = memory.numbers();
  const [left, right] = [new Float64Array(n), new Float64Array(n)];
  for (let k = 0; k < n; k++) {
    const [corner, rest] = [a + 8 * (k * n + k), n - k - 1];
    left[k] = reflect(x, corner / 8, n - k);
    values[k] = x[corner / 8]!;
    core.linalg_reflect(n - k, rest, corner, left[k]!, corner + 8 * n, n);
    if (rest === 0) break;
    const row = v / 8 + k * n + k + 1;
    for (let j = 0; j < rest; j++) x[row + j] = x[corner / 8 + (j + 1) * n]!;
    right[k] = reflect(x, row, rest);
    above[k] = x[row]!;
    x[row] = 1;
    const later = corner + 8 * (n + 1);
    const part = { rows: rest, cols: rest, address: later, lead: n, work };
    reflectRight(memory, part, 8 * row, right[k]!);
  }
  for (let k = n - 1; k >= 0; k--) {
    const first = u + 8 * (k * n + k);
    x[first / 8] = 1;
    core.linalg_reflect(n - k, n - k, a + 8 * (k * n + k), left[k]!, first, n);
  }
  // Row k + 1 of V is made of the reflector in column k.
  for (let k = n - 2; k >= 0; k--) {
    const [size, stored] = [n - k - 1, v + 8 * (k * n + k + 1)];
    const first = stored + 8 * n;
    x.fill(0, first / 8, first / 8 + size);
    x[first / 8] = 1;
    core.linalg_reflect(size, size, stored, right[k]!, first, n);
  }
  x.fill(0, v / 8, v / 8 + n);
  x[v / 8] = 1;
}

function diagonalize(
  { core }: Call,
  { n, u, v }: Places,
  d: Float64Array,
  e: Float64Array,
): boolean {
  const turner = (q: number) => (k: number, c: number, s: number) =>
    core.linalg_turn(n, q + 8 * k * n, q + 8 * (k + 1) * n, c, -s);
  const parts = { d, e, turnU: turner(u), turnV: turner(v) };
  let left = SWEEPS * n;
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

/** Columns k and k + 1 := (c x + s y, c y - s x). */
type Turn = (k: number, c: number, s: number) => void;

interface Parts {
  readonly d: Float64Array;
  readonly e: Float64Array;
  /** What the step does to the columns of U and V. */
  readonly turnU: Turn;
  readonly turnV: Turn;
}

/** One QR step with a shift on rows first .. last. */
function step(first: number, last: number, { d, e, turnU, turnV }: Parts, shift: number): void {
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
    turnV(k, c, s);
    r = hypotenuse(f, g);
    [c, s] = r === 0 ? [1, 0] : [f / r, g / r];
    d[k] = r;
    f = c * e[k]! + s * d[k + 1]!;
    d[k + 1] = c * d[k + 1]! - s * e[k]!;
    if (k < last - 1) {
      g = s * e[k + 1]!;
      e[k + 1] = c * e[k + 1]!;
    }
    turnU(k, c, s);
  }
  e[last - 1] = f;
}

/** One QR step with shift 0, whose products lose no digits. */
function stepWithoutShift(first: number, last: number, { d, e, turnU, turnV }: Parts): void {
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
    turnV(k, c, s);
    turnU(k, cBefore, sBefore);
  }
  const h = d[last]! * c;
  d[last] = h * cBefore;
  e[last - 1] = h * sBefore;
}

/** Places of numbers from the largest absolute value down. */
function orderOf(d: Float64Array): Int32Array {
  const order = new Int32Array(d.length);
  for (let k = 1; k < d.length; k++) {
    let place = k;
    for (; place > 0 && Math.abs(d[order[place - 1]!]!) < Math.abs(d[k]!); place--)
      order[place] = order[place - 1]!;
    order[place] = k;
  }
  return order;
}

/** Values without signs from the largest down; the largest element of each right vector is positive. */
function arranged(
  numbers: Float64Array,
  { n, u, v }: Places,
  d: Float64Array,
  scale: number,
): Decomposed {
  const values = new Float64Array(n);
  const [left, right] = [new Float64Array(n * n), new Float64Array(n * n)];
  orderOf(d).forEach((from, k) => {
    values[k] = Math.abs(d[from]!) / scale;
    const [ofU, ofV] = [u / 8 + from * n, v / 8 + from * n];
    let most = 0;
    for (let i = 1; i < n; i++) {
      if (Math.abs(numbers[ofV + i]!) > Math.abs(numbers[ofV + most]!)) most = i;
    }
    const signV = numbers[ofV + most]! < 0 ? -1 : 1;
    const signU = d[from]! < 0 ? -signV : signV;
    for (let i = 0; i < n; i++) {
      left[k * n + i] = signU * numbers[ofU + i]!;
      right[k * n + i] = signV * numbers[ofV + i]!;
    }
  });
  return {
    values,
    u: { data: left, rows: n, cols: n },
    v: { data: right, rows: n, cols: n },
  };
}
