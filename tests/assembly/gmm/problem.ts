/** Random GMM problems and their textbook solutions by elimination. */
import {
  cross,
  dense,
  minus,
  multiply,
  random,
  scale,
  solve,
  transpose,
  wrap,
  type Dense,
} from '../dense.js';

/** Moments s - A b of n conditions in k parameters, and the covariance S whose inverse weights them. */
export interface Problem {
  readonly a: Dense;
  readonly s: Dense;
  readonly covariance: Dense;
}

/** A well-conditioned problem: S is a sum over thrice as many rows as it has columns. */
export function problemOf(n: number, k: number, seed: number): Problem {
  const rows = random(3 * n, n, seed + 1);
  return {
    a: random(n, k, seed),
    s: random(n, 1, seed + 2),
    covariance: scale(1 / (3 * n), cross(rows, rows)),
  };
}

export interface Solution {
  readonly params: Dense;
  /** (A'WA)^-1, and P with b = P s. */
  readonly bread: Dense;
  readonly map: Dense;
  readonly objective: number;
  /** W (s - A b). */
  readonly weighted: Dense;
}

/** The minimum of (s - A b)'W (s - A b). */
export function solveWith(w: Dense, { a, s }: Problem): Solution {
  const left = multiply(transpose(a), w);
  const square = multiply(left, a);
  const bread = solve(
    square,
    dense(a.columns, a.columns, (i, j) => Number(i === j)),
  );
  const map = solve(square, left);
  const params = multiply(map, s);
  const rest = minus(s, multiply(a, params));
  const weighted = multiply(w, rest);
  return { params, bread, map, objective: cross(rest, weighted).values[0]!, weighted };
}

/** [A s]. */
export function moments({ a, s }: Problem): Dense {
  return wrap(a.rows, a.columns + 1, Float64Array.from([...a.values, ...s.values]));
}

/** The Moore-Penrose inverse of B B', B with independent columns: B (B'B)^-2 B'. */
export function pseudoinverse(b: Dense): Dense {
  const square = cross(b, b);
  return multiply(b, solve(square, solve(square, transpose(b))));
}
