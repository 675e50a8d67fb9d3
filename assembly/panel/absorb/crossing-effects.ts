/**
 * An orthonormal basis of the absorbed effects that cross the clusters, after those within clusters, for covariances
 * made of the leverages of clusters. With the dummies N of effects within clusters, C of the others and the weights W,
 *
 *   span Q = span W^1/2 (I - P_N) C,    Q'Q = I
 *
 * A cluster's block of the hat matrix is that of N, which its residuals and regressors are orthogonal to, and that of
 * [Q Z] for the orthonormal regressors Z without effects. So the leverages of N change no score (Pustejovsky and
 * Tipton, 2018, theorem 2), and those of Q must be known.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { addressOf, doubles, entry, get, getInt, integers, set, setInt } from '../../memory/layout';
import { LinearDesign, PanelFit, PanelOptions } from '../../memory/records';
import { RowWidth } from '../../codes';
import { Status } from '../../status';
import { daxpy, ddot, dnrm2, dscal } from '../../blas/level1';
import { Columns } from '../columns';
import { meanOf } from '../variation';
import { absorb } from './absorb';

/** A column that keeps less than this share of its length is a sum of those before it. */
const DEPENDENT: f64 = 1e-8;

/** Sets the basis of a design whose degrees of freedom are counted. Statuses are those of absorbing effects. */
export function addCrossingEffects(
  design: LinearDesign,
  options: PanelOptions,
  fit: PanelFit,
): Status {
  const n = design.nrows;
  let count = 0;
  for (let d = 0; d < options.nabsorbed; ++d) {
    if (!isNested(fit, d)) count += getInt(options.levels, d);
  }
  if (count == 0) return Status.Ok;
  const basis = allocZeroed(doubles(n) * usize(count));
  if (exhausted()) return Status.OutOfMemory;
  let column = 0;
  for (let d = 0; d < options.nabsorbed; ++d) {
    if (isNested(fit, d)) continue;
    const codes = options.codes + integers(d * n);
    for (let i = 0; i < n; ++i) store<f64>(entry(basis, n, i, column + getInt(codes, i)), 1);
    column += getInt(options.levels, d);
  }
  const status = removeNested(design, options, fit, basis, count);
  if (status != Status.Ok) return status;
  if (options.constant >= 0) centre(design, basis, count);
  weigh(design, basis, count);
  design.effects = basis;
  design.neffects = orthonormalize(n, count, basis);
  return Status.Ok;
}

function isNested(fit: PanelFit, dimension: i32): bool {
  return getInt(fit.degrees, RowWidth.AbsorbedDegrees * dimension + 2) != 0;
}

/** Takes the effects within clusters out of the dummies. */
function removeNested(
  design: LinearDesign,
  options: PanelOptions,
  fit: PanelFit,
  basis: usize,
  count: i32,
): Status {
  const n = design.nrows;
  const scope = mark();
  const nested = changetype<PanelOptions>(alloc(offsetof<PanelOptions>()));
  const columns = changetype<Columns>(allocZeroed(offsetof<Columns>()));
  const within = changetype<PanelFit>(allocZeroed(offsetof<PanelFit>()));
  const codes = alloc(integers(n * options.nabsorbed));
  const levels = alloc(integers(options.nabsorbed));
  const outcome = allocZeroed(doubles(n));
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(changetype<usize>(nested), changetype<usize>(options), offsetof<PanelOptions>());
  nested.nabsorbed = 0;
  for (let d = 0; d < options.nabsorbed; ++d) {
    if (!isNested(fit, d)) continue;
    const to = codes + integers(nested.nabsorbed * n);
    memory.copy(to, options.codes + integers(d * n), integers(n));
    setInt(levels, nested.nabsorbed, getInt(options.levels, d));
    ++nested.nabsorbed;
  }
  nested.codes = codes;
  nested.levels = levels;
  columns.nrows = n;
  columns.k = count;
  columns.x = basis;
  columns.y = outcome;
  columns.weights = design.weights;
  columns.constant = -1;
  const status = nested.nabsorbed == 0 ? Status.Ok : absorb(columns, nested, within);
  release(scope);
  return status;
}

/** The constant stands for the mean of the effects. */
function centre(design: LinearDesign, basis: usize, count: i32): void {
  const n = design.nrows;
  for (let j = 0; j < count; ++j) {
    const column = entry(basis, n, 0, j);
    const mean = meanOf(n, column, design.weights);
    for (let i = 0; i < n; ++i) set(column, i, get(column, i) - mean);
  }
}

function weigh(design: LinearDesign, basis: usize, count: i32): void {
  if (design.weights == 0) return;
  const n = design.nrows;
  for (let i = 0; i < n; ++i) {
    const root = sqrt<f64>(get(design.weights, i));
    for (let j = 0; j < count; ++j) {
      const to = entry(basis, n, i, j);
      store<f64>(to, root * load<f64>(to));
    }
  }
}

/** Makes the columns orthonormal in place, each twice, and returns how many are left without dependent ones. */
function orthonormalize(n: i32, count: i32, columns: usize): i32 {
  let kept = 0;
  for (let j = 0; j < count; ++j) {
    const column = entry(columns, n, 0, kept);
    if (kept < j) memory.copy(column, entry(columns, n, 0, j), doubles(n));
    const length = dnrm2(n, column);
    for (let i = 0; i < 2 * kept; ++i) {
      const other = entry(columns, n, 0, i % kept);
      daxpy(n, -ddot(n, other, column), other, column);
    }
    const rest = dnrm2(n, column);
    if (!(rest > DEPENDENT * length)) continue;
    dscal(n, 1 / rest, column);
    ++kept;
  }
  return kept;
}
