/**
 * Orthogonalizes columns that inner products cannot tell from collinear ones: X := X R^-1, with R the Cholesky triangle
 * of their products. The instrument that is not a regressor is treated the same way. The products of the new columns
 * have more correct digits and a new R. This repeats until every pivot is safe; the columns are then nearly
 * orthonormal, however collinear they were (CholeskyQR2: Yamamoto, Nakatsukasa, Yanagisawa and Fukaya, 2015). The
 * product of all R is the root.
 *
 * First subtract one level row from all of them; only the constant changes.
 */
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, entry, get, getInt, set } from '../../../memory/layout';
import { Status } from '../../../status';
import { dpotrf } from '../../../lapack/dpotrf';
import { padded, rectangleEntry, triangleEntry, triangleSize } from '../../../blas/panels';
import { symmetricElement } from '../../../blas/triangles';
import { TOLERANCE } from '../slices/dependence';
import { Equation, Equations, LEVELS, equationOf } from './equations';

/**
 * If rounding destroys a pivot, the column is given this share of its length; the next pass shows how much is really
 * left.
 */
const LOST: f64 = 1e-8;

/** Returns the length of a column of the current rows. */
function columnLength(equation: Equation, column: i32): f64 {
  return sqrt<f64>(symmetricElement(equation.products, column, column));
}

/** Allocates the products of K columns and the reciprocals of their pivots. */
export function openFactor(k: i32): usize {
  return alloc(doubles(triangleSize(k) + padded(k)));
}

/**
 * r := the Cholesky triangle of some columns, followed by 1 / its pivots; `b` holds right-hand sides as for `dpotrf`.
 * Returns false if a pivot is too small, which cannot happen with a tolerance of 0.
 */
export function factor(
  equation: Equation,
  columns: usize,
  tolerance: f64,
  r: usize,
  b: usize,
): bool {
  const k = equation.fit.nparams;
  const reciprocals = r + doubles(triangleSize(k));
  memory.fill(r, 0, doubles(triangleSize(k)));
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i <= j; ++i) {
      const value = symmetricElement(equation.products, getInt(columns, i), getInt(columns, j));
      store<f64>(triangleEntry(r, i, j), value);
    }
  }
  const checked = tolerance == 0 ? 0 : k;
  if (dpotrf(k, checked, tolerance, r, reciprocals, b == 0 ? 0 : k, b) != 0) return false;
  for (let j = 0; j < checked; ++j) if (get(reciprocals, j) == 0) return false;
  return true;
}

/** Orthogonalizes the columns of an equation once more; returns a failure if a column vanishes. */
export function orthogonalize(equations: Equations, equation: Equation): Status {
  equations.loaded = false;
  if (equation.root == 0) return prepare(equations, equation);
  const fit = equation.fit;
  const r = openFactor(fit.nparams);
  if (exhausted()) return Status.OutOfMemory;
  fit.detail = accumulate(equation, fit.regressors, r, equation.root);
  if (fit.detail >= 0) return Status.RankDeficient;
  const none = accumulate(equation, fit.instruments, r, equation.instrumentRoot);
  return none >= 0 ? underIdentified(equation) : Status.Ok;
}

/** Stores the lengths, the shift of level rows, and identities as roots, before the first orthogonalization. */
function prepare(equations: Equations, equation: Equation): Status {
  const design = equations.design;
  const k = equation.fit.nparams;
  equation.lengths = alloc(doubles(equations.width));
  equation.root = allocZeroed(doubles(k * k));
  equation.instrumentRoot = allocZeroed(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  const levels = equation == equationOf(equations, LEVELS);
  const first = getInt(equation.sources, 0);
  for (let j = 0; j < equations.width; ++j) {
    set(equation.lengths, j, columnLength(equation, j));
    if (levels && j < design.nregressors) {
      set(equation.shift, j, get(entry(design.vars, design.nrows, 0, j + 1), first));
    }
  }
  for (let j = 0; j < k; ++j) {
    store<f64>(entry(equation.root, k, j, j), 1);
    store<f64>(entry(equation.instrumentRoot, k, j, j), 1);
  }
  return Status.Ok;
}

/** root := R root, both K x K; returns the position of a zero column, or -1. */
function accumulate(equation: Equation, columns: usize, r: usize, root: usize): i32 {
  const k = equation.fit.nparams;
  factor(equation, columns, 0, r, 0);
  for (let j = 0; j < k; ++j) {
    const column = getInt(columns, j);
    const length = columnLength(equation, column);
    if (!(length > 0)) return j;
    const pivot = triangleEntry(r, j, j);
    if (!(load<f64>(pivot) > LOST * length)) store<f64>(pivot, LOST * length);
    for (let i = 0; i <= j; ++i) {
      let sum: f64 = 0;
      for (let l = i; l <= j; ++l) {
        sum += load<f64>(triangleEntry(r, i, l)) * load<f64>(entry(root, k, l, j));
      }
      store<f64>(entry(root, k, i, j), sum);
    }
  }
  return -1;
}

/** Returns a failure if the roots show a dependent column: one that keeps at most TOLERANCE of its length. */
export function checkRoots(equation: Equation): Status {
  const fit = equation.fit;
  fit.detail = dependent(equation, fit.regressors, equation.root);
  if (fit.detail >= 0) return Status.RankDeficient;
  const none = dependent(equation, fit.instruments, equation.instrumentRoot);
  return none >= 0 ? underIdentified(equation) : Status.Ok;
}

/**
 * The same for columns that stay in doubt after all passes; if the roots show no dependent column, the last regressor
 * is named.
 */
export function dependence(equation: Equation): Status {
  const status = checkRoots(equation);
  if (status != Status.Ok) return status;
  equation.fit.detail = equation.fit.nparams - 1;
  return Status.RankDeficient;
}

function dependent(equation: Equation, columns: usize, root: usize): i32 {
  const k = equation.fit.nparams;
  for (let j = 0; j < k; ++j) {
    const column = getInt(columns, j);
    const left = load<f64>(entry(root, k, j, j)) * columnLength(equation, column);
    if (!(left > TOLERANCE * get(equation.lengths, column))) return j;
  }
  return -1;
}

function underIdentified(equation: Equation): Status {
  equation.fit.rank = equation.fit.nparams - 1;
  return Status.UnderIdentified;
}

/** Applies the roots to the rows: x := R'^-1 x; the instrument that is not a regressor comes after them. */
export function orthogonalizeRows(equations: Equations, equation: Equation): void {
  const fit = equation.fit;
  const k = fit.nparams;
  const same = getInt(fit.instruments, k - 1) == getInt(fit.regressors, k - 1);
  for (let m = 0; m < k + i32(!same); ++m) {
    const j = min(m, k - 1);
    const columns = m == j ? fit.regressors : fit.instruments;
    const root = entry(m == j ? equation.root : equation.instrumentRoot, k, 0, j);
    for (let r = 0; r < equation.count; ++r) {
      const place = rowPlace(equations, equation, r, getInt(columns, j));
      let value = load<f64>(place);
      for (let l = 0; l < j; ++l) {
        value -= load<f64>(rowPlace(equations, equation, r, getInt(columns, l))) * get(root, l);
      }
      store<f64>(place, value / get(root, j));
    }
  }
}

function rowPlace(equations: Equations, equation: Equation, row: i32, column: i32): usize {
  return rectangleEntry(equation.rows, equations.capacity, row, column);
}
