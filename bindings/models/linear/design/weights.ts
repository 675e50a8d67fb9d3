import { InputError } from '../../../core/errors/errors.js';
import { extreme, finiteColumn, type Table } from '../../../data/table.js';
import { type LedgerRule, lossOf, presentRule } from '../../../data/ledger.js';
import { rowNumber } from '../../../data/place.js';
import { extremeWeights, fractionalWeight, negativeWeight } from '../../../words/errors/weights.js';
import type { Weights } from '../model/model.js';

interface Weighted {
  readonly estimator: string;
  readonly weights?: Weights | undefined;
}

/** Leaves out rows without a weight or with weight 0. */
export function weightRules({ weights }: Weighted, table: Table): LedgerRule[] {
  if (weights === undefined) return [];
  const { column } = weights;
  const values = finiteColumn(table, column, 'weights.column');
  return [
    presentRule(column, values),
    { ...lossOf('{} (weight) 0', column), keep: Uint8Array.from(values, (w) => Number(w !== 0)) },
  ];
}

/**
 * Reads the weights of the rows used; undefined without weights.
 *
 * @throws InputError `negative-weight`, `extreme-value`, or `fractional-weight` for frequency weights
 */
export function readWeights(
  { estimator, weights }: Weighted,
  table: Table,
  rows: Int32Array,
): Float64Array | undefined {
  if (weights === undefined) return undefined;
  const values = finiteColumn(table, weights.column, 'weights.column');
  checkWeights({ estimator, weights }, values);
  const { fileRows } = table;
  return takeWeights({ estimator, weights, ...(fileRows && { fileRows }) }, values, rows);
}

type Weighting = Weighted & { readonly weights: Weights };

/** @throws InputError `extreme-value` for weights whose products overflow or underflow */
export function checkWeights({ estimator, weights }: Weighting, values: Float64Array): void {
  const { column } = weights;
  const size = extreme(values);
  if (size !== undefined) throw new InputError(extremeWeights({ column, ...size }), estimator);
}

/** The weights of the rows used. */
export function takeWeights(
  { estimator, weights, fileRows }: Weighting & Pick<Table, 'fileRows'>,
  values: Float64Array,
  rows: Int32Array,
): Float64Array {
  const { column, type } = weights;
  const placed = (row: number, weight: number) => {
    return { column, row: rowNumber(row, fileRows), found: weight };
  };
  return Float64Array.from(rows, (row) => {
    const weight = values[row]!;
    if (weight < 0) throw new InputError(negativeWeight(placed(row, weight)), estimator);
    if (type === 'frequency' && !Number.isInteger(weight)) {
      throw new InputError(fractionalWeight(placed(row, weight)), estimator);
    }
    return weight;
  });
}
