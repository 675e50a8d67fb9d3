/** One column in some rows. */
import type { Column } from '../../data/index.js';
import { dateTypes } from '../../data/cells/dates.js';
import { periodText } from '../../data/panel/periods.js';
import type { ByName } from '../../results/common.js';
import type { ColumnDescription, TopValue } from '../../results/describe/description.js';
import { centred, quantile, shapeOf, standardDeviation } from '../../core/numerics/sums.js';
import { isPresent, valueOf } from './values.js';

type NumberColumn = Column & { readonly kind: 'number' };
type TextColumn = Column & { readonly kind: 'text' };

/** Number of most frequent values that a description lists. */
const TOP = 5;

const noNumbers = {
  mean: null,
  sd: null,
  min: null,
  p25: null,
  median: null,
  p75: null,
  max: null,
  skewness: null,
  kurtosis: null,
} as const;

/** Describes the rows of a column. The result has the same bits in any order of the rows. */
export function describeColumn(column: Column, rows: Int32Array): ColumnDescription {
  const present = rows.filter((row) => isPresent(column, row));
  const { label, unit } = column;
  const kinds = missingKinds(column, rows);
  return {
    type: typeOf(column),
    ...(column.kind === 'number' &&
      column.frequency !== undefined && { frequency: column.frequency }),
    ...(label !== undefined && { label }),
    ...(unit !== undefined && { unit }),
    n: present.length,
    missing: rows.length - present.length,
    ...(kinds !== undefined && { missingKinds: kinds }),
    ...(column.kind === 'number' ? numbers(column, present) : texts(column, present)),
  };
}

function typeOf(column: Column): ColumnDescription['type'] {
  if (column.kind === 'text') return 'text';
  if (column.boolean) return 'boolean';
  return column.frequency === undefined ? 'number' : 'date';
}

/** Counts of the kinds of missing values; undefined if the column has none. */
function missingKinds(column: Column, rows: Int32Array): ByName | undefined {
  const { missing } = column;
  const nans = column.kind === 'number' ? column.nans : undefined;
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (isPresent(column, row)) continue;
    const code = missing?.codes[row] ?? 0;
    const kind = nans?.has(row) ? 'NaN' : code > 0 ? missing!.names[code - 1]! : undefined;
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts.size === 0 ? undefined : Object.fromEntries([...counts].sort(byName));
}

function byName([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : Number(a > b);
}

type Statistics = Omit<ColumnDescription, 'type' | 'n' | 'missing'>;

function texts({ values }: TextColumn, rows: Int32Array): Statistics {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(values[row]!, (counts.get(values[row]!) ?? 0) + 1);
  const top = mostFrequent([...counts].sort(byName)).map(([value, n]): TopValue => ({ value, n }));
  const names = [...counts.keys()];
  // Codes such as 0101 have digits only; a date names its year.
  const isDated = names.every((name) => /^[12]\d{3}\D|\D[12]\d{3}$/.test(name.trim()));
  const types = isDated ? dateTypes(names) : [];
  const dates = types.length > 0 && { dateTypes: types };
  return { ...noNumbers, distinct: counts.size, top, ...dates };
}

/** The most frequent values. Values with the same frequency keep their order. */
function mostFrequent<T>(counts: readonly (readonly [T, number])[]): (readonly [T, number])[] {
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, TOP);
}

function numbers(column: NumberColumn, rows: Int32Array): Statistics {
  const sorted = Float64Array.from(rows, (row) => column.values[row]!).sort();
  const runs = runsOf(sorted);
  const distinct = runs.length;
  const labels = column.valueLabels;
  const frequent = labels === undefined ? undefined : mostFrequent(runs);
  const top = frequent?.map(([value, n]): TopValue => {
    const label = labels?.get(String(value));
    return { value: valueOf(column, value), ...(label !== undefined && { label }), n };
  });
  const statistics = column.frequency === undefined ? moments(sorted) : dates(column, sorted);
  return { ...statistics, distinct, ...(top !== undefined && { top }) };
}

/** Different values of sorted numbers, and how often each occurs. */
function runsOf(sorted: Float64Array): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    // Adding 0 turns -0 into 0.
    runs.push([sorted[start]! + 0, end - start]);
  }
  return runs;
}

function dates({ frequency }: NumberColumn, sorted: Float64Array) {
  const [first] = sorted;
  if (first === undefined) return { ...noNumbers, reason: 'no value' };
  const last = sorted.at(-1)!;
  return { ...noNumbers, min: periodText(frequency!, first), max: periodText(frequency!, last) };
}

/** Moments and quantiles of sorted numbers. */
function moments(sorted: Float64Array) {
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return { ...noNumbers, reason: 'no value' };
  const [p25, median, p75] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  const quantiles = { min, p25: p25!, median: median!, p75: p75!, max };
  if (min === -Infinity || max === Infinity) {
    return { ...noNumbers, ...quantiles, reason: 'infinite values' };
  }
  const centre = centred(sorted);
  const reason = sorted.length === 1 ? 'one value' : min === max ? 'all values equal' : undefined;
  return {
    ...quantiles,
    mean: centre.mean,
    sd: standardDeviation(centre),
    ...shapeOf(centre),
    ...(reason !== undefined && { reason }),
  };
}
