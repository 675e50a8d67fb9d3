/** Columns of another file, joined by keys: a left join, which keeps the rows of the data and their order. */
import { InputError } from '../../core/errors/errors.js';
import type { Column } from '../column.js';
import { isNumber, leadsWithZeros } from '../cells/number-text.js';
import { rowNumber } from '../place.js';
import type { TableWarning } from '../table-warning.js';
import { findColumn, type Table } from '../table.js';
import { columnsOf } from '../warnings/column-warnings.js';
import type { MergedFile } from './facts.js';
import { duplicateOf, firstRows, keysOf, keyCells } from './keys.js';
import { keySpellingWarnings } from './key-spellings.js';
import { skeletonOf } from '../warnings/look-alikes.js';
import { takeRows } from './rows.js';
import { stepWarnings } from '../../words/en/warnings/steps.js';
import { warning } from '../../words/warning.js';
import * as said from '../../words/errors/data/merges.js';
import { keyText } from '../../words/text/key-cells.js';

export interface MergeKeys {
  /** Columns whose values must agree. */
  readonly on: readonly string[];
  /** Columns to add; by default all others of the file. */
  readonly keep?: readonly string[] | undefined;
  /** `m:1`: several rows of the data may have the same key; `1:1`: none. By default either. */
  readonly kind?: '1:1' | 'm:1' | undefined;
  /** Name of a new column, which is 1 in rows with a match and otherwise 0. */
  readonly indicator?: string | undefined;
}

export interface MergeResult {
  readonly table: Table;
  readonly merged: MergedFile;
}

/** Warnings of the file that concern its keys. */
const ofKeys = ['repeated-number', 'look-alike-texts'];

/** Keys that results name. */
const mostNamed = 5;

/**
 * The rows of `table` with columns of `other`, the table of the file `file`. A row without a match has missing cells.
 *
 * @throws InputError `unknown-column`, `merge-key-type`, `duplicate-merge-keys`, `column-exists`
 */
export function mergeTables(
  table: Table,
  other: Table,
  { on, keep, kind, indicator }: MergeKeys,
  file: string,
): MergeResult {
  const subject = `merge ${file}`;
  checkKeyColumns(subject, { table, other, on });
  const names = keep ?? [...other.columns.keys()].filter((name) => !on.includes(name));
  checkAdded(subject, { table, other, on, names });
  checkIndicator(subject, indicator, [...table.columns.keys(), ...names]);
  const keys = keysOf(table, on);
  const otherKeys = keysOf(other, on);
  const duplicate = duplicateOf(otherKeys);
  if (duplicate !== undefined) throw duplicateKey(subject, file, { table: other, on, duplicate });
  const repeated = duplicateOf(keys);
  if (kind === '1:1' && repeated !== undefined) {
    throw duplicateKey(subject, undefined, { table, on, duplicate: repeated });
  }
  const rowOf = firstRows(otherKeys);
  const rows = Int32Array.from(keys, (key) => (key === undefined ? -1 : (rowOf.get(key) ?? -1)));
  const merged: MergedFile = {
    file,
    on,
    kind: kind ?? (repeated === undefined ? '1:1' : 'm:1'),
    columns: names,
    ...matchesOf({ table, other, on }, rows),
  };
  const added = names.map((name): [string, Column] => [
    name,
    takeRows(other.columns.get(name)!, rows),
  ]);
  if (indicator !== undefined) added.push([indicator, matchesColumn(rows)]);
  const warnings = [
    ...inherited(other, names),
    ...inherited(other, on).filter(({ code }) => ofKeys.includes(code)),
    ...matchWarnings(merged, table.nrows, alikeKeys({ table, other, on }, rows)),
    ...keySpellingWarnings(file, { table, other, on, names }, rows),
    ...labelWarnings(file, { table, other, on }),
  ];
  return {
    table: {
      ...table,
      columns: new Map([...table.columns, ...added]),
      ...rewrittenOf(table, other, names),
      ...(warnings.length > 0 && { warnings: [...(table.warnings ?? []), ...warnings] }),
    },
    merged,
  };
}

/** How the columns of both are written. */
function rewrittenOf(
  table: Table,
  other: Table,
  names: readonly string[],
): Pick<Table, 'rewritten'> {
  const added = [...(other.rewritten ?? [])].filter(([name]) => names.includes(name));
  const all = [...(table.rewritten ?? []), ...added];
  return all.length === 0 ? {} : { rewritten: new Map(all) };
}

interface Sides {
  readonly table: Table;
  readonly other: Table;
  readonly on: readonly string[];
}

function checkKeyColumns(subject: string, { table, other, on }: Sides): void {
  for (const name of on) {
    const left = findColumn(table, name, `${subject}: on: the data`);
    const right = findColumn(other, name, `${subject}: on: the file`);
    const [here, there] = [typeOf(left), typeOf(right)];
    if (said.typeText(here) === said.typeText(there)) continue;
    const declare = typeToDeclare([left, right]);
    const told = said.otherKeyType({ column: name, here, there, declare });
    throw new InputError(told, { of: subject, key: 'on' });
  }
}

/**
 * True if numbers should be declared because the text column differs only by leading zeros: as text, 01 and 1 would not
 * match.
 */
function typeToDeclare(columns: readonly Column[]): 'number' | 'text' {
  const texts = columns.flatMap((column) => (column.kind === 'text' ? column.values : []));
  const padded = texts.some(leadsWithZeros);
  return padded && texts.every((cell) => cell === '' || isNumber(cell)) ? 'number' : 'text';
}

/** Dates by year count years, as numbers of years do. */
function typeOf(column: Column): said.ColumnType {
  if (column.kind === 'text') return 'text';
  const { frequency } = column;
  return frequency === undefined || frequency === 'year' ? 'numbers' : { dates: frequency };
}

function checkAdded(
  subject: string,
  { table, other, on, names }: Sides & { readonly names: readonly string[] },
): void {
  for (const name of names) {
    findColumn(other, name, `${subject}: keep`);
    if (on.includes(name)) {
      throw new InputError(said.addedKey({ column: name }), { of: subject, key: 'keep' });
    }
  }
  const common = names.filter((name) => table.columns.has(name));
  if (common.length === 0) return;
  throw new InputError(said.commonColumns({ columns: common }), subject);
}

/** @throws InputError `column-exists` */
function checkIndicator(
  subject: string,
  indicator: string | undefined,
  names: readonly string[],
): void {
  if (indicator === undefined || !names.includes(indicator)) return;
  throw new InputError(said.indicatorExists({ column: indicator }), subject);
}

/** 1 in rows with a match, otherwise 0. */
function matchesColumn(rows: Int32Array): Column {
  return { kind: 'number', values: Float64Array.from(rows, (row) => Number(row >= 0)) };
}

function duplicateKey(
  subject: string,
  file: string | undefined,
  {
    table,
    on,
    duplicate: { first, again, count },
  }: {
    readonly table: Table;
    readonly on: readonly string[];
    readonly duplicate: { readonly first: number; readonly again: number; readonly count: number };
  },
): InputError {
  const cells = keyCells(table, on, first);
  const rows = [first, again].map((row) => rowNumber(row, table.fileRows));
  const detail = { key: keyText(cells), cells, rows, file, count };
  return new InputError(said.repeatedKey(detail), subject);
}

function matchesOf({ table, other, on }: Sides, rows: Int32Array) {
  const used = new Uint8Array(other.nrows);
  rows.forEach((row) => {
    if (row >= 0) used[row] = 1;
  });
  const unmatched = rowsWhere(rows, (row) => row < 0);
  const unused = rowsWhere(used, (mark) => mark === 0);
  return {
    matched: table.nrows - unmatched.length,
    unmatched: unmatched.length,
    unmatchedKeys: namedKeys(table, on, unmatched),
    unused: unused.length,
    unusedKeys: namedKeys(other, on, unused),
  };
}

function rowsWhere(marks: Int32Array | Uint8Array, test: (mark: number) => boolean): number[] {
  const rows: number[] = [];
  marks.forEach((mark, row) => {
    if (test(mark)) rows.push(row);
  });
  return rows;
}

/** The first different keys of the rows. */
function namedKeys(table: Table, on: readonly string[], rows: readonly number[]): string[] {
  const keys = new Set<string>();
  for (const row of rows) {
    keys.add(keyText(keyCells(table, on, row)));
    if (keys.size === mostNamed) break;
  }
  return [...keys];
}

/** A key without a match, and a key of the file that differs only in leading zeros, blanks or capitals. */
function alikeKeys(
  { table, other, on }: Sides,
  rows: Int32Array,
): readonly [here: string, there: string] | undefined {
  if (on.every((name) => table.columns.get(name)!.kind !== 'text')) return undefined;
  const rowOf = firstRows(keysOf(other, on, plainText));
  const keys = keysOf(table, on, plainText);
  const row = keys.findIndex((key, i) => key !== undefined && rows[i]! < 0 && rowOf.has(key));
  if (row < 0) return undefined;
  return [keyText(keyCells(table, on, row)), keyText(keyCells(other, on, rowOf.get(keys[row]!)!))];
}

function plainText(cell: number | string): string {
  return skeletonOf(String(cell))
    .trim()
    .replace(/^0+(?=\d)/, '')
    .toLowerCase();
}

/** Warnings from the reader of the file about the added columns. */
function inherited({ warnings = [] }: Table, names: readonly string[]): TableWarning[] {
  return warnings.filter((tableWarning) => {
    const columns = columnsOf(tableWarning);
    return columns.length === 0 || columns.some((name) => names.includes(name));
  });
}

function matchWarnings(
  { file, columns, unmatched, unmatchedKeys }: MergedFile,
  nrows: number,
  alike: readonly [here: string, there: string] | undefined,
): TableWarning[] {
  if (unmatched === 0) return [];
  const counts = { unmatched, rows: nrows };
  const detail = { file, ...counts, columns, keys: unmatchedKeys, ...(alike && { alike }) };
  return [{ ...warning(stepWarnings, 'unmatched-rows', detail), columns }];
}

/** Warns of codes that match although they mean different things in the two files. */
function labelWarnings(file: string, { table, other, on }: Sides): TableWarning[] {
  return on.flatMap((column) => {
    const here = table.columns.get(column)!.valueLabels;
    const there = other.columns.get(column)!.valueLabels;
    const code = [...(here?.keys() ?? [])].find(
      (one) => there?.has(one) === true && there.get(one) !== here!.get(one),
    );
    if (code === undefined) return [];
    const labels = { here: here!.get(code)!, there: there!.get(code)! };
    const detail = { file, column, code, ...labels };
    return [{ ...warning(stepWarnings, 'different-labels', detail), column }];
  });
}
