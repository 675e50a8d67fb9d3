import * as v from 'valibot';
import {
  checkKeys,
  flag,
  isKeyed,
  keyed,
  level,
  listOf,
  oneOf,
  significance,
  text,
  whole,
} from '../../../core/arguments/arguments.js';
import type { Input, Options } from '../../../core/arguments/inferred.js';
import { pick } from '../../../core/values/omit.js';
import { isSignificance, significanceExpected } from '../../../core/arguments/levels.js';
import type { CovarianceSpec } from '../../../models/companions/covariance.js';
import { pageSchemas } from './page/keys.js';
import { belowKinds } from './parts/templates.js';
import { tableStyles } from './style.js';
import { columnParts } from './table.js';
import { languages } from '../../../words/languages/index.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/tables.js';
import {
  aName,
  aText,
  listOfNames,
  listOfTexts,
  textsByName,
} from '../../../words/expectations/values.js';

/** What a row shows in each column: words, numbers, or `true` and `false` for yes and no. */
export type RowValues = Input<typeof cells>;

/** A row of words and its place: after or before a term, a statistic or a row, or as the row of this number. */
export interface RowSpec extends Input<typeof row> {}

/** A covariance: `HC3`, `cluster:id`, `hac:4`, or the keys of `vcov` in a model. */
export type TableCovariance = Input<typeof covariance>;

/** What a column shows. */
export interface ColumnSpec extends Input<typeof column> {}

export type PanelSpec = NonNullable<TableSpec['panels']>[number];

/** Decimals of estimates, errors and statistics. */
export type DigitsSpec = Exclude<
  NonNullable<TableSpec['digits']>,
  number | { readonly significant: number }
>;

/** What a table shows and how; the keys of `table:` in a file. */
export interface TableSpec extends Options<typeof tableSchemas> {}

/** The keys that tables of every kind have. */
export interface CommonSpec extends Options<typeof commonSchemas> {}

const digits = v.union(
  [
    whole(0, 15),
    keyed(
      v.strictObject({
        /** Number of significant digits. */
        significant: whole(1, 15),
      }),
    ),
  ],
  expects(wanted.decimals()),
);

/** What was expected for stars; for a level above 0.2, with the significance level that was probably meant. */
function starsExpected({ input }: { readonly input: unknown }): string {
  const levels = isKeyed(input) ? Object.values(input) : [];
  const wrong = levels.find((level) => typeof level === 'number' && !isSignificance(level));
  if (wrong === undefined) return expects(wanted.starLevels());
  return expects(wanted.levelOfStar({ level: significanceExpected(wrong) }));
}

const names = listOf(text(expects(aName())), expects(listOfNames()));
const cells = v.array(v.union([v.string(), v.number(), v.boolean()]));
const covariance = v.union([
  v.pipe(v.string(), v.nonEmpty()),
  keyed(v.record(v.string(), v.unknown())),
]) as v.GenericSchema<CovarianceSpec>;
const column = keyed(
  v.strictObject({
    /** The heading. */
    head: v.optional(v.string()),
    /** The number of the model, from 1; by default the next one. */
    model: v.optional(whole(1)),
    /** For a model with instruments: the first stages, the estimate itself, or the reduced form. */
    part: Object.assign(v.optional(oneOf(columnParts)), { words: columnParts }),
    /** The endogenous variable of a first stage; by default a column for each. */
    of: v.optional(v.string()),
    /** Another covariance of the column, such as `HC3` or `cluster:id`. */
    vcov: v.optional(covariance),
  }),
);
const row = keyed(
  v.strictObject({
    /** What the row shows, a cell for each column. */
    cells,
    /** The term, statistic or row before it. */
    after: v.optional(v.string()),
    /** The term, statistic or row after it. */
    before: v.optional(v.string()),
    /** Its number among the rows, from 1. */
    position: v.optional(whole(1)),
  }),
);

/** Schemas of the keys of a table. */
export const tableSchemas = {
  /** The caption. */
  title: v.string(expects(aText())),
  /** Headings of the columns, or what they show; by default (1), (2) and so on. */
  columns: listOf(
    v.union([v.string(), column]),
    expects(wanted.listOfHeadings({ words: columnParts })),
  ),
  /** Whether columns with headings have their numbers (1), (2) above these; default false. */
  numbers: flag,
  /** The covariance of all columns, or of each; null keeps the model's. */
  vcov: v.union([covariance, v.array(v.nullable(covariance))], expects(wanted.covarianceOrList())),
  /** Parts of the table, each with a title and its models. */
  panels: listOf(
    keyed(
      v.strictObject({
        /** The line above the panel. */
        title: v.string(),
        /** Numbers of models from 1, or what the columns show. */
        models: v.pipe(v.array(v.union([whole(1), column])), v.minLength(1)),
      }),
    ),
    expects(wanted.listOfPanels()),
  ),
  /** Panels below each other, with equal statistics once, or next to each other; default stacked. */
  layout: oneOf(['stacked', 'merged', 'side']),
  /** Whether errors are below estimates or in columns next to them; default rows. */
  shape: oneOf(['rows', 'columns']),
  /** Headings over neighbouring columns; by default the dependent variables and the values that split samples. An empty list leaves them out. */
  spans: listOf(
    keyed(
      v.strictObject({
        /** The heading. */
        head: v.string(),
        /** The numbers of its columns, from 1. */
        over: v.pipe(v.array(whole(1)), v.minLength(1)),
        /** The line of the heading, from 0 at the top, if there are several; default 0. */
        level: v.optional(whole(0, 9)),
      }),
    ),
    expects(wanted.listOfSpans()),
  ),
  /** Labels by term, which choose, name and order the terms; terms with one label share a row. A term with null keeps its label. */
  terms: keyed(v.record(v.string(), v.nullable(v.string()), expects(wanted.labelsOrNull()))),
  /** Terms in the order of the table: names, or patterns such as `/^x/`. By default all in the order of the models. */
  keep: names,
  /** Terms that are left out. */
  drop: names,
  /** Terms that become one yes/no row, by its label. */
  fold: keyed(v.record(v.string(), names, expects(wanted.namesByLabel()))),
  /** Factors whose indicators become one yes/no row: names of columns, or their names by the label of the row. */
  indicate: v.union([names, keyed(v.record(v.string(), names))], expects(wanted.factorsByLabel())),
  /** Whether estimates are exp(b): `true`, or the terms for which they are. */
  exponentiate: v.union([flag, names], expects(wanted.flagOrTerms())),
  /** The level of confidence intervals; by default that of the models. */
  level,
  /** Whether coefficients are in standard deviations of outcome and regressor; default false. */
  standardize: flag,
  /** Whether collinear terms that a model left out are shown; default false. */
  omitted: flag,
  /** Words for names of columns and statistics; those of lags, interactions and levels follow. */
  labels: keyed(v.record(v.string(), v.string(), expects(textsByName()))),
  /** Decimals, or `{significant: n}`, of all numbers or of estimates, errors and statistics. */
  digits: v.union(
    [
      digits,
      keyed(
        v.strictObject({
          /** Of estimates. */
          estimate: v.optional(digits),
          /** Of standard errors and other lines below an estimate. */
          error: v.optional(digits),
          /** Of statistics. */
          stats: v.optional(digits),
          /** Of single rows, by term, statistic or variable. */
          rows: v.optional(keyed(v.record(v.string(), digits, expects(wanted.digitsByRow())))),
        }),
      ),
    ],
    expects(wanted.decimalsOfParts()),
  ),
  /** Lines of a term as templates such as `{estimate}{stars}` and `[{low}, {high}]`; replaces `below`. */
  cells: v.pipe(
    v.array(v.string(), expects(wanted.listOfTemplates())),
    v.minLength(1, expects(wanted.listOfTemplates())),
  ),
  /** Lines below an estimate. */
  below: listOf(oneOf(belowKinds), expects(wanted.listAmong({ words: belowKinds }))),
  /** Stars with the p-values below which they are printed, or false for none. */
  stars: v.union([v.literal(false), keyed(v.record(v.string(), significance))], starsExpected),
  /** Rows of words: `fixedEffects`, `clusters`, `estimator` and `vcov` are filled in from the models; others by their label. */
  rows: keyed(
    v.record(
      v.string(),
      v.union([v.boolean(), oneOf(['sizes']), cells, row]),
      expects(wanted.rowsByLabel()),
    ),
  ),
  /** What rows of yes and no print, such as a check mark and an empty text. */
  yesNo: v.pipe(
    v.array(v.string(expects(aText())), expects(wanted.yesAndNo())),
    v.length(2, expects(wanted.yesAndNo())),
  ),
  /** Statistics as paths in a result: `nobs`, `ar[2].p`, `firstStage.partialF`. */
  stats: names,
  /**
   * Notes below the table. `auto` stands for those that follow from the models, which `errors`, `levels`, `bootstrap`,
   * `weights`, `samples`, `stars`, `groups` and `scale` name one by one, and `warnings` for warnings.
   */
  notes: listOf(v.string(), expects(listOfTexts())),
  /** The lines, stars and notes of a journal. */
  style: oneOf(tableStyles),
  /** The language of its own words, such as headings and notes. */
  language: oneOf(languages),
  /** Whether numbers below 1 have a zero before the decimal mark; default true. */
  leadingZero: flag,
  /** The decimal mark; by default that of the language. */
  decimal: oneOf(['.', ',']),
  ...pageSchemas,
};

/** Schemas of the keys that tables of every kind have. */
export const commonSchemas = {
  ...pick(
    tableSchemas,
    'title',
    'labels',
    'digits',
    'notes',
    'style',
    'language',
    'decimal',
    'leadingZero',
  ),
  ...pageSchemas,
};

/** The keys of a table that is not of models: the common ones and `more`. */
export function checkedSpec<Spec extends CommonSpec>(
  spec: Spec,
  ...more: readonly (keyof TableSpec)[]
): Spec {
  return checkKeys('table', { ...commonSchemas, ...pick(tableSchemas, ...more) }, spec);
}

/** @throws InputError `bad-value` with the key, what was expected and what was found */
export function checkSpec(spec: TableSpec): TableSpec {
  return checkKeys('table', tableSchemas, spec);
}
