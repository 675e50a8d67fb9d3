/** A detail of each warning, or several where its sentence has several forms. */
import type { WarningDetails } from '../../../bindings/words/warning.js';
import * as data from './samples/data.js';

export type Samples<Details> = { readonly [Code in keyof Details]: readonly Details[Code][] };

export const samples: Samples<WarningDetails> = {
  ...data.columns,
  ...data.tables,
  ...data.sheets,
  ...data.formulas,
  ...data.steps,
  ...data.descriptions,
};
