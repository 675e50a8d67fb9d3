/** Warnings about the sheets of a workbook. */
import type { SheetWarnings } from '../../details/sheets.js';
import type { Sentences } from '../../warning.js';
import { sheetNames } from '../../text/sheet-names.js';

export const sheetWarnings: Sentences<SheetWarnings> = {
  'other-sheets': ({ file, sheet, others }) =>
    `${file}: sheet "${sheet}" is read; the other sheets are ${sheetNames(others)}`,
  'empty-rows': ({ rows, first }) =>
    `rows without cells are left out: ${rows}, the first is row ${first} of the sheet`,
  'merged-cells': ({ blocks, first }) =>
    `merged cells have a value in their first cell only: ${blocks}, the first is ${first}; set fillMerged to repeat it`,
  'uncomputed-formulas': ({ cells, first }) =>
    `formulas without a computed value are missing: ${cells}, the first in cell ${first}; open and save the file in a spreadsheet program to compute them`,
};
