/** Errors of claims: what they name in a study, in English. */
import { columnsText, type PlaceDetail, placeText } from '../../places.js';
import { says } from '../../told.js';
import { series } from '../../text/counts.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';
import type { OtherColumns } from './studies.js';

interface UnknownName {
  readonly found: string;
  readonly meant: Suggestion;
}

/** The column of a table before what is said of it. */
export const inColumn = says('place-of-columns', (place: PlaceDetail) => placeText(place));
export const columnOfSplit = says(
  'bad-claim/column-of-split',
  'expected a split table, found the column {found}; write {table}',
);
export const notSplitBy = says(
  'unknown-column/split',
  ({ found, table, meant }: UnknownName & { readonly table: string }) =>
    `${table} is not split by "${found}"${suggested(meant)}`,
);
export const severalSplits = says(
  'bad-claim/several-splits',
  ({ table, columns }: { readonly table: string; readonly columns: readonly string[] }) =>
    `${table} is split by ${series(columns, 'and')}; name the column after the groups`,
);
export const unknownGroup = says(
  'unknown-group/claim',
  ({ found, by, meant }: UnknownName & { readonly by: string }) =>
    `${by} has no group "${found}"${suggested(meant)}`,
);
export const severalPanels = says(
  'bad-claim/panels',
  ({
    found,
    panels,
    columns,
  }: {
    readonly found: string;
    readonly panels: readonly string[];
    /** A column in each of the first two panels. */
    readonly columns: readonly string[];
  }) => `${found} is in panels ${series(panels, 'and')}; write ${columns.join(' or ')}`,
);
export const otherColumns = says(
  'unknown-model/claim',
  ({ found, table, columns }: OtherColumns) =>
    `${table} has ${columnsText(columns)}, found "${found}"`,
);
export const unknownTable = says(
  'unknown-table/claim',
  ({ table, meant }: UnknownName & { readonly table: string }) =>
    `the study has no table "${table}"${suggested(meant)}`,
);
export const severalCoefficients = says(
  'bad-claim/one-coefficient',
  'expected one coefficient, found "{term}"',
);
export const unknownTerm = says(
  'unknown-term/coefficient',
  ({
    found,
    meant,
    columns,
  }: UnknownName & {
    /** The coefficients that there are. */
    readonly known: readonly string[];
    /** Columns of the table that have it. */
    readonly columns: readonly number[];
  }) => {
    const others = `; ${columnsText(columns)} ${columns.length === 1 ? 'has' : 'have'} it`;
    const way = columns.length === 0 ? '' : others;
    return `there is no coefficient "${found}"${suggested(meant)}${way}`;
  },
);
export const inNoColumn = says(
  'unknown-term/no-column',
  ({ found, meant }: UnknownName) => `no column has the coefficient "${found}"${suggested(meant)}`,
);
export const twoMeanings = says(
  'bad-claim/two-columns',
  ({
    found,
    written,
    column,
    estimate,
    estimateColumn,
    term,
  }: {
    readonly found: string;
    /** The name that means the column only. */
    readonly written: string;
    readonly column: PlaceDetail;
    /** The column of the estimates, and its name. */
    readonly estimate: PlaceDetail;
    readonly estimateColumn: string;
    readonly term: string;
  }) =>
    `${found} may mean ${placeText(column)}, or ${placeText(estimate)}, as both have ${term}; write "${written}" or ${estimateColumn}`,
);
