/** Facts that Arrow and Parquet cannot store, as JSON in the file's metadata. */
import type { Column } from '../../column.js';
import { type Frequency, parsePeriod, periodText } from '../../panel/periods.js';
import type { Table } from '../../table.js';

/** Name of the metadata entry. */
export const factsKey = 'wasmetrics';

interface Facts {
  readonly label?: string;
  readonly valueLabels?: Readonly<Record<string, string>>;
  /** Rows of each kind of missing value. */
  readonly missing?: Readonly<Record<string, readonly number[]>>;
  /** Unit of periods that the file stores as texts or, for years, as numbers. */
  readonly frequency?: Frequency;
  /** True if texts are integers that a double cannot represent. */
  readonly integers?: true;
  /** Rows whose text represents bytes. */
  readonly bytes?: readonly number[];
}

/** A column as both formats store it: periods that have no type there become texts. */
export function storedColumn(column: Column): Column {
  if (column.kind === 'text' || column.frequency === undefined) return column;
  const { frequency, values } = column;
  if (/^(day|time|year)$/.test(frequency)) return column;
  return {
    kind: 'text',
    values: Array.from(values, (count) =>
      Number.isNaN(count) ? '' : periodText(frequency, count),
    ),
  };
}

/** The facts of all columns as JSON; undefined if there are none. */
export function factsJson({ columns }: Table): string | undefined {
  const facts = Array.from(columns, ([name, column]) => [name, factsOf(column)] as const);
  const known = facts.filter(([, { length }]) => length > 0);
  if (known.length === 0) return undefined;
  return JSON.stringify(known.map(([name, entries]) => [name, Object.fromEntries(entries)]));
}

function factsOf(column: Column): [keyof Facts, unknown][] {
  const facts: [keyof Facts, unknown][] = [];
  const { label, valueLabels, missing } = column;
  if (label !== undefined) facts.push(['label', label]);
  if (valueLabels) facts.push(['valueLabels', Object.fromEntries(valueLabels)]);
  if (missing) {
    const rows = missing.names.map((name, i) => [name, rowsOf(missing.codes, i + 1)] as const);
    facts.push(['missing', Object.fromEntries(rows.filter(([, { length }]) => length > 0))]);
  }
  if (column.kind === 'text') {
    if (column.integers) facts.push(['integers', true]);
    if (column.bytes?.size) facts.push(['bytes', [...column.bytes]]);
  } else if (column.frequency !== undefined && !/^(day|time)$/.test(column.frequency)) {
    facts.push(['frequency', column.frequency]);
  }
  return facts;
}

function rowsOf(codes: Uint8Array, code: number): number[] {
  return Array.from(codes.keys()).filter((row) => codes[row] === code);
}

/** Adds the facts in the metadata to a table. Other metadata are ignored. */
export function withFacts(table: Table, json: string | null | undefined): Table {
  if (json === null || json === undefined) return table;
  const columns = new Map(table.columns);
  for (const [name, facts] of parsedFacts(json)) {
    const column = columns.get(name);
    if (column !== undefined) columns.set(name, withColumnFacts(column, facts, table.nrows));
  }
  return { ...table, columns };
}

function parsedFacts(json: string): (readonly [string, Facts])[] {
  try {
    const facts: unknown = JSON.parse(json);
    const isFacts = (entry: unknown): entry is readonly [string, Facts] =>
      Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'object';
    return Array.isArray(facts) ? facts.filter(isFacts) : [];
  } catch {
    return [];
  }
}

function withColumnFacts(column: Column, facts: Facts, nrows: number): Column {
  const { label, valueLabels, missing } = facts;
  return {
    ...withType(column, facts),
    ...(label !== undefined && { label }),
    ...(valueLabels && { valueLabels: new Map(Object.entries(valueLabels)) }),
    ...(missing && { missing: kinds(missing, nrows) }),
  };
}

function withType(column: Column, { frequency, integers, bytes }: Facts): Column {
  if (column.kind === 'number') return frequency === undefined ? column : { ...column, frequency };
  if (frequency !== undefined) {
    const values = Float64Array.from(column.values, (text) => parsePeriod(frequency, text) ?? NaN);
    return { kind: 'number', values, frequency };
  }
  return {
    ...column,
    ...(integers && { integers }),
    ...(bytes && { bytes: new Set(bytes) }),
  };
}

function kinds(
  missing: NonNullable<Facts['missing']>,
  nrows: number,
): NonNullable<Column['missing']> {
  const codes = new Uint8Array(nrows);
  Object.values(missing).forEach((rows, i) => {
    for (const row of rows) codes[row] = i + 1;
  });
  return { names: Object.keys(missing), codes };
}
