/**
 * Auxiliary regressions of which only the sum of squares is needed. Dependent columns, such as those without variation
 * within units or between them, may therefore be left out.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry } from '../../memory/layout';
import { Status } from '../../status';
import { ddot } from '../../blas/level1';
import { leastSquares } from '../../linear/least-squares';
import { LinearModel } from '../../linear/linear';

/** y on the independent columns of x. */
@unmanaged
export class Auxiliary {
  n: i32;
  /** Columns of x, and after the regression their rank. */
  k: i32;
  /** f64, n x k, and n; dependent columns are removed from x. */
  x: usize;
  y: usize;
  rss: f64;
}

/** Allocates n rows and up to k columns; the caller fills `x` and `y` and counts its columns in `k`. */
export function openAuxiliary(auxiliary: Auxiliary, n: i32, k: i32): bool {
  auxiliary.n = n;
  auxiliary.k = 0;
  auxiliary.x = alloc(doubles(n * k));
  auxiliary.y = alloc(doubles(n));
  return !exhausted();
}

/** Fills the rank and the sum of squared residuals. */
export function regressIndependent(auxiliary: Auxiliary): Status {
  const scope = mark();
  const n = auxiliary.n;
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const params = alloc(doubles(auxiliary.k));
  const residuals = alloc(doubles(n));
  const bread = alloc(doubles(auxiliary.k * auxiliary.k));
  if (exhausted()) return Status.OutOfMemory;
  model.n = n;
  model.x = auxiliary.x;
  model.y = auxiliary.y;
  model.params = params;
  model.residuals = residuals;
  model.bread = bread;
  auxiliary.rss = ddot(n, auxiliary.y, auxiliary.y);
  while (auxiliary.k > 0) {
    model.k = auxiliary.k;
    const status = leastSquares(model);
    if (status == Status.Ok) {
      auxiliary.rss = model.rss;
      break;
    }
    if (status != Status.RankDeficient) return status;
    dropColumn(auxiliary, model.detail);
  }
  release(scope);
  return Status.Ok;
}

function dropColumn(auxiliary: Auxiliary, j: i32): void {
  const n = auxiliary.n;
  const later = auxiliary.k - j - 1;
  memory.copy(entry(auxiliary.x, n, 0, j), entry(auxiliary.x, n, 0, j + 1), doubles(n * later));
  --auxiliary.k;
}
