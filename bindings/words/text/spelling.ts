/** Words in any spelling. */

/** Equal for words that differ only in letter case, hyphens, underscores and spaces. */
export function spelling(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

/** The one of some words that a value spells; other values as they are. */
export function knownSpelling(words: readonly unknown[], value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return (
    words.find((word) => typeof word === 'string' && spelling(word) === spelling(value)) ?? value
  );
}
