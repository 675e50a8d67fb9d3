/** Warnings about the cells of a text table. */
import type { CellWarnings, NumberHint } from '../../details/cells.js';
import type { Sentences } from '../../warning.js';
import { keysInWords, negativeExample } from '../../number-keys.js';
import { mixedCells } from './columns.js';

const options = {
  percent: 'set percent: true to read percentages as shares',
  'comma-thousands': 'if commas separate thousands, set thousands: ","',
  'comma-decimal': 'if commas are decimal, set decimal: ","',
  'comma-decimal-point-thousands': 'set decimal: "," and thousands: "."',
  'point-thousands-comma-decimal':
    'if points separate thousands, set thousands: "." and decimal: ","',
  'point-thousands': 'if points separate thousands, set thousands: "."',
  'space-thousands': 'set thousands: " "',
  'apostrophe-thousands': `set thousands: "'"`,
  minus: 'its minus is another character: write -',
  marks: 'set marks: true to leave out the marks next to numbers',
};

function hintWords(cell: string, hint: NumberHint | undefined): string {
  if (hint === undefined) return '';
  switch (hint.kind) {
    case 'missing':
      return `, which resembles the missing code ${hint.code}; if it is missing, set missing: [${JSON.stringify(cell)}]`;
    case 'comma':
      return `, which is ${hint.decimal} with decimal: "," and ${hint.thousands} with thousands: ","; set one of them`;
    case 'keys':
      return `; set ${keysInWords(hint.keys)} to read it as numbers${hint.negative ? `, where ${negativeExample}` : ''}`;
    default:
      return `; ${options[hint.kind]}`;
  }
}

export const cellWarnings: Sentences<CellWarnings> = {
  'not-a-number': (detail) => {
    if ('most' in detail) return mixedCells(detail);
    const { column, others, cells, cell, row, hint } = detail;
    return `column "${column}" is text: ${others} of its ${cells} cells are not numbers, the first "${cell}" in row ${row}${hintWords(cell, hint)}`;
  },
  'mixed-decimal-signs': ({ column, cell, row, other }) =>
    `column "${column}" is text: "${cell}" in row ${row} has a point, and column "${other.column}" has decimal commas, as "${other.cell}" in row ${other.row}; set decimal: "," and thousands: "." if points separate thousands, or types: {${column}: number} if they are decimal`,
  'decimal-comma': ({ column, cell, row }) =>
    `column "${column}" is read with decimal commas, as in "${cell}" in row ${row}; set decimal to say so`,
  'spaces-in-text': ({ column, first, second }) =>
    `column "${column}" has "${first}" and "${second}" as different values: they differ in spaces only`,
  'replacement-character': ({ column, cells }) => {
    const place =
      cells === undefined
        ? 'its name'
        : `${cells.count} of its cells, the first "${cells.first}" in row ${cells.row}`;
    return `column "${column}" has the replacement character U+FFFD in ${place}: an earlier conversion lost letters, and different names may have become one`;
  },
};
