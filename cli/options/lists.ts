/**
 * Splits a list at commas, or at spaces if it has no commas, outside parentheses. A name with spaces or commas is in
 * backquotes.
 */
export function listed(text: string): string[] {
  const commas = /,/.test(text.replace(/`[^`]*`|\([^()]*\)/g, ''));
  const part = commas ? /(?:`[^`]*`|\([^()]*\)|[^,`])+/g : /(?:`[^`]*`|\([^()]*\)|[^\s`])+/g;
  const parts = text.match(part) ?? [''];
  return parts.map((part) => part.trim().replace(/^`([^`]*)`$/, '$1'));
}
