/**
 * Splits a list at commas, or at spaces if it has no commas, outside parentheses. A name with spaces or commas is in
 * backquotes.
 */
export function listed(text: string): string[] {
  return partsOf(text).map((part) => part.replace(/^`([^`]*)`$/, '$1'));
}

/** The same with the backquotes, for keys in which they tell a name from an expression. */
export function partsOf(text: string): string[] {
  const commas = /,/.test(text.replace(/`[^`]*`|\([^()]*\)/g, ''));
  const part = commas ? /(?:`[^`]*`|\([^()]*\)|[^,`])+/g : /(?:`[^`]*`|\([^()]*\)|[^\s`])+/g;
  const parts = text.match(part) ?? [''];
  return parts.map((part) => part.trim());
}
