/** Text in cells of CSV and of Excel. */
import { hexadecimal } from './code-points.js';

/** A spreadsheet would run such text as a formula; some read the wide signs of Chinese and Japanese too. */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
const blank = /^[\t\r\n]/;
/** A number, also at the end of an interval or with stars. */
const decimal = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?[)\]]?\**$/i;
/** What a spreadsheet of another country takes for the next cell: the text after a semicolon or a tab. */
const nextCell = /(?<=[;\t])(\s*)([^;\t]+)/g;

function runs(text: string): boolean {
  return (formula.test(text) || blank.test(text)) && !decimal.test(text.trim());
}

/** True for text that a spreadsheet would run as a formula, or that has such a part; numbers are none. */
export function runsInSpreadsheet(text: string): boolean {
  return spreadsheetText(text) !== text;
}

/** Text with an apostrophe before what a spreadsheet would run as a formula. */
function spreadsheetText(text: string): string {
  const parts = text.replace(nextCell, (whole, blanks: string, part: string) =>
    runs(part) ? `${blanks}'${part}` : whole,
  );
  return runs(text) ? `'${parts}` : parts;
}

/** Text as one cell of CSV: quoted when it holds a comma, a quote or a line break, and never a formula. */
export function csvCell(text: string): string {
  return csvQuoted(spreadsheetText(text));
}

/** Text as one cell of CSV as it is. */
function csvQuoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * Text of a cell of Excel, which reads `_x0041_` as the character of that number. The writer of Excel files looks texts up
 * in an object, so the first letter of a name that every object has is written so too.
 */
export function excelText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return escaped in {} ? `_x${hexadecimal(text.charCodeAt(0), 4)}_${text.slice(1)}` : escaped;
}
