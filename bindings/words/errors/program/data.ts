/** Errors of the data of a command, in English. */
import type { Telling } from '../../phrase.js';
import { says } from '../../told.js';

export const noDataFile = says(
  'no-data/model',
  'expected a data file, found none; set data in the model or use --data',
);

/** On the page, where data are chosen. */
export const noDataChosen = says('no-data/page', 'expected a data file, found none chosen');

/** A file of the page that its server does not have. */
export const missingPageFile = says(
  'file-not-found/page',
  ({ status }: { readonly file: string; readonly status: number }) =>
    `expected the file next to this page, found HTTP status ${status}`,
);
export const emptyData = says(
  'empty-data/command',
  ({ file, isQuery }: { readonly file: string; readonly isQuery: boolean }) =>
    isQuery
      ? `${file}: expected rows, found none; change the query`
      : `${file}: expected rows below the column names, found none`,
);
export const unplannedQuery = says(
  'bad-value/query',
  (_: { readonly path: string }) =>
    'expected data in a file, found a query, whose files cannot be frozen; write its rows to a file with wasmetrics convert',
);

interface WrongText {
  readonly path: string;
  readonly found: string;
}

export const badStep = says(
  'bad-value/build-option',
  ({ found }: WrongText) => `expected name=expression such as "lnx=log(x)", found ${found}`,
);
export const replaceAlone = says(
  'bad-value/replace',
  'expected --build with it, found none; leave it out',
);
export const otherTargets = says(
  'bad-value/targets',
  ({
    found,
    columns,
  }: {
    readonly path: string;
    readonly found: readonly number[];
    readonly columns: number;
  }) => `expected ${columns} numbers, one for each column, found ${found.length}`,
);
export const badDirection = says(
  'bad-value/columns-option',
  ({ found, isTwice }: WrongText & { readonly isTwice: boolean }) =>
    isTwice
      ? `expected each name once, found ${found}`
      : `expected a direction for each column, such as income:+ or deaths:-, found ${found}`,
);

export interface NothingCompared {
  /** Why, in English. */
  readonly reasons: readonly string[];
  /** The same as data. */
  readonly why: readonly { readonly reason: string; readonly told?: Telling }[];
  readonly numbers: number;
}

export const nothingCompared = says(
  'nothing-compared',
  ({ reasons, numbers }: NothingCompared) =>
    `expected numbers that the tables of the study have, found none of ${numbers}: ${reasons.slice(0, 2).join('; ')}; name the table as in T4=table.tex, and columns and rows as in the study`,
);
