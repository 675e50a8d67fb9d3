/** Names of columns in texts such as formulas. */

/** The last and the first character of a text, if it is one of a name. */
const endsInName = /[\p{L}\p{N}_]$/u;
const beginsInName = /^[\p{L}\p{N}_]/u;

/** True if a text has a column as a whole name. An expression for each column would take 0.5 ms to compile. */
function hasName(text: string, column: string): boolean {
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

const words = /[\p{L}\p{N}_]+/gu;
const word = /^[\p{L}\p{N}_]+$/u;

/**
 * Tells whether one of some texts has a column as a whole name. A column that is one word is looked up among the words, so
 * that many columns in long texts take no more than their sum.
 */
export function namesIn(texts: readonly string[]): (column: string) => boolean {
  let all: ReadonlySet<string> | undefined;
  return (column) => {
    if (!word.test(column)) return texts.some((text) => hasName(text, column));
    all ??= new Set(texts.flatMap((text) => text.match(words) ?? []));
    return all.has(column);
  };
}
