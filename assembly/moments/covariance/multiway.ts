/**
 * Clusters in two to four dimensions: sums over the non-empty sets of dimensions of the cluster meat of
 * their intersection, odd sets added and even ones subtracted (Cameron, Gelbach and Miller, 2011,
 * section 2.3), times one factor with the smallest G, as ivreg2 and reghdfe do. Refused: a factor of its
 * own for each term (sandwich in R), and mending a negative eigenvalue; `fit.indefinite` reports it.
 */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { getInt, integers, setInt } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../linear';
import { addClusterMeat } from './cluster';
import { clusterFactor } from './counts';
import { naturalOrder, sortBy } from './order';

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
    const groups = intersect(model.n, design, set, ids);
    if (groups == 0) return Status.OutOfMemory;
    const status = addClusterMeat(model, ids, groups, popcnt(set) & 1 ? 1 : -1, meat);
    if (status != Status.Ok) return status;
  }
  fit.factor = clusterFactor(model, options, smallest);
  release(scope);
  return Status.Ok;
}

/**
 * ids := number of each row's intersection of the dimensions in `set` (a bit each). Returns how many
 * there are, 0 when memory ends.
 */
function intersect(n: i32, design: LinearDesign, set: i32, ids: usize): i32 {
  const scope = mark();
  const order = alloc(integers(n));
  if (exhausted()) return 0;
  naturalOrder(n, order);
  for (let d = 0; d < design.nclusterings; ++d) {
    const keys = design.clusters + integers(d) * usize(n);
    if ((set >> d) & 1 && !sortBy(n, keys, getInt(design.clusterCounts, d), order)) return 0;
  }
  let group = 0;
  for (let i = 0; i < n; ++i) {
    const row = getInt(order, i);
    if (i > 0 && differ(n, design, set, row, getInt(order, i - 1))) ++group;
    setInt(ids, row, group);
  }
  release(scope);
  return group + 1;
}

/** True when two rows are in different clusters of a dimension in `set`. */
function differ(n: i32, design: LinearDesign, set: i32, row: i32, other: i32): bool {
  for (let d = 0; d < design.nclusterings; ++d) {
    if (!((set >> d) & 1)) continue;
    const keys = design.clusters + integers(d) * usize(n);
    if (getInt(keys, row) != getInt(keys, other)) return true;
  }
  return false;
}
