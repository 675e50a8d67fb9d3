/**
 * The rows [X c y] of three equations on one sample, in panels and one chunk of units at a time. They come directly
 * from the compact rows of a design, without the calendar grid of `stack/transforms.ts`, with the same values. With
 * weights each row is multiplied by the square root of its weight.
 *
 *   LEVELS        c = 1
 *   DEVIATIONS    c = 0          from the mean of the later rows of the unit
 *   DIFFERENCES   c = y(t-2)     if the difference of t starts at t-1, else 0
 *
 * Decision: all three equations at a time, because they share one gathering of the level rows. Rows stay in memory if
 * they fit into one chunk; otherwise every pass writes them again, so memory does not grow with the sample.
 */
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, integers, set } from '../../../memory/layout';
import { DpdBaseline, DpdDesign } from '../../../memory/dpd-records';
import { padded, rectangleSize, triangleSize } from '../../../blas/panels';

export const LEVELS: i32 = 0;
export const DEVIATIONS: i32 = 1;
export const DIFFERENCES: i32 = 2;

/** Rows of a chunk: 0.8 MB for the three equations of 6 regressors. Part of the numeric contract. */
const CHUNK: i32 = 4096;


@unmanaged
export class Equation {
  fit: DpdBaseline;
  /** Columns of the rows. */
  width: i32;
  /** f64: the current rows in panels of `capacity` rows; their number, and the sum of their weights. */
  rows: usize;
  count: i32;
  weight: f64;
  /** i32, units of a chunk: rows of each. i32, capacity: the row of the design that weights each row. */
  counts: usize;
  sources: usize;
  /**
   * f64: sum of the outer products of the rows, a triangle in panels; sum of their weights; sum of squared residuals.
   */
  products: usize;
  nobs: f64;
  rss: f64;
  /**
   * K x K, column-major: triangles by whose inverses regressors and instruments were multiplied, or 0. f64, width: the
   * column lengths before that (`orthogonalize.ts`). f64, padded(width): what was subtracted from every level row
   * first, initially zeros.
   */
  root: usize;
  instrumentRoot: usize;
  lengths: usize;
  shift: usize;
  /** f64, padded(width): the product of a row with this vector is its residual. */
  contrast: usize;
  /** f64, K x (K + 1), column-major: the map from moments to parameters, then the parameters. */
  map: usize;
  /** f64: moments of the units of a chunk in panels, their sum, and the sum of their outer products. */
  moments: usize;
  total: usize;
  squares: usize;
}


@unmanaged
export class Equations {
  design: DpdDesign;
  /** Columns of [X c y]. */
  width: i32;
  /** Maximum units and rows of a chunk; number of chunks. */
  nunits: i32;
  capacity: i32;
  nchunks: i32;
  /** First unit of the current chunk, and the one after its last. */
  first: i32;
  last: i32;
  /** True if the rows of the only chunk are in memory and up to date. */
  loaded: bool;
  /** i32 and f64, capacity: earlier level row and z of each difference. */
  pairs: usize;
  z: usize;
  /** f64, T: 1 / sqrt(m (m + 1)) by m. */
  scales: usize;
  /** `Equation`, 3. */
  equations: usize;
}

/** Allocates the rows of a design; check `exhausted()` afterwards. */
export function openEquations(design: DpdDesign): Equations {
  const equations = changetype<Equations>(allocZeroed(offsetof<Equations>()));
  if (exhausted()) return equations;
  equations.design = design;
  equations.width = design.nregressors + 2;
  equations.nunits = max(1, min(design.nunits, CHUNK / design.nperiods));
  equations.capacity = min(design.nrows, equations.nunits * design.nperiods);
  equations.nchunks = (design.nunits + equations.nunits - 1) / equations.nunits;
  equations.pairs = alloc(integers(equations.capacity));
  equations.z = alloc(doubles(equations.capacity));
  equations.scales = alloc(doubles(design.nperiods));
  equations.equations = allocZeroed(3 * offsetof<Equation>());
  if (exhausted()) return equations;
  for (let m = 1; m < design.nperiods; ++m) {
    set(equations.scales, m, 1 / sqrt<f64>(f64(m) * f64(m + 1)));
  }
  return equations;
}

/** Allocates one of the equations. */
export function openEquation(equations: Equations, equation: Equation): void {
  const width = equations.width;
  const k = equation.fit.nparams;
  equation.width = width;
  equation.rows = alloc(doubles(rectangleSize(equations.capacity, width)));
  equation.counts = alloc(integers(equations.nunits));
  equation.sources = alloc(integers(equations.capacity));
  equation.products = alloc(doubles(triangleSize(width)));
  equation.shift = allocZeroed(doubles(padded(width)));
  equation.contrast = allocZeroed(doubles(padded(width)));
  equation.map = alloc(doubles(k * (k + 1)));
  equation.moments = alloc(doubles(rectangleSize(equations.nunits, width)));
  equation.total = allocZeroed(doubles(padded(width)));
  equation.squares = allocZeroed(doubles(triangleSize(width)));
  equation.fit.estimates = alloc(doubles(k * (k + 2)));
}

export function equationOf(equations: Equations, e: i32): Equation {
  return changetype<Equation>(equations.equations + usize(e) * offsetof<Equation>());
}
