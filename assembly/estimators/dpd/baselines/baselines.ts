/**
 * Estimates of one equation with as many instruments as parameters, to compare with GMM: least squares in levels, in
 * deviations, and first differences with y(t-2) as the instrument of one regressor (Anderson and Hsiao, 1981).
 * Covariances are clustered by unit.
 *
 * One pass over the rows sums the products of all three equations, and a second the moments of units. If the products
 * cannot show that a column is independent, further passes of the first kind follow (`orthogonalize.ts`).
 */
import { alloc, exhausted } from '../../../memory/arena';
import { doubles, getInt, setFour } from '../../../memory/layout';
import { DpdBaseline, DpdFit } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { ddot } from '../../../blas/level1';
import { panelCount, rectanglePanel, triangleSize } from '../../../blas/panels';
import { dsyrkPanels } from '../../../blas/gram';
import { finishEquation, solveProducts } from './solution';
import { dependence, orthogonalize } from './orthogonalize';
import { enterRows } from './rows';
import {
  DEVIATIONS,
  Equation,
  Equations,
  LEVELS,
  equationOf,
  openEquation,
  openEquations,
} from './equations';
import { addDots } from '../slices/moments';
import { Estimate } from '../steps';

/** Rows whose products are summed at a time. Part of the numeric contract. */
const BLOCK: i32 = 128;

/** Maximum number of passes for products: of the rows, of shifted rows, and of orthogonalized rows. */
const ROUNDS: i32 = 6;

/**
 * Estimates in levels, in deviations and in differences on the complete rows of an opened model; its equations and
 * instruments do not matter. `fit` is the record that `dpd_open` filled. Each estimate has its own status.
 */
export function dpd_baselines(
  fitAddress: usize,
  pooledAddress: usize,
  withinAddress: usize,
  differencedAddress: usize,
): Status {
  const opened = changetype<DpdFit>(fitAddress);
  const pooled = changetype<DpdBaseline>(pooledAddress);
  const within = changetype<DpdBaseline>(withinAddress);
  const differenced = changetype<DpdBaseline>(differencedAddress);
  const size = i32(offsetof<DpdBaseline>());
  if (opened.size != i32(offsetof<DpdFit>()) || pooled.size != size) return Status.BadRecord;
  if (within.size != size || differenced.size != size) return Status.BadRecord;
  const equations = openEquations(changetype<Estimate>(opened.opened).model.design);
  if (exhausted()) return Status.OutOfMemory;
  for (let e = 0; e < 3; ++e) {
    const fit = e == LEVELS ? pooled : e == DEVIATIONS ? within : differenced;
    fit.status = Status.NotPositiveDefinite;
    equationOf(equations, e).fit = fit;
    openEquation(equations, equationOf(equations, e));
  }
  for (let round = 0; round < ROUNDS && !exhausted() && unsolved(equations); ++round)
    sumProducts(equations);
  for (let e = 0; e < 3; ++e) {
    const fit = equationOf(equations, e).fit;
    if (fit.status == Status.NotPositiveDefinite) fit.status = dependence(equationOf(equations, e));
  }
  sumMoments(equations);
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

/** True if the products of some equation must be summed, for the first time or again. */
function unsolved(equations: Equations): bool {
  for (let e = 0; e < 3; ++e) {
    if (equationOf(equations, e).fit.status == Status.NotPositiveDefinite) return true;
  }
  return false;
}

/** Sums the products of equations without a solution, then solves them or orthogonalizes their rows. */
function sumProducts(equations: Equations): void {
  for (let c = 0; c < equations.nchunks; ++c) {
    enterRows(equations, c);
    for (let e = 0; e < 3; ++e) {
      const equation = equationOf(equations, e);
      if (equation.fit.status == Status.NotPositiveDefinite) {
        addProducts(equations, equation, c == 0);
      }
    }
  }
  for (let e = 0; e < 3; ++e) {
    const equation = equationOf(equations, e);
    if (equation.fit.status == Status.NotPositiveDefinite) solve(equations, equation);
  }
}

function addProducts(equations: Equations, equation: Equation, first: bool): void {
  const fit = equation.fit;
  if (first) {
    memory.fill(equation.products, 0, doubles(triangleSize(equations.width)));
    equation.nobs = 0;
    fit.nrows = 0;
    fit.ngroups = 0;
  }
  for (let r = 0; r < equation.count; r += BLOCK) {
    const count = min(BLOCK, equation.count - r);
    const rows = equation.rows + (usize(r) << 5);
    dsyrkPanels(equations.width, count, equations.capacity, rows, equation.products);
  }
  equation.nobs += equations.design.frequency ? equation.weight : f64(equation.count);
  fit.nrows += equation.count;
  for (let u = 0; u < equations.last - equations.first; ++u)
    fit.ngroups += i32(getInt(equation.counts, u) > 0);
}

function solve(equations: Equations, equation: Equation): void {
  const fit = equation.fit;
  if (fit.ngroups < 2) {
    fit.status = fit.ngroups == 0 ? Status.EmptySample : Status.TooFewClusters;
    return;
  }
  fit.status = solveProducts(equation);
  if (fit.status != Status.NotPositiveDefinite) return;
  const status = orthogonalize(equations, equation);
  if (status != Status.Ok) fit.status = status;
}

/** Sums moments, their outer products, and squared residuals of the equations that have a solution. */
function sumMoments(equations: Equations): void {
  const residuals = alloc(doubles(equations.capacity));
  if (exhausted()) return;
  for (let c = 0; c < equations.nchunks; ++c) {
    enterRows(equations, c);
    for (let e = 0; e < 3; ++e) {
      const equation = equationOf(equations, e);
      if (equation.fit.status == Status.Ok) addMoments(equations, equation, residuals);
    }
  }
  for (let e = 0; e < 3; ++e) {
    const equation = equationOf(equations, e);
    if (equation.fit.status == Status.Ok) equation.fit.status = finishEquation(equation);
  }
}

/** Adds the moments of the units of a chunk, one unit per row. */
function addMoments(equations: Equations, equation: Equation, residuals: usize): void {
  const nunits = equations.last - equations.first;
  memory.fill(residuals, 0, doubles(equation.count));
  for (let q = 0; q < panelCount(equations.width); ++q) {
    const rows = rectanglePanel(equation.rows, equations.capacity, q);
    addDots(equation.count, rows, equation.contrast + (usize(q) << 5), residuals);
  }
  equation.rss += ddot(equation.count, residuals, residuals);
  for (let q = 0; q < panelCount(equations.width); ++q) addPanel(equations, equation, residuals, q);
  dsyrkPanels(equations.width, nunits, equations.nunits, equation.moments, equation.squares);
}

/** Adds panel q of the moments, and of their total. */
function addPanel(equations: Equations, equation: Equation, residuals: usize, q: i32): void {
  const total = equation.total + (usize(q) << 5);
  let sum0 = v128.load(total);
  let sum1 = v128.load(total, 16);
  let row = rectanglePanel(equation.rows, equations.capacity, q);
  let to = rectanglePanel(equation.moments, equations.nunits, q);
  for (let u = 0; u < equations.last - equations.first; ++u) {
    const end = row + (usize(getInt(equation.counts, u)) << 5);
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    for (; row < end; row += 32) {
      const residual = v128.load_splat<f64>(residuals);
      low = f64x2.add(low, f64x2.mul(residual, v128.load(row)));
      high = f64x2.add(high, f64x2.mul(residual, v128.load(row, 16)));
      residuals += 8;
    }
    setFour(to, low, high);
    sum0 = f64x2.add(sum0, low);
    sum1 = f64x2.add(sum1, high);
    to += 32;
  }
  setFour(total, sum0, sum1);
}
