/**
 * The real Schur form T = Z'H Z of a Hessenberg matrix, by QR steps with two shifts element once (Francis 1961): upper
 * triangular but for 2 x 2 blocks on the diagonal, each with a pair of complex eigenvalues.
 */

import { lengthOf } from './reflector.js';

/** Steps per eigenvalue. */
const STEPS = 60;
/** After so many steps without a deflation an unusual shift breaks a cycle. */
const UNUSUAL = 10;
/** After so many, elements of the size of rounding errors count as 0: with a multiple eigenvalue they do not shrink. */
const STALLED = 20;

/** Overwrites `h` with T and multiplies `z` by the steps from the right; false if they do not converge. */
export function schur(n: number, h: Float64Array, z: Float64Array): boolean {
  const rounding = Number.EPSILON * lengthOf(h, 0, n * n);
  let last = n - 1;
  for (let steps = 0; last > 0; steps++) {
    const first = blockStart(n, h, last, steps < STALLED ? 0 : rounding);
    if (first >= last - 1) {
      if (first === last - 1) splitPair(n, h, z, first);
      last = first - 1;
      steps = -1;
      continue;
    }
    if (steps === STEPS) return false;
    francisStep({ n, h, z, first, last }, shiftsOf(n, h, last, steps));
  }
  return true;
}

/** The first row of the unreduced block that ends in row `last`; the negligible element before it becomes 0. */
function blockStart(n: number, h: Float64Array, last: number, rounding: number): number {
  for (let k = last; k > 0; k--) {
    const below = k + (k - 1) * n;
    const size = Math.abs(h[k - 1 + (k - 1) * n]!) + Math.abs(h[k + k * n]!);
    if (Math.abs(h[below]!) > Math.max(Number.EPSILON * 0.5 * size, rounding)) continue;
    h[below] = 0;
    return k;
  }
  return 0;
}

interface Shifts {
  readonly sum: number;
  readonly product: number;
}

/** Sum and product of the eigenvalues of the last 2 x 2 block, or of an unusual one. */
function shiftsOf(n: number, h: Float64Array, last: number, steps: number): Shifts {
  const element = (i: number, j: number) => h[last - 1 + i + (last - 1 + j) * n]!;
  if (steps > 0 && steps % UNUSUAL === 0) {
    const size = Math.abs(element(1, 0)) + Math.abs(h[last - 1 + (last - 2) * n]!);
    return { sum: 1.5 * size, product: size * size };
  }
  return {
    sum: element(0, 0) + element(1, 1),
    product: element(0, 0) * element(1, 1) - element(0, 1) * element(1, 0),
  };
}

interface Block {
  readonly n: number;
  readonly h: Float64Array;
  readonly z: Float64Array;
  readonly first: number;
  readonly last: number;
}

/** Pushes the bulge of two shifts from the top of a block to its end. */
function francisStep({ n, h, z, first, last }: Block, { sum, product }: Shifts): void {
  const element = (i: number, j: number) => h[first + i + (first + j) * n]!;
  let x =
    element(0, 0) * element(0, 0) + element(0, 1) * element(1, 0) - sum * element(0, 0) + product;
  let y = element(1, 0) * (element(0, 0) + element(1, 1) - sum);
  let w = element(1, 0) * element(2, 1);
  for (let k = first; k < last; k++) {
    const size = Math.min(3, last - k + 1);
    const v = reflectorOf(x, y, size === 3 ? w : 0);
    if (v !== undefined) {
      const rows = { k, size, v };
      fromLeft(n, h, rows, Math.max(first, k - 1));
      fromRight(n, h, rows, Math.min(last, k + 3) + 1);
      fromRight(n, z, rows, n);
    }
    if (k > first) {
      for (let i = k + 1; i < k + size; i++) h[i + (k - 1) * n] = 0;
    }
    x = h[k + 1 + k * n]!;
    y = k + 2 <= last ? h[k + 2 + k * n]! : 0;
    w = k + 3 <= last ? h[k + 3 + k * n]! : 0;
  }
}

type Three = readonly [number, number, number];

interface Rows {
  readonly k: number;
  readonly size: number;
  readonly v: Three;
}

/** v with I - v v' (|v|^2 = 2) that maps (x, y, w) to a multiple of the first unit vector; undefined for zeros. */
function reflectorOf(x: number, y: number, w: number): Three | undefined {
  const scale = Math.abs(x) + Math.abs(y) + Math.abs(w);
  if (scale === 0) return undefined;
  const [a, b, c] = [x / scale, y / scale, w / scale];
  const length = Math.sqrt(a * a + b * b + c * c);
  const head = a >= 0 ? a + length : a - length;
  const size = Math.sqrt((head * head + b * b + c * c) / 2);
  return [head / size, b / size, c / size];
}

function fromLeft(n: number, h: Float64Array, { k, size, v: [a, b, c] }: Rows, from: number): void {
  const end = n * n;
  if (size === 2) {
    for (let place = k + from * n; place < end; place += n) {
      const sum = a * h[place]! + b * h[place + 1]!;
      h[place]! -= sum * a;
      h[place + 1]! -= sum * b;
    }
    return;
  }
  for (let place = k + from * n; place < end; place += n) {
    const sum = a * h[place]! + b * h[place + 1]! + c * h[place + 2]!;
    h[place]! -= sum * a;
    h[place + 1]! -= sum * b;
    h[place + 2]! -= sum * c;
  }
}

function fromRight(
  n: number,
  q: Float64Array,
  { k, size, v: [a, b, c] }: Rows,
  rows: number,
): void {
  const end = k * n + rows;
  if (size === 2) {
    for (let x = k * n; x < end; x++) {
      const sum = a * q[x]! + b * q[x + n]!;
      q[x]! -= sum * a;
      q[x + n]! -= sum * b;
    }
    return;
  }
  for (let x = k * n; x < end; x++) {
    const sum = a * q[x]! + b * q[x + n]! + c * q[x + 2 * n]!;
    q[x]! -= sum * a;
    q[x + n]! -= sum * b;
    q[x + 2 * n]! -= sum * c;
  }
}

/** Makes a 2 x 2 block with real eigenvalues triangular. */
function splitPair(n: number, h: Float64Array, z: Float64Array, k: number): void {
  const [a, b] = [h[k + k * n]!, h[k + (k + 1) * n]!];
  const [c, d] = [h[k + 1 + k * n]!, h[k + 1 + (k + 1) * n]!];
  const half = (a - d) / 2;
  const square = half * half + b * c;
  if (square < 0) return;
  const root = half >= 0 ? half + Math.sqrt(square) : half - Math.sqrt(square);
  const size = Math.abs(c) + Math.abs(root);
  if (size === 0) return;
  const length = Math.sqrt((c / size) * (c / size) + (root / size) * (root / size));
  const [sine, cosine] = [c / size / length, root / size / length];
  for (let j = k; j < n; j++) {
    const [x, y] = [h[k + j * n]!, h[k + 1 + j * n]!];
    h[k + j * n] = cosine * x + sine * y;
    h[k + 1 + j * n] = cosine * y - sine * x;
  }
  const angle = [cosine, sine] as const;
  turnColumns(n, h, k, k + 2, angle);
  turnColumns(n, z, k, n, angle);
  h[k + 1 + k * n] = 0;
}

function turnColumns(
  n: number,
  q: Float64Array,
  k: number,
  rows: number,
  [cosine, sine]: readonly [number, number],
): void {
  for (let i = 0; i < rows; i++) {
    const [x, y] = [q[i + k * n]!, q[i + (k + 1) * n]!];
    q[i + k * n] = cosine * x + sine * y;
    q[i + (k + 1) * n] = cosine * y - sine * x;
  }
}
