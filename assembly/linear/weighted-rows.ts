/**
 * Rows multiplied by the square roots of their weights. Without weights the model reads the design's columns. With
 * weights the rounding errors of the products become low words, so weighted fits are as accurate as unweighted ones;
 * the columns are then stored twice more.
 *
 * Analytic and probability weights are scaled to sum to the number of rows, as in Stata.
 */
import { RowWeights } from '../codes';
import { alloc, exhausted } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { LinearDesign } from '../memory/records';
import { Status } from '../status';
import { high, low, product } from '../arithmetic/dd';
import { LinearModel } from './linear';

/** The weighted sample. */
@unmanaged
export class WeightedRows {
  /** Number of observations: rows, or the sum of frequency weights. */
  nobs: f64;
  /** Sum of the logarithms of scaled weights; 0 for frequency weights. */
  sumLogWeights: f64;
  /** f64, n: square roots of the scaled weights, or 0. */
  roots: usize;
}

/** Sets x, y, their low words and `frequency` of a model whose n and k are set. */
export function openRows(design: LinearDesign, model: LinearModel, rows: WeightedRows): Status {
  model.x = design.x;
  model.y = design.y;
  model.xLow = design.xLow;
  model.yLow = design.yLow;
  model.frequency = 0;
  rows.nobs = f64(design.nrows);
  rows.sumLogWeights = 0;
  rows.roots = 0;
  if (design.weightType == 0) return Status.Ok;
  const n = model.n;
  rows.roots = alloc(doubles(n));
  model.x = alloc(doubles(n * model.k));
  model.xLow = alloc(doubles(n * model.k));
  model.y = alloc(doubles(n));
  model.yLow = alloc(doubles(n));
  if (exhausted()) return Status.OutOfMemory;
  scaleWeights(design, rows);
  weighRows(design, model, rows);
  return Status.Ok;
}

/** x, y and their low words := the rows of the design times the roots. */
export function weighRows(design: LinearDesign, model: LinearModel, rows: WeightedRows): void {
  const n = model.n;
  if (design.weightType == RowWeights.Frequency) model.frequency = design.weights;
  for (let j = 0; j < model.k; ++j) {
    const errors = design.xLow == 0 ? <usize>0 : entry(design.xLow, n, 0, j);
    const column = entry(design.x, n, 0, j);
    multiplyRows(
      n,
      rows.roots,
      column,
      errors,
      entry(model.x, n, 0, j),
      entry(model.xLow, n, 0, j),
    );
  }
  multiplyRows(n, rows.roots, design.y, design.yLow, model.y, model.yLow);
}

function scaleWeights(design: LinearDesign, rows: WeightedRows): void {
  const n = design.nrows;
  let total: f64 = 0;
  for (let i = 0; i < n; ++i) total += get(design.weights, i);
  const frequency = design.weightType == RowWeights.Frequency;
  if (frequency) rows.nobs = total;
  rootWeights(design, frequency ? 1 : f64(n) / total, rows);
  if (!frequency) addLogWeights(design, f64(n) / total, rows);
}

/** roots := square roots of the weights times a factor. */
export function rootWeights(design: LinearDesign, factor: f64, rows: WeightedRows): void {
  for (let i = 0; i < design.nrows; ++i) {
    set(rows.roots, i, sqrt<f64>(factor * get(design.weights, i)));
  }
}

/** Adds the logarithms of the weights times a factor. */
export function addLogWeights(design: LinearDesign, factor: f64, rows: WeightedRows): void {
  for (let i = 0; i < design.nrows; ++i) {
    rows.sumLogWeights += NativeMath.log(factor * get(design.weights, i));
  }
}

/** out + outLow := root (x + xLow), exact except for the product with xLow. */
function multiplyRows(
  n: i32,
  roots: usize,
  x: usize,
  xLow: usize,
  out: usize,
  outLow: usize,
): void {
  for (let i = 0; i < n; ++i) {
    const root = get(roots, i);
    const value = product(get(x, i), root);
    set(out, i, high(value));
    set(outLow, i, low(value) + (xLow == 0 ? 0 : root * get(xLow, i)));
  }
}
