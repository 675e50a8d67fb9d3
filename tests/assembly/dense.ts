/** Plain dense matrices to compare the kernels with: textbook loops, nothing blocked. */
import { mix, streamKey } from '../../bench/random.js';

/** rows x columns, column-major. */
export interface Dense {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export const epsilon = Number.EPSILON;

export function dense(
  rows: number,
  columns: number,
  element: (row: number, column: number) => number,
): Dense {
  const values = Float64Array.from({ length: rows * columns }, (_, place) =>
    element(place % rows, Math.floor(place / rows)),
  );
  return { rows, columns, values };
}

/** A matrix over values that are already column-major. */
export function wrap(rows: number, columns: number, values: Float64Array): Dense {
  return { rows, columns, values };
}

export function at(a: Dense, row: number, column: number): number {
  return a.values[row + column * a.rows]!;
}

/** Uniform numbers between -1 and 1 that depend on the seed only. */
export function uniform(seed: number): () => number {
  let counter = streamKey(seed, 0);
  return () => {
    counter = (counter + 1) | 0;
    return mix(counter) / 2 ** 31 - 1;
  };
}

export function random(rows: number, columns: number, seed: number): Dense {
  const next = uniform(seed);
  return dense(rows, columns, () => next());
}

export function transpose(a: Dense): Dense {
  return dense(a.columns, a.rows, (i, j) => at(a, j, i));
}

export function multiply(a: Dense, b: Dense): Dense {
  return dense(a.rows, b.columns, (i, j) => {
    let sum = 0;
    for (let l = 0; l < a.columns; l++) sum += at(a, i, l) * at(b, l, j);
    return sum;
  });
}

export function identity(n: number): Dense {
  return dense(n, n, (i, j) => Number(i === j));
}

/** Largest absolute difference of two matrices of one shape; NaN counts as infinite. */
export function distance(a: Dense, b: Dense): number {
  return worst(a.values.map((value, place) => value - b.values[place]!));
}

export function worst(values: ArrayLike<number>): number {
  let largest = 0;
  for (const value of Array.from(values)) {
    if (!(Math.abs(value) <= largest)) largest = Number.isNaN(value) ? Infinity : Math.abs(value);
  }
  return largest;
}

/** A triangle with a diagonal far from zero, so that solving with it is well conditioned. */
export function triangle(n: number, seed: number, keep: (i: number, j: number) => boolean): Dense {
  const next = uniform(seed);
  return dense(n, n, (i, j) => {
    const value = next();
    if (i === j) return 2 + value;
    return keep(i, j) ? value / n : 0;
  });
}

/** One column. */
export function column(values: readonly number[]): Dense {
  return wrap(values.length, 1, Float64Array.from(values));
}

/** A'B. */
export const cross = (a: Dense, b: Dense): Dense => multiply(transpose(a), b);

export function minus(a: Dense, b: Dense): Dense {
  return wrap(
    a.rows,
    a.columns,
    a.values.map((value, place) => value - b.values[place]!),
  );
}

export function plus(a: Dense, b: Dense): Dense {
  return wrap(
    a.rows,
    a.columns,
    a.values.map((value, place) => value + b.values[place]!),
  );
}

export function scale(factor: number, a: Dense): Dense {
  return wrap(
    a.rows,
    a.columns,
    a.values.map((value) => factor * value),
  );
}

/** A^-1 B by elimination with row exchanges. */
export function solve(a: Dense, b: Dense): Dense {
  const n = a.rows;
  const rows = Array.from({ length: n }, (_, i) => [
    ...Array.from({ length: n }, (_unused, j) => a.values[i + j * n]!),
    ...Array.from({ length: b.columns }, (_unused, j) => b.values[i + j * n]!),
  ]);
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j < n + b.columns; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  return dense(n, b.columns, (i, j) => rows[i]![n + j]! / rows[i]![i]!);
}

export function inverse(a: Dense): Dense {
  return solve(a, identity(a.rows));
}

/** The symmetric matrix of an upper triangle. */
export function symmetric(upper: Dense): Dense {
  return dense(upper.rows, upper.rows, (i, j) => at(upper, Math.min(i, j), Math.max(i, j)));
}

/** Largest difference relative to the largest element of `expected`. */
export function relativeDistance(found: Dense, expected: Dense): number {
  if (found.rows !== expected.rows || found.columns !== expected.columns) return Infinity;
  return distance(found, expected) / worst(expected.values);
}
