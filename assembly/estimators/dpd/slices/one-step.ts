/** The one-step matrix (`model/one-step-weight.ts`) from slices: row s of F'Z of a whole chunk of units at a time. */
import { doubles, get, getInt, integers, set } from '../../../memory/layout';
import { rectangleSize, triangleSize } from '../../../blas/panels';
import { dsyrkPanels } from '../../../blas/gram';
import { OneStep, columnCount, spreadSum } from '../model/one-step-weight';
import { spreadSlice } from './moments';
import { enterChunk } from './chunks';
import { Slices, chunkUnits, sliceRows, sliceWeights } from './slices';

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
  const weights = sliceWeights(own, r);
  const rows = sliceRows(own, r);
  const factors = own.products;
  const weight = get(oneStep.weight, p);
  for (let i = 0; i < rows; ++i) {
    set(factors, i, weighted ? weight * sqrt<f64>(get(weights, i)) : weight);
  }
  spreadSlice(own, r, factors, oneStep.place + integers(s * oneStep.n));
}
