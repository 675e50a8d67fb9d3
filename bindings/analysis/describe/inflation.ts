/** Variance inflation factors of columns. */
import type { Engine } from '../../core/engine/engine.js';
import { regress } from '../inference/auxiliary.js';
import type { ByName } from '../../results/common.js';
import { sumOfSquares, unit } from '../../core/numerics/sums.js';

export interface InflationFactors {
  readonly factors: ByName<number | null>;
  readonly reasons: ByName<string>;
}

/** 1 / (1 - R2) of each column (nrows, without missing values) on the others and a constant. */
export function inflationFactors(
  engine: Engine,
  names: readonly string[],
  columns: readonly Float64Array[],
): InflationFactors {
  const units = columns.map(unit);
  const outcomes = names.map((_, j) => factorOf(engine, units, j));
  const known = outcomes.map((outcome) => (typeof outcome === 'number' ? outcome : null));
  const reasons = names.flatMap((name, j) => {
    const outcome = outcomes[j]!;
    return typeof outcome === 'string' ? [[name, outcome] as const] : [];
  });
  return {
    factors: Object.fromEntries(names.map((name, j) => [name, known[j]!])),
    reasons: Object.fromEntries(reasons),
  };
}

/** The factor of a column, or why it has none. */
function factorOf(
  engine: Engine,
  units: readonly (Float64Array | undefined)[],
  j: number,
): number | string {
  const y = units[j];
  if (y === undefined) return 'constant in the rows with all values';
  const others = units.filter((x) => x !== y);
  const columns = others.filter((x) => x !== undefined);
  const fit = regress(engine, { y, columns, intercept: true });
  if (fit === undefined) return 'fewer rows than columns';
  if (fit.perfect) return 'infinite: a linear combination of the other columns';
  return sumOfSquares(y) / fit.rss;
}
