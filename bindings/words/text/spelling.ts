/** Words in any spelling. */

/** Equal for words that differ only in letter case, hyphens, underscores and spaces. */
export function spelling(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}
