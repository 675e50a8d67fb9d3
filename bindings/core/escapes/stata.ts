/** Names and texts in Stata do-files. Stata has no escapes, and replaces macros even in quotes. */

const reserved =
  /^(?:_all|_b|_coef|_cons|_n|_N|_pi|_pred|_rc|_skip|_weight|byte|double|float|if|in|int|long|str\d+|strL|using|with)$/;

/** True for a valid name of a variable. */
export function isStataName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]{0,31}$/u.test(name) && !reserved.test(name);
}

/** Characters that end a quoted text, begin a macro, or end the line. */
const special = /["`$\p{Cc}\u2028\u2029]/u;

/** A quoted text as commands accept it; undefined if quotes cannot hold it. */
export function stataQuoted(text: string): string | undefined {
  return special.test(text) ? undefined : `"${text}"`;
}

/** A text in an expression: `"a"`, or parts joined by `+`, with special characters as code points. */
export function stataText(text: string): string {
  const quoted = stataQuoted(text);
  if (quoted !== undefined) return quoted;
  const parts = text.split(/(["`$\p{Cc}\u2028\u2029])/u).filter((part) => part !== '');
  const written = parts.map((part) => stataQuoted(part) ?? `uchar(${part.codePointAt(0)!})`);
  return written.length === 1 ? written[0]! : `(${written.join(' + ')})`;
}
