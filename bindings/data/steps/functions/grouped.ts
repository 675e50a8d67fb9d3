/** Functions of the rows of a group: one number per group, or one per row. */
import type { CallExpression, ColumnExpression } from '../../formula/expressions/expression.js';
import type {
  FunctionCall,
  GroupFunction,
  QuantileType,
} from '../../formula/expressions/functions.js';
import { averageRanks } from '../../../core/numerics/ranks.js';
import {
  centred,
  compensatedSum,
  quantile,
  standardDeviation,
  valueAt,
} from '../../../core/numerics/sums.js';
import { type Evaluate, type ExpressionFrame, toNumbers } from '../frame.js';
import { Cause, isMissing, numbersOf, type NumberValues, type Values } from '../values.js';
import { levelsOf } from '../../levels.js';
import type { Column } from '../../column.js';
import { findColumn } from '../../table.js';

/** One number for the values of a group; NaN if it has too few. */
type Statistic = (values: Float64Array) => number;

const statistics = {
  mean: (values) => (values.length === 0 ? NaN : centred(values).mean),
  sum: (values) => compensatedSum(values.length, (i) => values[i]!),
  count: ({ length }) => length,
  min: (values) => values.reduce((least, value) => Math.min(least, value), values[0] ?? NaN),
  max: (values) => values.reduce((most, value) => Math.max(most, value), values[0] ?? NaN),
  sd: (values) => (values.length === 0 ? NaN : (standardDeviation(centred(values)) ?? NaN)),
  median: (values) => (values.length === 0 ? NaN : quantile(values.slice().sort(), 0.5)),
} as const satisfies Partial<Record<GroupFunction, Statistic>>;

/** A number for each value of a group, in their order. */
type Transformation = (values: Float64Array) => Float64Array;

export function evaluateGrouped(
  expression: CallExpression,
  operands: readonly Values[],
  frame: ExpressionFrame,
  evaluate: Evaluate,
): Values {
  const { call, by } = expression;
  const { name } = call;
  const columns = by.map(({ name: of, place }) => findColumn(frame.table, of, place));
  const ofFrame = (frame.by ?? []).map((of) => frame.table.columns.get(of)!);
  const groups = groupsOf(columns.length === 0 ? ofFrame : columns, frame.table.nrows);
  if (name === 'first' || name === 'last')
    return edge(expression, operands[0]!, groups, { frame, evaluate });
  if (name === 'count') return counted(operands[0], groups);
  const of = expression.arguments[0]!;
  const x = toNumbers(operands[0]!, of, frame, { function: name });
  if (call.name === 'quantile') {
    const { percentile, type } = call;
    return perGroup((values) => percentileOf(values.slice().sort(), percentile, type), x, groups);
  }
  return name in statistics
    ? perGroup(statistics[name as keyof typeof statistics], x, groups)
    : perRow(transformationOf(call), x, groups);
}

/**
 * A percentile of ascending values; NaN of none. Type 7 interpolates between order statistics (Hyndman and Fan 1996);
 * type 2 is the order statistic after n p / 100 of them, or the mean of two where that is a whole number.
 */
function percentileOf(sorted: Float64Array, percentile: number, type: QuantileType): number {
  const { length } = sorted;
  if (length === 0) return NaN;
  if (type === 7) return valueAt(sorted, ((length - 1) * percentile) / 100);
  const share = (length * percentile) / 100;
  // A percentile such as 100/3 is rounded, and so is its share of the values.
  const whole = Math.round(share);
  const before = Math.abs(share - whole) < 1e-9 * Math.max(whole, 1) ? whole : share;
  const upper = sorted[Math.min(Math.floor(before), length - 1)]!;
  if (!Number.isInteger(before) || before === 0) return upper;
  return before === length ? upper : (sorted[before - 1]! + upper) / 2;
}

function transformationOf(call: FunctionCall): Transformation {
  switch (call.name) {
    case 'winsor': {
      const { percentiles, type } = call;
      return (values) => winsorized(values, percentiles, type);
    }
    case 'cut':
      return (values) => cut(values, call.points ?? quantilePoints(values, call.quantiles!));
    case 'std':
      return standardized;
    default:
      return averageRanks;
  }
}

/** The statistic of each row's group, even in rows whose own value is missing. */
function perGroup(statistic: Statistic, x: NumberValues, groups: Groups): NumberValues {
  const { start, values: sorted } = gathered(groups, x.values);
  const results = Float64Array.from({ length: groups.count }, (_, group) =>
    statistic(sorted.subarray(start[group]!, start[group + 1]!)),
  );
  const values = Float64Array.from(groups.codes, (code) => (code < 0 ? NaN : results[code]!));
  return numbersOf('number', values, [], (row) => {
    const group = groups.codes[row]!;
    if (group < 0) return Cause.group;
    return start[group + 1]! - start[group]! < 2 ? Cause.few : Cause.range;
  });
}

/** A transformation of the values of each group; missing where the value is. */
function perRow(transform: Transformation, x: NumberValues, groups: Groups): NumberValues {
  const { start, rows, values: sorted } = gathered(groups, x.values);
  const values = new Float64Array(x.values.length).fill(NaN);
  for (let group = 0; group < groups.count; group++) {
    const from = start[group]!;
    const results = transform(sorted.subarray(from, start[group + 1]!));
    for (let i = 0; i < results.length; i++) values[rows[from + i]!] = results[i]!;
  }
  return numbersOf('number', values, [x], (row) => {
    const group = groups.codes[row]!;
    if (group < 0) return Cause.group;
    return start[group + 1]! - start[group]! < 2 ? Cause.few : Cause.division;
  });
}

/** The number of values in the group, or of its rows. */
function counted(x: Values | undefined, groups: Groups): NumberValues {
  const counts = new Float64Array(groups.count);
  groups.codes.forEach((code, row) => {
    if (code >= 0 && (x === undefined || !isMissing(x.values[row]!))) counts[code]!++;
  });
  const values = Float64Array.from(groups.codes, (code) => (code < 0 ? NaN : counts[code]!));
  return numbersOf('number', values, [], Cause.group);
}

/** Values below the lower percentile or above the upper one become that percentile. */
function winsorized(
  values: Float64Array,
  [low, high]: readonly [number, number],
  type: QuantileType,
): Float64Array {
  const sorted = values.slice().sort();
  const [least, most] = [percentileOf(sorted, low, type), percentileOf(sorted, high, type)];
  return values.map((value) => Math.min(Math.max(value, least), most));
}

/** The deviation from the mean, in standard deviations; NaN if the values do not differ. */
function standardized(values: Float64Array): Float64Array {
  if (values.length === 0) return values;
  const all = centred(values);
  const sd = standardDeviation(all);
  if (sd === null || sd === 0) return values.map(() => NaN);
  return all.deviations.map((deviation) => (deviation * all.scale) / sd);
}

function quantilePoints(values: Float64Array, count: number): Float64Array {
  const sorted = values.slice().sort();
  return Float64Array.from({ length: count - 1 }, (_, i) =>
    valueAt(sorted, ((sorted.length - 1) * (i + 1)) / count),
  );
}

/** The number of the interval: 1 below the first point; a value at a point is in the upper interval. */
function cut(values: Float64Array, points: ArrayLike<number>): Float64Array {
  return values.map((value) => {
    let low = 0;
    let high = points.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (points[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  });
}

/** The value in the first or last row of the group by `order`; rows with a missing value or `order` are skipped. */
function edge(
  expression: CallExpression,
  x: Values,
  groups: Groups,
  { frame, evaluate }: { readonly frame: ExpressionFrame; readonly evaluate: Evaluate },
): Values {
  const order = expression.order as ColumnExpression;
  const rank = toNumbers(evaluate(order, frame), order, frame, { function: expression.call.name });
  const sign = expression.call.name === 'first' ? 1 : -1;
  const chosen = new Int32Array(groups.count).fill(-1);
  groups.codes.forEach((code, row) => {
    if (code < 0 || isMissing(x.values[row]!) || isMissing(rank.values[row]!)) return;
    const before = chosen[code]!;
    if (before < 0 || sign * (rank.values[row]! - rank.values[before]!) < 0) chosen[code] = row;
  });
  const source = Int32Array.from(groups.codes, (code) => (code < 0 ? -1 : chosen[code]!));
  const causes = Uint8Array.from(source, (row, i) => {
    if (row >= 0) return 0;
    return groups.codes[i]! < 0 ? Cause.group : Cause.few;
  });
  if (x.kind === 'text') {
    const values = Array.from(source, (row) => (row < 0 ? '' : x.values[row]!));
    return { kind: 'text', values, causes };
  }
  const values = Float64Array.from(source, (row) => (row < 0 ? NaN : x.values[row]!));
  return { ...x, values, causes };
}

/** Groups of rows by the values of columns, and the values of a column gathered by group. */
interface Groups {
  readonly count: number;
  /** Group of each row, -1 where a column is missing. */
  readonly codes: Int32Array;
}

/** The groups of rows with the same values in all columns; without columns, one group of all rows. */
function groupsOf(columns: readonly Column[], nrows: number): Groups {
  if (columns.length === 0) return { count: 1, codes: new Int32Array(nrows) };
  return columns
    .map((column): Groups => {
      const { names, codes } = levelsOf(column);
      return { count: names.length, codes };
    })
    .reduce(crossed);
}

/** Groups of both, numbered in order of appearance. */
function crossed(a: Groups, b: Groups): Groups {
  const numbers = new Map<number, number>();
  const codes = new Int32Array(a.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const left = a.codes[row]!;
    const right = b.codes[row]!;
    if (left < 0 || right < 0) {
      codes[row] = -1;
      continue;
    }
    const pair = left * b.count + right;
    const number = numbers.get(pair) ?? numbers.size;
    if (number === numbers.size) numbers.set(pair, number);
    codes[row] = number;
  }
  return { count: numbers.size, codes };
}

/** The rows with a group and a value: those of group g are `rows[start[g]]` to `rows[start[g + 1] - 1]`, ascending. */
interface Gathered {
  readonly start: Int32Array;
  readonly rows: Int32Array;
  /** The values of `rows`. */
  readonly values: Float64Array;
}

function gathered({ count, codes }: Groups, values: Float64Array): Gathered {
  const start = new Int32Array(count + 1);
  const counts = (row: number) => codes[row]! >= 0 && values[row] === values[row];
  for (let row = 0; row < codes.length; row++) if (counts(row)) start[codes[row]! + 1]!++;
  for (let group = 0; group < count; group++) start[group + 1]! += start[group]!;
  const next = start.slice();
  const rows = new Int32Array(start[count]!);
  const sorted = new Float64Array(rows.length);
  for (let row = 0; row < codes.length; row++) {
    if (!counts(row)) continue;
    const place = next[codes[row]!]!++;
    rows[place] = row;
    sorted[place] = values[row]!;
  }
  return { start, rows, values: sorted };
}
