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

/** The Arellano-Bond statistic of an order. */
export function arName(order: number): string {
  return `_ar${order}`;
}

/** What wild replicates hold of each coefficient (`linear/wild.ts`), by how many numbers that is. */
const wild: Readonly<Record<number, readonly string[]>> = {
  2: ['n0', 'd0'],
  5: ['n0', 'n1', 'd0', 'd1', 'd2'],
};

/**
 * Of linear estimates, which have `each` numbers for every coefficient, its standard error or the parts of its
 * wild statistic; of GMM standard errors for studentized intervals and tests of serial correlation, J, J without each
 * set tested, and those tests.
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
  const orders = asked.includes('ar') ? (tests.ar ?? []) : [];
  return [
    ...(ci.includes('studentized') || orders.length > 0 ? names.map(stdErrorName) : []),
    HANSEN,
    ...groups.map(({ group }) => withoutName(group)),
    ...orders.map(({ order }) => arName(order)),
  ];
}
