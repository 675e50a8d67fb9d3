/**
 * The influence function of one coefficient by row: psi_i = c'x_i e_i with c the column of (X'X)^-1 that belongs to it.
 * The sum of psi_i^2 is its HC0 variance, and sums by cluster before squaring give CV1 without a factor. The influence
 * functions of two estimates give their joint covariance, even if they share rows or clusters.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { dgemv } from '../blas/level2';
import { NoTrans } from '../blas/options';
import { LinearModel } from '../linear/linear';

/** out (n) := x_i'c e_i of a model, with c (k). */
export function influenceAlong(model: LinearModel, c: usize, out: usize): void {
  dgemv(NoTrans, model.n, model.k, 1, model.x, model.n, c, 0, out);
  for (let i = 0; i < model.n; ++i) set(out, i, get(out, i) * get(model.residuals, i));
}

/** out (n) := the influence function of coefficient j of a solved model. */
export function influence(model: LinearModel, j: i32, out: usize): void {
  influenceAlong(model, entry(model.bread, model.k, 0, j), out);
}

/**
 * out (n) := the influence function of an estimate b = P s, s the sum of the scores C'x_i e_i of a model of moments;
 * `map` (k) is the coefficient's row of P. Returns false when memory ends.
 */
export function momentInfluence(model: LinearModel, map: usize, out: usize): bool {
  const k = model.k;
  const scope = mark();
  const c = alloc(doubles(k));
  if (exhausted()) return false;
  dgemv(NoTrans, k, k, 1, model.root, k, map, 0, c);
  influenceAlong(model, c, out);
  release(scope);
  return true;
}
