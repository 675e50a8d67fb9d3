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

export const negativeWeight = says('negative-weight', (detail: WeightOfRow) =>
  wrongWeight(detail, 'positive'),
);

export const fractionalWeight = says('fractional-weight', (detail: WeightOfRow) =>
  wrongWeight(detail, 'whole numbers to be frequencies'),
);
