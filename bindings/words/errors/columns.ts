/** Errors of values in columns, in English. */
import { suggested, type Suggestion } from '../text/suggestion.js';
import { says } from '../told.js';

export interface ColumnRow {
  readonly column: string;
  /** Row of the file, counted as people do. */
  readonly row: number;
}

export const unknownColumn = says(
  'unknown-column/name',
  ({ column, meant }: { readonly column: string; readonly meant: Suggestion }) =>
    `unknown column "${column}"${isBuilt(column, meant) ? '; compute columns by build, as in --build "x=log(w)"' : suggested(meant)}`,
);

/** True for a name that reads like an expression, unless a column has nearly this name. */
export const isBuilt = (name: string, meant: Suggestion) =>
  isComputed(name) && !('near' in meant && isComputed(meant.near));

/** True for a name that reads like an expression, as `L.x` or `x/z`. */
const isComputed = (name: string) => /[+*/^#(]|^(?:[LFD]\d*|[lfd])\./.test(name);

export const infiniteValue = says(
  'infinite-value',
  'column "{column}" must be finite, found {found} in row {row}',
);
export const infiniteTerm = says(
  'infinite-value/term',
  '{term} must be finite, found an infinite value in row {row}',
);
export const missingPanelKey = says(
  'missing-panel-key',
  ({ column, row, count }: ColumnRow & { readonly count: number }) => {
    const others = count === 1 ? '' : ` and in ${count - 1} more`;
    return `column "${column}" has no value in row ${row}${others}; a panel needs one in every row`;
  },
);

/** Why a column of numbers has a text. */
export interface TextInColumn extends ColumnRow {
  readonly cell: string;
  /** What the cell would lose as a double, or that another column has decimal commas. */
  readonly reason: 'zeros' | 'digits' | 'range' | 'decimal-comma' | undefined;
  /** The missing code that the cell resembles. */
  readonly code: string | undefined;
  /** Whether the cell may have a decimal comma. */
  readonly hasComma: boolean;
  /** Whether all cells are names. */
  readonly hasNames: boolean;
  /** Whether the cell looks like a date. */
  readonly isDate: boolean;
}

export const textInColumn = says('text-in-numeric-column', (detail: TextInColumn) => {
  const { column, row, cell, reason, code, hasComma, hasNames, isDate } = detail;
  const hints = [
    reason === undefined ? '' : reasons[reason](Number(cell)),
    code === undefined
      ? ''
      : `, which resembles the missing code ${code}; if it is missing, set missing: [${JSON.stringify(cell)}]`,
    hasComma ? '; if the comma is a decimal comma, set decimal: "," in data' : '',
    hasNames ? `; for a dummy per value write i(${column})` : '',
    isDate ? `; if it is a date, declare its form, such as types: {"${column}": "date:yq"}` : '',
  ];
  return `column "${column}" must hold numbers, found "${cell}" in row ${row}${hints.join('')}`;
});

const reasons = {
  zeros: (value: number) =>
    `, which as a number is ${value}; delete the leading zeros to use it as a number`,
  digits: (value: number) =>
    `, which a double would round to ${value}; round it in the file or divide it to use it as a number`,
  range: (value: number) => `, which as a double is ${value}; correct it or leave the cell empty`,
  'decimal-comma': () =>
    '; another column has decimal commas: set decimal: "," in data, with thousands: "." if points separate thousands, or declare its type number',
};
