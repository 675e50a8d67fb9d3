/** The bootstrap of a dynamic panel as plain data. */
import { toldAgain } from '../../../words/told.js';
import * as said from '../../../words/errors/bootstrap/dynamic.js';
import {
  intervalsWith,
  nothingWithEstimator,
  statisticsOf as statisticsWords,
  testsWithOrders,
} from '../../../words/expectations/bootstrap.js';
import type { ReplicateCovariance } from '../../../generated/codes.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { Recentring } from '../../../results/bootstrap/scheme.js';
import { isRobust } from '../../covariances/registry.js';
import {
  type BootstrappedTest,
  type DrawOptions,
  instrumentTests,
} from '../../replicates/draw-options.js';
import { badOption, noBootstrap } from '../../replicates/refusal.js';
import type { DynamicDesign } from '../design/design.js';
import { differenceGroups, testMask } from '../design/difference-in-hansen.js';
import type { DynamicFit } from '../fit.js';

export interface UnitMomentsTask {
  readonly kind: 'unit-moments';
  readonly scheme: SchemeResult;
  readonly design: DynamicDesign;
  readonly steps: 1 | 2;
  /** Summed moments at the estimate, which recentring subtracts; null leaves the moments unchanged. */
  readonly moments: Float64Array | null;
  readonly recenter: Recentring;
  /** Thresholds of the units' probabilities (Brown and Newey, 2002); null for equal probabilities. */
  readonly thresholds: Int32Array | null;
  readonly seed: number;
  readonly statistics: ReplicateStatistics;
}

/** Statistics of a replicate in addition to its coefficients; see `statisticNames`. */
export interface ReplicateStatistics {
  /** Standard errors: none, robust after one step, from the two-step weight, or Windmeijer's. */
  readonly covariance: keyof typeof ReplicateCovariance;
  /** Small-sample factor of the squared standard errors. */
  readonly factor: number;
  /** True to compute J also after one step, which takes a second step. */
  readonly hansen: boolean;
  /** Sets of instruments to leave out, and the parts of the specs in each (`DpdOptions.tests`). */
  readonly ntests: number;
  readonly tests: Uint8Array;
  /** Orders of the tests of serial correlation, on level residuals or differenced ones. */
  readonly arOrders: number;
  readonly arLevels: boolean;
  /** The estimate at which products of residuals are centred; null leaves them unchanged. */
  readonly centre: Float64Array | null;
}

export const noStatistics: ReplicateStatistics = {
  covariance: 'none',
  factor: 1,
  hansen: false,
  ntests: 0,
  tests: new Uint8Array(),
  arOrders: 0,
  arLevels: false,
  centre: null,
};

/** @throws InputError `no-bootstrap`, `bad-value` */
export function unitMomentsTask(
  context: DynamicFit,
  options: DrawOptions,
  tests: readonly BootstrappedTest[],
): UnitMomentsTask {
  const { model, sample, estimate } = context;
  checkOptions(model.estimator, options);
  const overidentified = estimate.rank > sample.design.params.length;
  const recenter = overidentified && (options.recenter ?? true);
  const wanted = { ci: options.ci, tests, centred: recenter !== false || !overidentified };
  return {
    kind: 'unit-moments',
    scheme: { scheme: 'cluster', cluster: model.panel.unit },
    design: sample.design,
    steps: bootstrapped(model),
    moments: recenter === true ? estimate.moments : null,
    recenter,
    thresholds: null,
    seed: options.seed ?? 1,
    statistics: statisticsOf(context, wanted),
  };
}

/** Checks the steps: replicates have one or two steps and linear conditions. */
function bootstrapped({ steps, nonlinear }: DynamicFit['model']): 1 | 2 {
  if (nonlinear !== false) {
    throw noBootstrap(toldAgain(said.nonlinearConditions(), { nonlinear }));
  }
  if (steps === 1 || steps === 2) return steps;
  throw noBootstrap(said.otherSteps({ steps }));
}

/** Throws InputError for options that only other estimators have. */
function checkOptions(
  estimator: string,
  { scheme = 'cluster', ci = [], ...others }: DrawOptions,
): void {
  if (scheme !== 'cluster') {
    throw noBootstrap(said.schemeOfDynamic({ scheme }));
  }
  const keys = ['cluster', 'weights', 'imposeNull', 'variant', 'blockLength', 'order'] as const;
  const key = keys.find((one) => others[one] !== undefined);
  if (key !== undefined) throw badOption(key, nothingWithEstimator({ estimator }), others[key]);
  if (ci.includes('inverted')) {
    const intervals = ['percentile', 'basic', 'normal', 'studentized', 'bca'];
    throw badOption('ci', intervalsWith({ intervals, estimator }), 'inverted');
  }
}

/** What the replicates are needed for. */
interface Wanted extends Pick<DrawOptions, 'ci'> {
  readonly tests: readonly BootstrappedTest[];
  /** True if moments are centred, or if they hold in the sample without centring. */
  readonly centred: boolean;
}

function statisticsOf(
  context: DynamicFit,
  { ci = [], tests, centred }: Wanted,
): ReplicateStatistics {
  const { model, sample, estimate } = context;
  const other = tests.find((test) => instrumentTests.includes(test));
  if (other !== undefined) {
    const available = ['hansen', 'diffHansen', 'ar'];
    throw badOption(
      'statistics',
      statisticsWords({ tests: available, test: other, owner: 'iv' }),
      other,
    );
  }
  const exists = estimate.twoStep && estimate.rank > sample.design.params.length;
  const groups = exists && tests.includes('diffHansen') ? differenceGroups(model, sample) : [];
  const arOrders = tests.includes('ar') ? model.arOrders : 0;
  if (tests.includes('ar') && arOrders === 0) {
    throw badOption('statistics', testsWithOrders(), 'ar');
  }
  return {
    covariance: ci.includes('studentized') || arOrders > 0 ? covarianceOf(model) : 'none',
    factor: estimate.smallFactor,
    hansen: exists && (tests.includes('hansen') || tests.includes('diffHansen')),
    ntests: groups.length,
    tests: testMask(groups, sample.design.specs),
    arOrders,
    arLevels: model.arLevels,
    centre: arOrders > 0 && centred ? estimate.params : null,
  };
}

/**
 * Returns the type of standard error in replicates that matches the fit's. After two steps, robust errors come from the
 * weight.
 */
function covarianceOf({ steps, vcov }: DynamicFit['model']): ReplicateStatistics['covariance'] {
  const { type, cluster } = vcov;
  if (cluster === undefined) {
    if (steps === 1 && type === 'robust') return 'robust';
    if (steps === 2 && (!isRobust({ type }) || type === 'robust')) return 'model';
    if (steps === 2 && type === 'windmeijer') return 'windmeijer';
  }
  const clustered = cluster !== undefined;
  throw noBootstrap(said.dynamicErrors({ type, steps: String(steps), clustered }));
}

/** A task reduced to coefficients, without recentring, for units with given counts. */
export function estimatesTask(task: UnitMomentsTask): UnitMomentsTask {
  return { ...task, moments: null, thresholds: null, statistics: noStatistics };
}
