/** One row for each group: gdp by firm and year becomes its mean by year. */
import { InputError } from '../../../core/errors/errors.js';
import type { VectorMath } from '../../../core/numerics/elementary.js';
import type { Column } from '../../column.js';
import { findColumn, type Table, withoutFileRows } from '../../table.js';
import type { TableWarning } from '../../table-warning.js';
import { renamedWarnings } from '../../warnings/renamed-columns.js';
import * as said from '../../../words/errors/data/reshapes.js';
import { evaluateWhere, parseWhere } from '../../where.js';
import { buildColumns } from '../columns.js';
import type { ReshapedTable } from '../facts.js';
import { firstRows, keyCells, keysOf } from '../keys.js';
import { takeRows } from '../rows.js';

export interface GroupShape {
  /** Columns whose values form the groups. */
  readonly by: readonly string[];
  /** Expressions with one value for each group. */
  readonly columns: readonly { readonly name: string; readonly value: string }[];
  /** The rows that are taken. */
  readonly where?: string | undefined;
}

/**
 * The table with one row for each group, in order of appearance. Functions of groups without `by` are those of these
 * groups. A row without a value of `by` is in no group.
 *
 * @throws InputError `bad-reshape`, `column-exists`, and those of expressions
 */
export function reshapeGroups(
  table: Table,
  { by, columns, where }: GroupShape,
  math: VectorMath,
): { readonly table: Table; readonly reshaped: ReshapedTable } {
  for (const name of by) findColumn(table, name, 'reshape.groups.by');
  const twice = columns.map(({ name }) => name).filter((name) => by.includes(name));
  if (twice.length > 0) {
    throw new InputError(said.repeatedNames({ columns: twice }), 'reshape.groups');
  }
  const chosen = where === undefined ? table : chosenRows(table, where, math);
  const keys = keysOf(chosen, by);
  const first = firstRows(keys);
  const rows = Int32Array.from(first.values());
  const warnings: TableWarning[] = [];
  const made = columns.map(({ name, value }): [string, Column] => {
    const { table: built } = buildColumns(chosen, [{ name, value, replace: true }], {
      math,
      by,
      index: () => new Float64Array(chosen.nrows),
    });
    warnings.push(...(built.warnings ?? []).slice(chosen.warnings?.length ?? 0));
    const column = built.columns.get(name)!;
    checkConstant(chosen, { name, column, by }, { keys, first });
    return [name, takeRows(column, rows)];
  });
  const left = [...table.columns.keys()].filter((name) => !by.includes(name));
  const ofIds = renamedWarnings(table.warnings ?? [], new Map(left.map((name) => [name, []])));
  const kept = ofIds.filter(({ columns: named }) => named?.length !== 0);
  const all = [...kept, ...warnings];
  const grouped = keys.filter((key) => key !== undefined).length;
  return {
    table: {
      ...withoutFileRows({ ...table, warnings: all }),
      nrows: rows.length,
      columns: new Map([
        ...by.map((name): [string, Column] => [name, takeRows(chosen.columns.get(name)!, rows)]),
        ...made,
      ]),
    },
    reshaped: {
      to: 'groups',
      rowsBefore: table.nrows,
      rowsAfter: rows.length,
      names: by.join(', '),
      values: [],
      columns: columns.map(({ name }) => name),
      absent: table.nrows - grouped,
    },
  };
}

/** The rows for which the condition holds. */
function chosenRows(table: Table, where: string, math: VectorMath): Table {
  const kept = evaluateWhere(parseWhere(where), table, math);
  const rows = Int32Array.from([...kept.keys()].filter((row) => kept[row] === 1));
  const columns = [...table.columns].map(([name, column]): [string, Column] => [
    name,
    takeRows(column, rows),
  ]);
  return { ...withoutFileRows(table), nrows: rows.length, columns: new Map(columns) };
}

interface GroupedColumn {
  readonly name: string;
  readonly column: Column;
  readonly by: readonly string[];
}

/** Refuses an expression that differs between the rows of a group, such as `log(x)` without `mean`. */
function checkConstant(
  table: Table,
  { name, column: { values }, by }: GroupedColumn,
  {
    keys,
    first,
  }: {
    readonly keys: readonly (string | undefined)[];
    readonly first: ReadonlyMap<string, number>;
  },
): void {
  const differs = keys.findIndex(
    (key, row) => key !== undefined && !Object.is(values[row], values[first.get(key)!]),
  );
  if (differs < 0) return;
  const told = said.groupValues({ column: name, cells: keyCells(table, by, differs) });
  throw new InputError(told, 'reshape.groups');
}
