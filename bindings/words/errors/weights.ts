/** Errors of weights of regressions, in English. */
import { says } from '../told.js';

export interface WeightOfRow {
  readonly column: string;
  /** Row of the file, counted as people do. */
  readonly row: number;
  readonly found: number;
}

const wrongWeight = ({ column, row, found }: WeightOfRow, expected: string) =>
  `weights in column "${column}" must be ${expected}, found ${found} in row ${row}`;

export interface ExtremeWeights {
  readonly column: string;
  /** The largest absolute value. */
  readonly found: number;
  readonly lowest: number;
  readonly highest: number;
}

export const extremeWeights = says(
  'extreme-value/weights',
  'weights in column "{column}" must have a largest absolute value between {lowest} and {highest}, as products overflow or vanish beyond, found {found}; measure it in other units',
);
export const varyingWeight = says(
  'varying-weight',
  (detail: {
    readonly column: string;
    readonly unit: string;
    /** Two weights of the unit. */
    readonly found: readonly [number, number];
  }) =>
    `weights in column "${detail.column}" must be the same in all rows of a unit, found ${detail.found.join(' and ')} in unit ${detail.unit}`,
);
export const varyingFrequency = says(
  'varying-frequency',
  (detail: {
    readonly column: string;
    readonly unit: string;
    /** The smallest and the largest of the unit. */
    readonly found: readonly [number, number];
  }) =>
    `frequencies in column "${detail.column}" must be constant within units, found ${detail.found.join(' to ')} in unit ${detail.unit}`,
);
export const negativeWeight = says('negative-weight', (detail: WeightOfRow) =>
  wrongWeight(detail, 'positive'),
);
export const fractionalWeight = says('fractional-weight', (detail: WeightOfRow) =>
  wrongWeight(detail, 'whole numbers to be frequencies'),
);
