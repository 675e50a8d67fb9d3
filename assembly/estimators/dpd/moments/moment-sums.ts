/** Sums over all rows, from which every step starts. */
import { Transform } from '../../../codes';
import { get, getInt, clear } from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { stackRows } from '../stack/unit';
import { enter } from '../model/open';
import { Clusters, addToClusters } from './clusters';
import { OneStep, addOneStepRows, addScaledRow, foldOneStep } from '../model/one-step-weight';
import { addProducts } from '../slices/moments';
import { addOneStepSlices } from '../slices/one-step';
import { Model } from '../model/model';

/** Fills the blocks of clusters, Z'X and Z'y, and S1 = sum Z_i'H Z_i, a triangle in panels. */
export function sumMoments(clusters: Clusters, oneStep: OneStep, s1: usize): void {
  const model = clusters.units.model;
  const bridge = model.design.bridge != 0;
  for (let u = 0; u < model.nentering && (bridge || clusters.nterms > 0); ++u) {
    enter(model, getInt(model.entering, u));
    addToClusters(clusters);
    if (bridge) addOneStepRows(oneStep, model.unit, s1);
  }
  if (bridge) foldOneStep(oneStep, s1);
  else addOneStepSlices(oneStep, clusters.units.slices, s1);
  addProducts(clusters.units.slices, model.moments);
}

/** g := Z_i'e for a vector over the stacked rows of the loaded unit. */
export function projectRows(model: Model, e: usize, g: usize): void {
  clear(model.n, g);
  const nrows = stackRows(model.design);
  for (let r = 0; r < nrows; ++r) {
    const factor = get(e, r);
    if (factor != 0) addScaledRow(model.unit, r, factor, g);
  }
}

/** xtabond2 takes sigma2 from the level rows of a system with h = 1, else from the transformed rows. */
export function levelVariance(design: DpdDesign): bool {
  return design.system != 0 && (design.h == 1 || design.transform == Transform.LevelsOnly);
}
