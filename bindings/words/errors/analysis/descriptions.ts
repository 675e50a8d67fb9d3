/** Errors of descriptions of columns and panels, in English. */
import { says } from '../../told.js';

export const tooManyColumns = says(
  'bad-value/columns',
  ({ found, most }: { readonly path: string; readonly found: number; readonly most: number }) =>
    `expected at most ${most} columns, found ${found}; list those you need`,
);
export const tooManyCells = says(
  'too-many-periods/cells',
  'expected at most {most} units times periods, found {nunits} times {nperiods}; round the times of "{column}" to longer periods',
);
