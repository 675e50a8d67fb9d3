/**
 * Leverage and the influence of single rows on least squares (Belsley, Kuh and Welsch 1980; Cook 1977), as R's
 * influence.measures defines them. With w the weight, e the residual and h the leverage of a row, b(i) and s(i) the
 * estimates without it, p the number of parameters and s^2 = rss / df,
 *
 *   standardized    e sqrt(w) / (s sqrt(1 - h))            studentized   e sqrt(w) / (s(i) sqrt(1 - h))
 *   cooksDistance   standardized^2 h / (p (1 - h))         dffits        studentized sqrt(h / (1 - h))
 *   dfbetas_x       (b - b(i)) / (s(i) sqrt((X'WX)^-1 of x))
 *
 * A row with frequency weight f counts as f rows; its numbers are those of one of these rows.
 */
import type { Grouping } from '../../../models/linear/design/effects.js';
import { compensatedSum } from '../../../core/numerics/sums.js';
import type { RowWeights } from '../rows/used-rows.js';

export interface LeastSquares {
  /** Regressors, including the constant unless effects are absorbed, and their names. */
  readonly columns: readonly Float64Array[];
  readonly names: readonly string[];
  readonly residuals: Float64Array;
  readonly weights: RowWeights | undefined;
  /** An absorbed effect, whose levels are parameters too. */
  readonly absorbed: Grouping | undefined;
  /** Number of rows, counted with frequency weights, and degrees of freedom of the residuals. */
  readonly nobs: number;
  readonly dfResid: number;
}

/** A leverage closer to 1 than this counts as 1: a parameter fits the row exactly. */
const SMALLEST = 1e-10;

export type Influence = Readonly<Record<string, Float64Array>>;

export function influenceMeasures(fit: LeastSquares): Influence {
  const { names, residuals, dfResid, nobs } = fit;
  const n = residuals.length;
  const weights = fit.weights?.values;
  const root = weights === undefined ? undefined : weights.map(Math.sqrt);
  const { q, r } = orthonormal(projected(fit).map((column) => scaled(column, root)));
  // The numbers are those of one of the rows that a frequency counts.
  const perRow = fit.weights?.type === 'frequency' ? root : undefined;
  const share = levelShares(fit);
  const leverage = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const rest = q.reduce((sum, column) => sum + column[i]! * column[i]!, 0);
    leverage[i] = share[i]! + (perRow === undefined ? rest : rest / weights![i]!);
  }
  const rss = compensatedSum(n, (i) => (weights?.[i] ?? 1) * residuals[i]! * residuals[i]!);
  const errors = perRow === undefined ? scaled(residuals, root) : residuals;
  const { sigmaWithout, ...measures } = deletionColumns(leverage, errors, {
    rss,
    dfResid,
    nparams: nobs - dfResid,
  });
  const scales = inverseRowNorms(r);
  const dfbetas = names.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const rowScale = perRow === undefined ? 1 : 1 / perRow[i]!;
    const change = solveUpper(
      r,
      q.map((column) => column[i]! * rowScale),
    );
    const step = errors[i]! / (1 - leverage[i]!) / sigmaWithout[i]!;
    dfbetas.forEach((column, j) => (column[i] = (change[j]! * step) / scales[j]!));
  }
  return {
    leverage,
    ...measures,
    ...Object.fromEntries(names.map((name, j) => [`dfbetas_${name}`, dfbetas[j]!])),
  };
}

interface Scale {
  readonly rss: number;
  readonly dfResid: number;
  readonly nparams: number;
}

function deletionColumns(
  leverage: Float64Array,
  errors: Float64Array,
  { rss, dfResid, nparams }: Scale,
) {
  const n = leverage.length;
  const columns = () => new Float64Array(n);
  const [standardized, studentized, cooksDistance] = [columns(), columns(), columns()];
  const [dffits, sigmaWithout] = [columns(), columns()];
  for (let i = 0; i < n; i++) {
    const h = leverage[i]!;
    const free = 1 - h > SMALLEST ? 1 - h : NaN;
    const squared = (errors[i]! * errors[i]!) / free;
    sigmaWithout[i] = Math.sqrt((rss - squared) / (dfResid - 1));
    standardized[i] = errors[i]! / Math.sqrt((rss / dfResid) * free);
    studentized[i] = errors[i]! / (sigmaWithout[i]! * Math.sqrt(free));
    cooksDistance[i] = (standardized[i]! * standardized[i]! * h) / (nparams * free);
    dffits[i] = studentized[i]! * Math.sqrt(h / free);
  }
  return { standardized, studentized, cooksDistance, dffits, sigmaWithout };
}

/** The regressors minus their means within the levels of the absorbed effect. */
function projected({ columns, absorbed, weights }: LeastSquares): Float64Array[] {
  if (absorbed === undefined) return [...columns];
  const { codes, count } = absorbed;
  const totals = levelTotals(absorbed, weights?.values);
  return columns.map((column) => {
    const sums = new Float64Array(count);
    column.forEach((value, i) => (sums[codes[i]!]! += (weights?.values[i] ?? 1) * value));
    return column.map((value, i) => value - sums[codes[i]!]! / totals[codes[i]!]!);
  });
}

/** The leverage of each row that is due to the absorbed effect: its share in the weight of its level. */
function levelShares({ absorbed, weights, residuals }: LeastSquares): Float64Array {
  if (absorbed === undefined) return new Float64Array(residuals.length);
  const totals = levelTotals(absorbed, weights?.values);
  const rowWeight = (i: number) => (weights?.type === 'frequency' ? 1 : (weights?.values[i] ?? 1));
  return residuals.map((_, i) => rowWeight(i) / totals[absorbed.codes[i]!]!);
}

function levelTotals({ codes, count }: Grouping, weights: Float64Array | undefined): Float64Array {
  const totals = new Float64Array(count);
  codes.forEach((code, i) => (totals[code]! += weights?.[i] ?? 1));
  return totals;
}

function scaled(column: Float64Array, by: Float64Array | undefined): Float64Array {
  return by === undefined ? column : column.map((value, i) => value * by[i]!);
}

/** Lengths of the rows of R^-1: the square roots of the diagonal of (X'WX)^-1. */
function inverseRowNorms(r: Parameters<typeof solveUpper>[0]): number[] {
  const squares = r.map(() => 0);
  r.forEach((_, j) => {
    const column = solveUpper(
      r,
      r.map((__, i) => Number(i === j)),
    );
    column.forEach((value, i) => (squares[i]! += value * value));
  });
  return squares.map(Math.sqrt);
}

/** X = Q R, with the columns of Q orthonormal and R upper triangular. */
interface Orthonormal {
  readonly q: readonly Float64Array[];
  /** Columns of R: `r[j][i]` for i <= j. */
  readonly r: readonly (readonly number[])[];
}

/**
 * Gram-Schmidt with a second pass over the columns, which makes them orthogonal to working precision (Giraud, Langou,
 * Rozloznik and van den Eshof, 2005). The columns must be independent.
 */
function orthonormal(columns: readonly Float64Array[]): Orthonormal {
  const q: Float64Array[] = [];
  const r = columns.map((column) => {
    const rest = column.slice();
    const coefficients = q.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      q.forEach((direction, i) => {
        const along = product(direction, rest);
        coefficients[i]! += along;
        for (let row = 0; row < rest.length; row++) rest[row]! -= along * direction[row]!;
      });
    }
    const length = Math.sqrt(product(rest, rest));
    q.push(rest.map((value) => value / length));
    return [...coefficients, length];
  });
  return { q, r };
}

function product(a: Float64Array, b: Float64Array): number {
  return compensatedSum(a.length, (i) => a[i]! * b[i]!);
}

/** Solves R x = b. */
function solveUpper(r: Orthonormal['r'], b: readonly number[]): number[] {
  const x = [...b];
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i]! -= r[j]![i]! * x[j]!;
    x[i]! /= r[i]![i]!;
  }
  return x;
}
