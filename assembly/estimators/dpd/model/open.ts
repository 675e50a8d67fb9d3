/**
 * Opens a dynamic panel model: the design, its instrument columns, the memory of one unit and the sums of the moments.
 * Everything is in the arena of the caller's scope.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, get, getInt, integers, setInt } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { padded } from '../../../blas/panels';
import { loadData, loadRows, loadUnit } from '../stack/load-unit';
import { countColumns } from '../stack/instrument-columns';
import { InstrumentPlan, layOutInstruments, numberInstruments } from '../stack/instrument-plan';
import { writeInstruments } from '../stack/instrument-rows';
import { keepUnit, numberKept, openKept, recallUnit, reserveUnit } from '../stack/kept-units';
import { openComponents } from '../stack/principal-components';
import {
  ENTRY,
  LEVELS,
  PRIMARY,
  Unit,
  allocUnit,
  entryColumn,
  firstEntry,
  parameterCount,
  placeUnit,
  rowWidth,
  stackRows,
} from '../stack/unit';
import {
  UnitChunk,
  addUnit,
  clearChunk,
  fillGrids,
  inChunks,
  openChunk,
} from '../stack/unit-chunk';
import { Nonlinear, openNonlinear } from './nonlinear';
import { findSparsity } from './sparsity';
import { Model } from './model';

/**
 * Lays out the instruments and counts the sample. `nonlinear` is that of `DpdOptions`. Up to `keptLimit` bytes of
 * loaded units are kept, so that they are not loaded again.
 */
export function openModel(design: DpdDesign, nonlinear: i32, keptLimit: usize): Model {
  const model = changetype<Model>(allocZeroed(offsetof<Model>()));
  if (exhausted()) return model;
  model.design = design;
  model.plan = changetype<InstrumentPlan>(allocZeroed(offsetof<InstrumentPlan>()));
  model.unit = changetype<Unit>(allocZeroed(offsetof<Unit>()));
  model.k = parameterCount(design);
  if (exhausted() || !layOutInstruments(design, model.plan)) return model;
  if (!allocUnit(design, model.unit, model.plan.maxEntries)) return model;
  openKept(design, model.plan, keptLimit);
  model.entering = alloc(integers(design.nunits));
  model.rowCounts = allocZeroed(integers(stackRows(design)));
  model.occurrences = allocMatrix(stackRows(design), (model.plan.npotential >> 1) + 1);
  if (exhausted()) return model;
  if (design.weights != 0 && !design.frequency) scaleWeights(model);
  if (inChunks(design) && nonlinear == 0) {
    model.chunk = changetype<usize>(openChunk(design, model.plan.npotential));
    if (exhausted()) return model;
  }
  countSample(model);
  numberInstruments(design, model.plan, model.occurrences);
  if (design.components >= 0) {
    model.status = openComponents(design, model.plan, model.unit, model.k);
    if (model.status != Status.Ok) return model;
  } else if (model.chunk == 0) numberKept(design, model.plan, model.unit);
  model.n = model.plan.ninstruments;
  model.nonlinear = openNonlinear(model, nonlinear);
  model.n += nonlinearCount(model);
  model.sparsity = allocMatrix(stackRows(design), (model.n >> 3) + 1);
  if (exhausted()) return model;
  findSparsity(model);
  model.row = allocZeroed(doubles(padded(model.n)));
  model.moments = allocZeroed(doubles(model.n * rowWidth(design)));
  return model;
}

/** Returns the number of columns of nonlinear moment conditions. */
export function nonlinearCount(model: Model): i32 {
  return model.nonlinear == 0 ? 0 : changetype<Nonlinear>(model.nonlinear).count;
}

/** Loads unit i with its instruments. */
export function enter(model: Model, i: i32): void {
  loadUnit(model.design, model.plan, model.unit, i);
}

/** Loads which rows unit i has, without their values. */
export function enterRows(model: Model, i: i32): void {
  if (!recallUnit(model.design, model.plan, model.unit, i)) loadRows(model.design, model.unit, i);
}

/** Counts the rows of the loaded unit in the reported equation: level rows in a system, else transformed rows. */
function reportedRows(model: Model): i32 {
  return model.design.system ? model.unit.nlevel : model.unit.ndiff;
}

/** Returns the status of the sample before anything is estimated. */
export function sampleStatus(model: Model): Status {
  if (model.status != Status.Ok) return model.status;
  if (model.ngroups == 0) return Status.EmptySample;
  if (model.ngroups == 1) return Status.TooFewClusters;
  if (model.n < model.k) return Status.UnderIdentified;
  return Status.Ok;
}

function countSample(model: Model): void {
  const design = model.design;
  model.minRows = i32.MAX_VALUE;
  for (let i = 0; i < design.nunits; ++i) {
    if (model.chunk == 0) countInstruments(model, i);
    else loadRows(design, model.unit, i);
    if (exhausted()) return;
    countWeights(model);
    model.nlevel += model.unit.nlevel;
    model.ndiff += model.unit.ndiff;
    if (hasRows(model)) {
      if (model.chunk != 0) countInChunk(model);
      setInt(model.entering, model.nentering++, i);
    }
    const rows = reportedRows(model);
    if (rows == 0) continue;
    ++model.ngroups;
    model.minRows = min(model.minRows, rows);
    model.maxRows = max(model.maxRows, rows);
  }
  if (model.chunk != 0) countChunk(model);
}

/** True if the loaded unit has a row in some equation of the stack. */
function hasRows(model: Model): bool {
  const unit = model.unit;
  return unit.ndiff + unit.nother > 0 || (model.design.system != 0 && unit.nlevel > 0);
}

/** Adds the loaded unit to the chunk; a full chunk is counted and cleared first. */
function countInChunk(model: Model): void {
  const chunk = changetype<UnitChunk>(model.chunk);
  if (chunk.nunits == chunk.size) {
    countChunk(model);
    clearChunk(chunk, model.nentering);
  }
  addUnit(chunk, model.unit);
}

/** Counts the values of each instrument in the chunk, column by column. */
function countChunk(model: Model): void {
  const chunk = changetype<UnitChunk>(model.chunk);
  fillGrids(chunk);
  countColumns(chunk, model.plan, model.occurrences);
  const nrows = stackRows(model.design);
  for (let r = 0; r < nrows; ++r) {
    setInt(model.rowCounts, r, getInt(model.rowCounts, r) + getInt(chunk.counts, r));
  }
}

/** Reads the entering units first .. last - 1 into the chunk, unless they are already there. */
export function readUnits(model: Model, first: i32, last: i32): void {
  const chunk = changetype<UnitChunk>(model.chunk);
  if (chunk.first == first) return;
  clearChunk(chunk, first);
  placeUnit(model.design, model.unit, model.unit.scratch);
  for (let u = first; u < last; ++u) {
    loadRows(model.design, model.unit, getInt(model.entering, u));
    addUnit(chunk, model.unit);
  }
  fillGrids(chunk);
}

/** Adds the frequencies of the loaded unit. */
function countWeights(model: Model): void {
  if (!model.design.frequency) return;
  model.diffWeight += blockWeight(model, PRIMARY);
  if (model.design.system) model.levelWeight += blockWeight(model, LEVELS);
}

/** Loads unit i, keeps it while there is room, and counts its instruments. */
function countInstruments(model: Model, i: i32): void {
  const design = model.design;
  const reserved = reserveUnit(design, model.plan, model.unit);
  if (exhausted()) return;
  loadRows(design, model.unit, i);
  writeInstruments(design, model.plan, model.unit);
  countOccurrences(model);
  if (!reserved) return;
  loadData(design, model.unit);
  keepUnit(design, model.plan, model.unit, i, hasRows(model));
}

function countOccurrences(model: Model): void {
  const unit = model.unit;
  let counts = model.occurrences;
  const nrows = stackRows(model.design);
  for (let r = 0; r < nrows; ++r) {
    const rows = model.rowCounts + integers(r);
    store<i32>(rows, load<i32>(rows) + getInt(unit.used, r));
    const end = firstEntry(unit, r + 1);
    for (let e = firstEntry(unit, r); e < end; e += ENTRY) {
      const count = counts + integers(entryColumn(e));
      store<i32>(count, load<i32>(count) + 1);
    }
    counts += integers(model.plan.npotential);
  }
}

/** Sums the weights of the loaded unit's rows of a block. */
function blockWeight(model: Model, block: i32): f64 {
  const first = block * model.design.nperiods;
  let sum: f64 = 0;
  for (let r = first; r < first + model.design.nperiods; ++r) {
    if (getInt(model.unit.used, r)) sum += get(model.unit.weight, r);
  }
  return sum;
}

/** Scales weights other than frequencies so that they sum to the number of reported rows. */
function scaleWeights(model: Model): void {
  let rows = 0;
  let weight: f64 = 0;
  for (let i = 0; i < model.design.nunits; ++i) {
    loadRows(model.design, model.unit, i);
    rows += reportedRows(model);
    weight += blockWeight(model, model.design.system ? LEVELS : PRIMARY);
  }
  model.unit.scale = f64(rows) / weight;
}
