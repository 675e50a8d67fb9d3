/** Errors of reshapes, in English. */
import { type KeyCell, keyText } from '../../text/key-cells.js';
import { listed } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';
import { type Lists, says } from '../../told.js';
import { type ColumnType, typeText } from './merges.js';

interface Rows {
  readonly rows: readonly number[];
  readonly cells: readonly KeyCell[];
}

export const repeatedId = says(
  'duplicate-reshape-keys/long',
  ({ rows, cells }: Rows) =>
    `expected each id once, found ${keyText(cells)} in rows ${rows.join(' and ')}; add the column that tells them apart`,
);
export const repeatedCell = says(
  'duplicate-reshape-keys/wide',
  ({ rows, cells, by }: Rows & { readonly by: string }) =>
    `expected one row for each id and ${by}, found ${keyText(cells)} in rows ${rows.join(' and ')}; remove one`,
);

interface WithPath {
  readonly path: string;
}

export const noPattern = says(
  'bad-reshape/pattern',
  ({ name, found }: WithPath & { readonly name: string; readonly found: string }) =>
    `expected a pattern such as "${name}{year}", found "${found}"`,
);

/** The parts of a pattern such as `gdp{year}`. */
export interface PatternParts {
  readonly before: string;
  readonly key: string;
  readonly after: string;
}

export const noMatch = says('bad-reshape/match', (detail: WithPath & PatternParts & NoMatch) => {
  const { before, key, after, text, meant } = detail;
  const kind = text ? 'a text' : 'a whole number or a period (text: true allows others)';
  return `expected columns such as ${before}...${after} with ${kind} for {${key}}, found none${suggested(meant)}`;
});

export interface NoMatch {
  readonly pattern: string;
  readonly text: boolean;
  readonly meant: Suggestion;
}

export const sameValue = says(
  'bad-reshape/value',
  ({ key, value, columns: [one, other] }: WithPath & SameValue) =>
    `expected one column for {${key}} ${value}, found ${one} and ${other}; rename one, or keep the zeros with text: true`,
);

export interface SameValue {
  readonly key: string;
  readonly value: string;
  readonly columns: readonly [string, string];
}

export const allNegative = says(
  'bad-reshape/signs',
  ({ before, key, after, found }: WithPath & PatternParts & Lists<'found'>) =>
    `expected numbers of which not all are negative for {${key}}, found ${listed(found)}; if the minus separates, write ${before}-{${key}}${after}`,
);
export const otherKey = says(
  'bad-reshape/key',
  ({ keys: [one, other], patterns: [first, second] }: WithPath & KeysOfPatterns) =>
    `expected one name in braces, found {${one}} in ${first} and {${other}} in ${second}; write the same`,
);

export interface KeysOfPatterns {
  readonly keys: readonly [string, string];
  readonly patterns: readonly [string, string];
}

interface Columns {
  readonly columns: readonly string[];
}

export const otherColumnNames = says(
  'column-exists/long',
  ({ columns }: Columns) =>
    `expected names that no other column has, found ${listed([...new Set(columns)])}; choose other names`,
);
export const repeatedNames = says(
  'column-exists/wide',
  ({ columns }: Columns) =>
    `expected names that no other column has, found ${listed(columns)} twice; rename a column`,
);
export const seriesOfOne = says(
  'bad-reshape/series',
  ({ columns }: Columns) =>
    `expected one new column with series, found ${listed(columns)}; its series become columns`,
);
export const otherType = says(
  'bad-reshape/type',
  ({ columns: [first, second], types: [one, other] }: TypesOfColumns) =>
    `expected columns of one type, found ${typeText(one)} in ${first} and ${typeText(other)} in ${second}; declare the type of one in data.types`,
);

export interface TypesOfColumns {
  readonly columns: readonly [string, string];
  readonly types: readonly [ColumnType, ColumnType];
}

export const otherLabel = says(
  'bad-reshape/label',
  ({ columns: [first, second], code, labels: [one = 'none', other] }: LabelsOfCode) =>
    `expected the same value labels, found ${one} for ${code} in ${first} and ${other} in ${second}; rename or recode one`,
);

export interface LabelsOfCode {
  readonly columns: readonly [string, string];
  readonly code: string;
  readonly labels: readonly [string | undefined, string];
}

export const missingKey = says(
  'bad-reshape/missing',
  ({ row, cells }: { readonly row: number; readonly cells: readonly KeyCell[] }) =>
    `expected id and by in each row, found ${keyText(cells)} in row ${row}; remove the row`,
);
export const keyAsColumn = says(
  'bad-reshape/columns',
  'expected other columns than id and by, found {column}; leave it out',
);
export const severalValues = says(
  'bad-reshape/constant',
  ({
    column,
    cells,
  }: {
    readonly column: string;
    readonly row: number;
    readonly cells: readonly KeyCell[];
  }) =>
    `expected one value of "${column}" for ${keyText(cells)}, found several; list it in columns, or leave it out with data.columns`,
);
export const groupValues = says(
  'bad-reshape/group',
  ({ column, cells }: { readonly column: string; readonly cells: readonly KeyCell[] }) =>
    `expected one value of "${column}" for ${keyText(cells)}, found several; take one of them with mean(), first() or another function of groups`,
);
export const manyReshaped = says(
  'bad-reshape/many',
  'expected at most {most} columns, found {columns}; choose fewer',
);

interface NoLayout {
  readonly layout: string;
  /** Columns that the layout has, by example. */
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Most columns that a message lists. */
export const MOST_LISTED = 12;

export const noLayout = says('bad-reshape/layout', ({ layout, expected, found }: NoLayout) => {
  const names = (columns: readonly string[]) =>
    listed(columns.slice(0, MOST_LISTED).map((one) => `"${one}"`));
  return `expected columns such as ${names(expected)} for layout: ${layout}, found ${names(found)}; use long or wide for another layout`;
});
