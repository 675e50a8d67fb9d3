import { InputError } from '../../../core/errors/errors.js';
import { extreme, finiteColumn, type Table } from '../../../data/table.js';
import { type LedgerRule, presentRule } from '../../../data/ledger.js';
import { rowNumber } from '../../../data/place.js';
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
    { reason: `${column} (weight) 0`, keep: Uint8Array.from(values, (w) => Number(w !== 0)) },
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
  const problem = extreme(values);
  if (problem === undefined) return;
  const message = `weights in column "${column}" ${problem}`;
  throw new InputError('extreme-value', message, { column }, estimator);
}

/** The weights of the rows used. */
export function takeWeights(
  { estimator, weights, fileRows }: Weighting & Pick<Table, 'fileRows'>,
  values: Float64Array,
  rows: Int32Array,
): Float64Array {
  const { column, type } = weights;
  const refuse = (code: string, expected: string, row: number) => {
    const fileRow = rowNumber(row, fileRows);
    const detail = { column, row: fileRow, found: values[row] };
    const sentence = (one: { readonly row: number }) =>
      `weights in column "${column}" must be ${expected}, found ${values[row]} in row ${one.row}`;
    return new InputError(code, sentence, detail, estimator);
  };
  return Float64Array.from(rows, (row) => {
    const weight = values[row]!;
    if (weight < 0) throw refuse('negative-weight', 'positive', row);
    if (type === 'frequency' && !Number.isInteger(weight)) {
      throw refuse('fractional-weight', 'whole numbers to be frequencies', row);
    }
    return weight;
  });
}
