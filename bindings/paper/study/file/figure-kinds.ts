/** The keys of figures of a study. */
import * as v from 'valibot';
import { keyed, level } from '../../../core/arguments/arguments.js';
import type { Output } from '../../../core/arguments/inferred.js';
import type { Choices } from '../../../models/multiverse-keys.js';
import { flag, listOf, name, record, words } from '../../../models/schema/schema.js';
import { languages } from '../../tables/paper/index.js';

const number = v.pipe(v.number('a number'), v.finite('a number'));
const of = v.pipe(v.string('a column such as T5.2'), v.nonEmpty('a column such as T5.2'));
const severalOf = v.pipe(
  listOf(of, words),
  v.minLength(1, 'tables and columns, such as [T4, T5.2]'),
);
const terms = v.pipe(
  listOf(name, (text) => [text]),
  v.minLength(1, 'coefficients'),
);
const levels = v.optional(v.array(level, 'a list of confidence levels'));

const common = {
  title: v.optional(v.string('a text')),
  labels: v.optional(keyed(v.record(v.string(), v.string(), 'texts by name'))),
  language: v.optional(v.picklist(languages, languages.join(' or '))),
};

/** The multiverse checks its choices by the estimator of the model. */
const choices = v.unknown() as v.GenericSchema<Choices>;

/** The keys of each kind; the first names the kind and what it shows. */
export const figureKinds = {
  coefficients: record({ coefficients: terms, of: severalOf, levels, ...common }),
  event: record({
    event: terms,
    of,
    reference: v.optional(number),
    level: v.optional(level),
    ...common,
  }),
  confidence: record({ confidence: name, of, levels, ...common }),
  power: record({ power: name, of, level: v.optional(level), ...common }),
  margins: record({
    margins: name,
    over: name,
    of,
    means: v.optional(flag),
    points: v.optional(number),
    level: v.optional(level),
    ...common,
  }),
  bootstrap: record({
    bootstrap: name,
    of,
    reps: v.optional(number),
    seed: v.optional(number),
    ...common,
  }),
  curve: record({ curve: name, of, over: v.optional(choices), ...common }),
  influence: record({ influence: name, of, cluster: v.optional(name), ...common }),
  residuals: record({ residuals: of, ...common }),
  leverage: record({ leverage: of, ...common }),
  instruments: record({ instruments: of, ...common }),
  heatmap: record({ heatmap: v.union([v.literal(true), name], 'a column, or true'), ...common }),
  correlation: record({
    correlation: v.pipe(listOf(name, words), v.minLength(2, 'two columns or more')),
    method: v.optional(v.picklist(['pearson', 'spearman'], 'pearson or spearman')),
    ...common,
  }),
} as const;

export type Kind = keyof typeof figureKinds;

/** A figure that was checked. */
export type ReadFigure = Output<(typeof figureKinds)[Kind]>;
