/** Samples with instruments, and textbook formulas for them by plain elimination. */
import {
  column,
  cross,
  dense,
  minus,
  multiply,
  solve,
  uniform,
  worst,
  type Dense,
} from '../../dense.js';
import type { Options } from '../../linear-design.js';
import type { IvDesign, IvOptions } from './design.js';

export type Columns = readonly (readonly number[])[];

/** n rows, two exogenous regressors with a constant, `nendogenous` endogenous ones and `ninstruments`. */
export function sampleOf(
  n: number,
  nendogenous: number,
  ninstruments: number,
  seed: number,
): IvDesign & { readonly clusters: Columns } {
  const next = uniform(seed);
  const column = () => Array.from({ length: n }, next);
  const w = column();
  const instruments = Array.from({ length: ninstruments }, column);
  const errors = column();
  const endogenous = Array.from({ length: nendogenous }, (_, a) =>
    column().map(
      (v, i) =>
        v +
        errors[i]! +
        0.3 * w[i]! +
        instruments.reduce((sum, z, l) => sum + z[i]! / (1 + ((a + l) % 3)), 0),
    ),
  );
  const y = column().map(
    (v, i) =>
      2 +
      v * (1 + Math.abs(instruments[0]![i]!)) +
      2 * errors[i]! +
      w[i]! +
      endogenous.reduce((sum, x) => sum + x[i]!, 0),
  );
  const ones = new Array<number>(n).fill(1);
  const clusters = [Array.from({ length: n }, (_, i) => i % 25)];
  return { y, endogenous, exogenous: [w, ones], instruments, clusters };
}

export const regressors = (d: IvDesign): Columns => [...d.endogenous, ...d.exogenous];
export const allInstruments = (d: IvDesign): Columns => [...d.exogenous, ...d.instruments];

export function matrix(columns: Columns): Dense {
  return dense(columns[0]!.length, columns.length, (i, j) => columns[j]![i]!);
}

/** Coefficients and n g'W g of GMM with the moment covariance S of Z e. */
export function gmmStep(d: IvDesign, s: Dense): { params: Dense; objective: number } {
  const [x, z, y] = [matrix(regressors(d)), matrix(allInstruments(d)), column(d.y)];
  const [a, b] = [cross(z, x), cross(z, y)];
  const params = solve(cross(a, solve(s, a)), cross(a, solve(s, b)));
  const g = minus(b, multiply(a, params));
  return { params, objective: cross(g, solve(s, g)).values[0]! };
}

/** y - X b. */
export function residualsOf(d: IvDesign, params: Dense): readonly number[] {
  return Array.from(minus(column(d.y), multiply(matrix(regressors(d)), params)).values);
}

/** Sum over groups of the outer products of summed scores z e, less their means when `center`. */
export function meatOf(
  columns: Columns,
  e: readonly number[],
  groups: readonly number[],
  center = false,
): Dense {
  const scores = columns.map((z) => z.map((v, i) => v * e[i]!));
  const shifted = scores.map((s) => {
    const mean = center ? s.reduce((sum, v) => sum + v, 0) / s.length : 0;
    return s.map((v) => v - mean);
  });
  const labels = [...new Set(groups)];
  const sums = shifted.map((s) =>
    labels.map((label) => s.reduce((sum, v, i) => sum + (groups[i] === label ? v : 0), 0)),
  );
  return cross(matrix(sums), matrix(sums));
}

/** Regressors projected on all instruments. */
export function projected(d: IvDesign): Dense {
  const [x, z] = [matrix(regressors(d)), matrix(allInstruments(d))];
  return multiply(z, solve(cross(z, z), cross(z, x)));
}

/** Largest difference relative to the largest expected number; Infinity for other lengths. */
export function gap(found: readonly number[], expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Infinity;
  return worst(found.map((value, i) => value - expected[i]!)) / worst(expected);
}

/** Every row a group of its own. */
export const byRow = (d: IvDesign): readonly number[] => d.y.map((_, i) => i);

export const robust: Options = { kind: 'HC0', small: false };
export const clustered: Options = { kind: 'CV1', small: false };
export const twoStage: IvOptions = { method: 'k-class', kappa: 1 };
