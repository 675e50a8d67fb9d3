/**
 * Regressors that depend on earlier ones, from the triangles of the rows: R of [R1; R2] is R of all rows,
 * and |r_jj| what is left of column j after those before it. Rows are never squared, so a column far from
 * zero, such as a year, keeps its digits.
 */
import { alloc, exhausted } from '../../memory/arena';
import { doubles, entry, set } from '../../memory/layout';
import { dnrm2 } from '../../blas/level1';
import { triangleEntry } from '../../blas/panels';
import { dgeqr2 } from '../../lapack/dgeqr2';
import { RowTriangle } from '../../moments/row-triangle';
import { DpdDesign } from '../../memory/dpd-records';
import { parameterCount } from '../../panel/unit';

/** A column depends on others when no more than this share of its length is left. */
const TOLERANCE: f64 = 1e-9;

/** Position of the first regressor that depends on earlier ones (the constant counts first), or -1. */
export function dependentRegressor(
  design: DpdDesign,
  first: RowTriangle,
  second: RowTriangle,
): i32 {
  const k = parameterCount(design);
  const stack = alloc(doubles(2 * k * k));
  const lengths = alloc(doubles(k));
  if (exhausted()) return -1;
  for (let j = 0; j < k; ++j) {
    const from = regressorAt(design, j);
    for (let i = 0; i < k; ++i) {
      store<f64>(entry(stack, 2 * k, i, j), triangleValue(first, i, from));
      store<f64>(entry(stack, 2 * k, k + i, j), triangleValue(second, i, from));
    }
    set(lengths, j, dnrm2(2 * k, entry(stack, 2 * k, 0, j)));
  }
  dgeqr2(2 * k, k, stack, 2 * k);
  for (let j = 0; j < k; ++j) {
    const rest = abs(load<f64>(entry(stack, 2 * k, j, j)));
    if (!(rest > TOLERANCE * load<f64>(lengths + doubles(j)))) return regressorAt(design, j);
  }
  return -1;
}

function triangleValue(rows: RowTriangle, i: i32, j: i32): f64 {
  return i > j ? 0 : load<f64>(triangleEntry(rows.triangle, i, j));
}

/** Regressors in the order in which they are kept: the constant, then as written. */
function regressorAt(design: DpdDesign, place: i32): i32 {
  if (!design.constant) return place;
  return place == 0 ? parameterCount(design) - 1 : place - 1;
}
