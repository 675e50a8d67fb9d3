/** Advice for commands that are common but not translated. */
const waysOut: readonly (readonly [command: RegExp, advice: string])[] = [
  [/^(?:qui\w*\s+)?xtivreg\b/, 'write ivreghdfe with absorb(unit) for fixed effects'],
  [
    /^(?:qui\w*\s+)?by(?:sort|s)?\s[^:]*:\s*(?:e?gen\w*|replace)\b/,
    'make the column in the data, or with build: in the model file',
  ],
  [
    /^(?:qui\w*\s+)?by(?:sort|s)?\s[^:]*:/,
    'write the command once for each group with if, or use wasmetrics groups --by',
  ],
  [/\bfelm\s*\(/, 'write feols(y ~ x | effects, cluster = ~g)'],
  [/\blm_robust\s*\(/, 'write feols(y ~ x, vcov = "hetero"), or cluster = ~g'],
  [/\biv_robust\s*\(/, 'write feols(y ~ w | x ~ z, vcov = "hetero"), or cluster = ~g'],
];

/** What to write instead of a statement; undefined if there is no advice. */
export function wayOut(statement: string): string | undefined {
  return waysOut.find(([command]) => command.test(statement.trim()))?.[1];
}
