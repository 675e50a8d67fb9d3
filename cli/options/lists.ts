/** Splits a list at commas, or at spaces if it has no commas. A name with spaces or commas is in backquotes. */
export function listed(text: string): string[] {
  const commas = /,/.test(text.replace(/`[^`]*`/g, ''));
  const parts = text.match(commas ? /(?:`[^`]*`|[^,`])+/g : /(?:`[^`]*`|[^\s`])+/g) ?? [''];
  return parts.map((part) => part.trim().replace(/^`([^`]*)`$/, '$1'));
}
