/** The one-step matrix (`one-step.ts`) from slices: row s of F'Z of a whole chunk of units at a time. */
import { doubles, get, getInt, integers, set } from '../../memory/layout';
import { rectangleSize, triangleSize } from '../../blas/panels';
import { dsyrkPanels } from '../../moments/gram';
import { OneStep, columnCount, spreadSum } from './one-step';
import { spreadSlice } from './slice-moments';
import { enterChunk } from './slice-chunks';
import { Slices, chunkUnits, sliceResiduals, sliceRows, sliceWeights } from './slices';

/** s1 (a triangle in panels) += sum Z_i'H Z_i where no difference is taken across a gap. */
export function addOneStepSlices(oneStep: OneStep, own: Slices, s1: usize): void {
  for (let c = 0; c < own.nchunks; ++c) {
    enterChunk(own, c);
    for (let s = 0; s < oneStep.nrows; ++s) {
      const width = columnCount(oneStep, s);
      memory.fill(own.moments, 0, doubles(rectangleSize(own.nunits, width)));
      memory.fill(oneStep.sum, 0, doubles(triangleSize(width)));
      for (let p = getInt(oneStep.start, s); p < getInt(oneStep.start, s + 1); ++p) {
        addPart(oneStep, own, s, p);
      }
      dsyrkPanels(width, chunkUnits(own, c), own.nunits, own.moments, oneStep.sum);
      spreadSum(oneStep, s, s1);
    }
  }
}

/** Adds part p of row s to own.moments. */
function addPart(oneStep: OneStep, own: Slices, s: i32, p: i32): void {
  const r = getInt(oneStep.part, p);
  const weighted = own.model.design.weights != 0;
  for (let i = 0; i < sliceRows(own, r); ++i) {
    const root = weighted ? sqrt<f64>(get(sliceWeights(own, r), i)) : 1;
    set(sliceResiduals(own, r), i, get(oneStep.weight, p) * root);
  }
  spreadSlice(own, r, oneStep.place + integers(s * oneStep.n));
}
