/** Names and texts in scripts of gretl, which replaces `@name` in quotes too and knows no escapes. */

export function isGretlName(name: string): boolean {
  return /^[A-Za-z]\w{0,30}$/.test(name);
}

/** A text in quotes; undefined for one that quotes cannot hold. */
export function gretlQuoted(text: string): string | undefined {
  return /["@\p{Cc}\u2028\u2029]|\\$/u.test(text) ? undefined : `"${text}"`;
}
