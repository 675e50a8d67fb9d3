import { InputError } from '../../../core/errors/errors.js';
import { extreme, finiteColumn, type Table } from '../../../data/table.js';
import { inPanelOrder, type PanelIndex } from '../../../data/panel/panel.js';
import { type LedgerRule, presentRule } from '../../../data/ledger.js';
import { rowNumber } from '../../../data/place.js';
import type { DpdModel } from '../model/model.js';

/** Weights of all rows in panel order, NaN for rows without one, and the rules that leave such rows out. */
export interface RowWeights {
  readonly values?: Float64Array;
  readonly rules: readonly LedgerRule[];
}

/**
 * Reads the weights and leaves out rows without a weight or with weight 0.
 *
 * @throws InputError `negative-weight`; `extreme-value`; `fractional-weight`, or `varying-frequency` within a unit, for
 *   frequencies
 */
export function weightsOf({ weights }: DpdModel, table: Table, panel: PanelIndex): RowWeights {
  if (weights === undefined) return { rules: [] };
  const { column, type } = weights;
  const values = inPanelOrder(finiteColumn(table, column, 'weights.column'), panel);
  const present = presentRule(column, values);
  const positive = {
    reason: `${column} (weight) 0`,
    keep: Uint8Array.from(values, (w) => Number(w !== 0)),
  };
  const refuse = (code: string, expected: string, position: number) => {
    const row = rowNumber(panel.order[position]!, table.fileRows);
    const weight = values[position]!;
    const message = `dpd: weights in column "${column}" must be ${expected}, found ${weight} in row ${row}`;
    return new InputError(code, message, { column, row, found: weight });
  };
  values.forEach((weight, position) => {
    if (weight < 0) throw refuse('negative-weight', 'positive', position);
    if (type === 'frequency' && weight % 1 > 0) {
      throw refuse('fractional-weight', 'whole numbers to be frequencies', position);
    }
    if (weight === 0) values[position] = NaN;
  });
  const problem = extreme(values);
  if (problem !== undefined) {
    const message = `dpd: weights in column "${column}" ${problem}`;
    throw new InputError('extreme-value', message, { column });
  }
  if (type === 'frequency') checkConstant(column, values, panel);
  return { values, rules: [present, positive] };
}

/** A frequency says how many units a unit represents, so it must be constant within the unit. */
function checkConstant(column: string, values: Float64Array, panel: PanelIndex): void {
  panel.unitNames.forEach((unit, u) => {
    const unitWeights = values.subarray(panel.unitStart[u], panel.unitStart[u + 1]);
    const used = unitWeights.filter((weight) => !Number.isNaN(weight));
    if (used.every((weight) => weight === used[0])) return;
    const message = `dpd: frequencies in column "${column}" must be constant within units, found ${Math.min(...used)} to ${Math.max(...used)} in unit ${unit}`;
    throw new InputError('varying-frequency', message, { column, unit });
  });
}
