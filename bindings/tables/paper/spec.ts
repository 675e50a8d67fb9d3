import * as v from 'valibot';
import { checkKeys, listOf, oneOf, text, whole } from '../../core/arguments.js';
import type { ByName } from '../../results/common.js';
import { type BelowKind, belowKinds } from './parts/below.js';
import type { Digits } from './shown.js';
import { type Language, languages } from './words.js';

export interface DigitsSpec {
  readonly estimate?: Digits | undefined;
  readonly error?: Digits | undefined;
  readonly stats?: Digits | undefined;
}

/** What a row shows in each column: words, numbers, or `true` and `false` for yes and no. */
export type RowValues = readonly (string | number | boolean)[];

/** What a table shows and how; the keys of `table:` in a file. */
export interface TableSpec {
  readonly title?: string | undefined;
  /** Headings of the columns; by default (1), (2) and so on. */
  readonly columns?: readonly string[] | undefined;
  /** Headings over neighbouring columns; by default the dependent variables. */
  readonly spans?:
    readonly { readonly head: string; readonly over: readonly number[] }[] | undefined;
  /** Terms in the order of the table: names, or patterns such as `/^x/`. By default all in the order of the models. */
  readonly keep?: readonly string[] | undefined;
  /** Terms that are left out. */
  readonly drop?: readonly string[] | undefined;
  /** Terms that become one row of yes and no, by its label. */
  readonly fold?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly digits?: DigitsSpec | Digits | undefined;
  /** Lines below an estimate. */
  readonly below?: readonly BelowKind[] | undefined;
  /** Stars with the p-values below which they are printed, or false for none. */
  readonly stars?: ByName | false | undefined;
  /** Rows of words: `fixedEffects` and `clusters` by themselves, others by their label. */
  readonly rows?: Readonly<Record<string, boolean | RowValues>> | undefined;
  /** Statistics as paths in a result: `nobs`, `ar[2].p`, `firstStage.partialF`. */
  readonly stats?: readonly string[] | undefined;
  /** Notes below the table; `auto` stands for what the models say themselves. */
  readonly notes?: readonly string[] | undefined;
  readonly style?: Style | undefined;
  readonly language?: Language | undefined;
}

export const styles = ['aer', 'qje', 'three-line', 'plain'] as const;
export type Style = (typeof styles)[number];

const digits = v.union(
  [whole(0, 15), v.strictObject({ significant: whole(1, 15) })],
  'a number of decimals from 0 to 15, or {significant: n}',
);
const names = listOf(text('a name'), 'a list of names');
const cell = v.union([v.string(), v.number(), v.boolean()]);

const schemas = {
  title: v.string('a text'),
  columns: listOf(v.string(), 'a list of headings'),
  spans: listOf(
    v.strictObject({ head: v.string(), over: v.pipe(v.array(whole(1)), v.minLength(1)) }),
    'a list of {head, over: [columns]}',
  ),
  keep: names,
  drop: names,
  fold: v.record(v.string(), names, 'lists of names by label'),
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
  below: listOf(oneOf(belowKinds), `a list of ${belowKinds.join(', ')}`),
  stars: v.union(
    [v.literal(false), v.record(v.string(), v.pipe(v.number(), v.gtValue(0), v.ltValue(1)))],
    'p-values between 0 and 1 by their stars, or false',
  ),
  rows: v.record(
    v.string(),
    v.union([v.boolean(), v.array(cell)]),
    'true, false or a list with a cell for each column, by label',
  ),
  stats: names,
  notes: listOf(v.string(), 'a list of texts'),
  style: oneOf(styles),
  language: oneOf(languages),
};

/** @throws InputError `bad-value` with the key, what was expected and what was found */
export function checkSpec(spec: TableSpec): void {
  checkKeys('table', schemas, spec);
}
