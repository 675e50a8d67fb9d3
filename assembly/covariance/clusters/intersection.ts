/** Intersections of clusters in several dimensions. */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { getInt, integers, setInt } from '../../memory/layout';
import { naturalOrder, sortBy } from '../rows/order';

/**
 * ids := number of each row's intersection of the dimensions in `set` (a bit each), of `dimensions`
 * columns of n clusters with their numbers in `counts`. Returns how many there are, 0 when memory ends.
 */
export function intersect(
  n: i32,
  dimensions: i32,
  clusters: usize,
  counts: usize,
  set: i32,
  ids: usize,
): i32 {
  const scope = mark();
  const order = alloc(integers(n));
  if (exhausted()) return 0;
  naturalOrder(n, order);
  for (let d = 0; d < dimensions; ++d) {
    const keys = clusters + integers(d) * usize(n);
    if ((set >> d) & 1 && !sortBy(n, keys, getInt(counts, d), order)) return 0;
  }
  let group = 0;
  for (let i = 0; i < n; ++i) {
    const row = getInt(order, i);
    if (i > 0 && differ(n, dimensions, clusters, set, row, getInt(order, i - 1))) ++group;
    setInt(ids, row, group);
  }
  release(scope);
  return group + 1;
}

/** True when two rows are in different clusters of a dimension in `set`. */
function differ(n: i32, dimensions: i32, clusters: usize, set: i32, row: i32, other: i32): bool {
  for (let d = 0; d < dimensions; ++d) {
    if (!((set >> d) & 1)) continue;
    const keys = clusters + integers(d) * usize(n);
    if (getInt(keys, row) != getInt(keys, other)) return true;
  }
  return false;
}
