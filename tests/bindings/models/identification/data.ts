/** Reduced forms from plain columns, by explicit projections: what the core computes, written down again. */
import type { ReducedForm } from '../../../../bindings/models/identification/reduced-form.js';
import { forwardSubstitute, householder } from '../../../../bindings/core/numerics/householder.js';

export type Columns = readonly (readonly number[])[];

export interface Data {
  readonly exogenous: Columns;
  readonly instruments: Columns;
  readonly endogenous: Columns;
  readonly outcome: readonly number[];
  /** Cluster of each row. */
  readonly clusters?: readonly number[];
}

export type Kind = 'unadjusted' | 'robust' | 'cluster';

export const inner = (x: readonly number[], y: readonly number[]) =>
  x.reduce((sum, value, i) => sum + value * y[i]!, 0);

/** Triangle R (rows, positive diagonal) of a QR of the columns, and Q = columns R^-1 by columns. */
export function orthonormal(columns: Columns) {
  const { triangle } = householder(columns);
  const positive = triangle.map((row, i) => row.map((value) => (row[i]! < 0 ? -value : value)));
  const rows = columns[0]!.map((_, row) =>
    forwardSubstitute(
      positive,
      columns.map((column) => column[row]!),
    ),
  );
  return { triangle: positive, basis: columns.map((_, j) => rows.map((row) => row[j]!)) };
}

/** y less its projection on orthonormal columns. */
export function without(basis: Columns, y: readonly number[]): number[] {
  return basis.reduce<number[]>(
    (rest, q) => {
      const along = inner(q, y);
      return rest.map((value, i) => value - along * q[i]!);
    },
    [...y],
  );
}

/** Sums of products of scores q_j e_a over rows, or over clusters: (basis x errors) squared, by a and within it by j. */
export function meat(basis: Columns, errors: Columns, clusters?: readonly number[]): number[][] {
  const scores = errors.flatMap((e) => basis.map((q) => q.map((value, i) => value * e[i]!)));
  const groups = clusters ?? errors[0]!.map((_, i) => i);
  const count = Math.max(...groups) + 1;
  const sums = scores.map((score) => {
    const sum = new Array<number>(count).fill(0);
    score.forEach((value, i) => (sum[groups[i]!]! += value));
    return sum;
  });
  return sums.map((x) => sums.map((y) => inner(x, y)));
}

export function reducedForm(data: Data, kind: Kind, restricted = false): ReducedForm {
  const { exogenous, instruments, endogenous, outcome, clusters } = data;
  const nobs = outcome.length;
  const all = [...exogenous, ...instruments, ...endogenous, outcome];
  const { triangle, basis } = orthonormal(all);
  const nz = exogenous.length + instruments.length;
  const removed = basis.slice(0, restricted ? exogenous.length : nz);
  const errors = [outcome, ...endogenous].map((y) => without(removed, y));
  const z = basis.slice(exogenous.length, nz);
  const omega =
    kind === 'unadjusted' ? undefined : meat(z, errors, kind === 'cluster' ? clusters : undefined);
  const dfResid = nobs - nz;
  const groups = kind === 'cluster' ? new Set(clusters).size : undefined;
  return {
    nobs,
    nexogenous: exogenous.length,
    ninstruments: instruments.length,
    nendogenous: endogenous.length,
    dfResid,
    dfReference: groups === undefined ? dfResid : groups - 1,
    factor:
      groups === undefined ? nobs / dfResid : ((nobs - 1) / dfResid) * (groups / (groups - 1)),
    triangle: Float64Array.from(all.flatMap((_, j) => all.map((__, i) => triangle[i]![j]!))),
    covariance: omega && Float64Array.from(omega.flat()),
  };
}

/** A generator of uniform numbers between 0 and 1 (Park and Miller's, good enough for test data). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Near-normal draws. */
export function normal(seed: number): () => number {
  const draw = uniform(seed);
  return () => Array.from({ length: 12 }, draw).reduce((sum, u) => sum + u, -6);
}

export interface Design {
  readonly nobs: number;
  readonly ninstruments: number;
  readonly nendogenous: number;
  /** Size of the first-stage coefficients. */
  readonly strength: number;
  readonly seed: number;
}

/** A model with a constant, one more exogenous regressor, heteroskedastic errors and clusters of five rows. */
export function simulate({ nobs, ninstruments, nendogenous, strength, seed }: Design): Data {
  const draw = normal(seed);
  const column = (f: (i: number) => number) => Array.from({ length: nobs }, (_, i) => f(i));
  const exogenous = [column(() => 1), column(draw)];
  const instruments = Array.from({ length: ninstruments }, () => column(draw));
  const shock = column((i) => draw() * (1 + 0.5 * Math.abs(instruments[0]![i]!)));
  const endogenous = Array.from({ length: nendogenous }, (_, j) => {
    const slopes = instruments.map(() => strength * draw());
    return column(
      (i) =>
        instruments.reduce((sum, z, k) => sum + slopes[k]! * z[i]!, 0) +
        exogenous[1]![i]! * 0.3 +
        (0.5 + 0.2 * j) * shock[i]! +
        draw(),
    );
  });
  const outcome = column(
    (i) =>
      1 + endogenous.reduce((sum, x, j) => sum + (j + 1) * 0.5 * x[i]!, 0) + shock[i]! + draw(),
  );
  const clusters = column((i) => Math.floor(i / 5));
  return { exogenous, instruments, endogenous, outcome, clusters };
}
