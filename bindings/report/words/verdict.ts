/** What the tests of a fit say together, in a sentence. */
import type { FitResult, Test } from '../../results/fit.js';
import { percent, pWords, series } from '../../tables/format.js';

/** A paragraph, or none if there is nothing to say. */
export function verdict(result: FitResult): string[] {
  return slopeWords(result);
}

interface Found {
  readonly rejects: boolean;
  readonly words: string;
}

/** Whether a test rejects at the level that the intervals have. */
function found(test: Test | undefined, hypothesis: string, level: number): Found[] {
  if (test === undefined || test.stat === null) return [];
  return [{ rejects: test.pValue < 1 - level, words: `${hypothesis} (${pWords(test.pValue)})` }];
}

/** `At the 5% level F tests reject that all slopes are 0 (p < 0.001).` */
function slopeWords({ tests, level }: FitResult): string[] {
  const all = [
    ...found(tests.f, 'all slopes are 0', level),
    ...found(tests.effects, 'all effects are equal', level),
  ];
  const part = (verb: string, some: readonly Found[]) =>
    some.length === 0
      ? []
      : [
          `${verb} that ${series(
            some.map(({ words }) => words),
            'and',
          )}`,
        ];
  const parts = [
    ...part(
      'reject',
      all.filter(({ rejects }) => rejects),
    ),
    ...part(
      'do not reject',
      all.filter(({ rejects }) => !rejects),
    ),
  ];
  return parts.length === 0
    ? []
    : [`At the ${percent(1 - level)} level the F tests ${parts.join(', but ')}.`];
}
