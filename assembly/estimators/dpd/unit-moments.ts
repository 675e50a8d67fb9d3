/**
 * Moment blocks of the units (`moments/moment-block.ts`), in the order of the design. They are kept
 * while they fit into CACHE_BYTES, so that a pass after the first never touches an instrument row
 * again; beyond it a pass loads each unit anew, and memory does not grow with the number of units.
 */
import { alloc, exhausted } from '../../memory/arena';
import { doubles, getInt } from '../../memory/layout';
import { padded } from '../../blas/panels';
import { blockSize } from '../../moments/moment-block';
import { stackRow, stackRows } from '../../panel/unit';
import { Model, enter } from './model';
import { Nonlinear, addNonlinear, clearNonlinear } from './nonlinear';

/** 100,000 units with 60 instruments and 10 parameters take half of it. */
const CACHE_BYTES: u64 = 1 << 30;


@unmanaged
export class UnitMoments {
  model: Model;
  /** Bytes from one block to the next, 0 where only one unit is held. */
  stride: usize;
  /** f64: the blocks. */
  blocks: usize;
}

/** Room for the blocks of a model, not yet filled; check `exhausted()` afterwards. */
export function openUnitMoments(model: Model): UnitMoments {
  const units = changetype<UnitMoments>(alloc(offsetof<UnitMoments>()));
  if (exhausted()) return units;
  const bytes = doubles(blockSize(model.k, model.n));
  const kept = u64(bytes) * u64(model.nentering) <= CACHE_BYTES;
  units.model = model;
  units.stride = kept ? bytes : 0;
  units.blocks = alloc(kept ? bytes * usize(model.nentering) : bytes);
  return units;
}

/** Fills the block of the u-th entering unit, which is loaded; returns it. */
export function fillUnit(units: UnitMoments, u: i32): usize {
  const block = units.blocks + usize(u) * units.stride;
  memory.fill(block, 0, doubles(blockSize(units.model.k, units.model.n)));
  addUnitMoments(units.model, block);
  if (units.model.nonlinear != 0) addNonlinear(units.model, u, block, padded(units.model.n));
  return block;
}

/** Adds the moments of the loaded unit to a block. */
export function addUnitMoments(model: Model, block: usize): void {
  for (let r = 0; r < stackRows(model.design); ++r) {
    if (getInt(model.unit.used, r)) addRowMoments(model, r, block);
  }
}

/** The block of the u-th entering unit. */
export function unitMoments(units: UnitMoments, u: i32): usize {
  if (units.stride != 0) return units.blocks + usize(u) * units.stride;
  enter(units.model, getInt(units.model.entering, u));
  return fillUnit(units, u);
}

/** block += z_r (x_r, y_r)' for stacked row r of the loaded unit. */
export function addRowMoments(model: Model, r: i32, block: usize): void {
  const unit = model.unit;
  const data = stackRow(model.design, unit, r);
  const past = data + doubles(model.k + 1);
  const stride = doubles(padded(model.n));
  const end = getInt(unit.start, r + 1);
  for (let e = getInt(unit.start, r); e < end; ++e) {
    const z = load<f64>(unit.value + doubles(e));
    let to = block + doubles(getInt(unit.column, e));
    for (let from = data; from < past; from += 8) {
      store<f64>(to, load<f64>(to) + z * load<f64>(from));
      to += stride;
    }
  }
}

/** Takes nonlinear moment conditions as linear at `params`, in the blocks and in the sums; else nothing. */
export function linearize(units: UnitMoments, params: usize): void {
  const model = units.model;
  if (model.nonlinear == 0) return;
  const stride = padded(model.n);
  memory.copy(changetype<Nonlinear>(model.nonlinear).point, params, doubles(model.k));
  clearNonlinear(model, model.moments, model.n);
  for (let u = 0; u < model.nentering; ++u) {
    addNonlinear(model, u, model.moments, model.n);
    if (units.stride == 0) continue;
    const block = unitMoments(units, u);
    clearNonlinear(model, block, stride);
    addNonlinear(model, u, block, stride);
  }
}
