/** Prefixes of commands of a do-file. */

/** Words before a command of Stata that do not change what it estimates. */
const silent =
  /^(?:qui(?:etly?)?|n(?:o(?:i(?:s(?:i(?:ly?)?)?)?)?)?|cap(?:t(?:u(?:re?)?)?)?)\b\s*:?\s*/;
const stored = /^(?:eststo|est\s+store|estimates\s+store)(?:\s+\w+)?(?:\s*,[^:]*)?\s*:\s*/;
const expanded = /^xi\s*(?:,[^:]*)?:\s*/;

/** `quietly eststo m1: regress y x` without its prefixes. */
export function withoutPrefixes(text: string): string {
  let rest = text;
  for (;;) {
    const before = rest;
    rest = rest.replace(silent, '').replace(stored, '').replace(expanded, '');
    if (rest === before) return withBootstrap(rest);
  }
}

/** `bootstrap, reps(99) seed(1): regress y x` as the covariance of its command. */
function withBootstrap(text: string): string {
  const [, options, command] = /^bootstrap\s*(?:_b\s*)?,([^:]*):\s*([^]+)$/.exec(text) ?? [];
  if (command === undefined) return text;
  return `${command}${command.includes(',') ? '' : ','} vce(bootstrap,${options!})`;
}
