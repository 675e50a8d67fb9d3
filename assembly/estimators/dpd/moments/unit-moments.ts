/**
 * Moments of the units, in the order of the design. A bootstrap keeps the moment block of every unit
 * (`moment-block.ts`). A fit keeps slices of their rows and builds a block when one is needed.
 */
import { alloc, exhausted } from '../../../memory/arena';
import { addressOf, doubles, get, getInt } from '../../../memory/layout';
import { daxpy } from '../../../blas/level1';
import { padded, rectanglePanel, unpackRow } from '../../../blas/panels';
import { blockSize, momentsAt } from './moment-block';
import { ENTRY, entryColumn, firstEntry, stackRow, stackRows } from '../stack/unit';
import { enter } from '../model/open';
import { Nonlinear, addNonlinear, clearNonlinear } from '../model/nonlinear';
import { openSlices } from '../slices/chunks';
import { addWeightedSlices, chunkMoments } from '../slices/moments';
import { Slices } from '../slices/slices';
import { Model } from '../model/model';


@unmanaged
export class UnitMoments {
  model: Model;
  /** Bytes from one block to the next; 0 if memory holds only one unit. */
  stride: usize;
  /** f64: the blocks. */
  blocks: usize;
  /** If memory holds only one unit: the slices of all units, and the chunk whose moments they hold, -1 for none. */
  slices: Slices;
  chunk: i32;
}

/** Allocates one block; check `exhausted()` afterwards. */
export function openUnitMoments(model: Model): UnitMoments {
  const units = changetype<UnitMoments>(alloc(offsetof<UnitMoments>()));
  if (exhausted()) return units;
  units.model = model;
  units.stride = 0;
  units.blocks = alloc(doubles(blockSize(model.k, model.n)));
  units.slices = openSlices(model);
  return units;
}

/** Adds the moments of the loaded unit to a block. */
export function addUnitMoments(model: Model, block: usize): void {
  const nrows = stackRows(model.design);
  for (let r = 0; r < nrows; ++r) {
    if (getInt(model.unit.used, r)) addRowMoments(model, r, block);
  }
}

/** Returns the block of the u-th entering unit. */
export function unitMoments(units: UnitMoments, u: i32): usize {
  const model = units.model;
  if (units.stride != 0) return units.blocks + usize(u) * units.stride;
  enter(model, getInt(model.entering, u));
  memory.fill(units.blocks, 0, doubles(blockSize(model.k, model.n)));
  addUnitMoments(model, units.blocks);
  if (model.nonlinear != 0) addNonlinear(model, u, units.blocks, padded(model.n));
  return units.blocks;
}

/** Call it before a loop of `unitMomentsAt` with the same parameters. */
export function startMoments(units: UnitMoments): void {
  units.chunk = -1;
}

/**
 * g (padded(L)) := Z_i'(y_i - X_i b) of the u-th entering unit; fast if u runs upwards. Nonlinear conditions stay as
 * `linearize` left them.
 */
export function unitMomentsAt(units: UnitMoments, u: i32, params: usize, g: usize): void {
  const model = units.model;
  if (!inSlices(units)) return momentsAt(model.k, model.n, unitMoments(units, u), params, g);
  const size = units.slices.nunits;
  const chunk = u / size;
  if (chunk != units.chunk) chunkMoments(units.slices, chunk, params);
  units.chunk = chunk;
  unpackRow(model.n, units.slices.moments, size, u - chunk * size, g);
}

/**
 * out (columns of padded(L)) += sum of g_i w_i' at `params`; W is in panels with a row per entering unit, and `g` is
 * scratch as in `unitMomentsAt`. With slices the sum is Z'(e w), which takes a third of the time of the units' moments.
 */
export function addWeightedMoments(
  units: UnitMoments,
  params: usize,
  columns: i32,
  weights: usize,
  out: usize,
  g: usize,
): void {
  const model = units.model;
  const stride = padded(model.n);
  for (let first = 0; first < columns; first += 4) {
    const panel = rectanglePanel(weights, model.nentering, first >> 2);
    const count = min(4, columns - first);
    if (inSlices(units)) {
      addWeightedSlices(units.slices, params, count, panel, addressOf(out, first * stride));
      continue;
    }
    startMoments(units);
    for (let u = 0; u < model.nentering; ++u) {
      unitMomentsAt(units, u, params, g);
      for (let j = 0; j < count; ++j) {
        daxpy(stride, get(panel, 4 * u + j), g, addressOf(out, (first + j) * stride));
      }
    }
  }
}

/** True if the moments of a unit are sums over rows only, and the rows are in slices. */
export function inSlices(units: UnitMoments): bool {
  return units.stride == 0 && units.model.nonlinear == 0;
}

/** block += z_r (x_r, y_r)' for stacked row r of the loaded unit. */
export function addRowMoments(model: Model, r: i32, block: usize): void {
  const unit = model.unit;
  const data = stackRow(model.design, unit, r);
  const past = data + doubles(model.k + 1);
  const stride = doubles(padded(model.n));
  const end = firstEntry(unit, r + 1);
  for (let e = firstEntry(unit, r); e < end; e += ENTRY) {
    const z = load<f64>(e);
    let to = block + doubles(entryColumn(e));
    for (let from = data; from < past; from += 8) {
      store<f64>(to, load<f64>(to) + z * load<f64>(from));
      to += stride;
    }
  }
}

/**
 * Linearises the nonlinear moment conditions at `params`, in later blocks and in the sums; does nothing without them.
 */
export function linearize(units: UnitMoments, params: usize): void {
  const model = units.model;
  if (model.nonlinear == 0) return;
  memory.copy(changetype<Nonlinear>(model.nonlinear).point, params, doubles(model.k));
  clearNonlinear(model, model.moments, model.n);
  for (let u = 0; u < model.nentering; ++u) addNonlinear(model, u, model.moments, model.n);
}
