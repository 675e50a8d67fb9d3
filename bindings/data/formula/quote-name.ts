/** Most names match the first pattern; the second takes 1 ms to compile. */
const asciiName = /^[A-Za-z_]\w*$/;
const plainName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** `name` as written in a formula: in backquotes, unless it consists of letters, digits and `_`. */
export function quoteName(name: string): string {
  return asciiName.test(name) || plainName.test(name) ? name : `\`${name}\``;
}

/** The name without the backquotes of a formula. */
export function bareName(name: string): string {
  return /^`([^`]+)`$/.exec(name)?.[1] ?? name;
}
