/**
 * Sums of outer products, S += sum_r z_r z_r', over rows that arrive one by one: the one-step matrix over the rows
 * F'Z_i and the two-step matrix over the moments g_i of each unit. Rows are gathered in panels and added in blocks of
 * BLOCK with the micro-kernel (dsyrk on panels), so memory does not grow with the sample. BLOCK is part of the numeric
 * contract: it fixes the order of summation.
 */
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles } from '../memory/layout';
import { ADD, tile } from './micro';
import {
  packRow,
  panelCount,
  rectanglePanel,
  rectangleSize,
  trianglePanel,
  triangleSize,
} from './panels';

const BLOCK: i32 = 128;


@unmanaged
export class Gram {
  n: i32;
  /** Number of rows gathered in `rows`. */
  waiting: i32;
  /** Panels of BLOCK rows. */
  rows: usize;
  /** The sum, an n x n triangle in panels. */
  sum: usize;
}

/** Allocates a sum over no rows of n doubles; returns false when memory ends. */
export function openGram(gram: Gram, n: i32): bool {
  gram.n = n;
  gram.waiting = 0;
  gram.rows = alloc(doubles(rectangleSize(BLOCK, n)));
  gram.sum = allocZeroed(doubles(triangleSize(n)));
  return !exhausted();
}

/** Resets the sum to zero, over no rows. */
export function clearGram(gram: Gram): void {
  gram.waiting = 0;
  memory.fill(gram.sum, 0, doubles(triangleSize(gram.n)));
}

/** Adds the outer product of one row of padded(n) doubles, zero past n. */
export function addRow(gram: Gram, row: usize): void {
  packRow(gram.n, row, gram.rows, BLOCK, gram.waiting);
  if (++gram.waiting == BLOCK) foldRows(gram);
}

/** Adds the rows still gathered; call it once after the last row. */
export function foldRows(gram: Gram): void {
  if (gram.waiting > 0) dsyrkPanels(gram.n, gram.waiting, BLOCK, gram.rows, gram.sum);
  gram.waiting = 0;
}

/** C += A'A: A in panels of `stride` rows, the first k of which enter; C a triangle in panels. */
export function dsyrkPanels(n: i32, k: i32, stride: i32, a: usize, c: usize): void {
  for (let q = 0; q < panelCount(n); ++q) {
    const right = rectanglePanel(a, stride, q);
    let to = trianglePanel(c, q);
    for (let p = 0; p <= q; ++p) {
      tile(ADD, k, rectanglePanel(a, stride, p), right, to, 4);
      to += 128;
    }
  }
}
