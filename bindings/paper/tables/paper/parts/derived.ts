/** Statistics that follow from a result, or from the rows of a model that was estimated in this process. */
import { centred, standardDeviation } from '../../../../core/numerics/sums.js';
import { contextOf } from '../../../../models/context.js';
import { fittedModel } from '../../../../models/fitted-model.js';
import { isRobust } from '../../../../models/covariances/registry.js';
import { has } from '../../../../models/registry.js';
import type { FitResult } from '../../../../results/fit.js';

type Derive = (fit: FitResult) => number | undefined;

/** What a table can show in addition to the numbers of a result. */
export const derived: Readonly<Record<string, Derive>> = {
  /** The root mean squared error, with residual degrees of freedom. */
  rmse: ({ sigma2 }) => Math.sqrt(sigma2),
  nclusters: clustersOf,
  outcomeMean: (fit) => outcome(fit)?.mean,
  outcomeSd,
};

/** The number of clusters, the smallest of several; errors clustered by unit have the units. */
function clustersOf(fit: FitResult): number | undefined {
  const { clusters = [] } = fit.vcov;
  if (clusters.length > 0) return Math.min(...clusters.map(({ count }) => count));
  return has(fit).unitErrors && isRobust(fit.vcov) ? fit.ngroups : undefined;
}

/** The unweighted outcome in the rows that the result counts; undefined for a result from a file. */
function outcome(fit: FitResult): ReturnType<typeof centred> | undefined {
  const context = contextOf(fit);
  if (context === undefined) return undefined;
  const model = fittedModel(context);
  const values =
    model.linear?.(context).rows.y ?? model.columns?.(context, fit).columns['observed'];
  return values instanceof Float64Array && values.length > 0 ? centred(values) : undefined;
}

function outcomeSd(fit: FitResult): number | undefined {
  const values = outcome(fit);
  return values === undefined ? undefined : (standardDeviation(values) ?? undefined);
}
