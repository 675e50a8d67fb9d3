/** What the numbers of a replicate are beside its coefficients, by name and in their order. */
import type { FitResult } from '../../results/fit.js';
import { instrumentTests } from './statistics.js';
import type { SummaryOptions } from './options.js';

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

/** The first-stage F of an endogenous regressor. */
export function firstStageName(endogenous: string): string {
  return `_firstStageF(${endogenous})`;
}

/** Anderson and Rubin's F at 0, and of the hypothesis that holds in the sample. */
export const ANDERSON_RUBIN = '_andersonRubin';
export const ANDERSON_RUBIN_RECENTRED = '_andersonRubin_recentred';

/** What wild replicates hold of each coefficient (`bootstrap/summary/wild-tests.ts`), by how many numbers that is. */
const wild: Readonly<Record<number, readonly string[]>> = {
  2: ['n0', 'd0'],
  5: ['n0', 'n1', 'd0', 'd1', 'd2'],
};

/**
 * Of linear estimates, which have `each` numbers for every coefficient, its standard error or the parts of its
 * wild statistic, then tests of the instruments; of GMM standard errors for studentized intervals and tests of serial correlation, J, J without each
 * set tested, and those tests.
 */
export function statisticNames(
  { estimator, params, tests, weightingMatrix }: FitResult,
  { ci, tests: wanted = [] }: Pick<SummaryOptions, 'ci' | 'tests'>,
  each: number,
): string[] {
  const names = Object.keys(params);
  const ofInstruments = wanted.some((test) => instrumentTests.includes(test))
    ? instrumentNames(tests)
    : [];
  if (estimator === 'gmm') return weightingMatrix === undefined ? [] : [HANSEN];
  if (estimator !== 'dpd') {
    if (each <= 1) return [...(each === 1 ? names.map(stdErrorName) : []), ...ofInstruments];
    return names.flatMap((name) => (wild[each] ?? []).map((part) => `${part}(${name})`));
  }
  const groups = wanted.includes('diffHansen') && hasHansen(tests) ? (tests.diffHansen ?? []) : [];
  const orders = wanted.includes('ar') ? (tests.ar ?? []) : [];
  return [
    ...(ci.includes('studentized') || orders.length > 0 ? names.map(stdErrorName) : []),
    HANSEN,
    ...groups.map(({ group }) => withoutName(group)),
    ...orders.map(({ order }) => arName(order)),
  ];
}

/** False where replicates have no J: exactly identified, or unadjusted in one step, with difference tests of Sargan's. */
export function hasHansen({ hansen }: FitResult['tests']): boolean {
  return hansen !== undefined && hansen.stat !== null;
}

function instrumentNames({ firstStage = [] }: FitResult['tests']): string[] {
  const names = firstStage.map(({ endogenous }) => firstStageName(endogenous));
  return [...names, ANDERSON_RUBIN, ANDERSON_RUBIN_RECENTRED];
}
