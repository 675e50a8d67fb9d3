/**
 * Clusters in two to four dimensions: sums over the non-empty sets of dimensions of the cluster meat of their
 * intersection, odd sets added and even ones subtracted (Cameron, Gelbach and Miller, 2011, section 2.3), times one
 * factor with the smallest G, as in ivreg2 and reghdfe. R's sandwich has a separate factor for each term instead. A
 * negative eigenvalue is reported in `fit.indefinite`, not repaired.
 */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { getInt, integers } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../../linear/linear';
import { addClusterMeat } from './cluster';
import { clusterFactor } from '../rows/counts';
import { intersect } from '../clusters/intersection';

/** The meat (zero on entry) and fit.factor. */
export function multiwayCluster(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  const scope = mark();
  const ids = alloc(integers(model.n));
  if (exhausted()) return Status.OutOfMemory;
  let smallest = i32.MAX_VALUE;
  for (let d = 0; d < design.nclusterings; ++d) {
    smallest = min(smallest, getInt(design.clusterCounts, d));
  }
  for (let set = 1; set < 1 << design.nclusterings; ++set) {
    const groups = intersect(
      model.n,
      design.nclusterings,
      design.clusters,
      design.clusterCounts,
      set,
      ids,
    );
    if (groups == 0) return Status.OutOfMemory;
    const status = addClusterMeat(model, ids, groups, popcnt(set) & 1 ? 1 : -1, meat);
    if (status != Status.Ok) return status;
  }
  fit.factor = clusterFactor(model, options, smallest);
  release(scope);
  return Status.Ok;
}
