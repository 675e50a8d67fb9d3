/** Rows of another file below those of the data, with columns of the same names. */
import { InputError } from '../../core/errors/errors.js';
import * as said from '../../words/errors/data/appends.js';
import { stepWarnings } from '../../words/en/warnings/steps.js';
import { warning } from '../../words/warning.js';
import { omit } from '../../core/values/omit.js';
import type { Column, MissingKinds } from '../column.js';
import { type Table, withoutFileRows } from '../table.js';
import type { AppendedFile } from './facts.js';
import { isEmpty, typeOf } from './reshape/stack.js';
import { takeRows } from './rows.js';
import { typeText } from '../../words/errors/data/merges.js';

export interface AppendKeys {
  /** Name of a column with the number of the file that a row is from: 0 for the data, then 1 and on. */
  readonly source?: string | undefined;
  /** Files that were appended before. */
  readonly before?: readonly AppendedFile[];
}

/**
 * The rows of `table`, then those of `other`, the table of the file `file`. A column that one of them lacks is missing
 * in its rows, with a warning.
 *
 * @throws InputError `bad-append` for columns of different types or value labels, `column-exists`
 */
export function appendTables(
  table: Table,
  other: Table,
  { source, before = [] }: AppendKeys,
  file: string,
): { readonly table: Table; readonly appended: AppendedFile } {
  checkSource(source, { table, other, before, file });
  const names = [...new Set([...table.columns.keys(), ...other.columns.keys()])].filter(
    (name) => name !== source,
  );
  const lacking = (of: Table) => names.filter((name) => !of.columns.has(name));
  const nrows = table.nrows + other.nrows;
  const first = table.nrows;
  const columns = new Map(
    names.map((name): [string, Column] => [name, stackedColumn(name, { table, other, file })]),
  );
  if (source !== undefined) {
    const values = new Float64Array(nrows).fill(before.length + 1, first);
    const known = table.columns.get(source);
    if (known?.kind === 'number') values.set(known.values);
    columns.set(source, { kind: 'number', values });
  }
  const appended: AppendedFile = {
    file,
    rowsBefore: table.nrows,
    rows: other.nrows,
    absentInFile: lacking(other),
    absentInData: lacking(table),
    ...(source !== undefined && { source }),
  };
  const { absentInFile, absentInData } = appended;
  const isSame = absentInFile.length === 0 && absentInData.length === 0;
  const warnings = [
    ...(table.warnings ?? []),
    ...(other.warnings ?? []),
    ...(isSame
      ? []
      : [
          {
            ...warning(stepWarnings, 'appended-columns', { file, absentInFile, absentInData }),
            columns: [...absentInFile, ...absentInData],
          },
        ]),
  ];
  return { table: { ...withoutFileRows(table), nrows, columns, warnings }, appended };
}

type TextColumn = Column & { readonly kind: 'text' };

interface Sides {
  readonly table: Table;
  readonly other: Table;
  readonly file: string;
}

/** @throws InputError `column-exists` unless the data have no such column, or files before gave it to them */
function checkSource(
  source: string | undefined,
  { table, other, before, file }: Sides & { readonly before: readonly AppendedFile[] },
): void {
  if (source === undefined) return;
  const isOurs = before.some((one) => one.source === source);
  if (!other.columns.has(source) && (isOurs || !table.columns.has(source))) return;
  throw new InputError(said.sourceExists({ column: source }), `append ${file}`);
}

/** The cells of both in one column. A column without values has any type. */
function stackedColumn(name: string, { table, other, file }: Sides): Column {
  const [above, below] = [table.columns.get(name), other.columns.get(name)];
  const all = Int32Array.from({ length: table.nrows + other.nrows }, (_, row) => row);
  const first = table.nrows;
  const top =
    above &&
    takeRows(
      above,
      all.map((row) => (row < first ? row : -1)),
    );
  const bottom =
    below &&
    takeRows(
      below,
      all.map((row) => (row < first ? -1 : row - first)),
    );
  if (top === undefined || bottom === undefined) return (top ?? bottom)!;
  if (isEmpty(below!)) return top;
  if (isEmpty(above!)) return bottom;
  const key = { of: `append ${file}`, key: name };
  const types = [typeOf(top), typeOf(bottom)] as const;
  if (typeText(types[0]) !== typeText(types[1])) {
    throw new InputError(said.otherAppendedType({ column: name, types }), key);
  }
  const valueLabels = bothLabels(name, top, bottom, file);
  const facts = {
    ...bottom,
    ...top,
    ...(valueLabels && { valueLabels }),
    ...kindsOf(top, bottom, first),
  };
  return withCells(facts, top, bottom, first);
}

/** The value labels of both. @throws InputError `bad-append` if a number has two */
function bothLabels(
  column: string,
  { valueLabels: here }: Column,
  { valueLabels: there }: Column,
  file: string,
): ReadonlyMap<string, string> | undefined {
  if (here === undefined || there === undefined) return here ?? there;
  const code = [...there.keys()].find((one) => here.has(one) && here.get(one) !== there.get(one));
  if (code === undefined) return new Map([...there, ...here]);
  const labels = [here.get(code)!, there.get(code)!] as const;
  throw new InputError(said.otherAppendedLabel({ column, code, labels }), `append ${file}`);
}

/** The kinds of missing cells of both. */
function kindsOf(
  { missing: here }: Column,
  { missing: there }: Column,
  first: number,
): { readonly missing?: MissingKinds } {
  if (here === undefined || there === undefined) {
    const missing = here ?? there;
    return missing === undefined ? {} : { missing };
  }
  const names = [...new Set([...here.names, ...there.names])];
  const codes = here.codes.map((code, row) => {
    const [kinds, one] = row < first ? [here.names, code] : [there.names, there.codes[row]!];
    return one === 0 ? 0 : names.indexOf(kinds[one - 1]!) + 1;
  });
  return { missing: { names, codes } };
}

function withCells(facts: Column, top: Column, bottom: Column, first: number): Column {
  const union = (marks: readonly (ReadonlySet<number> | undefined)[]) =>
    new Set(marks.flatMap((one) => [...(one ?? [])]));
  if (facts.kind === 'number' && top.kind === 'number' && bottom.kind === 'number') {
    const values = top.values.slice();
    values.set(bottom.values.subarray(first), first);
    const rest = omit(facts, 'nans', 'boolean');
    const marks = union([top.nans, bottom.nans]);
    const isBoolean = top.boolean === true && bottom.boolean === true;
    return {
      ...rest,
      values,
      ...(isBoolean && { boolean: true as const }),
      ...(marks.size > 0 && { nans: marks }),
    };
  }
  const [above, below] = [top, bottom] as [TextColumn, TextColumn];
  const rest = omit(facts as TextColumn, 'coded', 'integers', 'bytes');
  const bytes = union([above.bytes, below.bytes]);
  return {
    ...rest,
    values: [...above.values.slice(0, first), ...below.values.slice(first)],
    nulls: above.nulls!.map((mark, row) => (row < first ? mark : below.nulls![row]!)),
    ...(above.integers === true && below.integers === true && { integers: true }),
    ...(bytes.size > 0 && { bytes }),
  };
}
