/**
 * Empirical likelihood of N moment vectors (Owen, 1990; Qin and Lawless, 1994): the probabilities that maximise prod
 * p_i subject to sum p_i = 1 and sum p_i g_i = 0,
 *
 *   p_i = 1 / (N z_i),  z_i = 1 + l'g_i,  l the minimum of f(l) = -sum log z_i
 *
 * by Newton steps d = H^+ sum g_i / z_i, H = sum g_i g_i' / z_i^2. f is self-concordant (Owen, 2013), so a step of d /
 * (1 + s), s^2 = d'H d, keeps every z_i above 0 and lowers f without a line search. s falls below 1 only if a minimum
 * exists; none exists if 0 is outside the convex hull of the g_i.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { doubles, set } from '../memory/layout';
import { daxpy, ddot } from '../blas/level1';
import { padded } from '../blas/panels';
import { Status } from '../status';
import { Gram, addRow, clearGram, foldRows, openGram } from '../blas/gram';
import { Whitener, factorize, openWhitener, whiten, whitenTransposed } from './whitener';

/** 10 to 40 steps are usual. Without a minimum, this many steps take 0.05 s with 140 units and 51 instruments. */
const MAX_STEPS: i32 = 1000;
/** Below this s the whole step is taken, and s then falls quadratically. */
const WHOLE_STEP: f64 = 0.25;
/** The search ends at this s: sum p_i g_i is then zero up to this many of its standard errors. */
const TOLERANCE: f64 = 1e-9;

/**
 * out := p_i for `count` rows of padded(n) doubles at `g`. Returns NotConverged if 0 is not inside the convex hull of
 * the rows.
 */
export function empiricalLikelihood(count: i32, n: i32, g: usize, out: usize): Status {
  const scope = mark();
  const status = minimize(count, n, g, out);
  release(scope);
  return status;
}

function minimize(count: i32, n: i32, g: usize, out: usize): Status {
  const stride = doubles(padded(n));
  const gram = changetype<Gram>(alloc(offsetof<Gram>()));
  const whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  const l = allocZeroed(stride);
  const d = alloc(stride);
  const row = alloc(stride);
  if (exhausted() || !openGram(gram, n) || !openWhitener(whitener, n, 1)) return Status.OutOfMemory;
  if (exhausted()) return Status.OutOfMemory;
  for (let step = 0; step < MAX_STEPS; ++step) {
    clearGram(gram);
    memory.fill(d, 0, stride);
    for (let i = 0; i < count; ++i) {
      const moments = g + usize(i) * stride;
      const share = 1 / (1 + ddot(n, l, moments));
      memory.fill(row, 0, stride);
      daxpy(n, share, moments, row);
      addRow(gram, row);
      daxpy(n, 1, row, d);
      set(out, i, share / f64(count));
    }
    foldRows(gram);
    if (factorize(whitener, gram.sum) != Status.Ok) return Status.NotConverged;
    whiten(whitener, 1, d, row);
    const s = sqrt<f64>(ddot(whitener.rows, row, row));
    if (s < TOLERANCE) return Status.Ok;
    whitenTransposed(whitener, row);
    daxpy(n, s < WHOLE_STEP ? 1 : 1 / (1 + s), row, l);
  }
  return Status.NotConverged;
}
