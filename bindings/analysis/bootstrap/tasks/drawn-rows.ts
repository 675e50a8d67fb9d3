/**
 * The rows of clusters that are drawn whole. A cluster that is drawn twice counts as two, and so does everything in it.
 */
import type { Dependence } from '../../../models/linear/design/dependence.js';
import { isOfMeans, isPartial, type LinearFit } from '../../../models/linear/fitted.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { CoreRows } from '../../../models/linear/estimate/records.js';
import { isNested, type Units } from './units.js';

/** Levels of rows, numbered without gaps. */
export interface Levels {
  readonly codes: Int32Array;
  readonly count: number;
}

/** Rows of the sample that a replicate draws, and the drawn copy of a cluster that each belongs to. */
export interface Drawn {
  readonly rows: Int32Array;
  readonly copies: Int32Array;
}

/** Lists the rows of each unit in the order of the sample. */
export function rowsByUnit({ codes, count }: Units): readonly Int32Array[] {
  const rows = Array.from({ length: count }, (): number[] => []);
  codes.forEach((unit, row) => rows[unit]!.push(row));
  return rows.map((unitRows) => Int32Array.from(unitRows));
}

/** Takes unit i `counts[i]` times. */
export function drawnRows(rowsOf: readonly Int32Array[], counts: ArrayLike<number>): Drawn {
  const total = rowsOf.reduce((sum, { length }, unit) => sum + counts[unit]! * length, 0);
  const rows = new Int32Array(total);
  const copies = new Int32Array(total);
  let next = 0;
  let copy = 0;
  rowsOf.forEach((unitRows, unit) => {
    for (let i = 0; i < counts[unit]!; i++) {
      rows.set(unitRows, next);
      copies.fill(copy, next, next + unitRows.length);
      next += unitRows.length;
      copy += 1;
    }
  });
  return { rows, copies };
}

/** Numbers the levels of drawn rows in order of appearance. Nested levels get new numbers in each copy of a cluster. */
export function drawnLevels<L extends Levels>(
  levels: L,
  nested: boolean,
  { rows, copies }: Drawn,
): L {
  const numbers = new Int32Array(levels.count).fill(-1);
  const codes = new Int32Array(rows.length);
  let count = 0;
  let [copy, first] = [0, 0];
  rows.forEach((row, i) => {
    if (copies[i] !== copy) [copy, first] = [copies[i]!, count];
    const level = levels.codes[row]!;
    const known = numbers[level]! >= (nested ? first : 0);
    if (!known) numbers[level] = count++;
    codes[i] = numbers[level]!;
  });
  return { ...levels, codes, count };
}

/**
 * Copies columns, weights and clusters of the drawn rows, which have no order. `nested` tells which clusterings are
 * numbered anew in each copy.
 */
export function drawnSample(
  sample: CoreRows,
  nested: (levels: Levels) => boolean,
  drawn: Drawn,
): CoreRows {
  const pick = (values: Float64Array) => Float64Array.from(drawn.rows, (row) => values[row]!);
  const each = (columns: readonly (Float64Array | number)[]) =>
    columns.map((column) => (typeof column === 'number' ? column : pick(column)));
  const dependence = ({ clusters }: Dependence): Dependence => ({
    clusters: clusters.map((clustering) => drawnLevels(clustering, nested(clustering), drawn)),
  });
  const { names, intercept, x, y, xLow, yLow, weights, weighting } = sample;
  return {
    nrows: drawn.rows.length,
    names,
    intercept,
    x: each(x),
    y: pick(y),
    xLow: xLow && each(xLow),
    yLow: yLow && pick(yLow),
    weights: weights && pick(weights),
    weighting: weighting && dependence(weighting),
    ...dependence(sample),
  };
}

/** True if replicates must estimate the drawn clusters or rows, as sums over units do not determine the estimate. */
export function needsRows(
  { model, moments, transformation }: LinearFit,
  { scheme }: SchemeResult,
  units: Units,
): boolean {
  const { absorbed } = transformation;
  const weighted = moments !== undefined && absorbed.length === 0;
  const drawnWhole = scheme === 'cluster' || (scheme === 'pairs' && weighted);
  if (!drawnWhole || model.weights?.type === 'frequency') return false;
  if (isPartial({ transformation }) || isOfMeans({ transformation })) return true;
  if (absorbed.length > 1) return true;
  if (moments !== undefined) {
    const { method, weight } = moments;
    return absorbed.length > 0 || method === 'iterated' || method === 'cue' || weight.center;
  }
  return absorbed.length > 0 && !isNested(absorbed[0]!, units);
}
