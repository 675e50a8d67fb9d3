/** The groups of rows: the values of a column, as numbers from 0 in an additional column that filters can read. */
import * as words from '../../../words/errors/bootstrap/groups.js';
import { omit } from '../../../core/values/omit.js';
import { InputError } from '../../../core/errors/errors.js';
import { type Column, findColumn, levelsOf, type Table } from '../../../data/index.js';
import { parseModel } from '../../../models/reading/model-file.js';
import type { Model } from '../../../models/model.js';
import type { GroupOptions } from './options.js';

export interface Split {
  /** Values of the groups, as printed. */
  readonly values: readonly string[];
  /** Group of each row of the table, -1 for a row in no group. */
  readonly codes: Int32Array;
  /** The data with a column of the codes. */
  readonly table: Table;
  readonly column: string;
}

/**
 * A numeric column with more distinct values than these (for whole numbers and for others) is a moderator, not a set of
 * groups.
 */
const MANY_WHOLE = 50;
const MANY = 10;

/**
 * @throws InputError `unknown-column`, `one-group`, `many-groups`, `bad-value` for levels that the column does not have
 *   and for groups in which the compared regressor is constant
 */
export function splitRows(
  table: Table,
  { by, of, levels }: Pick<GroupOptions, 'by' | 'of' | 'levels'>,
): Split {
  if (by === of) throw sameColumn(by);
  const column = findColumn(table, by, 'by');
  const all = levelsOf(column);
  if (levels === undefined && isContinuous(column, all.names)) {
    throw manyGroups(by, all.names.length);
  }
  const values = levels?.map((level) => valueOf(column, String(level), all.names)) ?? all.names;
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

/** The value of a group that is written as a value or as the label of one. */
function valueOf({ valueLabels }: Column, level: string, names: readonly string[]): string {
  if (names.includes(level)) return level;
  const labelled = names.filter((value) => valueLabels?.get(value) === level);
  return labelled.length === 1 ? labelled[0]! : level;
}

/** The split of a table into these groups. */
export function labelled(table: Table, values: readonly string[], codes: Int32Array): Split {
  let column = 'group';
  while (table.columns.has(column)) column += '_';
  const labels = { kind: 'number', values: Float64Array.from(codes) } as const;
  const columns = new Map<string, Column>([...table.columns, [column, labels]]);
  const unshared = omit(table, 'shared'); // values shared by fits refer to other columns
  return { values, codes, table: { ...unshared, columns, warnings: [] }, column };
}

/**
 * The model restricted to the rows of these groups. As with any `where`, lags, differences and GMM-style instruments
 * are built on the whole panel before the rows are chosen.
 */
export function within(model: Model, { column }: Split, groups: readonly number[]): Model {
  const chosen = `${column} in (${groups.join(', ')})`;
  const where = model.where === undefined ? chosen : `(${model.where}) && ${chosen}`;
  return parseModel({ ...model, where });
}

function isContinuous(column: Column, names: readonly string[]): boolean {
  if (column.kind !== 'number') return false;
  const whole = column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return names.length > (whole ? MANY_WHOLE : MANY);
}

function manyGroups(by: string, count: number): InputError {
  const told = words.manyGroups({ path: 'by', found: by, count });
  return new InputError(told, { of: 'groups', key: 'by' });
}

function sameColumn(by: string): InputError {
  const told = words.sameColumn({ path: 'groups.by', found: by });
  return new InputError(told, { of: 'groups', key: 'by' });
}

function unknownLevel(by: string, value: string, values: readonly string[]): InputError {
  const told = words.otherLevel({ path: 'groups.levels', found: value, by, values });
  return new InputError(told, { of: 'groups', key: 'levels' });
}

function oneGroup(by: string, count: number): InputError {
  return new InputError(words.oneGroup({ path: 'by', found: by, count }), 'groups');
}
