/** How a composite index is built. */
import { expects } from '../../words/expects.js';
import type { Told } from '../../words/told.js';
import { spelling } from '../../words/text/spelling.js';
import * as wanted from '../../words/expectations/models/indices.js';
import { aFiniteNumber, aNumber, numberAtLeast } from '../../words/expectations/values.js';
import * as v from 'valibot';
import {
  badArgument,
  columnName,
  flag,
  isKeyed,
  listOf,
  oneOf,
  seed,
  text,
  written,
} from '../../core/arguments/arguments.js';
import type { Input, Options } from '../../core/arguments/inferred.js';
import { omit } from '../../core/values/omit.js';
import type { IndexStep } from '../../data/index.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import type { Direction } from '../../results/indices/composite-index.js';

/** How an index is built. */
export const indexMethods = ['entropy', 'topsis', 'pca', 'equal', 'given', 'critic', 'cv'] as const;

const weightings = ['entropy', 'equal', 'critic', 'cv'] as const;

export interface IndexOptions
  extends LocalOptions, Options<Omit<typeof indexKeys, 'method' | 'columns'>> {
  /** How the weights of the columns are found. */
  readonly method: Input<typeof indexKeys.method>;
  /** Indicators with their directions; a list is enough for `pca`. */
  readonly columns: Input<typeof indexKeys.columns>;
}

const sign = v.picklist(['+', '-']);
const directions = v.pipe(
  written(v.record(v.string(), sign)),
  v.custom<Record<string, Direction>>(
    (value) => isKeyed(value) && Object.values(value).every((one) => v.is(sign, one)),
    expects(wanted.signedColumns()),
  ),
);
/** The rule with its first word, up to a colon or a comparison, in the spelling of the library. */
export function spelledRule<Rule>(value: Rule): Rule {
  return (typeof value === 'string' ? value.replace(/^[^:>=]+/, spelling) : value) as Rule;
}

/** A rule that matches the pattern once its first word is in the spelling of the library. */
function rule(expected: Told, pattern: RegExp) {
  const anyCase = pattern.source.replace(
    /(?<!\\)[a-z]/g,
    (letter) => `[${letter}${letter.toUpperCase()}]`,
  );
  const matching = (one: RegExp) => v.pipe(text(expected), v.regex(one, expects(expected)));
  return v.pipe(
    written(matching(new RegExp(anyCase))),
    v.transform(spelledRule),
    matching(pattern),
  );
}

const finite = v.pipe(v.number(expects(aNumber())), v.finite(expects(aFiniteNumber())));

/** The keys of an index. */
export const indexKeys = {
  /** How the weights of the columns are found. */
  method: oneOf(indexMethods),
  /** Indicators with their directions; a list is enough for `pca`. */
  columns: v.union(
    [directions, listOf(columnName, wanted.namesOfColumns())],
    expects(wanted.signedColumns()),
  ),
  /** Default `minmax`; `base:2017` takes the extremes of the rows of that period, in the column `time`. */
  normalise: rule(wanted.normalisations(), /^(minmax|zscore|vector|target|base:.+)$/),
  /** Targets of the indicators, for `target`; by default the best value of each. */
  targets: v.record(v.string(), finite, expects(wanted.numberForEach())),
  /** The column of periods, for `base` and `ln-periods`. */
  time: columnName,
  /** Weights and scores within the groups of this column. */
  by: columnName,
  /** Normalisation within the groups of this column. */
  rescaleBy: columnName,
  /** Number that is added to the normalised indicators; default 0. */
  shift: v.pipe(finite, v.minValue(0, expects(numberAtLeast({ low: 0 })))),
  /** Scores from the indicators before the shift. */
  unshiftedScores: flag,
  /** How the weighted columns become one number. */
  aggregate: oneOf(['arithmetic', 'geometric']),
  /** What `cv` takes the variation of; default `normalised`. */
  values: oneOf(['normalised', 'raw']),
  /** For `given` the weights in the order of the columns; for `topsis` these or a method, default `entropy`. */
  weights: v.union(
    [listOf(finite, wanted.someNumbers()), oneOf(weightings)],
    expects(wanted.weightsOrMethod({ words: weightings })),
  ),
  /** `ln-periods` divides entropies by the logarithm of the number of periods, a fault in wide circulation. */
  compat: oneOf(['ln-periods']),
  /** What `pca` decomposes; default `correlation`. */
  matrix: oneOf(['correlation', 'covariance']),
  /** `eigenvalue>=1` (default), `share:0.85`, `n:2` or `parallel`. */
  keep: rule(
    wanted.keptComponents(),
    /^(eigenvalue>=\d*\.?\d+|share:(0?\.\d+|1(\.0*)?)|n:[1-9]\d*|parallel)$/,
  ),
  /** Default `variance-share`. */
  score: oneOf(['variance-share', 'first', 'unit-variance']),
  /** Makes the largest loading (default, the first of equal ones) or the sum of loadings positive. */
  sign: oneOf(['largest', 'sum']),
  /** Also rank rows under other normalisations, weights and aggregations, and without each indicator. */
  sensitivity: flag,
  /** Seed of the random columns of `keep: parallel`; default 1. */
  seed,
} as const;

export const schemas = { ...localSchemas, ...indexKeys };

/** Methods that average indicators, and those that weight them. */
const averaging = ['entropy', 'equal', 'given', 'critic', 'cv'] as const;
const weighting = [...averaging, 'topsis'] as const;

/** Options that only some methods use. */
const ofMethods: Readonly<Record<string, readonly IndexOptions['method'][]>> = {
  normalise: weighting,
  targets: weighting,
  rescaleBy: weighting,
  by: weighting,
  shift: averaging,
  unshiftedScores: averaging,
  aggregate: averaging,
  sensitivity: averaging,
  values: ['cv'],
  weights: ['given', 'topsis'],
  compat: ['entropy'],
  matrix: ['pca'],
  keep: ['pca'],
  score: ['pca'],
  sign: ['pca'],
  seed: ['pca'],
};

/** @throws InputError `bad-value` for an option that the method does not use */
export function checkUsed(options: IndexOptions): void {
  const unused = Object.entries(ofMethods).find(
    ([name, methods]) =>
      options[name as keyof IndexOptions] !== undefined && !methods.includes(options.method),
  );
  if (unused === undefined) return;
  const [name, methods] = unused;
  throw badArgument('index', name, wanted.ofMethod({ methods }), options.method);
}

/** The options of a step of `build`, which have been checked. */
export function optionsOfStep(step: IndexStep): IndexOptions {
  const { index: method, ...rest } = omit(step, 'name', 'replace');
  return { ...rest, method: method as IndexOptions['method'] };
}
