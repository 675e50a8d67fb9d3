import { methodAdvice } from '../words/errors/methods.js';
import type { WayOut } from '../words/errors/interchange/syntax.js';

/** Advice for commands that are common but not translated. */
const waysOut: readonly (readonly [command: RegExp, way: WayOut])[] = [
  [/^(?:qui\w*\s+)?by(?:sort|s)?\s[^:]*:\s*(?:e?gen\w*|replace)\b/, 'generate'],
  [/^(?:qui\w*\s+)?by(?:sort|s)?\s[^:]*:/, 'by'],
  [/\biv_robust\s*\(/, 'iv-robust'],
];

/** What to write instead of a statement; undefined if there is no advice. */
export function wayOut(statement: string): WayOut | undefined {
  return waysOut.find(([command]) => command.test(statement.trim()))?.[1];
}

const prefixes =
  /^(?:(?:qui\w*|noi\w*|cap\w*|xi|eststo(?:\s+\w+)?|by\w*\s[^:]*|bootstrap[^:]*)\s*:?\s+)*/;

/** Words that scripts use for other things than methods, such as R's factor(), and tables, which are no method. */
const plainWords =
  /^(?:summar(?:y|ize)|sum|sumstats|desc|cor|corr|pwcorr|correlation|tabstat|factor|table|esttab|estout|outreg2|etable|stargazer|modelsummary|texreg|within|between|random|re|fe|var|match|matching|index|did|rd|sar|sem|zip|skim|lm)$/;

/** The method that a statement of Stata, R or Python calls by its name; undefined for other statements. */
export function methodNameOf(statement: string): string | undefined {
  const [word = ''] = /^[A-Za-z_]\w*(?=\s|,|$)/.exec(statement.trim().replace(prefixes, '')) ?? [];
  const isAssigned = /^\s*\w+\s*(?:<-|=)/.test(statement);
  if (isMethod(word) && !isAssigned) return word;
  const calls = [...statement.matchAll(/([A-Za-z_][\w.]*)\s*\(/g)].map(([, name]) =>
    name!.split('.').at(-1)!,
  );
  return calls.slice(0, 20).find(isMethod);
}

function isMethod(name: string): boolean {
  return !plainWords.test(name) && methodAdvice(name) !== undefined;
}
