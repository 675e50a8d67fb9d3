/** The one-step matrix (`one-step.ts`) from slices: row s of F'Z of a whole chunk of units at a time. */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { doubles, get, getInt, integers, set } from '../../memory/layout';
import { rectangleSize, triangleSize } from '../../blas/panels';
import { dsyrkPanels } from '../../moments/gram';
import { OneStep, columnCount, spreadSum } from './one-step';
import { spreadSlice } from './slice-moments';
import { Slices, chunkStart, enterChunk, sliceRows, sliceWeights } from './slices';

/** s1 (a triangle in panels) += sum Z_i'H Z_i where differences are not taken across gaps; nothing when memory ends. */
export function addOneStepSlices(oneStep: OneStep, own: Slices, s1: usize): void {
  const scope = mark();
  const rows = alloc(doubles(rectangleSize(own.nunits, own.model.n)));
  if (exhausted()) return;
  for (let c = 0; c < own.nchunks; ++c) {
    enterChunk(own, c);
    for (let s = 0; s < oneStep.nrows; ++s) {
      const width = columnCount(oneStep, s);
      memory.fill(rows, 0, doubles(rectangleSize(own.nunits, width)));
      for (let p = getInt(oneStep.start, s); p < getInt(oneStep.start, s + 1); ++p) {
        addPart(oneStep, own, s, p, rows);
      }
      memory.fill(oneStep.sum, 0, doubles(triangleSize(width)));
      dsyrkPanels(
        width,
        chunkStart(own, c + 1) - chunkStart(own, c),
        own.nunits,
        rows,
        oneStep.sum,
      );
      spreadSum(oneStep, s, s1);
    }
  }
  release(scope);
}

/** Adds part p of row s. */
function addPart(oneStep: OneStep, own: Slices, s: i32, p: i32, rows: usize): void {
  const r = getInt(oneStep.part, p);
  const weighted = own.model.design.weights != 0;
  for (let i = 0; i < sliceRows(own, r); ++i) {
    const root = weighted ? sqrt<f64>(get(sliceWeights(own, r), i)) : 1;
    set(own.residuals, i, get(oneStep.weight, p) * root);
  }
  spreadSlice(own, r, own.residuals, oneStep.place + integers(s * oneStep.n), rows);
}
