/**
 * Synthetic data of the same schema: columns, types, labels, shares of missing values, and the panel with new names of
 * its units. Each column is drawn separately, so relations between columns are not preserved.
 */
import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import {
  checkKeys,
  columnName,
  listOf,
  seed as seedSchema,
  text,
} from '../../../core/arguments/arguments.js';
import { newEngine } from '../../../core/engine/engine.js';
import {
  anyTable,
  type Column,
  type DataInput,
  findColumn,
  type Table,
  takeRows,
} from '../../../data/index.js';
import { type Draws, drawsOf } from './draws.js';
import { drawnColumn, isConstant } from './drawn-column.js';
import { expects } from '../../../words/expects.js';
import { namesOfUnits } from '../../../words/expectations/paper/reports.js';
import { aName, listOfColumns } from '../../../words/expectations/values.js';

/** Options of `syntheticTable`. */
export interface SyntheticOptions extends LocalOptions {
  /** The column of units, which are renamed. */
  readonly unit?: string | undefined;
  /** The column of periods, which is kept. */
  readonly time?: string | undefined;
  /** Other columns that are kept, as files are joined by them. */
  readonly keep?: readonly string[] | undefined;
  /** All units of the study's files, so that joined files name them alike; by default the table's units. */
  readonly units?: readonly string[] | undefined;
  /** An integer from 0 to 2^53 - 1. */
  readonly seed?: number | undefined;
}

export interface SyntheticData {
  readonly table: Table;
  /**
   * Number of rows that equal a row of the data by chance, if columns have so few values that this cannot be avoided.
   */
  readonly equalRows: number;
}

const schemas = {
  ...localSchemas,
  unit: columnName,
  time: columnName,
  keep: listOf(columnName, expects(listOfColumns())),
  units: listOf(text(expects(aName())), expects(namesOfUnits())),
  seed: seedSchema,
};

/** Rounds in which rows that equal a row of the data are drawn again. */
const ROUNDS = 20;

/**
 * Draws a table of the same schema.
 *
 * @throws InputError `bad-value`, `unknown-column`, and as `toTable`
 */
export async function syntheticTable(
  data: DataInput,
  options: SyntheticOptions = {},
): Promise<SyntheticData> {
  checkKeys('syntheticTable', schemas, options);
  return inOnePiece(options, async () => {
    const table = anyTable(data);
    const { unit, time, keep = [], seed = 1 } = options;
    for (const name of [unit, time, ...keep]) {
      if (name !== undefined) findColumn(table, name, 'syntheticTable');
    }
    const draws = drawsOf(options.engine ?? (await newEngine()), seed);
    const units =
      unit === undefined ? undefined : unitsOf(table.columns.get(unit)!, draws, options);
    const kept = new Set([...keep, ...(time === undefined ? [] : [time])]);
    const columns = new Map<string, Column>();
    const drawn: string[] = [];
    let stream = 1;
    for (const [name, column] of table.columns) {
      stream++;
      if (kept.has(name)) columns.set(name, column);
      else if (units !== undefined && identifies(column, units.codes)) {
        columns.set(name, renamed(column, name, units));
      } else {
        columns.set(name, drawnColumn(name, column, { draws, stream, units: units?.codes }));
        drawn.push(name);
      }
    }
    const varying = drawn.filter(
      (name) => units === undefined || !isConstant(table.columns.get(name)!, units.codes),
    );
    const equalRows = separate(table, columns, { drawn, varying, draws });
    const order = Int32Array.from({ length: table.nrows }, (_, row) => row);
    if (units !== undefined) {
      const numberOf = (row: number) => units.numbers[units.codes[row]!] ?? 0;
      order.sort((a, b) => numberOf(a) - numberOf(b) || a - b); // the order of the file would identify the units
    }
    const sorted = new Map(Array.from(columns, ([name, one]) => [name, takeRows(one, order)]));
    return { table: { nrows: table.nrows, columns: sorted }, equalRows };
  });
}

/** For each row the number of its unit, and the new number of each unit. */
interface Units {
  readonly codes: Int32Array;
  readonly numbers: Int32Array;
}

function unitsOf(column: Column, draws: Draws, { units }: SyntheticOptions): Units {
  const texts = Array.from(column.values, String);
  const names = units ?? [...new Set(texts)].sort();
  const positions = new Map(names.map((name, i) => [name, i]));
  const order = [...names.keys()];
  const keys = draws.units(0, names.length);
  order.sort((a, b) => keys[a]! - keys[b]!);
  const numbers = new Int32Array(names.length);
  order.forEach((position, i) => (numbers[position] = i + 1));
  return { codes: Int32Array.from(texts, (name) => positions.get(name) ?? -1), numbers };
}

/** True for a column with one value per unit, which no other unit has. */
function identifies({ values }: Column, codes: Int32Array): boolean {
  const [byUnit, byValue] = [new Map<number, unknown>(), new Map<unknown, number>()];
  for (let row = 0; row < codes.length; row++) {
    const [code, value] = [codes[row]!, values[row]];
    if (byUnit.has(code) && !Object.is(byUnit.get(code), value)) return false;
    if (byValue.has(value) && byValue.get(value) !== code) return false;
    byUnit.set(code, value);
    byValue.set(value, code);
  }
  return byUnit.size > 1;
}

/** A column of identities with the new numbers of units. */
function renamed(column: Column, name: string, { codes, numbers }: Units): Column {
  const { label, unit } = column;
  const facts = { ...(label !== undefined && { label }), ...(unit !== undefined && { unit }) };
  if (column.kind === 'number') {
    return { ...facts, kind: 'number', values: Float64Array.from(codes, (code) => numbers[code]!) };
  }
  return {
    ...facts,
    kind: 'text',
    values: Array.from(codes, (code) => `${name} ${numbers[code]}`),
  };
}

interface Redrawn {
  /** Columns that were drawn; and those that vary within units, which may be drawn again. */
  readonly drawn: readonly string[];
  readonly varying: readonly string[];
  readonly draws: Draws;
}

/** Draws rows again if they equal a row of the data. Returns how many still do. */
function separate(
  table: Table,
  columns: Map<string, Column>,
  { drawn, varying, draws }: Redrawn,
): number {
  if (drawn.length === 0) return 0;
  const keyOf = (all: ReadonlyMap<string, Column>, row: number) =>
    drawn.map((name) => String(all.get(name)!.values[row])).join('\u0000');
  const rows = Array.from({ length: table.nrows }, (_, row) => row);
  const real = new Set(rows.map((row) => keyOf(table.columns, row)));
  let equal = rows.filter((row) => real.has(keyOf(columns, row)));
  for (let round = 1; round <= ROUNDS && equal.length > 0; round++) {
    for (const [i, name] of varying.entries()) {
      const stream = table.columns.size * (round + 1) + i + 2;
      const again = drawnColumn(name, table.columns.get(name)!, { draws, stream });
      columns.set(name, replaced(columns.get(name)!, again, equal));
    }
    equal = equal.filter((row) => real.has(keyOf(columns, row)));
  }
  return equal.length;
}

/** The column with the values of another in some rows; missing values stay where they are. */
function replaced(column: Column, other: Column, rows: readonly number[]): Column {
  if (column.kind === 'number' && other.kind === 'number') {
    const values = column.values.slice();
    for (const row of rows) {
      if (!Number.isNaN(values[row]) && !Number.isNaN(other.values[row])) {
        values[row] = other.values[row]!;
      }
    }
    return { ...column, values };
  }
  if (column.kind !== 'text' || other.kind !== 'text') return column;
  const values = [...column.values];
  for (const row of rows) {
    if (values[row] !== '' && other.values[row] !== '') values[row] = other.values[row]!;
  }
  return { ...column, values };
}
