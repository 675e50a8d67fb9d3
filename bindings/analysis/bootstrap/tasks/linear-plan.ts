/** Plans the bootstrap of a regression: what it draws, and what its replicates compute. */
import type { LinearFit } from '../../../models/linear/fitted.js';
import type { BootstrappedTest } from '../../../models/replicates/draw-options.js';
import type { BootstrapOptions } from '../options.js';
import type { SchemeResult } from '../../../results/fit.js';
import { defaultIntervals, isWild } from '../summary/scheme.js';
import { withCrossing } from './crossing.js';
import { needsRows } from './drawn-rows.js';
import { type LinearTask, linearTask } from './linear.js';
import { clustersWithoutScores } from './clusters-without-scores.js';
import { checkRows, checkSums } from './linear-refusals.js';
import { linearCase, replicateErrors } from './problem.js';
import { type RowsTask, rowsTask } from './rows.js';
import { resolveScheme } from './scheme.js';
import { type Units, withEffects } from './units.js';

/**
 * Resolves scheme, units and intervals, once for the whole bootstrap.
 *
 * @throws InputError `no-bootstrap` if the scheme does not fit the estimate, `bad-value` for options that do not belong
 *   to it
 */
export function planLinear(
  context: LinearFit,
  options: BootstrapOptions,
  tests: readonly BootstrappedTest[],
): LinearTask | RowsTask {
  const { units, ...resolved } = resolveScheme(context, options);
  const scheme = withScores(context, units, resolved.scheme);
  const ci = options.ci ?? defaultIntervals(scheme);
  const errors = replicateErrors(context.model.vcov, scheme);
  const plan = { context, options, scheme, units, ci, tests, errors };
  if (needsRows(context, scheme, units)) {
    checkRows(plan);
    return rowsTask({ ...plan, scheme: { ...scheme, refitted: true } });
  }
  const wild = isWild(scheme);
  const linear = linearCase(context, 'bootstrap', wild);
  checkSums({ ...plan, linear });
  if (!wild) {
    const { absorbed } = linear.problem.transformation;
    return linearTask({ ...plan, linear, units: withEffects(units, absorbed) });
  }
  const { residuals } = context.estimate;
  const { crossing, ...crossed } = withCrossing(linear, residuals, units, scheme);
  return linearTask({ ...plan, ...crossed, scheme: { ...scheme, ...(crossing && { crossing }) } });
}

/** Adds the clusters without scores to a wild scheme. */
function withScores({ rows, transformation }: LinearFit, units: Units, scheme: SchemeResult) {
  const { cluster } = scheme;
  if (!isWild(scheme) || cluster === undefined) return scheme;
  const withoutScores = clustersWithoutScores(rows, units, transformation.absorbed, cluster);
  return withoutScores.length === 0 ? scheme : { ...scheme, withoutScores };
}
