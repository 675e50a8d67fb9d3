/** From long to wide: gdp by year becomes gdp2018 and gdp2019. */
import { InputError } from '../../../core/errors/errors.js';
import type { Column } from '../../column.js';
import { levelsOf } from '../../levels.js';
import { rowNumber } from '../../place.js';
import { findColumn, type Table, withoutFileRows } from '../../table.js';
import { renamedWarnings } from '../../warnings/renamed-columns.js';
import type { ReshapedTable } from '../facts.js';
import { duplicateOf, keysOf, keyCells } from '../keys.js';
import { takeRows } from '../rows.js';
import * as said from '../../../words/errors/data/reshapes.js';

export interface WideShape {
  /** Columns that get one column for each value of `by`. */
  readonly columns: readonly string[];
  readonly by: string;
  /** Columns that identify the new rows. */
  readonly id: readonly string[];
}

/** New columns at most. */
const mostColumns = 10_000;

/**
 * The table with one row for each id, in order of appearance. Other columns must have one value for each id.
 *
 * @throws InputError `bad-reshape`, `unknown-column`, `duplicate-reshape-keys`, `column-exists`
 */
export function reshapeWide(
  table: Table,
  { columns, by, id }: WideShape,
): { readonly table: Table; readonly reshaped: ReshapedTable } {
  for (const name of columns) findColumn(table, name, 'reshape.wide.columns');
  for (const name of id) findColumn(table, name, 'reshape.wide.id');
  const { names: values, codes } = levelsOf(findColumn(table, by, 'reshape.wide.by'));
  checkCells(table, { columns, by, id }, codes);
  const keys = keysOf(table, id);
  const groups = new Map<string, number>();
  const groupOf = Int32Array.from(keys, (key) => {
    const group = groups.get(key!) ?? groups.size;
    if (group === groups.size) groups.set(key!, group);
    return group;
  });
  const firstRow = new Int32Array(groups.size).fill(-1);
  groupOf.forEach((group, row) => {
    if (firstRow[group]! < 0) firstRow[group] = row;
  });
  const rowOf = values.map(() => new Int32Array(groups.size).fill(-1));
  groupOf.forEach((group, row) => (rowOf[codes[row]!]![group] = row));
  const kept = [...table.columns].filter(([name]) => name !== by && !columns.includes(name));
  for (const [name, column] of kept)
    checkConstant(table, { name, column, id }, { groupOf, firstRow });
  const spread = columns.flatMap((name) =>
    values.map((value, v): [string, Column] => [
      `${name}${value}`,
      takeRows(table.columns.get(name)!, rowOf[v]!),
    ]),
  );
  checkNames([...kept, ...spread].map(([name]) => name));
  const newNames = new Map(
    columns.map((name) => [name, values.map((value) => `${name}${value}`)] as const),
  );
  const warnings = renamedWarnings(table.warnings ?? [], newNames);
  const single = kept.map(([name, column]): [string, Column] => [name, takeRows(column, firstRow)]);
  return {
    table: {
      ...withoutFileRows(table),
      ...(warnings.length > 0 && { warnings }),
      nrows: groups.size,
      columns: new Map([...single, ...spread]),
    },
    reshaped: {
      to: 'wide',
      rowsBefore: table.nrows,
      rowsAfter: groups.size,
      names: by,
      values,
      columns: spread.map(([name]) => name),
      absent: (groups.size * values.length - table.nrows) * columns.length,
    },
  };
}

function checkCells(table: Table, { columns, by, id }: WideShape, codes: Int32Array): void {
  const all = [...id, by];
  const keys = keysOf(table, all);
  const missing = keys.findIndex((key, row) => key === undefined || codes[row]! < 0);
  if (missing >= 0) {
    const row = rowNumber(missing, table.fileRows);
    throw new InputError(
      said.missingKey({ row, cells: keyCells(table, all, missing) }),
      'reshape.wide',
    );
  }
  const wrong = columns.find((name) => all.includes(name));
  if (wrong !== undefined) {
    throw new InputError(said.keyAsColumn({ column: wrong }), 'reshape.wide.columns');
  }
  const duplicate = duplicateOf(keys);
  if (duplicate === undefined) return;
  const { first, again } = duplicate;
  const rows = [first, again].map((row) => rowNumber(row, table.fileRows));
  const told = said.repeatedCell({ rows, cells: keyCells(table, all, first), by });
  throw new InputError(told, 'reshape.wide');
}

function checkConstant(
  table: Table,
  {
    name,
    column,
    id,
  }: { readonly name: string; readonly column: Column; readonly id: readonly string[] },
  { groupOf, firstRow }: { readonly groupOf: Int32Array; readonly firstRow: Int32Array },
): void {
  const differs = groupOf.findIndex(
    (group, row) => !Object.is(column.values[row], column.values[firstRow[group]!]),
  );
  if (differs < 0) return;
  const row = rowNumber(differs, table.fileRows);
  const told = said.severalValues({ column: name, row, cells: keyCells(table, id, differs) });
  throw new InputError(told, 'reshape.wide');
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  const twice = names.filter((name) => seen.size === seen.add(name).size);
  if (names.length > mostColumns) {
    const told = said.manyReshaped({ most: mostColumns, columns: names.length });
    throw new InputError(told, 'reshape.wide');
  }
  if (twice.length === 0) return;
  throw new InputError(said.repeatedNames({ columns: twice }), 'reshape.wide');
}
