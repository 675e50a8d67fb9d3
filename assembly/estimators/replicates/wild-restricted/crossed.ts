/**
 * Absorbed effects that cross the units of a WRE (`restricted.ts`). With M the projection that takes the effects out, as in
 * `wild/crossing.ts`, and (g) for a vector that is 0 outside of unit g, the residuals of a replicate are M sum_g m_g left_(g).
 * The moments do not change, as M [W Z] = [W Z]. Scores of unit h and squares of residuals need
 *
 *   s_(h)'M sum_g m_g left_(g) = s' S_h left,    S_h = sum_g m_g Q_(h)'M Q_(g)
 *
 * so Q_(h)'M Q_(g) are columns of the multipliers, for each h and in the order of its elements.
 */
import { IvMethod } from '../../../codes';
import { alloc, allocMatrix, exhausted, mark, release } from '../../../memory/arena';
import { addressOf, doubles, entry, get, getInt, set } from '../../../memory/layout';
import { ddot } from '../../../blas/level1';
import { padded, panelCount, rectangleEntry } from '../../../blas/panels';
import { LANES, lanes } from '../../../panel/absorb/effects';
import { Status } from '../../../status';
import { Resample, basisColumn, invertBasis, productOf } from '../rows';
import { Crossing, openCrossing, transformMasked } from '../wild/crossing';


@unmanaged
export class CrossedUnits {
  /** Columns of Q that scores, or the squares of LIML, take from the left. */
  nleft: i32;
  width: i32;
  /** The first of the columns, their number with those before them, and f64: all columns in panels of nunits rows. */
  first: i32;
  ncolumns: i32;
  columns: usize;
  /** The products of S_h of a replicate. */
  sums: usize;
}

/** Statuses are those of absorbing effects. */
export function openCrossedUnits(crossed: CrossedUnits, sample: Resample): Status {
  const units = sample.resampling.nunits;
  const width = sample.width;
  const liml = sample.task.options.method != IvMethod.KClass;
  crossed.nleft = liml ? width : sample.task.basis.q;
  crossed.width = width;
  crossed.first = 4 * panelCount(sample.nsums);
  // Counted in 64 bits: with a unit for each row the columns may be more than memory has.
  const ncolumns = u64(crossed.first) + u64(units) * u64(crossed.nleft * width);
  if (ncolumns > u64(i32.MAX_VALUE)) return Status.OutOfMemory;
  crossed.ncolumns = i32(ncolumns);
  crossed.columns = allocMatrix(units, padded(crossed.ncolumns));
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(crossed.columns, sample.sums, doubles(units * crossed.first));
  const scope = mark();
  const crossing = changetype<Crossing>(alloc(offsetof<Crossing>()));
  if (exhausted()) return Status.OutOfMemory;
  let status = openCrossing(crossing, sample);
  if (status == Status.Ok) status = fill(crossed, sample, crossing);
  release(scope);
  return status;
}

function fill(crossed: CrossedUnits, sample: Resample, crossing: Crossing): Status {
  const n = sample.task.sample.model.n;
  const width = sample.width;
  const units = sample.resampling.nunits;
  const roots = sample.task.sample.weights.roots;
  const root = alloc(doubles(width * width));
  const basis = allocMatrix(n, width);
  const sums = alloc(doubles(LANES * units * width));
  if (exhausted()) return Status.OutOfMemory;
  if (!invertBasis(sample, root)) return Status.OutOfMemory;
  for (let a = 0; a < width; ++a) basisColumn(sample, root, a, entry(basis, n, 0, a));
  for (let a = 0; a < crossed.nleft; ++a) {
    const column = entry(basis, n, 0, a);
    for (let i = 0; i < n; ++i) {
      set(crossing.x, i, get(column, i) / (roots == 0 ? 1 : get(roots, i)));
    }
    for (let first = 0; first < units; first += LANES) {
      const status = transformMasked(crossing, first);
      if (status != Status.Ok) return status;
      addProducts(crossing, basis, width, sums);
      for (let lane = 0; lane < min(LANES, units - first); ++lane) {
        storeRow(crossed, a, first + lane, sums + doubles(lane), units);
      }
    }
  }
  return Status.Ok;
}

/** sums := products of the transformed columns with those of Q, LANES for each column of each unit. */
function addProducts(crossing: Crossing, basis: usize, width: i32, sums: usize): void {
  const sample = crossing.sample;
  const n = sample.task.sample.model.n;
  const roots = sample.task.sample.weights.roots;
  const means = v128.load(crossing.means);
  memory.fill(sums, 0, doubles(LANES * sample.resampling.nunits * width));
  for (let i = 0; i < n; ++i) {
    const left = f64x2.add(v128.load(lanes(crossing.block, i)), means);
    let to = lanes(sums, getInt(sample.resampling.units, i) * width);
    for (let b = 0; b < width; ++b) {
      const value = load<f64>(entry(basis, n, i, b)) * (roots == 0 ? 1 : get(roots, i));
      v128.store(to, f64x2.add(v128.load(to), f64x2.mul(f64x2.splat(value), left)));
      to += doubles(LANES);
    }
  }
}

/** Stores row a of unit h; `sums` are those of its lane. */
function storeRow(crossed: CrossedUnits, a: i32, h: i32, sums: usize, units: i32): void {
  const width = crossed.width;
  const column = crossed.first + (h * crossed.nleft + a) * width;
  for (let g = 0; g < units; ++g) {
    for (let b = 0; b < width; ++b) {
      const value = get(sums, LANES * (g * width + b));
      store<f64>(rectangleEntry(crossed.columns, units, g, column + b), value);
    }
  }
}

/** s'S_h left; s has the coordinates of the instruments. */
export function crossedScore(crossed: CrossedUnits, h: i32, q: i32, s: usize, left: usize): f64 {
  const width = crossed.width;
  let row = addressOf(crossed.sums, h * crossed.nleft * width);
  let sum: f64 = 0;
  for (let a = 0; a < q; ++a) {
    sum += get(s, a) * ddot(width, row, left);
    row = addressOf(row, width);
  }
  return sum;
}

/** squares := sum_h m_h S_h, in the order of `productOf`. */
export function crossedSquares(
  crossed: CrossedUnits,
  units: i32,
  multipliers: usize,
  squares: usize,
): void {
  const width = crossed.width;
  memory.fill(squares, 0, doubles(productOf(0, width)));
  for (let h = 0; h < units; ++h) {
    const m = get(multipliers, h);
    for (let b = 0; b < width; ++b) {
      for (let a = 0; a <= b; ++a) {
        const value = get(crossed.sums, (h * crossed.nleft + a) * width + b);
        set(squares, productOf(a, b), get(squares, productOf(a, b)) + m * value);
      }
    }
  }
}
