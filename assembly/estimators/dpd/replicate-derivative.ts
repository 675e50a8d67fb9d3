/**
 * The derivative of S2 a by the one-step estimate, summed over the units of a replicate, w_i times drawn:
 *
 *   B = sum w_i (s_i Q_i + g_i c_i'), c_i = Q_i'a, s_i = g_i'a = q_i'a - c_i'b1
 *
 * (`moments/moment-block.ts`), for all replicates of a batch. The first sum is one matrix product, as the sums of Q_i
 * themselves are: the weights w_i s_i on the distinct columns of Q_i. The second takes the g_i of a group of units
 * anew. A centre d of the moments (`second-moments.ts`) takes d'a sum w_i Q_i + d (sum w_i c_i)' off B.
 */
import { alloc, allocMatrix, exhausted } from '../../memory/arena';
import { doubles, get, getInt, integers, set } from '../../memory/layout';
import { BATCH } from '../../memory/records';
import { daxpy } from '../../blas/level1';
import { ADD, tile } from '../../blas/micro';
import { dgemmPanels } from '../../blas/panel-product';
import {
  padded,
  panelCount,
  rectangleEntry,
  rectanglePanel,
  rectangleSize,
} from '../../blas/panels';
import { columnsOf, gatherElements } from '../../moments/columns';
import { Blocks, CHUNK, hasSecond } from './blocks';
import {
  GROUP,
  Projections,
  keepDrawn,
  openProjections,
  projectGroup,
} from './replicate-projections';
import { formMoments } from './second-moments';


@unmanaged
export class Derivative {
  projections: Projections;
  /** f64, of each replicate of a batch: panels of padded(L) rows x K, B. */
  sums: usize;
  /** B of the replicate at hand, and its a, one element in four doubles. */
  sum: usize;
  a: usize;
  /** Distinct columns of Q_i. */
  ncolumns: i32;
  /** f64, of each replicate: sum w_i s_i of every distinct column, and a 0. */
  columnSums: usize;
  /** f64, panels of padded(L) rows x K: sum w_i s_i Q_i of one replicate. */
  scaled: usize;
}

/** Check `exhausted()` afterwards. */
export function openDerivative(blocks: Blocks): Derivative {
  const derivative = changetype<Derivative>(alloc(offsetof<Derivative>()));
  if (exhausted()) return derivative;
  const size = rectangleSize(padded(blocks.n), blocks.k);
  derivative.projections = openProjections(blocks);
  derivative.sums = allocMatrix(BATCH, size);
  derivative.ncolumns = columnsOf(blocks.columns, size);
  derivative.columnSums = allocMatrix(BATCH, padded(blocks.columns.ncolumns + 1));
  derivative.scaled = alloc(doubles(size));
  return derivative;
}

/** Replicate b of the batch is the one at hand. */
export function selectDerivative(derivative: Derivative, blocks: Blocks, b: i32): void {
  const rows = padded(blocks.n);
  derivative.sum = derivative.sums + doubles(b * rectangleSize(rows, blocks.k));
  derivative.a = rectangleEntry(derivative.projections.a, rows, 0, b);
}

/** The B of `count` replicates with a two-step estimate, into their slots; `draws` holds nunits counts each. */
export function sumDerivatives(
  derivative: Derivative,
  blocks: Blocks,
  count: i32,
  draws: usize,
): void {
  const own = derivative.projections;
  const size = rectangleSize(padded(blocks.n), blocks.k);
  memory.fill(derivative.sums, 0, doubles(count * size));
  memory.fill(own.factors, 0, doubles(rectangleSize(blocks.nunits, count)));
  for (let from = 0; from < blocks.nunits; from += GROUP) {
    const to = min(blocks.nunits, from + GROUP);
    projectGroup(own, blocks, count, from, to);
    for (let b = 0; b < count; ++b) {
      if (!hasSecond(blocks, b)) continue;
      const counts = draws + integers(b * blocks.nunits);
      const params = blocks.firsts + doubles(b * (blocks.k + 1));
      formMoments(blocks, from, to, counts, params, blocks.rows);
      keepDrawn(own, blocks, b, draws, from, to);
      foldProducts(blocks, own.rows, derivative.sums + doubles(b * size));
    }
  }
  addScaled(derivative, blocks, count);
}

/** sum += g c' over the units of a group. */
function foldProducts(blocks: Blocks, c: usize, sum: usize): void {
  const rows = padded(blocks.n);
  for (let p = 0; p < panelCount(blocks.n); ++p) {
    const first = getInt(blocks.spans, 2 * p);
    const offset = usize(first) << 5;
    const count = getInt(blocks.spans, 2 * p + 1) - first;
    const left = rectanglePanel(blocks.rows, CHUNK, p) + offset;
    const to = sum + (usize(p) << 7);
    for (let q = 0; q < panelCount(blocks.k); ++q) {
      const right = rectanglePanel(c, GROUP, q) + offset;
      tile(ADD, count, left, right, rectanglePanel(to, rows, q), 4);
    }
  }
}

/** sum += sum w_i s_i Q_i, of every replicate. */
function addScaled(derivative: Derivative, blocks: Blocks, count: i32): void {
  const columns = blocks.columns;
  const size = rectangleSize(padded(blocks.n), blocks.k);
  const stride = padded(columns.ncolumns + 1);
  const sums = derivative.columnSums;
  const n = derivative.ncolumns;
  const factors = derivative.projections.factors;
  dgemmPanels(count, n, blocks.nunits, factors, columns.panels, columns.ranges, sums, stride);
  for (let b = 0; b < count; ++b) {
    const own = sums + doubles(b * stride);
    set(own, columns.ncolumns, 0);
    gatherElements(columns, 0, size, own, derivative.scaled);
    const sum = derivative.sums + doubles(b * size);
    daxpy(size, 1, derivative.scaled, sum);
    if (blocks.shift != 0) centreDerivative(derivative, blocks, b, sum);
  }
}

/** sum -= d'a A + d (A'a)', A = sum w_i Q_i. */
function centreDerivative(derivative: Derivative, blocks: Blocks, b: i32, sum: usize): void {
  const rows = padded(blocks.n);
  const raw = blocks.raws + doubles(b * rectangleSize(rows, blocks.k + 1));
  const a = rectangleEntry(derivative.projections.a, rows, 0, b);
  const centred = panelDot(rows, a, 4, blocks.centre, 1);
  for (let j = 0; j < blocks.k; ++j) {
    const column = rectangleEntry(raw, rows, 0, j);
    const to = rectangleEntry(sum, rows, 0, j);
    const own = panelDot(rows, a, 4, column, 4);
    for (let l = 0; l < rows; ++l) {
      set(to, 4 * l, get(to, 4 * l) - centred * get(column, 4 * l) - own * get(blocks.centre, l));
    }
  }
}

/** x'y of elements that lie some doubles apart. */
function panelDot(n: i32, x: usize, strideX: i32, y: usize, strideY: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) sum += get(x, i * strideX) * get(y, i * strideY);
  return sum;
}
