/**
 * Leverages: the diagonal of the hat matrix X (X'X)^-1 X', as squared lengths of the rows of X C with
 * (X'X)^-1 = C C'. Never negative, and as accurate as C, which an inverse of X'X would not be.
 */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { at, doubles, entry, get, set } from '../../memory/layout';
import { Status } from '../../status';
import { NoTrans } from '../../blas/options';
import { dgemm } from '../../blas/level3';
import { LinearModel } from '../linear';

const BLOCK: i32 = 256;

/** A leverage nearer to 1 is 1: the row, or the cluster, fits itself whatever its outcome. */
export const SATURATED: f64 = 1 - 1e-10;

/**
 * Fills model.leverage (n doubles, allocated by the caller) for the rows as they are: a row of
 * frequency f has the leverage of its f copies together.
 */
export function leverages(model: LinearModel): Status {
  const n = model.n;
  const k = model.k;
  const scope = mark();
  const block = alloc(doubles(BLOCK * k));
  if (exhausted()) return Status.OutOfMemory;
  for (let row = 0; row < n; row += BLOCK) {
    const rows = min(BLOCK, n - row);
    const x = at(model.x, row);
    dgemm(NoTrans, NoTrans, rows, k, k, 1, x, n, model.root, k, 0, block, BLOCK);
    for (let i = 0; i < rows; ++i) {
      let sum: f64 = 0;
      for (let j = 0; j < k; ++j) {
        const value = load<f64>(entry(block, BLOCK, i, j));
        sum += value * value;
      }
      set(model.leverage, row + i, sum);
    }
  }
  release(scope);
  return Status.Ok;
}

/** Leverage of one copy of row i. */
export function leverageOfCopy(model: LinearModel, i: i32): f64 {
  const h = get(model.leverage, i);
  return model.frequency == 0 ? h : h / get(model.frequency, i);
}
