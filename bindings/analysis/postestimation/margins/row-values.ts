/** The values of variables and factors in the rows of a fit: observed, at their means, or set. */
import type { Engine } from '../../../core/engine/engine.js';
import { evaluateTerm, findColumn, type Frame, levelsOf, type Table } from '../../../data/index.js';
import { gathered } from '../../../core/values/gathered.js';
import { compensatedSum } from '../../../core/numerics/sums.js';
import { elementaryMath } from '../../../core/numerics/elementary.js';
import type { RowWeights, UsedRows } from '../rows/used-rows.js';
import type { Variables } from './atoms.js';
import type { Indicator } from '../rows/design-terms.js';
import type { Product } from './derivative.js';
import type { Slope } from './slopes.js';

/** Values that variables and factors are set to, by name. */
export type Settings = ReadonlyMap<string, number | string>;

export interface FactorValues {
  readonly levels: readonly string[];
  /** The level of each row. */
  readonly codes: Int32Array;
}

export interface RowValues {
  readonly nrows: number;
  readonly numeric: ReadonlyMap<string, Float64Array>;
  readonly factors: ReadonlyMap<string, FactorValues>;
  readonly weights: RowWeights | undefined;
  readonly math: Frame['math'];
}

export function rowValues(
  engine: Engine,
  used: UsedRows,
  variables: Variables,
  factorNames: ReadonlySet<string>,
): RowValues {
  const { table, rows, positions, frame, weights } = used;
  const among = new Uint8Array(table.nrows);
  for (const row of rows) among[row] = 1;
  const numeric = new Map<string, Float64Array>();
  for (const [name, term] of variables) {
    numeric.set(name, gathered(evaluateTerm(term, frame)[0]!.values, positions));
  }
  const factors = new Map<string, FactorValues>();
  for (const name of factorNames) {
    const { names, codes } = levelsOf(findColumn(table, name, 'formula'), among);
    factors.set(name, { levels: names, codes: rows.map((row) => codes[row]!) });
  }
  return { nrows: rows.length, numeric, factors, weights, math: elementaryMath(engine) };
}

/** Averages of the slopes over the rows, or slopes at the means, in the order of `slopes`. */
export function averageSlopes(
  slopes: readonly Slope[],
  values: RowValues,
  settings: Settings,
  others: 'observed' | 'means',
): number[] {
  const nrows = others === 'means' ? 1 : values.nrows;
  const columnOf = (observed: Float64Array, set: number | undefined): Float64Array => {
    if (set !== undefined) return new Float64Array(nrows).fill(set);
    return others === 'means' ? Float64Array.of(weightedMean(observed, values.weights)) : observed;
  };
  const columns = new Map<string, { kind: 'number'; values: Float64Array }>();
  for (const [name, observed] of values.numeric) {
    const set = settings.get(name);
    const column = columnOf(observed, set === undefined ? undefined : Number(set));
    columns.set(name, { kind: 'number', values: column });
  }
  const indicator = ({ of, level }: Indicator): Float64Array => {
    const { levels, codes } = values.factors.get(of)!;
    const place = levels.indexOf(level);
    const observed = Float64Array.from(codes, (code) => Number(code === place));
    const set = settings.get(of);
    return columnOf(observed, set === undefined ? undefined : Number(String(set) === level));
  };
  const table: Table = { nrows, columns };
  const weights = others === 'means' ? undefined : values.weights;
  return slopes.map(({ indicators, products }) => {
    const total = new Float64Array(nrows);
    for (const product of products) {
      const part = productValues(product, table, values.math);
      for (let i = 0; i < nrows; i++) total[i]! += part[i]!;
    }
    for (const one of indicators) {
      const dummy = indicator(one);
      // A row outside the level has slope 0, even if the slope is not defined there.
      for (let i = 0; i < nrows; i++) total[i] = dummy[i] === 0 ? 0 : total[i]! * dummy[i]!;
    }
    return weightedMean(total, weights);
  });
}

function productValues(
  { coefficient, factors }: Product,
  table: Table,
  math: Frame['math'],
): Float64Array {
  const result = new Float64Array(table.nrows).fill(coefficient);
  for (const factor of factors) {
    const { values } = evaluateTerm(factor, { table, math })[0]!;
    for (let i = 0; i < result.length; i++) result[i]! *= values[i]!;
  }
  return result;
}

function weightedMean(values: Float64Array, weights: RowWeights | undefined): number {
  const n = values.length;
  if (weights === undefined) return compensatedSum(n, (i) => values[i]!) / n;
  const w = weights.values;
  return compensatedSum(n, (i) => w[i]! * values[i]!) / compensatedSum(n, (i) => w[i]!);
}
