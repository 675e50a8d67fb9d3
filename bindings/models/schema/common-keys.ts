/** Keys of every model. */
import { aColumnName, aFormula, formulaSuch, labelsByName, nameOfModel, rowFilter } from '../../words/expectations/models/models.js';
import { eitherOf, keysAndValues } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import * as v from 'valibot';
import { keyed, level, oneOf, text } from '../../core/arguments/arguments.js';

const filter = v.string(expects(rowFilter()));
const column = text(aColumnName());

/** The rows. */
export const rowKeys = {
  /** Rows that enter: `year >= 2018 && region == "east"`. */
  where: v.optional(filter),
  /** A model for each row filter by its name: `{all: null, east: region == "east"}`. */
  samples: v.optional(keyed(v.record(v.string(), v.nullable(filter), expects(keysAndValues())))),
  /** A model for each value of this column. */
  split: v.optional(column),
  /** The same after a model of all rows. */
  fsplit: v.optional(column),
};

/** The formula. */
export const formulaKeys = {
  /** `y ~ x | effects | endogenous ~ instruments`; `L.x` is a lag, `D.x` a difference, `i(x)` dummies. */
  formula: v.pipe(v.string(expects(formulaSuch())), v.nonEmpty(expects(aFormula()))),
};

const labelsExpected = expects(labelsByName());

const collinear = ['omit', 'error'] as const;

/** What is reported. */
export const reportKeys = {
  /** Regressors that others explain; default `omit`, with a warning. */
  collinear: v.optional(oneOf(collinear, eitherOf({ words: collinear })), 'omit'),
  /** Level of confidence intervals; default 0.95. */
  level: v.optional(level, 0.95),
};

/** What things are called. */
export const nameKeys = {
  /** What reports call variables and coefficients, by name. */
  labels: v.optional(keyed(v.record(v.string(), v.string(labelsExpected), labelsExpected))),
  /** What results, tables and errors call the model. */
  name: v.optional(text(nameOfModel())),
};
