/** What the numbers of a replicate are beside its coefficients, by name and in their order. */
import type { FitResult } from '../models/fit-result.js';
import type { SummaryOptions } from './result.js';

export const HANSEN = '_hansen';

export function stdErrorName(param: string): string {
  return `stdError(${param})`;
}

/** J without a set of instruments. */
export function withoutName(group: string): string {
  return `_hansen_without_${group}`;
}

/** What wild replicates hold of each coefficient (`linear/wild.ts`), by how many numbers that is. */
const wild: Readonly<Record<number, readonly string[]>> = {
  2: ['n0', 'd0'],
  5: ['n0', 'n1', 'd0', 'd1', 'd2'],
};

/**
 * Of linear estimates, which have `each` numbers for every coefficient, its standard error or the parts of its
 * wild statistic; of GMM standard errors for studentized intervals, J, and J without each set tested.
 */
export function statisticNames(
  { estimator, params, tests, weightingMatrix }: FitResult,
  { ci, tests: asked = [] }: Pick<SummaryOptions, 'ci' | 'tests'>,
  each: number,
): string[] {
  const names = Object.keys(params);
  if (estimator === 'gmm') return weightingMatrix === undefined ? [] : [HANSEN];
  if (estimator !== 'dpd') {
    if (each === 1) return names.map(stdErrorName);
    return names.flatMap((name) => (wild[each] ?? []).map((part) => `${part}(${name})`));
  }
  const groups = asked.includes('diffHansen') ? (tests.diffHansen ?? []) : [];
  return [
    ...(ci.includes('studentized') ? names.map(stdErrorName) : []),
    HANSEN,
    ...groups.map(({ group }) => withoutName(group)),
  ];
}
