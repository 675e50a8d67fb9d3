/** Finds which regressors and absorbed effects explain a regressor that is left out. */
import type { Omitted } from '../../../results/common.js';
import type { Grouping } from '../design/effects.js';
import type { LinearSample } from '../design/sample.js';

/**
 * Differences below this share of a column's range are rounding errors or remainders of the iterations that absorb
 * effects.
 */
const TOLERANCE = 1e-6;

/** The columns of a sample, and the effects that it absorbs. */
export interface ExplainedRows extends Pick<
  LinearSample,
  'names' | 'x' | 'nrows' | 'differencedBy'
> {
  readonly absorbed: readonly Grouping[];
}

/**
 * The regressors to leave out, as the core found them. Its column in `dependence` (k x k) has the coefficients of the
 * combination that equals it, and 1 for itself; the columns of all other regressors are 0.
 */
export function collinearColumns(rows: ExplainedRows, dependence: Float64Array): Omitted[] {
  const k = Math.sqrt(dependence.length);
  const columns = Array.from({ length: k }, (_, j) => dependence.subarray(j * k, (j + 1) * k));
  return columns.flatMap((shares, j) => (shares[j] === 0 ? [] : [explained(rows, j, shares)]));
}

/** The regressors in which absorbed effects leave no variation: those with 1 in `vanished`. */
export function absorbedColumns(rows: ExplainedRows, vanished: Int32Array): Omitted[] {
  const columns = Array.from(vanished, (mark, j) => (mark === 1 ? [j] : [])).flat();
  return columns.map((j) => explained(rows, j, new Float64Array(vanished.length)));
}

/**
 * The columns in words. Dummies of one factor are named together; together with the constant they are the effects of
 * the factor.
 */
function explained(rows: ExplainedRows, column: number, shares: Float64Array): Omitted {
  const explainedBy = partsOf(rows, column, shares);
  const factors = new Set(explainedBy.map(factorOf).filter((factor) => factor !== undefined));
  const several = [...factors].filter(
    (factor) => explainedBy.filter((part) => factorOf(part) === factor).length > 1,
  );
  const named = explainedBy.map((part) => {
    const factor = factorOf(part);
    return factor !== undefined && several.includes(factor) ? effectName({ name: factor }) : part;
  });
  const kept = several.length > 0 ? named.filter((part) => part !== '_cons') : named;
  return { name: rows.names[column]!, explainedBy: [...new Set(kept)] };
}

/** The factor of a dummy such as year=1980; undefined for other columns. */
function factorOf(name: string): string | undefined {
  return /^([^:=]+)=[^:]*$/.exec(name)?.[1];
}

/**
 * The effects are named only if the columns do not equal the regressor without them. The constant then counts as one of
 * the effects.
 */
function partsOf(rows: ExplainedRows, column: number, shares: Float64Array): string[] {
  const { names, absorbed, differencedBy } = rows;
  const parts = names.filter((_, i) => i !== column && (shares[i] ?? 0) !== 0);
  if (parts.length === 0 && differencedBy !== undefined) {
    return [effectName({ name: differencedBy })];
  }
  if (absorbed.length === 0) return parts;
  const rest = restOf(rows, column, shares);
  const limit = TOLERANCE * sizeOf(valuesOf(rows, column));
  if (rest.every((value) => Math.abs(value) <= limit)) return parts;
  const slopes = parts.filter((part) => part !== '_cons');
  if (names.includes('_cons') && rangeOf(rest) <= limit) return [...slopes, '_cons'];
  const alone = absorbed.find((effect) => isConstantWithin(rest, effect, limit));
  const effects = alone === undefined ? absorbed : [alone];
  return [...slopes, ...effects.map(effectName)];
}

/** How a note names an absorbed effect. */
export function effectName({ name }: Pick<Grouping, 'name'>): string {
  return `${name} effects`;
}

/** The column minus the combination of other columns that explains it. */
function restOf(rows: ExplainedRows, column: number, shares: Float64Array): Float64Array {
  const rest = valuesOf(rows, column).slice();
  shares.forEach((share, i) => {
    if (i === column || share === 0) return;
    const values = valuesOf(rows, i);
    for (let row = 0; row < rest.length; row++) rest[row]! -= share * values[row]!;
  });
  return rest;
}

function valuesOf({ x, nrows }: ExplainedRows, column: number): Float64Array {
  const values = x[column]!;
  return typeof values === 'number' ? new Float64Array(nrows).fill(values) : values;
}

/** The range of a column, or the absolute value of a column that has a single value. */
function sizeOf(values: Float64Array): number {
  const range = rangeOf(values);
  return range > 0 ? range : Math.abs(values[0]!);
}

function rangeOf(values: Float64Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

function isConstantWithin(values: Float64Array, { codes, count }: Grouping, limit: number) {
  const first = new Float64Array(count).fill(NaN);
  return values.every((value, row) => {
    const level = codes[row]!;
    if (Number.isNaN(first[level])) first[level] = value;
    return Math.abs(value - first[level]!) <= limit;
  });
}
