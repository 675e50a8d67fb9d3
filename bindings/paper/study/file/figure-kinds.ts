/** The keys of figures of a study. */
import * as v from 'valibot';
import { keyed, level } from '../../../core/arguments/arguments.js';
import type { Output } from '../../../core/arguments/inferred.js';
import type { Choices, MultiverseInput } from '../../../models/multiverse-keys.js';
import { choice, flag, listOf, name, record, words } from '../../../models/schema/schema.js';
import { languages } from '../../tables/paper/index.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/studies.js';
import { aNumber, aText, textsByName } from '../../../words/expectations/values.js';

const number = v.pipe(v.number(expects(aNumber())), v.finite(expects(aNumber())));
const of = v.pipe(v.string(expects(wanted.aColumn())), v.nonEmpty(expects(wanted.aColumn())));
const severalOf = v.pipe(listOf(of, words), v.minLength(1, expects(wanted.tablesAndColumns())));
const terms = v.pipe(
  listOf(name, (text) => [text]),
  v.minLength(1, expects(wanted.someCoefficients())),
);
const levels = v.optional(v.array(level, expects(wanted.listOfLevels())));

const common = {
  /** The caption. */
  title: v.optional(v.string(expects(aText()))),
  /** What the figure calls variables, by name. */
  labels: v.optional(keyed(v.record(v.string(), v.string(), expects(textsByName())))),
  /** The language of its own words; default that of the study. */
  language: v.optional(choice(languages)),
};

const ofModel = {
  /** The column of a table that has the model, such as `T4.2`. */
  of,
};
const ofModels = {
  /** Columns or tables that have the models, such as `[T4, T5.1]`. */
  of: severalOf,
};
const oneLevel = {
  /** Confidence level; default that of the model. */
  level: v.optional(level),
};
const severalLevels = {
  /** Confidence levels, such as `[0.9, 0.95]`. */
  levels,
};

const methods = ['pearson', 'spearman'] as const;

/** The multiverse checks its choices and its bootstrap by the estimator of the model. */
const choices = v.unknown() as v.GenericSchema<Choices>;
const resampled = v.unknown() as v.GenericSchema<MultiverseInput['bootstrap']>;

/** The keys of each kind; the first names the kind and what it shows. A curve may have a bootstrap, so it comes first. */
export const figureKinds = {
  coefficients: record({
    /** Coefficients with their intervals. */
    coefficients: terms,
    ...ofModels,
    ...severalLevels,
    ...common,
  }),
  event: record({
    /** Coefficients of a path, by name or as a pattern such as `/^rel=/`. */
    event: terms,
    ...ofModel,
    /** The period that the others are compared with. */
    reference: v.optional(number),
    ...oneLevel,
    ...common,
  }),
  confidence: record({
    /** The coefficient, with the p-value of every hypothesised value. */
    confidence: name,
    ...ofModel,
    ...severalLevels,
    ...common,
  }),
  power: record({
    /** The coefficient, with the power of its test by the true value. */
    power: name,
    ...ofModel,
    ...oneLevel,
    ...common,
  }),
  margins: record({
    /** The variable whose effect is shown. */
    margins: name,
    /** The moderator. */
    over: name,
    ...ofModel,
    /** Whether predicted means are shown instead of effects; default false. */
    means: v.optional(flag),
    /** Number of values of the moderator. */
    points: v.optional(number),
    ...oneLevel,
    ...common,
  }),
  curve: record({
    /** The coefficient, in all specifications. */
    curve: name,
    ...ofModel,
    over: v.optional(choices),
    /** Which choices go together, such as `if outcome = log(y) then not control k`. */
    conditions: v.optional(v.array(v.string(expects(aText())))),
    /** A bootstrap of each specification, whose errors and intervals are shown: `{reps: 999, seed: 1}`. */
    bootstrap: v.optional(resampled),
    ...common,
  }),
  bootstrap: record({
    /** The coefficient whose replicates are shown. */
    bootstrap: name,
    ...ofModel,
    /** Number of replicates; default that of the model. */
    reps: v.optional(number),
    /** The seed; default that of the model. */
    seed: v.optional(number),
    ...common,
  }),
  influence: record({
    /** The coefficient, with its change without each unit. */
    influence: name,
    ...ofModel,
    /** The column of what is left out; default the unit of the panel. */
    cluster: v.optional(name),
    ...common,
  }),
  residuals: record({
    /** The column of a table whose residuals are shown, such as `T4.2`. */
    residuals: of,
    ...common,
  }),
  leverage: record({
    /** The column of a table whose leverages are shown, such as `T4.2`. */
    leverage: of,
    ...common,
  }),
  instruments: record({
    /** The column of a table whose instruments are shown, such as `T4.2`. */
    instruments: of,
    ...common,
  }),
  heatmap: record({
    /** The column whose values are shown by unit and period, or true for where there are rows. */
    heatmap: v.union([v.literal(true), name], expects(wanted.columnOrTrue())),
    ...common,
  }),
  correlation: record({
    /** Columns that are correlated. */
    correlation: v.pipe(listOf(name, words), v.minLength(2, expects(wanted.twoColumns()))),
    /** Default pearson. */
    method: v.optional(choice(methods)),
    ...common,
  }),
} as const;

export type Kind = keyof typeof figureKinds;

/** A figure that was checked. */
export type ReadFigure = Output<(typeof figureKinds)[Kind]>;
