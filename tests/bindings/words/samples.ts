/** A detail of each warning, or several where its sentence has several forms. */
import type { WarningDetails } from '../../../bindings/words/warning.js';
import * as analyses from './samples/analyses.js';
import * as data from './samples/data.js';
import * as models from './samples/models.js';
import * as papers from './samples/papers.js';
import type { Samples } from './samples/samples-type.js';

export const samples: Samples<WarningDetails> = {
  ...data.columns,
  ...data.tables,
  ...data.sheets,
  ...data.totals,
  ...data.formulas,
  ...data.steps,
  ...data.descriptions,
  ...models.linear,
  ...models.instruments,
  ...models.dynamic,
  ...models.indices,
  ...analyses.bootstrap,
  ...analyses.groups,
  ...analyses.hausman,
  ...analyses.postestimation,
  ...analyses.simulations,
  ...analyses.weak,
  ...papers.papers,
  ...papers.labels,
};
