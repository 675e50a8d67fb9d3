/** Text in cells of CSV and of Excel. */
import { hexadecimal } from './code-points.js';

/**
 * A spreadsheet would execute such text as a formula; some also recognise the full-width signs of Chinese and Japanese.
 */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
const blank = /^[\t\r\n]/;
/** A number, possibly at the end of an interval or with stars. */
const decimal = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?[)\]]?\**$/i;
/** Text after a semicolon or a tab, which spreadsheets with other regional settings read as the next cell. */
const nextCell = /(?<=[;\t])(\s*)([^;\t]+)/g;

function runs(text: string): boolean {
  return (formula.test(text) || blank.test(text)) && !decimal.test(text.trim());
}

/** True for text that a spreadsheet would execute as a formula, in whole or in part; numbers do not count. */
export function runsInSpreadsheet(text: string): boolean {
  return spreadsheetText(text) !== text;
}

/** Text with an apostrophe before anything that a spreadsheet would execute as a formula. */
export function spreadsheetText(text: string): string {
  const parts = text.replace(nextCell, (whole, blanks: string, part: string) =>
    runs(part) ? `${blanks}'${part}` : whole,
  );
  return runs(text) ? `'${parts}` : parts;
}

/** Text as one CSV cell: quoted if it has a comma, a quote or a line break, and never a formula. */
export function csvCell(text: string): string {
  return csvQuoted(spreadsheetText(text));
}

/** Text as one CSV cell, quoted if necessary. */
function csvQuoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * Text in an Excel cell. Excel reads `_x0041_` as the character with that number. The writer of Excel files looks texts
 * up in an object, so names that every object has get such a first letter too.
 */
export function excelText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return escaped in {} ? `_x${hexadecimal(text.charCodeAt(0), 4)}_${text.slice(1)}` : escaped;
}
