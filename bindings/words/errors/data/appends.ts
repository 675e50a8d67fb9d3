/** Errors of appended files, in English. */
import { says } from '../../told.js';
import { type ColumnType, typeText } from './merges.js';

interface Appended {
  readonly column: string;
}

export const otherAppendedType = says(
  'bad-append/type',
  ({ column, types: [here, there] }: TypesOfAppended) =>
    `expected columns "${column}" of one type, found ${typeText(here)} in the data and ${typeText(there)} in the file; declare the type of one, as in types: {${column}: text}, or rename it`,
);

export interface TypesOfAppended extends Appended {
  readonly types: readonly [ColumnType, ColumnType];
}

export const otherAppendedLabel = says(
  'bad-append/label',
  ({ column, code, labels: [here, there] }: LabelsOfAppended) =>
    `expected the same value labels of "${column}", found ${here} for ${code} in the data and ${there} in the file; recode one, or rename it`,
);

export interface LabelsOfAppended extends Appended {
  readonly code: string;
  readonly labels: readonly [string, string];
}

export const sourceExists = says(
  'column-exists/source',
  'source: expected a name that neither the data nor the file has, found {column}; give another name',
);
