/** Writes the rows of `equations.ts`: gathers the level rows and transforms them into the others. */
import { EquationBit } from '../../../codes';
import { doubles, entry, getInt, setInt, setFour } from '../../../memory/layout';
import { panelCount, rectanglePanel } from '../../../blas/panels';
import { orthogonalizeRows } from './orthogonalize';
import { transformRows, weigh } from './transforms';
import { DEVIATIONS, Equation, Equations, LEVELS, equationOf } from './equations';

/** 1 and 0, the values of columns that are constant. */
// @ts-ignore: decorator
@lazy
const CONSTANTS: usize = memory.data(16, 16);

/** Makes chunk c the current one and writes its rows. */
export function enterRows(equations: Equations, c: i32): void {
  equations.first = c * equations.nunits;
  equations.last = min(equations.first + equations.nunits, equations.design.nunits);
  if (equations.loaded) return;
  equations.loaded = equations.nchunks == 1;
  const levels = equationOf(equations, LEVELS);
  const alike = listRows(equations, EquationBit.Transformed);
  gatherRows(equations, levels, equationOf(equations, DEVIATIONS).shift);
  transformRows(equations);
  if (!alike || levels.root != 0) {
    listRows(equations, EquationBit.Level);
    gatherRows(equations, levels, levels.shift);
  }
  for (let e = 0; e < 3; ++e) {
    const equation = equationOf(equations, e);
    weigh(equations, equation);
    if (equation.root != 0) orthogonalizeRows(equations, equation);
  }
}

/**
 * Lists the rows that are complete for an equation and counts them by unit; returns false if the other equation has
 * other complete rows.
 */
function listRows(equations: Equations, equation: i32): bool {
  const design = equations.design;
  const levels = equationOf(equations, LEVELS);
  let alike = true;
  let row = getInt(design.unitStart, equations.first);
  levels.count = 0;
  for (let u = equations.first; u < equations.last; ++u) {
    const before = levels.count;
    for (const end = getInt(design.unitStart, u + 1); row < end; ++row) {
      const bits =
        i32(load<u8>(design.complete + usize(row))) & (EquationBit.Transformed | EquationBit.Level);
      if (bits != 0 && bits != (EquationBit.Transformed | EquationBit.Level)) alike = false;
      if (bits & equation) setInt(levels.sources, levels.count++, row);
    }
    setInt(levels.counts, u - equations.first, levels.count - before);
  }
  return alike;
}

/** Writes the listed rows in levels, minus a shift. */
function gatherRows(equations: Equations, levels: Equation, shift: usize): void {
  store<f64>(CONSTANTS, 1);
  for (let q = 0; q < panelCount(equations.width); ++q) {
    gatherPanel(equations, levels, q, shift + (usize(q) << 5));
  }
}

function gatherPanel(equations: Equations, levels: Equation, q: i32, shift: usize): void {
  const j = 4 * q;
  const from0 = columnAddress(equations, j);
  const from1 = columnAddress(equations, j + 1);
  const from2 = columnAddress(equations, j + 2);
  const from3 = columnAddress(equations, j + 3);
  const mask0 = strideMask(equations, j);
  const mask1 = strideMask(equations, j + 1);
  const mask2 = strideMask(equations, j + 2);
  const mask3 = strideMask(equations, j + 3);
  const shift0 = v128.load(shift);
  const shift1 = v128.load(shift, 16);
  let to = rectanglePanel(levels.rows, equations.capacity, q);
  for (let r = 0; r < levels.count; ++r) {
    const row = doubles(getInt(levels.sources, r));
    const low = v128.load_splat<f64>(from0 + (row & mask0));
    const high = v128.load_splat<f64>(from2 + (row & mask2));
    const x0 = v128.load_lane<f64>(from1 + (row & mask1), low, 1);
    const x1 = v128.load_lane<f64>(from3 + (row & mask3), high, 1);
    setFour(to, f64x2.sub(x0, shift0), f64x2.sub(x1, shift1));
    to += 32;
  }
}

/** Returns the address of column j of [X c y] in the design. */
function columnAddress(equations: Equations, j: i32): usize {
  const regressors = equations.design.nregressors;
  if (j == regressors) return CONSTANTS;
  if (j > equations.width - 1) return CONSTANTS + 8;
  return entry(equations.design.vars, equations.design.nrows, 0, j < regressors ? j + 1 : 0);
}

/** Returns a mask for row offsets: all bits, or none for a constant column. */
function strideMask(equations: Equations, j: i32): usize {
  return j == equations.width - 2 || j > equations.width - 1 ? 0 : ~(<usize>0);
}
