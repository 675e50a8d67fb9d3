/** The bootstrap of a linear estimate as plain data, and its preparation in the core. */
import type { Arena } from '../../core/arena.js';
import type { Engine } from '../../core/engine.js';
import { Draw, InstrumentTests, WildScores, WildStatistics } from '../../generated/codes.js';
import { ivFit, resampling } from '../../generated/records.js';
import type { SchemeResult } from '../../results/fit.js';
import type { IntervalMethod, Recentring } from '../../results/scheme.js';
import {
  type CoreInstruments,
  putInstrumentDesign,
  putOptions,
} from '../../models/instruments/records.js';
import type { InstrumentProblem } from '../../models/instruments/problem.js';
import { badOption, type BootstrapOptions } from '../options.js';
import { defaultIntervals, isWild } from '../summary/scheme.js';
import { linearCase, type LinearContext, replicateCovariance } from './problem.js';
import { checkStudentized, resolveScheme } from './scheme.js';
import { type BootstrappedTest, instrumentTests, readStatistics } from '../summary/statistics.js';
import type { Units } from './units.js';
import { noBootstrap } from '../refusal.js';

export interface LinearTask {
  readonly kind: 'linear';
  readonly scheme: SchemeResult;
  readonly design: CoreInstruments;
  readonly problem: InstrumentProblem;
  readonly units: Units;
  /** Numbers a replicate returns for each coefficient beside it. */
  readonly statistics: number;
  /** Covariance of tests of the instruments, where replicates return them. */
  readonly tests: Exclude<keyof typeof InstrumentTests, 'none'> | undefined;
  readonly params: Float64Array;
  /** Of GMM. */
  readonly recenter?: Recentring;
  /** Of the probabilities of the units, see `implied.ts`; null for equal ones. */
  readonly thresholds: Int32Array | null;
  readonly seed: number;
}

const draws = {
  pairs: Draw.units,
  cluster: Draw.units,
  block: Draw.block,
  stationary: Draw.stationary,
  residual: Draw.table,
} as const;

/** @throws InputError `no-bootstrap`, `bad-value` */
export function linearTask(context: LinearContext, options: BootstrapOptions): LinearTask {
  const found = linearCase(context);
  const { described, units } = resolveScheme(context, found, options);
  const ci = options.ci ?? defaultIntervals(described);
  checkIntervals(context, described, ci);
  checkTests(context, options);
  const studentized = ci.includes('studentized');
  const { problem, design, params } = found;
  return {
    kind: 'linear',
    scheme: described,
    design,
    problem: { ...problem, vcov: replicateCovariance(problem.vcov, studentized) },
    units,
    statistics: isWild(described)
      ? numbersOfTest(described, ci, design)
      : Number(studentized || (problem.method.steps ?? 1) > 1),
    tests: testCovarianceOf(context, described, options),
    ...(context.estimator === 'gmm' && { recenter: recentres(context, options) }),
    thresholds: null,
    params,
    seed: options.seed ?? 1,
  };
}

export function checkIntervals(
  context: LinearContext,
  described: SchemeResult,
  ci: readonly IntervalMethod[],
): void {
  const { scheme } = described;
  if (ci.includes('inverted') && !isWild(described)) {
    throw badOption('ci', `nothing inverted with scheme ${scheme}`, 'inverted');
  }
  if (ci.includes('bca') && scheme !== 'pairs' && scheme !== 'cluster') {
    throw badOption(
      'ci',
      'bca only where rows or clusters are drawn: scheme pairs or cluster',
      'bca',
    );
  }
  if (!ci.includes('studentized')) return;
  if (context.estimator === 'gmm') {
    throw badOption('ci', 'percentile, basic, normal or bca with gmm', 'studentized');
  }
  checkStudentized(context, described);
}

/** Throws InputError `bad-value` for tests that belong to other estimators. */
export function checkTests({ estimator }: LinearContext, { statistics }: BootstrapOptions): void {
  const own = testsOf[estimator];
  const test = readStatistics(statistics).tests.find((one) => !own.includes(one));
  if (test === undefined) return;
  const owner = instrumentTests.includes(test) ? 'iv' : 'dpd';
  const known = [...own, 'expressions in the coefficients'].join(', ');
  throw badOption('statistics', `${known}, as ${test} is of ${owner}`, test);
}

const testsOf: Readonly<Record<LinearContext['estimator'], readonly BootstrappedTest[]>> = {
  ols: [],
  panel: [],
  iv: instrumentTests,
  gmm: ['hansen'],
};

/** Throws InputError `no-bootstrap` where replicates have no sums for the covariance of the fit's tests. */
function testCovarianceOf(
  { model }: LinearContext,
  { scheme, cluster }: SchemeResult,
  { statistics }: BootstrapOptions,
): LinearTask['tests'] {
  const asked = readStatistics(statistics).tests.find((test) => instrumentTests.includes(test));
  if (asked === undefined) return undefined;
  const { type, cluster: columns } = model.vcov;
  if (type === 'unadjusted' && (scheme === 'pairs' || scheme === 'cluster')) return type;
  if (scheme === 'pairs' && (type === 'HC0' || type === 'HC1')) return 'HC1';
  const own = columns?.length === 1 && columns[0] === cluster;
  if (scheme === 'cluster' && type === 'CV1' && own) return 'CV1';
  throw noBootstrap(
    `${asked} needs the covariance of the fit's tests in each replicate: expected vcov unadjusted, HC0 or HC1 with scheme pairs, unadjusted or the CV1 of the clusters drawn with scheme cluster; found vcov ${type} with scheme ${scheme}`,
  );
}

/** Moments of an exactly identified model are zero as they are. */
function recentres({ estimate }: LinearContext, { recenter = true }: BootstrapOptions): Recentring {
  const rank = 'rankInstruments' in estimate ? estimate.rankInstruments : 0;
  return rank > estimate.params.length && recenter;
}

function numbersOfTest(
  { imposeNull }: SchemeResult,
  ci: readonly IntervalMethod[],
  { endogenous }: CoreInstruments,
): number {
  const polynomial = imposeNull === true && ci.includes('inverted') && endogenous.length === 0;
  return polynomial ? WildStatistics.polynomial : WildStatistics.point;
}

/** Whether confidence sets of inverted tests take replicates at each value: with instruments, which the null moves. */
export function invertsApart(
  { scheme, design }: LinearTask,
  ci: readonly IntervalMethod[],
): boolean {
  const apart = isWild(scheme) && design.endogenous.length > 0;
  return apart && scheme.imposeNull === true && ci.includes('inverted');
}

function drawOf({ scheme: described, thresholds }: LinearTask): number {
  const { scheme, weights, enumerated } = described;
  if (thresholds !== null) return Draw['given-units'];
  if (scheme === 'wild' || scheme === 'wild-cluster') {
    return enumerated === true ? Draw['all-signs'] : Draw[weights!];
  }
  return draws[scheme];
}

/** Fills a plan in the core's memory; the status of the core. */
export function prepareLinear(
  engine: Engine,
  arena: Arena,
  task: LinearTask,
  plan: number,
): number {
  const { scheme, design, problem, units, statistics, tests, params, thresholds, recenter } = task;
  const record = arena.putRecord(resampling, {
    draw: drawOf(task),
    nunits: units.count,
    length: scheme.blockLength ?? 0,
    statistics,
    restricted: Number(recenter === true || scheme.imposeNull === true),
    scores: Number(scheme.variant?.[0] ?? WildScores.plain),
    variance: Number(scheme.variant?.[1] ?? WildScores.plain),
    tests: InstrumentTests[tests ?? 'none'],
    units: arena.putInts(units.codes),
    levels: units.levels === undefined ? 0 : arena.putInts(units.levels),
    thresholds: thresholds === null ? 0 : arena.putInts(thresholds),
    params: arena.putFloats(params),
  });
  return engine.exports.resample_prepare(
    putInstrumentDesign(arena, problem, design),
    putOptions(arena, problem, design),
    arena.putRecord(ivFit, {}),
    record,
    plan,
  );
}
