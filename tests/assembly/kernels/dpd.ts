/** Parts of a dynamic panel model for the test build, as dense arrays. */
import { alloc, allocZeroed } from '../../../assembly/memory/arena';
import { doubles, get, getInt, set } from '../../../assembly/memory/layout';
import { DpdDesign } from '../../../assembly/memory/dpd-records';
import { BootstrapPlan } from '../../../assembly/memory/records';
import { Gram, openGram } from '../../../assembly/blas/gram';
import { padded, triangleSize } from '../../../assembly/blas/panels';
import { unpackTriangle } from '../../../assembly/blas/triangles';
import { estimateBatch, placeOf, unitValue } from '../../../assembly/bootstrap/run';
import { Estimate } from '../../../assembly/estimators/dpd/steps';
import { Model } from '../../../assembly/estimators/dpd/model/model';
import { enter, openModel } from '../../../assembly/estimators/dpd/model/open';
import { covarianceAt, derivativeAt } from '../../../assembly/estimators/dpd/moments/clusters';
import { blockSize } from '../../../assembly/estimators/dpd/moments/moment-block';
import {
  startMoments,
  unitMoments,
  unitMomentsAt,
} from '../../../assembly/estimators/dpd/moments/unit-moments';
import {
  ENTRY,
  entryColumn,
  firstEntry,
  rowWidth,
  stackRow,
  stackRows,
} from '../../../assembly/estimators/dpd/stack/unit';

/** Address of the model of a design. */
export function openedModel(design: DpdDesign): usize {
  return changetype<usize>(openModel(design, 0, 0));
}

/** Rows of the stack, instruments and parameters of a model, to three integers at `out`. */
export function modelShape(model: Model, out: usize): void {
  store<i32>(out, stackRows(model.design));
  store<i32>(out, model.n, 4);
  store<i32>(out, model.k, 8);
}

/** Unit i, row by row of the stack: whether it has the row, its weight, [X y] and then Z, `out` zero before. */
export function stackedUnit(model: Model, i: i32, out: usize): void {
  const width = rowWidth(model.design);
  enter(model, i);
  for (let r = 0; r < stackRows(model.design); ++r) {
    set(out, 0, f64(getInt(model.unit.used, r)));
    set(out, 1, get(model.unit.weight, r));
    memory.copy(out + doubles(2), stackRow(model.design, model.unit, r), doubles(width));
    const z = out + doubles(2 + width);
    for (let e = firstEntry(model.unit, r); e < firstEntry(model.unit, r + 1); e += ENTRY) {
      set(z, entryColumn(e), load<f64>(e));
    }
    out = z + doubles(model.n);
  }
}

/** Of an opened estimate: [Z'X Z'y] (L x (K + 1)) and S1, an upper triangle (L x L). */
export function summedMoments(estimate: Estimate, out: usize): void {
  const n = estimate.model.n;
  const size = doubles(n * (estimate.model.k + 1));
  memory.copy(out, estimate.model.moments, size);
  unpackTriangle(n, estimate.s1, out + size, n);
}

/** The moment block of the u-th entering unit (K + 1 columns of padded(L)), then its moments at `params` from slices. */
export function momentsOfUnit(estimate: Estimate, u: i32, params: usize, out: usize): void {
  const size = doubles(blockSize(estimate.model.k, estimate.model.n));
  memory.copy(out, unitMoments(estimate.units, u), size);
  startMoments(estimate.units);
  unitMomentsAt(estimate.units, u, params, out + size);
}

/** S(params), an upper triangle (L x L), then half its derivative times a (K columns of padded(L)), `out` zero before. */
export function momentCovariance(estimate: Estimate, params: usize, a: usize, out: usize): void {
  const n = estimate.model.n;
  const gram = changetype<Gram>(alloc(offsetof<Gram>()));
  const s = alloc(doubles(triangleSize(n)));
  openGram(gram, n);
  covarianceAt(estimate.clusters, params, gram, s);
  unpackTriangle(n, s, out, n);
  derivativeAt(estimate.clusters, params, a, out + doubles(n * n));
}

/** A replicate of a prepared bootstrap in which each unit was drawn as often as `counts` (i32) says; returns its status. */
export function replicateOf(plan: BootstrapPlan, counts: usize, out: usize): i32 {
  const stride = padded(plan.ncolumns + 1);
  const sums = allocZeroed(doubles(stride));
  const placed = alloc(doubles(plan.nunits));
  for (let u = 0; u < plan.nunits; ++u) {
    const row = placeOf(plan, u);
    const count = getInt(counts, u);
    store<i32>(placed + (usize(row) << 2), count);
    for (let c = 0; c < plan.ncolumns; ++c) {
      set(sums, c, get(sums, c) + f64(count) * unitValue(plan, row, c));
    }
  }
  estimateBatch(plan, 1, placed, sums, stride);
  return call_indirect<i32>(u32(plan.writeReplicate), plan.state, placed, sums, out);
}
