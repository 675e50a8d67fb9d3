/** Transforms level rows in panels into deviations and differences within units, as `equations.ts` describes. */
import { get, getInt, set, setInt, setFour } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { panelCount, rectangleEntry, rectanglePanel } from '../../../blas/panels';
import { DEVIATIONS, DIFFERENCES, Equation, Equations, LEVELS, equationOf } from './equations';

/** Writes the deviations and differences of the current level rows, before weighting. */
export function transformRows(equations: Equations): void {
  listTransformed(equations);
  for (let q = 0; q < panelCount(equations.width); ++q) {
    deviatePanel(equations, q);
    differencePanel(equations, q);
  }
  const differences = equationOf(equations, DIFFERENCES);
  let place = rectangleEntry(differences.rows, equations.capacity, 0, equations.width - 2);
  for (let r = 0; r < differences.count; ++r) {
    store<f64>(place, get(equations.z, r));
    place += 32;
  }
}

/** Counts the rows, and finds the row that weights each, and the earlier level row and z of each difference. */
function listTransformed(equations: Equations): void {
  const design = equations.design;
  const period = design.period;
  const bridge = design.bridge != 0;
  const levels = equationOf(equations, LEVELS);
  const deviations = equationOf(equations, DEVIATIONS);
  const differences = equationOf(equations, DIFFERENCES);
  let deviated = 0;
  let differenced = 0;
  let end = 0;
  for (let u = 0; u < equations.last - equations.first; ++u) {
    const before = differenced;
    const count = getInt(levels.counts, u);
    const start = end;
    end += count;
    for (let r = start + 1; r < end; ++r) {
      const from = getInt(levels.sources, r - 1);
      const row = getInt(levels.sources, r);
      if (design.weights != 0) {
        setInt(deviations.sources, deviated + r - start - 1, heir(design, from));
      }
      if (!bridge && getInt(period, from) != getInt(period, row) - 1) continue;
      setInt(equations.pairs, differenced, r - 1);
      setInt(differences.sources, differenced, row);
      set(equations.z, differenced++, outcomeBefore(design, equations.first + u, from));
    }
    const kept = max(0, count - 1);
    setInt(deviations.counts, u, kept);
    setInt(differences.counts, u, differenced - before);
    deviated += kept;
  }
  deviations.count = deviated;
  differences.count = differenced;
}

/**
 * Returns the row whose weight a deviation has: deviations are stored one period late, so it is the row of that period
 * if the unit has one. The caller knows that a later row exists.
 */
function heir(design: DpdDesign, row: i32): i32 {
  const next = row + 1;
  const follows = getInt(design.period, next) == getInt(design.period, row) + 1;
  return follows && get(design.weights, next) > 0 ? next : row;
}

/** Returns the outcome of the period before a row of unit i, complete or not; 0 if there is none. */
function outcomeBefore(design: DpdDesign, i: i32, row: i32): f64 {
  if (row == getInt(design.unitStart, i)) return 0;
  if (getInt(design.period, row - 1) != getInt(design.period, row) - 1) return 0;
  const level = get(design.vars, row - 1);
  return level == level ? level : 0;
}

/**
 * Writes each row minus the mean of the m later ones as (m x - sum) / sqrt(m (m + 1)). This rounds once if the sum is
 * exact, as for years and their squares. The last row of a unit has no deviation.
 */
function deviatePanel(equations: Equations, q: i32): void {
  const levels = equationOf(equations, LEVELS);
  const deviations = equationOf(equations, DEVIATIONS);
  let first = rectanglePanel(levels.rows, equations.capacity, q);
  let to = rectanglePanel(deviations.rows, equations.capacity, q);
  for (let u = 0; u < equations.last - equations.first; ++u) {
    const count = getInt(levels.counts, u);
    if (count == 0) continue;
    let row = first + (usize(count - 1) << 5);
    let out = to + (usize(count - 1) << 5);
    to = out;
    let low = v128.load(row);
    let high = v128.load(row, 16);
    let scales = equations.scales;
    let m = f64x2.splat(1);
    for (row -= 32; row >= first; row -= 32) {
      out -= 32;
      scales += 8;
      const scale = v128.load_splat<f64>(scales);
      const x0 = v128.load(row);
      const x1 = v128.load(row, 16);
      setFour(
        out,
        f64x2.mul(scale, f64x2.sub(f64x2.mul(m, x0), low)),
        f64x2.mul(scale, f64x2.sub(f64x2.mul(m, x1), high)),
      );
      low = f64x2.add(low, x0);
      high = f64x2.add(high, x1);
      m = f64x2.add(m, f64x2.splat(1));
    }
    first += usize(count) << 5;
  }
}

/** Writes each row minus the one before it, if the difference of that row starts there. */
function differencePanel(equations: Equations, q: i32): void {
  const differences = equationOf(equations, DIFFERENCES);
  const first = rectanglePanel(equationOf(equations, LEVELS).rows, equations.capacity, q);
  let to = rectanglePanel(differences.rows, equations.capacity, q);
  for (let r = 0; r < differences.count; ++r) {
    const row = first + (usize(getInt(equations.pairs, r)) << 5);
    setFour(
      to,
      f64x2.sub(v128.load(row, 32), v128.load(row)),
      f64x2.sub(v128.load(row, 48), v128.load(row, 16)),
    );
    to += 32;
  }
}

/**
 * Multiplies rows by the square roots of their source rows' weights; sums the weights, or counts rows without weights.
 */
export function weigh(equations: Equations, equation: Equation): void {
  const weights = equations.design.weights;
  equation.weight = weights == 0 ? f64(equation.count) : 0;
  for (let r = 0; r < equation.count && weights != 0; ++r) {
    const weight = get(weights, getInt(equation.sources, r));
    const root = f64x2.splat(sqrt<f64>(weight));
    for (let q = 0; q < panelCount(equations.width); ++q) {
      const row = rectanglePanel(equation.rows, equations.capacity, q) + (usize(r) << 5);
      setFour(row, f64x2.mul(root, v128.load(row)), f64x2.mul(root, v128.load(row, 16)));
    }
    equation.weight += weight;
  }
}
