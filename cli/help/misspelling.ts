/** Words that are nearly others. */

/**
 * True if a word is another with one letter more, less or changed, or with two neighbours swapped. The first letter is
 * the same: methods with short names, such as nls, are no misspelt commands.
 */
export function isMisspelling(typed: string, word: string): boolean {
  const [a, b] = [typed.toLowerCase(), word];
  let begin = 0;
  while (begin < a.length && a[begin] === b[begin]) begin++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - begin && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(begin, a.length - end), b.slice(begin, b.length - end)];
  const isSwapped = x.length === 2 && x === y[1]! + y[0]!;
  return begin > 0 && (Math.max(x.length, y.length) <= 1 || isSwapped);
}
