/** The groups of rows: the values of a column, as numbers from 0 in a column of their unshared that filters can read. */
import { omit } from '../../core/omit.js';
import { InputError } from '../../core/errors.js';
import { findColumn, levelsOf, type Table } from '../../data/index.js';
import { parseModel } from '../../models/model-file.js';
import type { Model } from '../../models/model.js';
import type { GroupOptions } from './options.js';

export interface Split {
  /** Values of the groups, as printed. */
  readonly values: readonly string[];
  /** Group of each row of the table, -1 for none. */
  readonly codes: Int32Array;
  /** The data with a column of the codes. */
  readonly table: Table;
  readonly column: string;
}

/** @throws InputError `unknown-column`, `one-group`, `bad-value` for levels that the column does not have */
export function splitRows(
  table: Table,
  { by, levels }: Pick<GroupOptions, 'by' | 'levels'>,
): Split {
  const all = levelsOf(findColumn(table, by, 'by'));
  const values = levels?.map(String) ?? all.names;
  const other = values.find((value) => !all.names.includes(value));
  if (other !== undefined) throw unknownLevel(by, other, all.names);
  if (values.length < 2) throw oneGroup(by, values.length);
  const places = all.names.map((name) => values.indexOf(name));
  return labelled(
    table,
    values,
    all.codes.map((code) => places[code] ?? -1),
  );
}

/** The split of a table into these groups. */
export function labelled(table: Table, values: readonly string[], codes: Int32Array): Split {
  let column = 'group';
  while (table.columns.has(column)) column += '_';
  const labels = { kind: 'number', values: Float64Array.from(codes) } as const;
  const columns = new Map([...table.columns, [column, labels]]);
  const unshared = omit(table, 'shared'); // what fits share is of other columns
  return { values, codes, table: { ...unshared, columns, warnings: [] }, column };
}

/**
 * The model in the rows of these groups. As with any `where`, lags, differences and GMM-style instruments are built on
 * the whole panel before the rows are chosen.
 */
export function within(model: Model, { column }: Split, groups: readonly number[]): Model {
  const chosen = `${column} in (${groups.join(', ')})`;
  const where = model.where === undefined ? chosen : `(${model.where}) && ${chosen}`;
  return parseModel({ ...model, where });
}

function unknownLevel(by: string, value: string, values: readonly string[]): InputError {
  const shown = values.length > 10 ? [...values.slice(0, 10), '…'] : values;
  const message = `groups: levels: expected values of ${by} (${shown.join(', ')}), found ${value}`;
  return new InputError('bad-value', message, { path: 'groups.levels', found: value });
}

function oneGroup(by: string, count: number): InputError {
  const message = `groups: by: expected a column with at least two values, found ${by} with ${count}`;
  return new InputError('one-group', message, { path: 'by', found: by });
}
