/** The keys of figures of a study. */
import * as v from 'valibot';
import { keyed, level } from '../../../core/arguments/arguments.js';
import type { Output } from '../../../core/arguments/inferred.js';
import type { Choices } from '../../../models/multiverse-keys.js';
import { flag, listOf, name, record, words } from '../../../models/schema/schema.js';
import { languages } from '../../tables/paper/index.js';
import { expects } from '../../../words/expects.js';
import {
  aColumn,
  columnOrTrue,
  listOfLevels,
  someCoefficients,
  tablesAndColumns,
  twoColumns,
} from '../../../words/expectations/paper/studies.js';
import { aNumber, aText, eitherOf, textsByName } from '../../../words/expectations/values.js';

const number = v.pipe(v.number(expects(aNumber())), v.finite(expects(aNumber())));
const of = v.pipe(v.string(expects(aColumn())), v.nonEmpty(expects(aColumn())));
const severalOf = v.pipe(listOf(of, words), v.minLength(1, expects(tablesAndColumns())));
const terms = v.pipe(
  listOf(name, (text) => [text]),
  v.minLength(1, expects(someCoefficients())),
);
const levels = v.optional(v.array(level, expects(listOfLevels())));

const common = {
  title: v.optional(v.string(expects(aText()))),
  labels: v.optional(keyed(v.record(v.string(), v.string(), expects(textsByName())))),
  language: v.optional(v.picklist(languages, expects(eitherOf({ words: languages })))),
};

const methods = ['pearson', 'spearman'] as const;

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
  heatmap: record({
    heatmap: v.union([v.literal(true), name], expects(columnOrTrue())),
    ...common,
  }),
  correlation: record({
    correlation: v.pipe(listOf(name, words), v.minLength(2, expects(twoColumns()))),
    method: v.optional(v.picklist(methods, expects(eitherOf({ words: methods })))),
    ...common,
  }),
} as const;

export type Kind = keyof typeof figureKinds;

/** A figure that was checked. */
export type ReadFigure = Output<(typeof figureKinds)[Kind]>;
