import type { WayOut } from '../words/errors/interchange/syntax.js';

/** Advice for commands that are common but not translated. */
const waysOut: readonly (readonly [command: RegExp, way: WayOut])[] = [
  [/^(?:qui\w*\s+)?xtivreg\b/, 'xtivreg'],
  [/^(?:qui\w*\s+)?by(?:sort|s)?\s[^:]*:\s*(?:e?gen\w*|replace)\b/, 'generate'],
  [/^(?:qui\w*\s+)?by(?:sort|s)?\s[^:]*:/, 'by'],
  [/\bfelm\s*\(/, 'felm'],
  [/\blm_robust\s*\(/, 'lm-robust'],
  [/\biv_robust\s*\(/, 'iv-robust'],
];

/** What to write instead of a statement; undefined if there is no advice. */
export function wayOut(statement: string): WayOut | undefined {
  return waysOut.find(([command]) => command.test(statement.trim()))?.[1];
}
