/**
 * The rows of a regression block by block: [X y] column by column, each column times a power of two that scales its
 * length to between 1 and 2. The scaling is exact, makes pivots comparable and keeps every product in range. A block
 * stays in the cache while it is processed.
 *
 * ROWS is part of the numeric contract: it fixes the order of summation.
 */
import { RowBlocks } from '../codes';
import { unitScale } from '../arithmetic/power';
import { alloc, exhausted } from '../memory/arena';
import { addressOf, doubles, entry, get, set } from '../memory/layout';
import { dnrm2 } from '../blas/level1';
import { pack, rectangleSize } from '../blas/panels';
import { dtpqrt } from '../lapack/dtpqrt';
import { LinearModel } from './linear';

/** Rows of a block. */
export const ROWS: i32 = RowBlocks.Rows;


@unmanaged
export class RowBlock {
  /** First row of the block, rows in it, and these rounded up to an even number with rows of zeros. */
  start: i32;
  nrows: i32;
  length: i32;
  /** f64: k + 1 scales, those of X and that of y. */
  scales: usize;
  /** f64, ROWS x (k + 1), and their low words or 0. */
  values: usize;
  lows: usize;
  /** ROWS rows of k + 1 columns in panels. */
  panels: usize;
}

/** Memory for the blocks of a model, and its scales. Returns false when memory ends. */
export function openBlock(block: RowBlock, model: LinearModel): bool {
  const n = model.n;
  const k = model.k;
  if (!allocBlock(block, model)) return false;
  for (let j = 0; j < k; ++j) set(block.scales, j, unitScale(dnrm2(n, entry(model.x, n, 0, j))));
  set(block.scales, k, unitScale(dnrm2(n, model.y)));
  return true;
}

/** Scales from the lengths of the columns of X and of y (k + 1). */
export function scaleBlock(block: RowBlock, k: i32, lengths: usize): void {
  for (let j = 0; j <= k; ++j) set(block.scales, j, unitScale(get(lengths, j)));
}

/** Memory for the blocks of a model, whose scales are not set. Returns false when memory ends. */
export function allocBlock(block: RowBlock, model: LinearModel): bool {
  const k = model.k;
  block.start = 0;
  block.nrows = 0;
  block.scales = alloc(doubles(k + 1));
  block.values = alloc(doubles(ROWS * (k + 1)));
  block.lows = model.xLow != 0 || model.yLow != 0 ? alloc(doubles(ROWS * (k + 1))) : 0;
  block.panels = alloc(doubles(rectangleSize(ROWS, k + 1)));
  return !exhausted();
}

/** Reads the first block, or the next one; returns false after the last. */
export function nextRows(block: RowBlock, model: LinearModel, first: bool): bool {
  const n = model.n;
  const k = model.k;
  block.start = first ? 0 : block.start + block.nrows;
  block.nrows = min(ROWS, n - block.start);
  if (block.nrows <= 0) return false;
  block.length = (block.nrows + 1) & ~1;
  for (let j = 0; j <= k; ++j) {
    const scale = get(block.scales, j);
    const from = j < k ? entry(model.x, n, block.start, j) : model.y + doubles(block.start);
    loadColumn(block, scale, from, entry(block.values, ROWS, 0, j));
    if (block.lows == 0) continue;
    const low = lowColumn(model, j);
    const to = entry(block.lows, ROWS, 0, j);
    if (low == 0) memory.fill(to, 0, doubles(ROWS));
    else loadColumn(block, scale, low + doubles(block.start), to);
  }
  return true;
}

/** Adds the first n columns of the block, ROWS x n, to the triangle `r` (panels). */
export function foldBlock(block: RowBlock, n: i32, columns: usize, r: usize): void {
  pack(block.length, n, columns, 1, ROWS, ROWS, block.panels);
  dtpqrt(block.length, n, r, block.panels, ROWS);
}

/** Low words of column j of the block, or 0 when there are none. */
export function lowWords(block: RowBlock, j: i32): usize {
  return block.lows == 0 ? 0 : entry(block.lows, ROWS, 0, j);
}

/** Low words of a column of the model, or 0; column k is y. */
function lowColumn(model: LinearModel, j: i32): usize {
  if (j == model.k) return model.yLow;
  return model.xLow == 0 ? 0 : entry(model.xLow, model.n, 0, j);
}

function loadColumn(block: RowBlock, scale: f64, from: usize, to: usize): void {
  const by = f64x2.splat(scale);
  const even = block.nrows & ~1;
  for (let i = 0; i < even; i += 2) {
    v128.store(addressOf(to, i), f64x2.mul(by, v128.load(addressOf(from, i))));
  }
  if (block.length == even) return;
  set(to, even, scale * get(from, even));
  set(to, even + 1, 0);
}
