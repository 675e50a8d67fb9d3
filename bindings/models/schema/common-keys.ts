/** Keys of every model. */
import * as v from 'valibot';
import { keyed, level } from '../../core/arguments/arguments.js';

/** The rows. */
export const rowKeys = {
  /** Rows that enter, as an expression over columns: `year >= 2018 && region == "east"`. */
  where: v.optional(v.string('a row filter such as year >= 1978')),
};

/** The formula. */
export const formulaKeys = {
  /** `y ~ x1 + x2 | effects | endogenous ~ instruments`; `L.x` is a lag, `D.x` a difference, `i(x)` are dummies. */
  formula: v.pipe(v.string('a formula such as n ~ L.n + w'), v.nonEmpty('a formula')),
};

const labelsExpected = 'labels by name';
const nameExpected = 'a name of the model';

/** What is reported. */
export const reportKeys = {
  /** What is done with a regressor that others explain; default `omit`, with a warning. */
  collinear: v.optional(v.picklist(['omit', 'error'], 'omit or error'), 'omit'),
  /** Level of confidence intervals; default 0.95. */
  level: v.optional(level, 0.95),
};

/** What things are called. */
export const nameKeys = {
  /** What reports call variables and coefficients, by name; estimates do not depend on it. */
  labels: v.optional(keyed(v.record(v.string(), v.string(labelsExpected), labelsExpected))),
  /** What results, tables and errors call the model; estimates do not depend on it. */
  name: v.optional(v.pipe(v.string(nameExpected), v.nonEmpty(nameExpected))),
};
