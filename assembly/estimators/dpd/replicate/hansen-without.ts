/**
 * J of one bootstrap replicate without sets of instruments, under the sub-block of its S2 as in
 * `diagnostics/difference-in-hansen.ts`. The difference-in-Hansen statistics of the replicate are J minus these.
 */
import { ReplicateStatus } from '../../../codes';
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, getInt, integers, set } from '../../../memory/layout';
import { DpdStatistics } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import {
  padded,
  panelCount,
  rectanglePanel,
  rectangleSize,
  triangleSize,
} from '../../../blas/panels';
import { PanelStep, openPanelStep, solvePanels } from '../../../gmm/panel-step';
import { keepColumns, subTriangle } from '../diagnostics/difference-in-hansen';
import { Model } from '../model/model';


@unmanaged
export class SubModel {
  kept: i32;
  /** i32: the instruments kept, increasing. */
  keep: usize;
  /** f64: their triangle of S2, and their rows of [A s] in panels. */
  sum: usize;
  raw: usize;
  /** f64, K + 1: parameters and objective. */
  out: usize;
  /** 0 if fewer instruments than parameters are left. */
  step: usize;
}

/** The sub-models of all tests, one record after another; check `exhausted()` afterwards. */
export function openSubModels(model: Model, statistics: DpdStatistics): usize {
  const all = alloc(usize(statistics.ntests) * offsetof<SubModel>());
  if (exhausted()) return all;
  for (let test = 0; test < statistics.ntests; ++test) {
    const sub = subModel(all, test);
    sub.keep = alloc(integers(model.n));
    if (exhausted()) return all;
    const mask = statistics.tests + usize(test * model.design.nspecs * 2);
    sub.kept = keepColumns(model, mask, sub.keep);
    sub.sum = allocZeroed(doubles(triangleSize(sub.kept)));
    sub.raw = allocZeroed(doubles(rectangleSize(padded(sub.kept), model.k + 1)));
    sub.out = alloc(doubles(model.k + 1));
    if (exhausted()) return all;
    const enough = sub.kept >= model.k;
    sub.step = enough ? changetype<usize>(openPanelStep(model.k, sub.kept)) : 0;
  }
  return all;
}

// @ts-ignore: decorator
@inline
function subModel(all: usize, test: i32): SubModel {
  return changetype<SubModel>(all + usize(test) * offsetof<SubModel>());
}

/** out[test] := J without the set; NaN if the model without it is not identified in the resample. */
export function objectivesWithout(
  all: usize,
  ntests: i32,
  full: PanelStep,
  rank: i32,
  s: usize,
  raw: usize,
  out: usize,
): void {
  for (let test = 0; test < ntests; ++test) {
    set(out, test, NaN);
    const sub = subModel(all, test);
    if (sub.step == 0) continue;
    const step = changetype<PanelStep>(sub.step);
    subTriangle(sub.kept, sub.keep, s, sub.sum);
    keepRows(full, sub, raw);
    step.whitener.maxRank = min(sub.kept, rank);
    const status = solvePanels(step, sub.sum, sub.raw, sub.out);
    if ((status & ~ReplicateStatus.Singular) == Status.Ok) {
      set(out, test, load<f64>(sub.out + doubles(full.k)));
    }
  }
}

/** The kept rows of [A s]. */
function keepRows(full: PanelStep, sub: SubModel, raw: usize): void {
  for (let q = 0; q < panelCount(full.k + 1); ++q) {
    const from = rectanglePanel(raw, padded(full.n), q);
    const to = rectanglePanel(sub.raw, padded(sub.kept), q);
    for (let l = 0; l < sub.kept; ++l) {
      memory.copy(to + (usize(l) << 5), from + (usize(getInt(sub.keep, l)) << 5), 32);
    }
  }
}
