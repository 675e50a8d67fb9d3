import * as v from 'valibot';
import {
  checkKeys,
  isKeyed,
  listOf,
  oneOf,
  significance,
  text,
  whole,
} from '../../../core/arguments/arguments.js';
import { isSignificance, significanceExpected } from '../../../core/arguments/levels.js';
import type { ByName } from '../../../results/common.js';
import { type BelowKind, belowKinds } from './parts/templates.js';
import type { Digits } from './shown.js';
import { type Style, styles } from './style.js';
import { type ColumnPart, columnParts } from './table.js';
import { type Language, languages } from '../../../words/languages/index.js';

export interface DigitsSpec {
  readonly estimate?: Digits | undefined;
  readonly error?: Digits | undefined;
  readonly stats?: Digits | undefined;
}

/** What a row shows in each column: words, numbers, or `true` and `false` for yes and no. */
export type RowValues = readonly (string | number | boolean)[];

/** A row of words and its place: after or before a term, a statistic or a row, or as the row of this number. */
export interface RowSpec {
  readonly cells: RowValues;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly position?: number | undefined;
}

/** A covariance: `HC3`, `cluster:id`, `hac:4`, or the keys of `vcov` in a model. */
export type TableCovariance = string | Readonly<Record<string, unknown>>;

/** What a column shows. */
export interface ColumnSpec {
  readonly head?: string | undefined;
  /** The number of the model, from 1; by default the next one. */
  readonly model?: number | undefined;
  /** For a model with instruments: the first stages, the estimate itself, or the reduced form. */
  readonly part?: ColumnPart | undefined;
  /** The endogenous variable of a first stage; by default a column for each. */
  readonly of?: string | undefined;
  readonly vcov?: TableCovariance | undefined;
}

export interface PanelSpec {
  readonly title: string;
  /** Numbers of models from 1, or what the columns show. */
  readonly models: readonly (number | ColumnSpec)[];
}

/** What a table shows and how; the keys of `table:` in a file. */
export interface TableSpec {
  readonly title?: string | undefined;
  /** Headings of the columns, or what they show; by default (1), (2) and so on. */
  readonly columns?: readonly (string | ColumnSpec)[] | undefined;
  /** The covariance of all columns, or of each; null keeps the model's. */
  readonly vcov?: TableCovariance | readonly (TableCovariance | null)[] | undefined;
  readonly panels?: readonly PanelSpec[] | undefined;
  /** Panels below each other, with equal statistics once, or next to each other; default stacked. */
  readonly layout?: 'stacked' | 'merged' | 'side' | undefined;
  /** Whether errors are below estimates or in columns next to them; default rows. */
  readonly shape?: 'rows' | 'columns' | undefined;
  /** Headings over neighbouring columns; by default the dependent variables and the values that split samples. */
  readonly spans?:
    readonly { readonly head: string; readonly over: readonly number[] }[] | undefined;
  /** Labels by term, which choose, name and order the terms. A term with null keeps its label. */
  readonly terms?: Readonly<Record<string, string | null>> | undefined;
  /** Terms in the order of the table: names, or patterns such as `/^x/`. By default all in the order of the models. */
  readonly keep?: readonly string[] | undefined;
  /** Terms that are left out. */
  readonly drop?: readonly string[] | undefined;
  /** Terms that become one yes/no row, by its label. */
  readonly fold?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Whether collinear terms that a model left out are shown; default false. */
  readonly omitted?: boolean | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly digits?: DigitsSpec | Digits | undefined;
  /** Lines of a term as templates such as `{estimate}{stars}` and `[{low}, {high}]`; replaces `below`. */
  readonly cells?: readonly string[] | undefined;
  /** Lines below an estimate. */
  readonly below?: readonly BelowKind[] | undefined;
  /** Stars with the p-values below which they are printed, or false for none. */
  readonly stars?: ByName | false | undefined;
  /** Rows of words: `fixedEffects`, `clusters` and `vcov` are filled in from the models; others by their label. */
  readonly rows?: Readonly<Record<string, boolean | 'sizes' | RowValues | RowSpec>> | undefined;
  /** Statistics as paths in a result: `nobs`, `ar[2].p`, `firstStage.partialF`. */
  readonly stats?: readonly string[] | undefined;
  /** Notes below the table; `auto` adds those that follow from the models. */
  readonly notes?: readonly string[] | undefined;
  readonly style?: Style | undefined;
  readonly language?: Language | undefined;
  /** The decimal mark; by default that of the language, which is a point in English and Chinese. */
  readonly decimal?: '.' | ',' | undefined;
}

const digits = v.union(
  [whole(0, 15), v.strictObject({ significant: whole(1, 15) })],
  'a number of decimals from 0 to 15, or {significant: n}',
);

/** What was expected for stars; for a level above 0.2, with the significance level that was probably meant. */
function starsExpected({ input }: { readonly input: unknown }): string {
  const levels = isKeyed(input) ? Object.values(input) : [];
  const wrong = levels.find((level) => typeof level === 'number' && !isSignificance(level));
  if (wrong === undefined) return 'levels of significance by their stars, or false';
  return `for each star ${significanceExpected(wrong)}`;
}

const names = listOf(text('a name'), 'a list of names');
const cells = v.array(v.union([v.string(), v.number(), v.boolean()]));
const covariance = v.union([v.pipe(v.string(), v.nonEmpty()), v.record(v.string(), v.unknown())]);
const column = v.strictObject({
  head: v.optional(v.string()),
  model: v.optional(whole(1)),
  part: v.optional(v.picklist(columnParts)),
  of: v.optional(v.string()),
  vcov: v.optional(covariance),
});
const row = v.strictObject({
  cells,
  after: v.optional(v.string()),
  before: v.optional(v.string()),
  position: v.optional(whole(1)),
});

/** Schemas of the keys of a table. */
export const tableSchemas = {
  title: v.string('a text'),
  columns: listOf(
    v.union([v.string(), column]),
    `a list of headings or {head, model, part, of, vcov}, where part is ${columnParts.join(', ')}`,
  ),
  vcov: v.union(
    [covariance, v.array(v.nullable(covariance))],
    'a covariance such as HC3 or cluster:id, or a list with one or null for each column',
  ),
  panels: listOf(
    v.strictObject({
      title: v.string(),
      models: v.pipe(v.array(v.union([whole(1), column])), v.minLength(1)),
    }),
    'a list of {title, models: [numbers of models]}',
  ),
  layout: oneOf(['stacked', 'merged', 'side']),
  shape: oneOf(['rows', 'columns']),
  spans: listOf(
    v.strictObject({ head: v.string(), over: v.pipe(v.array(whole(1)), v.minLength(1)) }),
    'a list of {head, over: [columns]}',
  ),
  terms: v.record(v.string(), v.nullable(v.string()), 'a label or null by term'),
  keep: names,
  drop: names,
  fold: v.record(v.string(), names, 'lists of names by label'),
  omitted: v.boolean('true or false'),
  labels: v.record(v.string(), v.string(), 'texts by name'),
  digits: v.union(
    [
      digits,
      v.strictObject({
        estimate: v.optional(digits),
        error: v.optional(digits),
        stats: v.optional(digits),
      }),
    ],
    'a number of decimals from 0 to 15, {significant: n}, or these for estimate, error and stats',
  ),
  cells: v.pipe(
    v.array(v.string(), 'a list of templates such as "{estimate}{stars}"'),
    v.minLength(1, 'a list of templates such as "{estimate}{stars}"'),
  ),
  below: listOf(oneOf(belowKinds), `a list of ${belowKinds.join(', ')}`),
  stars: v.union([v.literal(false), v.record(v.string(), significance)], starsExpected),
  rows: v.record(
    v.string(),
    v.union([v.boolean(), v.literal('sizes'), cells, row]),
    'true, false, a list with a cell for each column, or {cells, after, before, position}, by label',
  ),
  stats: names,
  notes: listOf(v.string(), 'a list of texts'),
  style: oneOf(styles),
  language: oneOf(languages),
  decimal: oneOf(['.', ',']),
};

/** @throws InputError `bad-value` with the key, what was expected and what was found */
export function checkSpec(spec: TableSpec): void {
  checkKeys('table', tableSchemas, spec);
}
