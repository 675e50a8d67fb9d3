/** The one-step matrix (`model/one-step-weight.ts`) from slices: row s of F'Z for a whole chunk of units at a time. */
import { doubles, get, getInt, integers, set } from '../../../memory/layout';
import { rectangleSize, triangleSize } from '../../../blas/panels';
import { dsyrkPanels } from '../../../blas/gram';
import { OneStep, columnCount, spreadSum } from '../model/one-step-weight';
import { spreadSlice } from './moments';
import { enterChunk } from './chunks';
import { Slices, chunkUnits, sliceRows, sliceWeights } from './slices';

/** s1 (a triangle in panels) += sum Z_i'H Z_i, for designs without differences across gaps. */
export function addOneStepSlices(oneStep: OneStep, slices: Slices, s1: usize): void {
  for (let c = 0; c < slices.nchunks; ++c) {
    enterChunk(slices, c);
    for (let s = 0; s < oneStep.nrows; ++s) {
      const width = columnCount(oneStep, s);
      memory.fill(slices.moments, 0, doubles(rectangleSize(slices.nunits, width)));
      memory.fill(oneStep.sum, 0, doubles(triangleSize(width)));
      for (let p = getInt(oneStep.start, s); p < getInt(oneStep.start, s + 1); ++p) {
        addPart(oneStep, slices, s, p);
      }
      dsyrkPanels(width, chunkUnits(slices, c), slices.nunits, slices.moments, oneStep.sum);
      spreadSum(oneStep, s, s1);
    }
  }
}

/** Adds part p of row s to slices.moments. */
function addPart(oneStep: OneStep, slices: Slices, s: i32, p: i32): void {
  const r = getInt(oneStep.part, p);
  const weighted = slices.model.design.weights != 0;
  const weights = sliceWeights(slices, r);
  const rows = sliceRows(slices, r);
  const factors = slices.products;
  const weight = get(oneStep.weight, p);
  for (let i = 0; i < rows; ++i) {
    set(factors, i, weighted ? weight * sqrt<f64>(get(weights, i)) : weight);
  }
  spreadSlice(slices, r, factors, oneStep.place + integers(s * oneStep.n));
}
