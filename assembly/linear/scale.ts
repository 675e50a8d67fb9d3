/**
 * Columns whose squares, or the products of whose squares, would leave the range of a double are multiplied by powers
 * of two before least squares, which is exact, and the results are multiplied back. With x' = x 2^p and y' = y 2^q
 *
 *   b = b' 2^(p - q),  V_ij = V'_ij 2^(p_i + p_j - 2 q),  rss = rss' 2^(-2 q)
 *
 * V and rss may then be 0 or infinite where standard errors are not, so these are computed before. Columns of a length
 * between 2^-200 and 2^200 are left alone.
 */
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles, entry, get, getInt, integers, set, setInt } from '../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../memory/records';
import { dnrm2 } from '../blas/level1';

const LARGEST: i32 = 200;


@unmanaged
export class Scaling {
  /** The design with scaled columns, or the design itself. */
  design: LinearDesign;
  /** i32, nregressors + 1: the powers of x and of y, or 0 if no column is scaled. */
  powers: usize;
  /** True if the largest element of each column is certainly between 2^-200 and 2^200. */
  ordinary: bool;
}

/** Scales the columns of a design that need it. */
export function scaleDesign(design: LinearDesign): Scaling {
  const scaling = changetype<Scaling>(allocZeroed(offsetof<Scaling>()));
  const k = design.nregressors;
  const powers = alloc(integers(k + 1));
  if (exhausted()) return scaling;
  scaling.design = design;
  let scaled = false;
  let ordinary = true;
  for (let j = 0; j <= k; ++j) {
    const column = j < k ? entry(design.x, design.nrows, 0, j) : design.y;
    const length = dnrm2(design.nrows, column);
    const power = powerFor(length);
    setInt(powers, j, power);
    scaled = scaled || power != 0;
    ordinary = ordinary && length > 1e-54 && length < 1e60;
  }
  scaling.ordinary = ordinary;
  if (scaled) copyScaled(scaling, powers);
  return scaling;
}

/** Returns the power of two that brings a length near 1, or 0 for ordinary lengths. */
function powerFor(length: f64): i32 {
  if (!(length > 0 && length < Infinity)) return 0;
  const exponent = i32((reinterpret<u64>(length) >> 52) & 0x7ff) - 1023;
  return abs(exponent) > LARGEST ? -exponent : 0;
}

/** True for a column that is not scaled. */
export function isOrdinaryLength(length: f64): bool {
  return length == 0 || (length > 1e-54 && length < Infinity && powerFor(length) == 0);
}

function copyScaled(scaling: Scaling, powers: usize): void {
  const from = scaling.design;
  const n = from.nrows;
  const k = from.nregressors;
  const to = changetype<LinearDesign>(alloc(offsetof<LinearDesign>()));
  if (exhausted()) return;
  memory.copy(changetype<usize>(to), changetype<usize>(from), offsetof<LinearDesign>());
  to.x = scaledColumns(n, k, from.x, powers);
  to.xLow = scaledColumns(n, k, from.xLow, powers);
  to.y = scaledColumns(n, 1, from.y, powers + integers(k));
  to.yLow = scaledColumns(n, 1, from.yLow, powers + integers(k));
  scaling.design = to;
  scaling.powers = powers;
}

/** Returns a copy of k columns times 2^powers; 0 for none. */
function scaledColumns(n: i32, k: i32, x: usize, powers: usize): usize {
  if (x == 0) return 0;
  const out = alloc(doubles(n * k));
  if (exhausted()) return 0;
  for (let j = 0; j < k; ++j) {
    const power = getInt(powers, j);
    const column = entry(x, n, 0, j);
    const to = entry(out, n, 0, j);
    for (let i = 0; i < n; ++i) set(to, i, NativeMath.scalbn(get(column, i), power));
  }
  return out;
}

/** Multiplies the lengths in the options like the columns. */
export function scaleLengths(scaling: Scaling, options: LinearOptions): void {
  if (scaling.powers == 0 || options.lengths == 0) return;
  const k = scaling.design.nregressors;
  options.lengths = scaledColumns(1, k + 1, options.lengths, scaling.powers);
}

/** Writes the columns of the scaled design, in the units of the data, to the design. */
export function unscaleColumns(scaling: Scaling, design: LinearDesign): void {
  const n = design.nrows;
  const k = design.nregressors;
  for (let j = 0; j <= k; ++j) {
    const from = j < k ? entry(scaling.design.x, n, 0, j) : scaling.design.y;
    const to = j < k ? entry(design.x, n, 0, j) : design.y;
    const power = -getInt(scaling.powers, j);
    for (let i = 0; i < n; ++i) set(to, i, NativeMath.scalbn(get(from, i), power));
  }
}

/**
 * Brings a fit of the scaled design to the units of the data, fit.stdErrors first. Returns false when memory ends.
 */
export function unscaleFit(
  scaling: Scaling,
  options: LinearOptions,
  fit: LinearFit,
  nresiduals: i32,
): bool {
  const powers = scaling.powers;
  if (powers == 0) return true;
  const k = fit.nparams;
  const outcome = getInt(powers, scaling.design.nregressors);
  fit.stdErrors = alloc(doubles(k));
  if (exhausted()) return false;
  for (let j = 0; j < k; ++j) {
    const power = getInt(powers, j) - outcome;
    const error = sqrt<f64>(load<f64>(entry(fit.vcov, k, j, j)));
    set(fit.stdErrors, j, NativeMath.scalbn(error, power));
    set(fit.params, j, NativeMath.scalbn(get(fit.params, j), power));
    for (let i = 0; i < k; ++i) {
      const both = getInt(powers, i) + getInt(powers, j);
      shift(entry(fit.vcov, k, i, j), both - 2 * outcome);
      shift(entry(fit.bread, k, i, j), both);
    }
  }
  for (let i = 0; i < nresiduals; ++i) shift(fit.residuals + doubles(i), -outcome);
  if (options.influenceOf > 0) {
    const power = getInt(powers, options.influenceOf - 1) - outcome;
    for (let i = 0; i < nresiduals; ++i) shift(fit.influence + doubles(i), power);
  }
  if (fit.clusterParts != 0) unscaleParts(scaling, options, fit, outcome);
  fit.rss = NativeMath.scalbn(fit.rss, -2 * outcome);
  fit.tss = NativeMath.scalbn(fit.tss, -2 * outcome);
  fit.tssCentered = NativeMath.scalbn(fit.tssCentered, -2 * outcome);
  return true;
}

/** The parts of `covariance/clusters/cluster-parts.ts`: b_gs and D_g,st have the units of 1 / x, e_gs those of y / x. */
function unscaleParts(
  scaling: Scaling,
  options: LinearOptions,
  fit: LinearFit,
  outcome: i32,
): void {
  const k = fit.nparams;
  const q = options.ncoefficients;
  const nclusters = getInt(scaling.design.clusterCounts, 0);
  let part = fit.clusterParts;
  for (let g = 0; g < nclusters; ++g) {
    for (let s = 0; s < q; ++s) {
      for (let j = 0; j < k; ++j, part += doubles(1)) shift(part, powerOf(scaling, options, s));
    }
    for (let s = 0; s < q; ++s) {
      for (let t = 0; t < q; ++t, part += doubles(1))
        shift(part, powerOf(scaling, options, s) + powerOf(scaling, options, t));
    }
    for (let s = 0; s < q; ++s, part += doubles(1))
      shift(part, powerOf(scaling, options, s) - outcome);
  }
}

function powerOf(scaling: Scaling, options: LinearOptions, s: i32): i32 {
  return getInt(scaling.powers, getInt(options.coefficients, s));
}

function shift(address: usize, power: i32): void {
  store<f64>(address, NativeMath.scalbn(load<f64>(address), power));
}
