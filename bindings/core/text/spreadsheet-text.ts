/** A spreadsheet would run such text as a formula. */
const formula = /^[=+\-@\t\r]/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** True for text that a spreadsheet would run as a formula; numbers are none. */
export function runsInSpreadsheet(text: string): boolean {
  return formula.test(text) && !decimal.test(text);
}

/** Text with an apostrophe before what a spreadsheet would run as a formula. */
export function spreadsheetText(text: string): string {
  return runsInSpreadsheet(text) ? `'${text}` : text;
}
