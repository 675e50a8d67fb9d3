/** The letters a, b and c as marks of significance, raised as in `0.50ᵃ`. */

const letters: Readonly<Record<string, string>> = { a: '\u1d43', b: '\u1d47', c: '\u1d9c' };

export const raised = (letter: string) => letters[letter]!;

/** `a, b, c` and `a, b and c`, of which something is said. */
const listed =
  /(?<![\w.])a\s*[,、/]\s*b(?:\s*(?:[,、/]|[,、]?\s*(?:and|or|&|和|及))\s*c)?(?![\w.])/g;
/** `a p < 0.01`, `a: significant at 1%`, `a denotes significance`. */
const alone =
  /(?<![\w.])([abc])\s*[:=]?\s*(?=(?:statistically\s+)?(?:p\s?(?:-?\s?values?)?\s?[<≤]|signif|denotes?\b|indicates?\b|(?:分别)?表示))/g;

/**
 * The text with raised letters where a legend has letters. An `a` alone may be the article, so the legend needs
 * an `a` and a `b`.
 */
export function withRaisedLetters(text: string): string {
  const raise = (part: string) => part.replace(/(?<![\w])[abc](?![\w])/g, raised);
  const explained = new Set(Array.from(text.matchAll(alone), ([, letter]) => letter));
  const all = text.replace(listed, raise);
  return explained.has('a') && explained.has('b') ? all.replace(alone, raise) : all;
}
