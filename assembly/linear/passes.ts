/**
 * The passes that every estimator begins with if the rows of a regression come in parts, several times over.
 *
 *   weights    sum of the weights, if there are any
 *   lengths    lengths of the columns, sums of the outcome
 *   triangle   R of the scaled [X y], sums of deviations of the outcome
 *
 * A part has `capacity` rows, a multiple of ROWS, and the last one the rest, so every sum has the order it has when all
 * rows are in memory. The design's columns have as many rows as the part.
 */
import { RowWeights } from '../codes';
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { LinearDesign } from '../memory/records';
import { Status } from '../status';
import { triangleSize } from '../blas/panels';
import { unpackTriangle } from '../blas/triangles';
import { LinearModel } from './linear';
import { WIDTH, addSquares, lengthOf } from './lengths';
import { foldRows } from './least-squares';
import { RowBlock, allocBlock, scaleBlock } from './row-block';
import { isOrdinaryLength } from './scale';
import { OutcomeSums, addDeviations, addOutcome } from './totals';
import { WeightedRows, addLogWeights, rootWeights, weighRows } from './weighted-rows';

export const enum Pass {
  Weights = 1,
  Lengths = 2,
  Triangle = 3,
  /** The first pass of the estimator. */
  Next = 4,
}


@unmanaged
export class RowPasses {
  pass: i32;
  /** Rows of the sample. */
  nrows: i32;
  design: LinearDesign;
  model: LinearModel;
  rows: WeightedRows;
  /** Sum of the weights, and the factor that scales them. */
  total: f64;
  factor: f64;
  /** Sums of squares (`lengths.ts`) of the design's columns and of the weighted ones. */
  given: usize;
  weighted: usize;
  /** f64, k + 1: lengths of the columns of the model. */
  lengths: usize;
  block: RowBlock;
  /** The triangle in panels, width k + 1. */
  panels: usize;
  outcome: OutcomeSums;
}

/** Memory for the passes over a design of `nrows` rows in parts of `capacity`; the model has its k. */
export function openPasses(design: LinearDesign, model: LinearModel, capacity: i32): RowPasses {
  const passes = changetype<RowPasses>(allocZeroed(offsetof<RowPasses>()));
  const width = model.k + 1;
  const isWeighted = design.weightType != RowWeights.None;
  const rows = changetype<WeightedRows>(allocZeroed(offsetof<WeightedRows>()));
  const outcome = changetype<OutcomeSums>(allocZeroed(offsetof<OutcomeSums>()));
  const block = changetype<RowBlock>(allocZeroed(offsetof<RowBlock>()));
  const given = allocZeroed(doubles(WIDTH * width));
  const weighted = isWeighted ? allocZeroed(doubles(WIDTH * width)) : given;
  const lengths = alloc(doubles(width));
  const panels = allocZeroed(doubles(triangleSize(width)));
  if (exhausted()) return passes;
  passes.nrows = design.nrows;
  passes.pass = isWeighted ? Pass.Weights : Pass.Lengths;
  passes.design = design;
  passes.model = model;
  passes.rows = rows;
  passes.outcome = outcome;
  passes.block = block;
  passes.given = given;
  passes.weighted = weighted;
  passes.lengths = lengths;
  passes.panels = panels;
  rows.nobs = f64(design.nrows);
  model.nobs = rows.nobs;
  if (isWeighted) allocWeighted(passes, capacity);
  else pointToDesign(passes);
  model.residuals = alloc(doubles(capacity));
  if (!exhausted()) allocBlock(block, model);
  return passes;
}

function pointToDesign(passes: RowPasses): void {
  const model = passes.model;
  const design = passes.design;
  model.x = design.x;
  model.y = design.y;
  model.xLow = design.xLow;
  model.yLow = design.yLow;
}

function allocWeighted(passes: RowPasses, capacity: i32): void {
  const model = passes.model;
  passes.rows.roots = alloc(doubles(capacity));
  model.x = alloc(doubles(capacity * model.k));
  model.xLow = alloc(doubles(capacity * model.k));
  model.y = alloc(doubles(capacity));
  model.yLow = alloc(doubles(capacity));
}

/** Reads the next part, `count` rows, and does the work of the current pass if it is one of the passes above. */
export function addPart(passes: RowPasses, count: i32): void {
  const model = passes.model;
  const design = passes.design;
  const roots = passes.rows.roots;
  design.nrows = count;
  model.n = count;
  if (passes.pass == Pass.Weights) {
    for (let i = 0; i < count; ++i) passes.total += get(design.weights, i);
    return;
  }
  if (roots != 0) {
    rootWeights(design, passes.factor, passes.rows);
    weighRows(design, model, passes.rows);
  }
  if (passes.pass == Pass.Lengths) addLengths(passes);
  else if (passes.pass == Pass.Triangle) {
    foldRows(model, passes.block, passes.panels);
    addDeviations(count, design.y, roots, passes.outcome);
  }
}

function addLengths(passes: RowPasses): void {
  const design = passes.design;
  const model = passes.model;
  const rows = passes.rows;
  addColumns(model.n, model.k, design.x, design.y, passes.given);
  if (rows.roots != 0) {
    addColumns(model.n, model.k, model.x, model.y, passes.weighted);
    if (design.weightType != RowWeights.Frequency) addLogWeights(design, passes.factor, rows);
  }
  addOutcome(model.n, design.y, rows.roots, passes.outcome);
}

function addColumns(n: i32, k: i32, x: usize, y: usize, sums: usize): void {
  for (let j = 0; j < k; ++j) addSquares(n, entry(x, n, 0, j), sums + doubles(WIDTH * j));
  addSquares(n, y, sums + doubles(WIDTH * k));
}

/** Ends a pass. Returns ExtremeColumn if a column must be scaled first, which needs all rows in memory. */
export function endPass(passes: RowPasses): Status {
  if (passes.pass == Pass.Weights) scaleWeights(passes);
  else if (passes.pass == Pass.Lengths && !setLengths(passes)) return Status.ExtremeColumn;
  ++passes.pass;
  return Status.Ok;
}

function scaleWeights(passes: RowPasses): void {
  const isFrequency = passes.design.weightType == RowWeights.Frequency;
  passes.factor = isFrequency ? 1 : f64(passes.nrows) / passes.total;
  if (!isFrequency) return;
  passes.rows.nobs = passes.total;
  passes.model.nobs = passes.total;
}

function setLengths(passes: RowPasses): bool {
  const width = passes.model.k + 1;
  for (let j = 0; j < width; ++j) {
    const length = lengthOf(passes.weighted + doubles(WIDTH * j));
    if (!isOrdinaryLength(lengthOf(passes.given + doubles(WIDTH * j)))) return false;
    if (length != length) return false;
    set(passes.lengths, j, length);
  }
  scaleBlock(passes.block, passes.model.k, passes.lengths);
  return true;
}

/** r := the triangle of the scaled [X y], (k + 1) x (k + 1) with zeros below, after its pass. */
export function triangleOf(passes: RowPasses, r: usize): void {
  const width = passes.model.k + 1;
  memory.fill(r, 0, doubles(width * width));
  unpackTriangle(width, passes.panels, r, width);
}
