/** Errors of studies: their file, their run and what their tables and figures name, in English. */
import { columnsText } from '../../places.js';
import { says } from '../../told.js';
import { count } from '../../text/counts.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

/** A key of the study, and the name that it has. */
export interface NameOfPath {
  readonly path: string;
  readonly found: string;
}

interface UnknownName extends NameOfPath {
  readonly meant: Suggestion;
}

export const unknownSet = says(
  'unknown-set',
  ({ found, meant }: UnknownName) => `unknown set "${found}"${suggested(meant)}`,
);
export const unknownIndex = says(
  'unknown-index',
  ({ found, meant }: NameOfPath & { readonly meant: Suggestion | undefined }) => {
    const none = '; make it in build, as {index: entropy, columns: {a: +, b: -}}';
    return `unknown index "${found}"${meant === undefined ? none : suggested(meant)}`;
  },
);
export const unknownTable = says(
  'unknown-table/reference',
  ({ table, meant }: UnknownName & { readonly table: string }) =>
    `unknown table "${table}"${suggested(meant)}`,
);
export const noModels = says(
  'unknown-model/no-models',
  ({ table }: { readonly path?: string; readonly found: string; readonly table: string }) =>
    `expected a table of models, found ${table}, which has none`,
);
export const unknownChosen = says(
  'unknown-table/chosen',
  ({ found, meant }: NameOfPath & { readonly meant: Suggestion | { readonly whole: string } }) => {
    const way = 'whole' in meant ? `; tables run whole, so name ${meant.whole}` : suggested(meant);
    return `unknown table or figure "${found}"${way}`;
  },
);
export const unknownClaim = says(
  'unknown-claim',
  ({ found, meant }: NameOfPath & { readonly meant: Suggestion | undefined }) =>
    `unknown claim "${found}"${meant === undefined ? '; the study has no claims' : suggested(meant)}`,
);
export const claimNotRun = says(
  'claim-not-run',
  ({ found, missing }: NameOfPath & { readonly missing: readonly string[] }) =>
    `${found} rests on ${missing.join(', ')}, which only does not name; run it too, or do not require ${found}`,
);

export const noData = says<'no-data/study', [{ readonly path: string }]>(
  'no-data/study',
  () => 'expected a data file, found none; set data, or pass the data',
);

/** A name of columns, and the columns that its table has. */
export interface OtherColumns {
  readonly found: string;
  readonly table: string;
  readonly columns: readonly number[];
}

export const noSuchColumn = says(
  'unknown-model/column',
  ({ found, table, columns }: OtherColumns) =>
    `${table} has ${columnsText(columns)}, found ${found}`,
);
export const severalPanels = says(
  'bad-value/panels',
  ({ found, columns }: { readonly found: string; readonly columns: readonly string[] }) =>
    `${found} is in several panels; write ${columns.join(' or ')}`,
);
export const noGroupOfValue = says(
  'empty-group/levels',
  ({
    found,
    by,
    values,
    more,
  }: NameOfPath & {
    readonly by: string;
    readonly values: readonly string[];
    /** Whether the column has more values than these. */
    readonly more: boolean;
  }) =>
    `expected values of ${by} (${[...values, ...(more ? ['...'] : [])].join(', ')}), found ${found}`,
);

interface CountedValues extends NameOfPath {
  readonly count: number;
}

export const oneGroup = says(
  'one-group/split',
  ({ found, count: n }: CountedValues) =>
    `expected a column with two values or more, found ${found} with ${n}`,
);
export const manyGroups = says(
  'bad-value/groups',
  ({ found, count: n, most }: CountedValues & { readonly most: number }) =>
    `expected at most ${most} groups, found ${found} with ${n} values; cut it with at, or list levels`,
);
export const fewColumns = says(
  'too-few-columns',
  ({ columns }: { readonly columns: number }) =>
    `expected at least two numeric columns that vary, found fewer among ${count(columns)}; see them with wasmetrics describe`,
);

/** A place of a text, counted from 1. */
export interface InText {
  readonly line: number;
  readonly column: number;
}

export const unknownNumber = says(
  'unknown-number',
  ({ found, meant }: InText & { readonly found: string; readonly meant: Suggestion }) =>
    `the study has no number "${found}"${suggested(meant)}`,
);

export const openTemplate = says<'bad-template', [InText]>(
  'bad-template',
  () => 'expected "}}" after "{{" and a name, found none; write "\\{{" for a literal',
);
export const stopped = says('interrupted', 'stopped before it was complete');
