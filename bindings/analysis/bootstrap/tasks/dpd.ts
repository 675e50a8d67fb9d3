/** The bootstrap of a dynamic panel as plain data. */
import { isRobust } from '../../../models/covariances/registry.js';
import { InputError } from '../../../core/errors/errors.js';
import type { DpdFitted } from '../../../models/dpd/index.js';
import { differenceGroups, testMask } from '../../../models/dpd/design/difference-in-hansen.js';
import { badOption, type BootstrapOptions, noBootstrap } from '../options.js';
import type { DpdTask, ReplicateStatistics } from '../replicator.js';
import { type BootstrappedTest, instrumentTests } from '../summary/statistics.js';

/** @throws InputError `no-bootstrap`, `bad-value` */
export function dpdTask(
  context: DpdFitted,
  options: BootstrapOptions,
  tests: readonly BootstrappedTest[],
): DpdTask {
  checkOptions(options);
  const { model, sample, estimate } = context;
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
function bootstrapped({ steps, nonlinear }: DpdFitted['model']): 1 | 2 {
  if (nonlinear !== false) {
    const message = 'nonlinear moment conditions cannot be bootstrapped; expected nonlinear false';
    throw new InputError('no-bootstrap', message, { nonlinear }, 'bootstrap');
  }
  if (steps === 1 || steps === 2) return steps;
  const message = `steps ${steps} cannot be bootstrapped; expected steps 1 or 2`;
  throw new InputError('no-bootstrap', message, { steps }, 'bootstrap');
}

/** Throws InputError for options that only other estimators have. */
function checkOptions({ scheme = 'cluster', ci = [], ...others }: BootstrapOptions): void {
  if (scheme !== 'cluster') {
    throw noBootstrap(
      `scheme ${scheme} is not available for dpd, because units are drawn whole; expected cluster`,
    );
  }
  const keys = ['cluster', 'weights', 'imposeNull', 'variant', 'blockLength', 'order'] as const;
  const key = keys.find((one) => others[one] !== undefined);
  if (key !== undefined) throw badOption(key, 'nothing with dpd', others[key]);
  if (ci.includes('inverted')) {
    throw badOption('ci', 'percentile, basic, normal, studentized or bca with dpd', 'inverted');
  }
}

/** What the replicates are needed for. */
interface Wanted extends Pick<BootstrapOptions, 'ci'> {
  readonly tests: readonly BootstrappedTest[];
  /** True if moments are centred, or if they hold in the sample without centring. */
  readonly centred: boolean;
}

function statisticsOf(
  context: DpdFitted,
  { ci = [], tests, centred }: Wanted,
): ReplicateStatistics {
  const { model, sample, estimate } = context;
  const other = tests.find((test) => instrumentTests.includes(test));
  if (other !== undefined) {
    const known = 'hansen, diffHansen, ar, expressions in the coefficients';
    throw badOption('statistics', `${known} (${other} is for iv)`, other);
  }
  const exists = estimate.twoStep && estimate.rank > sample.design.params.length;
  const groups = exists && tests.includes('diffHansen') ? differenceGroups(model, sample) : [];
  const arOrders = tests.includes('ar') ? model.arOrders : 0;
  if (tests.includes('ar') && arOrders === 0) {
    throw badOption('statistics', 'tests that the fit has (its arOrders are 0)', 'ar');
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
function covarianceOf({ steps, vcov }: DpdFitted['model']): ReplicateStatistics['covariance'] {
  const { type, cluster } = vcov;
  if (cluster === undefined) {
    if (steps === 1 && type === 'robust') return 'robust';
    if (steps === 2 && (!isRobust({ type }) || type === 'robust')) return 'model';
    if (steps === 2 && type === 'windmeijer') return 'windmeijer';
  }
  const given = cluster === undefined ? `${type}, steps ${String(steps)}` : 'other clusters';
  throw noBootstrap(
    `studentized intervals and ar need standard errors of each replicate: robust after one step, windmeijer, robust or unadjusted after two, by unit; found ${given}`,
  );
}
