/** Columns of stored replicates, summarised by passes over them, with the bits of `bootstrap_reduce`. */
import { ReplicateStatus, Spread } from '../../../generated/codes.js';
import type { Chunk } from '../replicates.js';
import { quantileOf } from '../summary/inferences.js';
import { selectRanks, type Selection } from './order-statistics.js';

/** One number of each replicate. */
export interface Column {
  /** The number for the replicate whose values start at `first`; NaN if it has none. */
  readonly evaluate: (values: Float64Array, first: number) => number;
  /** Tests of a number; the numbers that pass each of them are counted. */
  readonly tallies: readonly ((x: number) => boolean)[];
  /** Shares whose quantiles are needed. */
  readonly quantiles: readonly number[];
}

export interface ColumnSummary {
  readonly used: number;
  readonly mean: number;
  readonly stdError: number;
  readonly monteCarloError: number;
  /** Counts by the position of the tally, and quantiles by the position of the share. */
  readonly tallies: readonly number[];
  readonly quantiles: readonly number[];
}

/** Calls its argument with every chunk, in the order of the replicates. */
export type Pass = (visit: (chunk: Chunk) => void) => Promise<void>;

const ROUNDING = Spread.rounding * Number.EPSILON;

interface Sums {
  used: number;
  sum: number;
  mean: number;
  squares: number;
  second: number;
  fourth: number;
  smallest: number;
  largest: number;
  readonly tallies: number[];
  selection: Selection | undefined;
}

export async function summarizeColumns(
  columns: readonly Column[],
  width: number,
  pass: Pass,
): Promise<ColumnSummary[]> {
  const all = columns.map(({ tallies }): Sums => {
    const none = { used: 0, sum: 0, mean: NaN, squares: 0, second: 0, fourth: 0 };
    const ends = { smallest: Infinity, largest: -Infinity, selection: undefined };
    return { ...none, ...ends, tallies: tallies.map(() => 0) };
  });
  const each = (
    take: (x: number, sums: Sums, column: Column) => void,
    isUsed: (s: Sums) => boolean,
  ) =>
    pass((chunk) => {
      all.forEach((sums, j) => {
        if (isUsed(sums)) visitColumn(chunk, width, columns[j]!, (x) => take(x, sums, columns[j]!));
      });
    });
  await each(addFirst, () => true);
  all.forEach((sums, j) => {
    sums.mean = sums.sum / sums.used;
    sums.selection = selectionOf(sums, columns[j]!);
  });
  await each(addSecond, ({ used }) => used > 0);
  for (const { selection } of all) selection?.next();
  const isOpen = ({ selection }: Sums) => selection?.done === false;
  while (all.some(isOpen)) {
    await each((x, { selection }) => selection!.take(x), isOpen);
    for (const sums of all.filter(isOpen)) sums.selection!.next();
  }
  return all.map((sums, j) => summaryOf(sums, columns[j]!));
}

function visitColumn(
  { count, values, statuses }: Chunk,
  width: number,
  { evaluate }: Column,
  take: (x: number) => void,
): void {
  for (let r = 0; r < count; ++r) {
    if ((statuses[r]! & ReplicateStatus.bits) !== 0) continue;
    const x = evaluate(values, r * width);
    if (!Number.isNaN(x)) take(x);
  }
}

function addFirst(x: number, sums: Sums, { tallies }: Column): void {
  sums.used += 1;
  sums.sum += x;
  sums.squares += x * x;
  sums.smallest = Math.min(sums.smallest, x); // -0 is below 0
  sums.largest = Math.max(sums.largest, x);
  for (let i = 0; i < tallies.length; ++i) if (tallies[i]!(x)) sums.tallies[i]! += 1;
}

/** Ranks that the quantiles need. */
function selectionOf(
  { used, smallest, largest }: Sums,
  { quantiles }: Column,
): Selection | undefined {
  if (used === 0 || quantiles.length === 0) return undefined;
  const ranks = quantiles.flatMap((p) => {
    const below = Math.floor(p * (used - 1));
    return below + 1 < used ? [below, below + 1] : [below];
  });
  return selectRanks([...new Set(ranks)], smallest, largest);
}

function addSecond(x: number, sums: Sums): void {
  const d = x - sums.mean;
  sums.second += d * d;
  sums.fourth += d * d * d * d;
  sums.selection?.take(x);
}

function summaryOf(sums: Sums, { quantiles }: Column): ColumnSummary {
  const { used, mean, squares, fourth, tallies, selection } = sums;
  const none = { used, tallies, mean, stdError: NaN, monteCarloError: NaN };
  if (used === 0) return { ...none, quantiles: quantiles.map(() => NaN) };
  const nth = (rank: number) => (rank < used ? selection!.ranked(rank) : undefined);
  const known = { ...none, quantiles: quantiles.map((p) => quantileOf(used, p, nth)) };
  if (used < 2) return known;
  const second = sums.second <= ROUNDING * ROUNDING * squares ? 0 : sums.second;
  const stdError = Math.sqrt(second / (used - 1));
  const kurtosis = second > 0 ? (used * fourth) / (second * second) : 0;
  const monteCarloError = stdError * Math.sqrt(Math.max(0, kurtosis - 1) / (4 * used));
  return { ...known, stdError, monteCarloError };
}
