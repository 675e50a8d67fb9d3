/** The models in a table of coefficients of other programs, as they are written. */
import { InputError } from '../../../core/errors/errors.js';
import type { Column } from '../../../data/column.js';
import { rowNumber } from '../../../data/place.js';
import type { Table } from '../../../data/table.js';
import * as said from '../../../words/errors/paper/tables.js';
import { type Part, partOf, pathOf, plainName, termOf } from './names.js';

/** The numbers of a coefficient that a program wrote. */
export type Coefficient = Readonly<Partial<Record<Part, number>>>;

export interface ExternalModel {
  readonly name: string;
  readonly coefficients: Map<string, Coefficient>;
  /** Numbers and texts of the whole model, by path. */
  readonly statistics: Map<string, number | string>;
  /** Columns that are neither a part of a coefficient nor equal in all rows. */
  readonly ignored: readonly string[];
}

const place = { of: 'external' };

/**
 * A row is a coefficient, or a statistic in the columns `stat` and `value`. Other columns that are equal in all rows of
 * a model are statistics.
 *
 * @throws InputError `bad-value` for missing columns, numbers that cannot be, and a term that is twice in a model
 */
export function externalModels(table: Table): readonly ExternalModel[] {
  const { columns, nrows } = table;
  const long = longColumns(columns);
  const parts = partColumns(columns, long);
  if (parts.term === undefined || parts.estimate === undefined) {
    throw new InputError(said.externalColumns({ found: [...columns.keys()].join(', ') }), place);
  }
  const read = [...Object.values(parts), ...Object.values(long)];
  const others = [...columns.keys()].filter((name) => !read.includes(name));
  const models = new Map<string, Writable>();
  for (let row = 0; row < nrows; ++row) {
    const name = textAt(columns, parts.model, row);
    const model = models.get(name) ?? emptyModel(name, others);
    models.set(name, model);
    const term = textAt(columns, parts.term, row);
    const statistic = textAt(columns, long.stat, row);
    if (statistic !== '') {
      model.statistics.set(pathOf(statistic), valueOf(textAt(columns, long.value, row)));
    } else if (term !== '') {
      addCoefficient(model, termOf(term), coefficientAt(table, parts, row));
      noteOthers(model, others, columns, row);
    }
  }
  return [...models.values()].map(finished);
}

interface Writable extends ExternalModel {
  /** What the rows so far have in other columns; undefined after a difference. */
  readonly others: Map<string, string | undefined>;
}

const emptyModel = (name: string, others: readonly string[]): Writable => ({
  name,
  coefficients: new Map(),
  statistics: new Map(),
  ignored: [],
  others: new Map(others.map((other) => [other, ''])),
});

function finished({ name, coefficients, statistics, others }: Writable): ExternalModel {
  const same = [...others].filter(([, text]) => text !== undefined && text !== '');
  for (const [column, text] of same) {
    const path = pathOf(column);
    if (!statistics.has(path)) statistics.set(path, valueOf(text!));
  }
  const ignored = [...others].flatMap(([column, text]) => (text === undefined ? [column] : []));
  return { name, coefficients, statistics, ignored };
}

type Columns = ReadonlyMap<string, Column>;
type Names<Key extends string> = Readonly<Partial<Record<Key, string>>>;

/** The columns of rows with a statistic each, if the table has both. */
function longColumns(columns: Columns): Names<'stat' | 'value'> {
  const [stat, value] = ['stat', 'value'].map((wanted) =>
    [...columns.keys()].find((name) => plainName(name) === wanted),
  );
  return stat === undefined || value === undefined ? {} : { stat, value };
}

/** The first column of each part. */
function partColumns(columns: Columns, long: Names<'stat' | 'value'>): Names<Part> {
  const columnOf: Partial<Record<Part, string>> = {};
  for (const name of columns.keys()) {
    const part = name === long.stat ? undefined : partOf(name);
    if (part !== undefined) columnOf[part] ??= name;
  }
  return columnOf;
}

function textAt(columns: Columns, name: string | undefined, row: number): string {
  const column = name === undefined ? undefined : columns.get(name);
  const value = column?.values[row] ?? '';
  return typeof value === 'number' ? (Number.isNaN(value) ? '' : String(value)) : value.trim();
}

/** Missing values as programs write them. */
const isMissing = (text: string) => /^(|\.|-|na|nan|null)$/i.test(text);

const valueOf = (text: string) =>
  isMissing(text) ? NaN : Number.isNaN(Number(text)) ? text : Number(text);

const numbers = ['estimate', 'stdError', 't', 'z', 'statistic', 'pValue', 'low', 'high'] as const;

function coefficientAt({ columns, fileRows }: Table, parts: Names<Part>, row: number): Coefficient {
  const entries = numbers.flatMap((part) => {
    const column = parts[part];
    const text = textAt(columns, column, row);
    if (column === undefined || isMissing(text)) return [];
    const value = Number(text);
    const isBad =
      Number.isNaN(value) ||
      (part === 'stdError' && value < 0) ||
      (part === 'pValue' && (value < 0 || value > 1));
    if (!isBad) return [[part, value] as const];
    throw new InputError(
      said.externalNumber({ row: rowNumber(row, fileRows), column, found: text }),
      place,
    );
  });
  return Object.fromEntries(entries);
}

/** A term without an estimate is a base level or was left out. */
function addCoefficient({ name, coefficients }: Writable, term: string, one: Coefficient): void {
  if (coefficients.has(term))
    throw new InputError(said.externalTwice({ term, model: name }), place);
  if (one.estimate !== undefined) coefficients.set(term, one);
}

function noteOthers(
  { others, coefficients }: Writable,
  names: readonly string[],
  columns: Columns,
  row: number,
): void {
  for (const name of names) {
    const text = textAt(columns, name, row);
    const isFirst = coefficients.size <= 1;
    if (isFirst) others.set(name, text);
    else if (others.get(name) !== text) others.set(name, undefined);
  }
}
