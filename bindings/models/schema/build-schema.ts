/** The schema of `build`: expressions, splits and indices by the names of the new columns. */
import * as v from 'valibot';
import { partly, together } from '../../core/arguments/inferred.js';
import { omit } from '../../core/values/omit.js';
import { isKeyed, text } from '../../core/arguments/arguments.js';
import { anExpression, places, stepsByName } from '../../words/expectations/models/steps.js';
import { listedWords, oneOfWords } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import { cutNames, splitLevels } from '../../data/index.js';
import { indexMethods, indexKeys as indexSchemas } from '../indices/options.js';
import { byName, choice, flag, name, record, textOrNumber, written } from './schema.js';

export const expression = v.pipe(textOrNumber(), text(anExpression()));

const replaced = {
  /** True if it may take the place of a column. */
  replace: v.optional(flag),
};

const cutsExpected = expects(places({ words: cutNames }));
const cut = v.pipe(v.number(cutsExpected), v.finite(cutsExpected));
const cuts = v.union(
  [
    choice(cutNames, places({ words: cutNames })),
    v.pipe(
      v.array(cut),
      v.minLength(1),
      v.check((all) => all.every((value, i) => i === 0 || value > all[i - 1]!), cutsExpected),
    ),
  ],
  cutsExpected,
);
const cutPlaces = v.pipe(
  written(cut, cuts),
  v.transform((value) => (typeof value === 'number' ? [value] : value)),
  cuts,
);

/** The keys of a split other than the column that is split. */
export const splitKeys = {
  /** Where the column is cut. */
  at: cutPlaces,
  /** Compared with the cuts: each row (default), the mean of each unit, or each row with those of its period. */
  level: v.optional(choice(splitLevels, listedWords({ words: splitLevels }))),
};

const indexKeys = partly(omit(indexSchemas, 'method', 'columns', 'sensitivity'));

const named = {
  /** The new column. */
  name,
};

/** The keys of a step other than its name, by what the step makes. */
const steps = {
  expression: together(replaced, {
    /** An expression over the columns, also those that earlier steps built. */
    value: expression,
  }),
  split: together(
    replaced,
    {
      /** The column that is cut: `low` and `high`, or `low`, `middle` and `high`; a value at a cut belongs above it. */
      split: name,
    },
    splitKeys,
  ),
  index: together(
    replaced,
    {
      /** How the weights of the columns are found. */
      index: choice(indexMethods, oneOfWords({ words: indexMethods })),
      /** Indicators with their directions; a list is enough for `pca`. */
      columns: indexSchemas.columns,
    },
    indexKeys,
  ),
};
export const expressionStep = record(together(named, steps.expression));
export const splitStep = record(together(named, steps.split));
export const indexStep = record(together(named, steps.index));

const oneStep = v.pipe(
  written(expressionStep, splitStep, indexStep),
  v.lazy((step) => {
    if (isKeyed(step) && 'split' in step) return splitStep;
    return isKeyed(step) && 'index' in step ? indexStep : expressionStep;
  }),
);

export const expressionOfColumn = v.strictObject(steps.expression);
export const splitOfColumn = v.strictObject(steps.split);
export const indexOfColumn = v.strictObject(steps.index);

/** A step as it is written below the name of its column. */
export const writtenStep = v.union([expression, expressionOfColumn, splitOfColumn, indexOfColumn]);

export const buildSteps = byName(
  {
    value: writtenStep,
    item: oneStep,
    expected: stepsByName(),
  },
  (key, value) => (isKeyed(value) ? { ...value, name: key } : { name: key, value }),
);
