/** Names and texts in gretl scripts. gretl has no escapes, and replaces `@name` even in quotes. */

export function isGretlName(name: string): boolean {
  return /^[A-Za-z]\w{0,30}$/.test(name);
}

/** A text in quotes; undefined if quotes cannot hold it. */
export function gretlQuoted(text: string): string | undefined {
  return /["@\p{Cc}\u2028\u2029]|\\$/u.test(text) ? undefined : `"${text}"`;
}
