/** V = factor (X'X)^-1 M (X'X)^-1, the form that every robust covariance of a linear model shares. */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry } from '../../memory/layout';
import { Status } from '../../status';
import { NoTrans } from '../../blas/options';
import { dgemm } from '../../blas/level3';
import { LinearModel } from '../linear';

/**
 * out := factor A M A, all k x k; A is the bread; only the upper triangle of M is read. A factor that
 * is not positive means that no degrees of freedom are left.
 */
export function sandwich(model: LinearModel, meat: usize, factor: f64, out: usize): Status {
  if (!(factor > 0)) return Status.NoDegreesOfFreedom;
  const k = model.k;
  const scope = mark();
  const product = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  mirror(k, meat);
  dgemm(NoTrans, NoTrans, k, k, k, 1, meat, k, model.bread, k, 0, product, k);
  dgemm(NoTrans, NoTrans, k, k, k, factor, model.bread, k, product, k, 0, out, k);
  symmetrize(k, out);
  release(scope);
  return Status.Ok;
}

/** Copies the upper triangle of a k x k matrix to the lower one. */
export function mirror(k: i32, a: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < j; ++i) store<f64>(entry(a, k, j, i), load<f64>(entry(a, k, i, j)));
  }
}

/** Replaces a nearly symmetric k x k matrix by its symmetric part. */
export function symmetrize(k: i32, a: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < j; ++i) {
      const upper = entry(a, k, i, j);
      const lower = entry(a, k, j, i);
      const mean = 0.5 * (load<f64>(upper) + load<f64>(lower));
      store<f64>(upper, mean);
      store<f64>(lower, mean);
    }
  }
}
