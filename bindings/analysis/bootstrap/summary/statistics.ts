import { has } from '../../../models/registry.js';
import type { FitResult } from '../../../results/fit.js';
import { type BootstrappedTest, instrumentTests } from '../../../models/replicates/draw-options.js';
import type { IntervalMethod } from '../../../results/bootstrap/scheme.js';

const tests: readonly BootstrappedTest[] = ['hansen', 'diffHansen', 'ar', ...instrumentTests];

/** The key `statistics`: tests by name, everything else an expression in the coefficients. */
export interface Statistics {
  readonly tests: readonly BootstrappedTest[];
  readonly expressions: readonly string[];
  /** Hypotheses for joint tests of a wild bootstrap, each a text that may hold several. */
  readonly joint?: readonly string[];
}

/** What the numbers of a replicate are needed for. */
interface Wanted {
  readonly ci: readonly IntervalMethod[];
  readonly tests?: readonly BootstrappedTest[];
  readonly joint?: readonly string[];
}

/** Splits the key into tests and expressions. `params` adds nothing, because the coefficients are always included. */
export function readStatistics(wanted: readonly string[] = []): Statistics {
  return {
    tests: tests.filter((test) => wanted.includes(test)),
    expressions: wanted.filter((one) => one !== 'params' && !tests.some((test) => test === one)),
  };
}

/** Takes expressions with a relation, such as `x = 0, w = 0`, as hypotheses. */
export function splitHypotheses({ tests, expressions }: Statistics): Statistics {
  const isHypothesis = (text: string) => /[=<>]/.test(text);
  return {
    tests,
    expressions: expressions.filter((text) => !isHypothesis(text)),
    joint: expressions.filter(isHypothesis),
  };
}

/** Names of the numbers that follow the coefficients in a replicate. */
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

/** The Wald statistic of a joint test relative to that of the sample. */
export function jointName(hypotheses: string): string {
  return `${JOINT}(${hypotheses})`;
}
const JOINT = '_joint';

/** Number of joint tests among the statistics of a replicate. */
export function countJoint(statistics: readonly string[]): number {
  return statistics.filter((name) => name.startsWith(`${JOINT}(`)).length;
}

/** Anderson and Rubin's F at 0, and at the hypothesis that holds in the sample. */
export const ANDERSON_RUBIN = '_andersonRubin';
export const ANDERSON_RUBIN_RECENTRED = '_andersonRubin_recentred';

/** Names of the numbers per coefficient in wild replicates (`wild-tests.ts`), by how many there are. */
const wild: Readonly<Record<number, readonly string[]>> = {
  2: ['n0', 'd0'],
  5: ['n0', 'n1', 'd0', 'd1', 'd2'],
};

/**
 * Lists the names. Replicates of linear estimates have `each` numbers per coefficient, its standard error or the parts
 * of its wild statistic, and then tests of the instruments. Replicates of GMM have standard errors for studentized
 * intervals and tests of serial correlation, J, J without each tested set, and those tests.
 */
export function statisticNames(
  fit: FitResult,
  { ci, tests: wanted = [], joint = [] }: Wanted,
  each: number,
): string[] {
  const { params, tests, weightingMatrix } = fit;
  const { moments, dynamics } = has(fit);
  if (dynamics) return dynamicNames(fit, { ci, tests: wanted });
  if (moments) return weightingMatrix === undefined ? [] : [HANSEN];
  const names = Object.keys(params);
  const ofInstruments = wanted.some((test) => instrumentTests.includes(test))
    ? instrumentNames(tests)
    : [];
  if (each <= 1) return [...(each === 1 ? names.map(stdErrorName) : []), ...ofInstruments];
  const parts = names.flatMap((name) => (wild[each] ?? []).map((part) => `${part}(${name})`));
  return [...parts, ...joint.map(jointName)];
}

function dynamicNames({ params, tests }: FitResult, { ci, tests: wanted = [] }: Wanted): string[] {
  const groups = wanted.includes('diffHansen') && hasHansen(tests) ? (tests.diffHansen ?? []) : [];
  const orders = wanted.includes('ar') ? (tests.ar ?? []) : [];
  const hasErrors = ci.includes('studentized') || orders.length > 0;
  return [
    ...(hasErrors ? Object.keys(params).map(stdErrorName) : []),
    HANSEN,
    ...groups.map(({ group }) => withoutName(group)),
    ...orders.map(({ order }) => arName(order)),
  ];
}

/** False if replicates have no J: the model is exactly identified, or unadjusted after one step with Sargan's tests. */
export function hasHansen({ hansen }: FitResult['tests']): boolean {
  return hansen !== undefined && hansen.stat !== null;
}

function instrumentNames({ firstStage = [] }: FitResult['tests']): string[] {
  const names = firstStage.map(({ endogenous }) => firstStageName(endogenous));
  return [...names, ANDERSON_RUBIN, ANDERSON_RUBIN_RECENTRED];
}
