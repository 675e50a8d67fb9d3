/**
 * State of a bootstrap of a dynamic panel model. For each unit it keeps
 *
 *   A_i = Z_i'X_i, b_i = Z_i'y_i    as K + 1 columns of padded(L) doubles, for the moments g_i
 *   G_i = Z_i'H Z_i, A_i, b_i       as columns over the units, for the weighted sums
 *
 * Units and instruments are ordered so that zeros are next to each other (`sample-order.ts`), and the sums skip them.
 *
 * `total` (L doubles) holds the summed moments of the sample at its estimate. With it, the mean c of the moments is
 * subtracted from every b_i, so that the moments of the resampled population are zero at the estimate (Hall and
 * Horowitz, 1996). The stored b_i keep their zeros; the sums are corrected instead.
 */
import { Batch, ReplicateStatus } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { addressOf, doubles, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { Status } from '../../../status';
import { pack, padded, panelCount, rectangleSize, triangleSize } from '../../../blas/panels';
import { ColumnSet, keepElements, nameColumns, openColumns } from './distinct-columns';
import { addToFingerprints } from './fingerprints';
import { blockSize } from '../moments/moment-block';
import { PanelStep, openPanelStep } from '../../../gmm/panel-step';
import { toColumns } from '../stack/instrument-order';
import { enter } from '../model/open';
import { addOneStepRows, foldOneStep, openOneStep } from '../model/one-step-weight';
import { SingleRows, keepRows, openSingleRows } from './single-rows';
import { addUnitMoments } from '../moments/unit-moments';
import { orderSample } from './sample-order';
import { Model } from '../model/model';


@unmanaged
export class ReplicateState {
  nunits: i32;
  k: i32;
  n: i32;
  steps: i32;
  columns: ColumnSet;
  /** f64, nunits x (K + 1) x padded(L): A_i column by column, then b_i. */
  moments: usize;
  /** i32, 2 per panel of four instruments: the first unit with moments of them, and the one after the last. */
  ranges: usize;
  /** i32, entering units: the position of each one in this order. */
  places: usize;
  /** Rows of the instruments whose moments come from residuals. */
  singles: SingleRows;
  /** f64, padded(L): what is subtracted from the sum of the b_i, and from each of them; 0 for nothing. */
  shift: usize;
  centre: usize;
  /** f64, padded(L): scratch, the moments of a replicate minus the centre of its units. */
  moment: usize;
  /** f64, padded(K + 1): scratch, -b and then 1, followed by zeros. */
  factors: usize;
  /** i32, per replicate of a batch: status of its one-step estimate, and of its two-step estimate. */
  statuses: usize;
  secondStatuses: usize;
  /** i32, per replicate of a batch: rank of its S2. */
  ranks: usize;
  /** The next replicate to be reported. */
  next: i32;
  /** f64, per replicate of a batch: S1 and later S2, in panels. */
  sums: usize;
  /** f64, per replicate of a batch: the moments, panels of padded(L) rows x (K + 1). */
  raws: usize;
  /** f64, per replicate of a batch: K + 1, parameters and objective after one step, and after two. */
  firsts: usize;
  seconds: usize;
  /** Position of the current replicate in the batch, and its part of the arrays above. */
  position: i32;
  sum: usize;
  raw: usize;
  first: usize;
  second: usize;
  /** Units whose moments are formed before their products are added to S2. */
  chunk: i32;
  /**
   * f64, panels of CHUNK rows x L: moments g_i of a chunk of units; i32, 2 per panel: its first and last nonzero row.
   */
  rows: usize;
  spans: usize;
  /** f64, CHUNK x padded(R): residuals of the rows of `singles`. */
  residuals: usize;
  step: PanelStep;
  /** `StandardErrors`, or 0. */
  standardErrors: usize;
  /** True if a one-step estimate takes a second step for its objective. */
  hidden: bool;
  /** `SubModel`s, one per test. */
  ntests: i32;
  subModels: usize;
  /** `ReplicateAr`, or 0. */
  ar: usize;
}

/** Maximum units of a chunk: their moment blocks, half a megabyte at 8 regressors and 50 instruments, stay in cache. */
export const CHUNK: i32 = 160;

/** Returns the number of summed elements: the moments in panel order, then the triangle in panel order. */
// @ts-ignore: decorator
@inline
function elementCount(k: i32, n: i32): i32 {
  return rectangleSize(padded(n), k + 1) + triangleSize(n);
}

/** Builds the state of an opened model and orders its sample; check `exhausted()` afterwards. */
export function openReplicateState(model: Model, steps: i32, total: usize): ReplicateState {
  const state = changetype<ReplicateState>(allocZeroed(offsetof<ReplicateState>()));
  if (exhausted()) return state;
  const n = model.n;
  const k = model.k;
  state.k = k;
  state.n = n;
  state.steps = steps;
  state.nunits = model.nentering;
  state.places = alloc(integers(model.nentering));
  if (exhausted()) return state;
  orderSample(model, state.places);
  if (exhausted()) return state;
  state.columns = openColumns(state.nunits, elementCount(k, n));
  state.moments = allocMatrix(state.nunits, blockSize(k, n));
  state.singles = openSingleRows(model);
  state.ranges = allocZeroed(integers(2 * panelCount(n)));
  state.spans = alloc(integers(2 * panelCount(n)));
  if (exhausted()) return state;
  fillReplicateState(model, state);
  if (exhausted()) return state;
  if (total != 0) openCentre(model, state, total);
  allocScratch(state);
  return state;
}

function allocScratch(state: ReplicateState): void {
  const k = state.k;
  const n = state.n;
  const chunks = (state.nunits + CHUNK - 1) / CHUNK;
  state.chunk = (state.nunits + chunks - 1) / chunks;
  state.statuses = alloc(integers(Batch.Replicates));
  state.secondStatuses = alloc(integers(Batch.Replicates));
  state.ranks = alloc(integers(Batch.Replicates));
  state.sums = allocMatrix(Batch.Replicates, triangleSize(n));
  state.raws = allocMatrix(Batch.Replicates, rectangleSize(padded(n), k + 1));
  state.firsts = alloc(doubles(Batch.Replicates * (k + 1)));
  state.seconds = alloc(doubles(Batch.Replicates * (k + 1)));
  state.rows = allocMatrix(CHUNK, padded(n));
  state.residuals = allocMatrix(CHUNK, padded(state.singles.nrows));
  state.factors = allocZeroed(doubles(padded(k + 1)));
  if (exhausted()) return;
  set(state.factors, k, 1);
  state.step = openPanelStep(k, n);
}

/** True if replicate b of the batch has a two-step estimate. */
export function hasSecond(state: ReplicateState, b: i32): bool {
  return (getInt(state.secondStatuses, b) & ~ReplicateStatus.Singular) == Status.Ok;
}

/** Makes replicate b of the batch the current one. */
export function select(state: ReplicateState, b: i32): void {
  state.position = b;
  state.sum = state.sums + doubles(b * triangleSize(state.n));
  state.raw = state.raws + doubles(b * rectangleSize(padded(state.n), state.k + 1));
  state.first = state.firsts + doubles(b * (state.k + 1));
  state.second = state.seconds + doubles(b * (state.k + 1));
}

/** state.factors := -b, and 1 for the outcome. */
export function setFactors(state: ReplicateState, b: usize): void {
  for (let j = 0; j < state.k; ++j) set(state.factors, j, -get(b, j));
}

/**
 * Fills the moments of every unit and the distinct columns. Decision: two passes over the units, first to tell the
 * columns apart and then to keep them. All columns at once would be most of the memory (73 of 99 MB with 5,000 units, 8
 * regressors and 47 instruments).
 */
function fillReplicateState(model: Model, state: ReplicateState): void {
  const columns = state.columns;
  passUnits(model, state, false);
  if (exhausted()) return;
  do {
    if (!nameColumns(columns)) return;
    passUnits(model, state, true);
  } while (!exhausted() && columns.strays > 0);
}

/** Reads every unit, and fingerprints its elements or keeps them. */
function passUnits(model: Model, state: ReplicateState, keep: bool): void {
  const n = state.n;
  const stride = doubles(blockSize(state.k, n));
  const scope = mark();
  const x = alloc(doubles(elementCount(state.k, n)));
  const oneStep = openOneStep(model);
  if (exhausted()) return;
  const triangle = x + doubles(rectangleSize(padded(n), state.k + 1));
  let unitMoments = state.moments;
  for (let u = 0; u < state.nunits; ++u) {
    enter(model, getInt(model.entering, u));
    memory.fill(triangle, 0, doubles(triangleSize(n)));
    addOneStepRows(oneStep, model.unit, triangle);
    foldOneStep(oneStep, triangle);
    memory.fill(unitMoments, 0, stride);
    addUnitMoments(model, unitMoments);
    pack(n, state.k + 1, unitMoments, 1, padded(n), padded(n), x);
    keepRows(state.singles, model, u);
    widenRanges(state, u, unitMoments);
    if (keep) keepElements(state.columns, u, x);
    else addToFingerprints(state.columns.prints, u, x);
    unitMoments += stride;
  }
  release(scope);
}

/** Extends the ranges of the instruments to unit u if it has moments of them. */
function widenRanges(state: ReplicateState, u: i32, unitMoments: usize): void {
  const step = doubles(padded(state.n));
  for (let l = 0; l < state.n; ++l) {
    const end = addressOf(unitMoments, l) + usize(state.k + 1) * step;
    let moment = addressOf(unitMoments, l);
    while (moment < end && load<f64>(moment) == 0) moment += step;
    if (moment >= end) continue;
    const range = state.ranges + integers(2 * (l >> 2));
    if (getInt(range, 1) == 0) setInt(range, 0, u);
    setInt(range, 1, u + 1);
  }
}

/** Computes what is subtracted from the b_i and from their sum. */
function openCentre(model: Model, state: ReplicateState, total: usize): void {
  const n = padded(state.n);
  state.shift = allocZeroed(doubles(n));
  state.centre = alloc(doubles(n));
  state.moment = alloc(doubles(n));
  if (exhausted()) return;
  // Principal components are not reordered.
  if (model.plan.components == 0) toColumns(model.plan, total, state.shift);
  else memory.copy(state.shift, total, doubles(state.n));
  for (let l = 0; l < n; ++l) set(state.centre, l, get(state.shift, l) / f64(state.nunits));
}
