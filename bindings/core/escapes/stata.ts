/** Names and texts in do-files of Stata, which replaces macros in quotes too and knows no escapes. */

const reserved =
  /^(?:_all|_b|_coef|_cons|_n|_N|_pi|_pred|_rc|_skip|_weight|byte|double|float|if|in|int|long|str\d+|strL|using|with)$/;

/** True for the name of a variable. */
export function isStataName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]{0,31}$/u.test(name) && !reserved.test(name);
}

/** What ends a text in quotes, begins a macro, or ends the line. */
const special = /["`$\p{Cc}\u2028\u2029]/u;

/** A text in quotes as commands take it; undefined for one that quotes cannot hold. */
export function stataQuoted(text: string): string | undefined {
  return special.test(text) ? undefined : `"${text}"`;
}

/** A text in an expression: `"a"`, or parts joined by `+` with other characters by number. */
export function stataText(text: string): string {
  const quoted = stataQuoted(text);
  if (quoted !== undefined) return quoted;
  const parts = text.split(/(["`$\p{Cc}\u2028\u2029])/u).filter((part) => part !== '');
  const written = parts.map((part) => stataQuoted(part) ?? `uchar(${part.codePointAt(0)!})`);
  return written.length === 1 ? written[0]! : `(${written.join(' + ')})`;
}
