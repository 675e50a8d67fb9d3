/**
 * Tests of the instruments in a replicate, from its triangle R* = U R (`pairs.ts`). For a variable with coordinates t
 * in Q, and the excluded instruments z, orthonormal after the exogenous regressors,
 *
 *   coefficients on z      g = (U t)_z
 *   residuals              v = t - U_qq^-1 (U t)_q
 *   unadjusted             V = (v'G* v / n) I
 *   robust, clustered      V = sum_g w_g s_g s_g',   s_g = (U_qq'^-1 (G_g v)_q)_z
 *   F                      g'V^-1 g / (factor L),   L = instruments in z
 *
 * With t an endogenous regressor this is the first-stage F; with t the outcome it is Anderson and Rubin's (1949) test
 * that the coefficients of all endogenous regressors are 0. In the population from which units are drawn the
 * coefficients on z are those of the sample. That hypothesis is tested with g = (U d)_z, where d is t minus its fit on
 * the sample's instruments.
 */
import { InstrumentTests } from '../../../codes';
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { addressOf, doubles, entry, get, getInt, set } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { padded, triangleEntry, triangleSize } from '../../../blas/panels';
import { dpotrf, dtrsmPanels, dtrsvPanels, pivotTolerance } from '../../../lapack/dpotrf';
import { Status } from '../../../status';
import { ROWS, Resample, multiplyUnit } from '../rows';
import { Pairs, addSquare, extra, whitenMoments, smallFactor } from './state';


@unmanaged
class Equation {
  /** Exogenous regressors, and excluded instruments. */
  first: i32;
  count: i32;
  /** f64: t and U t (width), v (padded width), the scores of a unit (width). */
  sample: usize;
  resample: usize;
  left: usize;
  score: usize;
  /** f64: V and its factor, a triangle in panels, and reciprocals; a panel of one column. */
  covariance: usize;
  reciprocals: usize;
  panel: usize;
}

/**
 * Returns how many numbers a replicate returns: F of each endogenous regressor, Anderson and Rubin's at 0, and their
 * test at the sample's coefficients; 0 without tests.
 */
export function testNumbers(sample: Resample): i32 {
  return sample.resampling.tests == 0 ? 0 : sample.task.sample.nendogenous + 2;
}

/** Fills `out` with these numbers; NaN if V is not positive definite. */
export function instrumentTests(pairs: Pairs, counts: usize, out: usize): Status {
  const sample = pairs.sample;
  const width = sample.width;
  const q = pairs.basis.q;
  const nendogenous = sample.task.sample.nendogenous;
  const equation = openEquation(pairs);
  if (changetype<usize>(equation) == 0) return Status.OutOfMemory;
  for (let a = 0; a < nendogenous; ++a) {
    clear(equation, width);
    add(pairs, equation, q + a, 1);
    factorizeCovariance(pairs, equation, counts);
    set(out, a, statistic(pairs, equation, equation.resample));
  }
  clear(equation, width);
  add(pairs, equation, width - 1, 1);
  for (let a = 0; a < nendogenous; ++a) {
    add(pairs, equation, q + a, get(sample.resampling.params, a));
  }
  factorizeCovariance(pairs, equation, counts);
  set(out, nendogenous, statistic(pairs, equation, equation.resample));
  set(out, nendogenous + 1, statistic(pairs, equation, distance(pairs, equation)));
  return Status.Ok;
}

function openEquation(pairs: Pairs): Equation {
  const width = pairs.sample.width;
  const equation = changetype<Equation>(allocZeroed(offsetof<Equation>()));
  if (exhausted()) return changetype<Equation>(0);
  const first = pairs.sample.task.sample.nexogenous;
  const count = pairs.basis.q - first;
  equation.first = first;
  equation.count = count;
  equation.sample = alloc(doubles(width));
  equation.resample = alloc(doubles(width));
  equation.left = alloc(doubles(padded(width)));
  equation.score = alloc(doubles(width));
  equation.covariance = alloc(doubles(triangleSize(count)));
  equation.reciprocals = allocZeroed(doubles(padded(count)));
  equation.panel = alloc(doubles(4 * padded(count)));
  return exhausted() ? changetype<Equation>(0) : equation;
}

function clear(equation: Equation, width: i32): void {
  memory.fill(equation.sample, 0, doubles(width));
  memory.fill(equation.resample, 0, doubles(width));
}

/** Adds b times the variable at a position of the basis. */
function add(pairs: Pairs, equation: Equation, place: i32, b: f64): void {
  const width = pairs.sample.width;
  const full = pairs.sample.task.basis.triangle;
  daxpy(width, b, entry(full, width, 0, place), equation.sample);
  daxpy(width, b, entry(pairs.basis.triangle, width, 0, place), equation.resample);
}

/** covariance := the factor of V; reciprocals[0] := NaN if V is not positive definite. */
function factorizeCovariance(pairs: Pairs, equation: Equation, counts: usize): void {
  const count = equation.count;
  const covariance = equation.covariance;
  memory.fill(covariance, 0, doubles(triangleSize(count)));
  if (pairs.sample.resampling.tests == InstrumentTests.Unadjusted) addVariance(pairs, equation);
  else addScores(pairs, equation, counts);
  const info = dpotrf(count, count, pivotTolerance(count), covariance, equation.reciprocals, 0, 0);
  let definite = info == 0;
  for (let j = 0; j < count; ++j) definite = definite && get(equation.reciprocals, j) > 0;
  if (!definite) set(equation.reciprocals, 0, NaN);
}

function addVariance(pairs: Pairs, equation: Equation): void {
  const q = pairs.basis.q;
  const rest = addressOf(equation.resample, q);
  const variance = ddot(pairs.sample.width - q, rest, rest) / extra(pairs, ROWS);
  for (let j = 0; j < equation.count; ++j) {
    store<f64>(triangleEntry(equation.covariance, j, j), variance);
  }
}

function addScores(pairs: Pairs, equation: Equation, counts: usize): void {
  const sample = pairs.sample;
  leaveOver(pairs, equation);
  for (let g = 0; g < sample.resampling.nunits; ++g) {
    const drawn = f64(getInt(counts, g));
    if (drawn == 0) continue;
    multiplyUnit(sample, g, equation.left, equation.score);
    whitenMoments(pairs, equation.score);
    addSquare(
      equation.count,
      drawn,
      addressOf(equation.score, equation.first),
      equation.covariance,
    );
  }
}

/** left := v. */
function leaveOver(pairs: Pairs, equation: Equation): void {
  const width = pairs.sample.width;
  const left = equation.left;
  memory.fill(left, 0, doubles(padded(width)));
  memory.copy(left, equation.resample, doubles(pairs.basis.q));
  dtrsvPanels(width, pairs.gram, pairs.reciprocals, left);
  for (let i = 0; i < width; ++i) set(left, i, get(equation.sample, i) - get(left, i));
}

/** Returns U d, in its elements z, stored where the scores are. */
function distance(pairs: Pairs, equation: Equation): usize {
  const q = pairs.basis.q;
  for (let i = equation.first; i < q; ++i) {
    let sum: f64 = 0;
    for (let l = q; l < pairs.sample.width; ++l) {
      sum += load<f64>(triangleEntry(pairs.gram, i, l)) * get(equation.sample, l);
    }
    set(equation.score, i, sum);
  }
  return equation.score;
}

/** F of the elements z of `coefficients`. */
function statistic(pairs: Pairs, equation: Equation, coefficients: usize): f64 {
  const count = equation.count;
  const g = equation.panel;
  memory.fill(g, 0, doubles(4 * padded(count)));
  for (let i = 0; i < count; ++i) set(g, 4 * i, get(coefficients, equation.first + i));
  dtrsmPanels(count, equation.covariance, equation.reciprocals, 1, g);
  let sum: f64 = 0;
  for (let i = 0; i < count; ++i) sum += get(g, 4 * i) * get(g, 4 * i);
  const clustered = pairs.sample.resampling.tests == InstrumentTests.Clustered;
  return sum / (smallFactor(pairs, clustered, pairs.basis.q) * f64(count));
}
