/** The keys of `multiverse` for every estimator. */
import * as v from 'valibot';
import { keyed, text, whole } from '../../core/arguments/arguments.js';
import * as wanted from '../../words/expectations/models/models.js';
import { aName, aText, listOfTexts, oneOfWords } from '../../words/expectations/values.js';
import { stepsByName } from '../../words/expectations/models/steps.js';
import { expects } from '../../words/expects.js';
import type { Told } from '../../words/told.js';
import { together } from '../../core/arguments/inferred.js';
import { linearSpecificationBootstrap } from '../schema/bootstrap-schema.js';
import { covarianceOf, covarianceText } from '../covariances/text.js';
import { covarianceChoice } from '../linear/model/schema.js';
import { writtenStep } from '../schema/build-schema.js';
import { choice, name, record, written } from '../schema/schema.js';
import type { MethodChoice } from './choices.js';

const some = expects(wanted.oneOrMore({ of: 'value' }));
const differ = expects(wanted.differingValues());

function isDistinct(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === values.length;
}

/** A list of at least one value without repetitions. */
export function values<const Schema extends v.GenericSchema>(item: Schema, expected: Told) {
  const list = v.pipe(v.array(item, expects(wanted.listWith({ of: expected }))), v.nonEmpty(some));
  return v.pipe(
    list,
    v.check((all) => isDistinct(all), differ),
  );
}

const term = text(wanted.termOfFormula());

const terms = v.array(term, expects(wanted.setOfTerms()));
const termSet = v.pipe(
  written(v.null(), v.string(), terms),
  v.transform((value): unknown => {
    if (value === null || value === '') return [];
    return typeof value === 'string' ? [value] : value;
  }),
  terms,
  v.check((all) => isDistinct(all), expects(wanted.eachTermOnce())),
);

const termSets = values(termSet, wanted.setOfTerms());

const filters = keyed(
  v.record(
    v.pipe(v.string(), v.nonEmpty(expects(aName()))),
    v.nullable(text(wanted.filterOrAll())),
    expects(wanted.filtersByName()),
  ),
);
const samples = v.pipe(
  filters,
  v.check((all) => Object.keys(all).length > 0, some),
);

/** Covariances in the keys that an estimator has. */
export const covariances = <
  const Schema extends v.GenericSchema,
  const Text extends v.GenericSchema<string>,
>(
  keys: Schema,
  text: Text,
) => ({
  /** A type such as `HC1`, a type with its clusters or lags such as `cluster:id`, or keys of `vcov`. */
  vcov: v.optional(values(covarianceOf(keys, text), wanted.covariances())),
});

/** Synonyms of methods. */
const synonyms: Readonly<Record<string, string>> = {
  fe: 'within',
  re: 'random',
  be: 'between',
  fd: 'first-difference',
  gmm: 'two-step',
};

/** Methods of an estimator, each also under its synonym. */
export function methods<const Known extends MethodChoice>(known: readonly Known[]) {
  const expected = oneOfWords({ words: known });
  const plain = v.transform((value: unknown): unknown => {
    const word = typeof value === 'string' ? synonyms[value.toLowerCase()] : undefined;
    return word ?? value;
  });
  const others = Object.keys(synonyms).filter((word) =>
    known.some((one) => one === synonyms[word]),
  );
  const any = written(v.picklist([...known, ...(others as MethodChoice[])]));
  return {
    /** How the coefficients are estimated. */
    methods: v.optional(values(v.pipe(any, plain, choice(known, expected)), wanted.methods())),
  };
}

const ways = keyed(
  v.record(
    v.pipe(v.string(), v.nonEmpty(expects(aName()))),
    v.nullable(writtenStep),
    expects(stepsByName()),
  ),
);

/** Choices about the rows and the columns. */
export const sampleChoices = {
  /** Ways to build a column, by its name, as in `build`; `null` is the column as it is. */
  build: v.optional(keyed(v.record(name, ways, expects(stepsByName())))),
  /** Row filters by name, which the model's `where` is combined with; `null` means no other filter. */
  samples: v.optional(samples),
};

/** Choices of every estimator with a linear covariance. */
export const linearChoices = together(
  {
    /** Every subset of the regressors other than the one of interest, or the sets of controls. */
    controls: v.optional(v.union([choice(['all']), termSets], expects(wanted.setsOfControls()))),
  },
  sampleChoices,
  {
    /** Left sides of the formula. Lags of the outcome among the regressors change with it. */
    outcomes: v.optional(values(term, wanted.outcomes())),
    /** Sets of absorbed effects. */
    fixedEffects: v.optional(termSets),
  },
  covariances(covarianceChoice, covarianceText),
);

/** Choices of `iv` and `gmm`, which can change places. */
export const instrumentChoices = together(
  linearChoices,
  {
    /** Sets of excluded instruments. */
    instruments: v.optional(
      values(
        v.pipe(termSet, v.nonEmpty(expects(wanted.oneOrMore({ of: 'instrument' })))),
        wanted.setsOfInstruments(),
      ),
    ),
  },
  methods(['2sls', 'liml', 'fuller', 'one-step', 'two-step', 'iterated', 'cue']),
);

/** The keys that `multiverse` has for every estimator, with the choices of one estimator. */
export function multiverseKeys<const Choices extends v.ObjectEntries>(choices: Choices) {
  return {
    /** Name of the coefficient of interest; the first regressor when left out. */
    coefficient: v.optional(text(wanted.aCoefficient())),
    /** The choices, by what they vary. */
    over: v.optional(record(choices)),
    /** Which values go together, such as `if outcome = log(y) then not control k`; default all. */
    conditions: v.optional(v.array(text(aText()), expects(listOfTexts()))),
    /** Largest number of specifications that run without confirmation; with a bootstrap, 500 times as many replicates. */
    cap: v.optional(whole(1), 2000),
  };
}

/** `multiverse` of an estimator other than dpd. */
export function multiverseOf<const Choices extends v.ObjectEntries>(choices: Choices) {
  return v.optional(
    record(
      together(multiverseKeys(choices), {
        /** Bootstraps each specification. */
        bootstrap: v.optional(linearSpecificationBootstrap),
      }),
    ),
  );
}
