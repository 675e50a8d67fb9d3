/** Which bootstraps of a regression are refused, and why. */
import * as said from '../../../words/errors/bootstrap/unavailable.js';
import * as wanted from '../../../words/expectations/bootstrap.js';
import { traitsOfWord } from '../../../models/covariances/registry.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import { estimatorNames, has } from '../../../models/registry.js';
import { type BootstrappedTest, instrumentTests } from '../../../models/replicates/draw-options.js';
import { type Refusal, refused } from '../../../models/replicates/refusal.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/bootstrap/scheme.js';
import type { BootstrapOptions } from '../options.js';
import { isWild } from '../summary/scheme.js';
import { readStatistics, splitHypotheses } from '../summary/statistics.js';
import { isNested } from './units.js';
import type { LinearCase, ReplicateErrors } from './problem.js';
import type { Units } from './units.js';

/** What a bootstrap of a regression draws, and which intervals and tests need it. */
export interface LinearPlan {
  readonly context: LinearFit;
  readonly options: BootstrapOptions;
  readonly scheme: SchemeResult;
  readonly units: Units;
  readonly ci: readonly IntervalMethod[];
  readonly tests: readonly BootstrappedTest[];
  /** How replicates compute the standard errors of the fit; undefined if the drawn units cannot give them. */
  readonly errors: ReplicateErrors | undefined;
}

/** A bootstrap whose replicates are computed from sums over units. */
export interface SumsPlan extends LinearPlan {
  readonly linear: LinearCase;
}

/** Throws InputError `no-bootstrap` or `bad-value` if sums over units do not give the replicates. */
export function checkSums(plan: SumsPlan): void {
  refuse(sumsRefusal(plan) ?? intervalsRefusal(plan) ?? testsRefusal(plan) ?? errorsRefusal(plan));
}

/** Throws InputError `no-bootstrap` or `bad-value` if estimates of the drawn rows do not give the replicates. */
export function checkRows(plan: LinearPlan): void {
  refuse(intervalsRefusal(plan) ?? testsRefusal(plan) ?? rowsRefusal(plan));
}

function refuse(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw refused(refusal);
}

function sumsRefusal({
  context,
  scheme: drawn,
  units,
  linear,
  options,
}: SumsPlan): Refusal | undefined {
  const { instruments, moments } = context;
  const { scheme } = drawn;
  if (moments !== undefined) return momentsRefusal(moments, drawn, linear);
  if (instruments !== undefined && isWild(drawn)) {
    return restrictedRefusal(linear, units, options);
  }
  const { variant = '11' } = options;
  if (units.clusters !== undefined && variant !== '11') {
    return { option: 'variant', expected: wanted.variantOfSubclusters(), found: variant };
  }
  if (scheme !== 'residual') return undefined;
  if (!has(context).leastSquares || has(context).units) return said.residualScheme();
  return linear.rows.weights === undefined ? undefined : said.weightedResiduals();
}

/** Replicates only have sums over what is drawn, so the weighting matrix must come from such sums. */
function momentsRefusal(
  { method, weight }: NonNullable<LinearFit['moments']>,
  { scheme, cluster }: SchemeResult,
  { problem }: LinearCase,
): Refusal | undefined {
  if (method !== 'one-step' && method !== 'two-step') {
    return said.methodOfScheme({ method, scheme });
  }
  if (problem.transformation.absorbed.length > 0) return said.splitEffects();
  if (weight.center) return said.centredWeight({ scheme });
  const drawn = { pairs: 'rows', cluster: 'clusters' } as const;
  const fits =
    (scheme === 'pairs' || scheme === 'cluster') &&
    traitsOfWord(weight.type)?.replicates?.draws.includes(drawn[scheme]) === true;
  if (!fits) return said.weightOfScheme({ weight: weight.type, scheme });
  const clusters = weight.cluster?.join(', ');
  if (scheme !== 'cluster' || clusters === undefined || clusters === cluster) return undefined;
  return said.weightOfScheme({ weight: `cluster:${clusters}`, scheme: `cluster of ${cluster}` });
}

/** The restricted efficient wild bootstrap is that of two-stage least squares. */
function restrictedRefusal(
  { problem: { method } }: LinearCase,
  { clusters }: Units,
  { variant = '11', scheme, statistics }: BootstrapOptions,
): Refusal | undefined {
  if (clusters !== undefined) {
    return said.subclusterOfInstruments({ key: scheme === 'wild' ? 'cluster' : 'subcluster' });
  }
  if (splitHypotheses(readStatistics(statistics)).joint?.length !== 0) {
    return said.jointOfInstruments();
  }
  if (method.kind === 'kclass' && method.kappa !== 1) return said.restrictedMethod();
  if (variant === '11') return undefined;
  return { option: 'variant', expected: wanted.variantOfInstruments(), found: variant };
}

/**
 * Replicates have the standard errors of the fit if these are unadjusted, HC0 or HC1 and rows are drawn, or CV1 and its
 * clusters are drawn.
 */
function intervalsRefusal({ context, scheme: drawn, ci, errors }: LinearPlan): Refusal | undefined {
  const { scheme } = drawn;
  const other = (interval: IntervalMethod) => ({
    option: 'ci',
    expected: wanted.intervalsOther({ interval, scheme }),
    found: interval,
  });
  if (ci.includes('inverted') && !isWild(drawn)) return other('inverted');
  if (ci.includes('bca') && scheme !== 'pairs' && scheme !== 'cluster') return other('bca');
  if (!ci.includes('studentized')) return undefined;
  const { estimator, moments, model } = context;
  if (moments !== undefined) {
    const intervals = ['percentile', 'basic', 'normal', 'bca'];
    const expected = wanted.intervalsWith({ intervals, estimator });
    return { option: 'ci', expected, found: 'studentized' };
  }
  const { type } = model.vcov;
  return errors === undefined ? said.studentizedErrors({ type, scheme }) : undefined;
}

/** Tests that the fit does not have. */
function testsRefusal({
  context: { instruments, moments },
  tests,
}: LinearPlan): Refusal | undefined {
  const ofInstruments = instruments === undefined ? [] : instrumentTests;
  const possible = moments === undefined ? ofInstruments : (['hansen'] as const);
  const test = tests.find((bootstrappedTest) => !possible.includes(bootstrappedTest));
  if (test === undefined) return undefined;
  const expected = wanted.statisticsOf({ tests: possible, test, owner: ownersOf(test) });
  return { option: 'statistics', expected, found: test };
}

/** The estimators whose replicates compute a test. */
function ownersOf(test: BootstrappedTest): string {
  const owners = estimatorNames().filter((estimator) => {
    const { instruments, moments, dynamics } = has({ estimator });
    return instrumentTests.includes(test) ? instruments && !moments : dynamics;
  });
  return owners.join(' and ');
}

/** Tests of instruments whose covariance the drawn units cannot give. */
function errorsRefusal({ context, scheme: { scheme }, tests, errors }: LinearPlan) {
  const test = testOfInstruments(tests);
  if (test === undefined || errors !== undefined) return undefined;
  return said.testCovariance({ test, type: context.model.vcov.type, scheme });
}

function rowsRefusal({ context, options, units, tests }: LinearPlan): Refusal | undefined {
  const { transformation, moments, estimate } = context;
  const { units: panel, absorbed } = transformation;
  if (panel !== undefined && !isNested(panel, units)) {
    return said.dividedUnits({ unit: panel.name });
  }
  const test = testOfInstruments(tests);
  if (test !== undefined) return said.testOfRows({ test });
  if (moments === undefined) return undefined;
  const { weight, method } = moments;
  if (weight.order !== undefined) return said.unorderedRows({ weight: weight.type });
  const across = absorbed.find((effect) => !isNested(effect, units));
  if (options.recenter === 'brown-newey') {
    return across && said.crossedEffects({ effect: across.name });
  }
  const holds = estimate.rankInstruments === estimate.params.length;
  return options.recenter === false || holds ? undefined : said.notRecentred({ method });
}

function testOfInstruments(tests: readonly BootstrappedTest[]): BootstrappedTest | undefined {
  return tests.find((test) => instrumentTests.includes(test));
}
