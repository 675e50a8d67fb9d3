/** Names of columns in texts such as formulas. */

/** The last and the first character of a text, if it is one of a name. */
const endsInName = /[\p{L}\p{N}_]$/u;
const beginsInName = /^[\p{L}\p{N}_]/u;

/** True if a text has a column as a whole name. An expression for each column would take 0.5 ms to compile. */
export function hasName(text: string, column: string): boolean {
  let last = -1;
  for (let start = text.indexOf(column); start > last; start = text.indexOf(column, start + 1)) {
    last = start;
    const end = start + column.length;
    // A character has one or two units.
    const before = text.slice(Math.max(start - 2, 0), start);
    if (!endsInName.test(before) && !beginsInName.test(text.slice(end, end + 2))) return true;
  }
  return false;
}
