/**
 * Numbers and dates that a file with typed cells holds as texts, as yearbooks in Excel do. Its texts are read as those of
 * a text table, if an option says how they are written.
 */
import { InputError } from '../../../core/errors/errors.js';
import { unknownColumn } from '../../../words/errors/columns.js';
import type { Column } from '../../column.js';
import { suggestionOf } from '../../nearest.js';
import { periodText } from '../../panel/periods.js';
import { rowNumber } from '../../place.js';
import { type Table, tableOf } from '../../table.js';
import type { TableWarning } from '../../table-warning.js';
import type { CellFormat, ColumnContext, ReadColumn } from '../csv/cells/context.js';
import { declaredColumn } from '../csv/cells/declared.js';
import { inferColumn } from '../csv/cells/infer.js';
import type { CellTexts } from '../csv/cells/texts/text-cells.js';
import { missingCodesOf } from '../csv/cells/missing.js';
import { missingWarnings } from '../csv/warnings.js';
import type { ReaderOptions } from '../options.js';
import { describesNumbers, plainNumbersOf } from './format.js';
import { withKinds, withoutCodes } from './missing-cells.js';

/** Options that say how texts are written. */
const textKeys = ['decimal', 'thousands', 'percent', 'marks', 'missing', 'types'] as const;

type TextOptions = Pick<ReaderOptions, (typeof textKeys)[number]> & { readonly name: string };

/**
 * The table with columns of their declared types, and, if an option describes numbers, with numbers where all texts of a
 * column are numbers. Missing codes are missing in all columns.
 *
 * @throws InputError `unknown-column` for a declared type, `bad-cell` for a cell that is not of it
 */
export function readTexts(table: Table, options: TextOptions): Table {
  if (textKeys.every((key) => options[key] === undefined)) return table;
  checkTypes(table, options);
  const format = formatOf(options);
  const warnings: TableWarning[] = [];
  const columns = new Map<string, Column>();
  const read: [string, Column][] = [];
  for (const [name, column] of table.columns) {
    const context = contextOf(name, table, format);
    const made = madeColumn(column, context, options);
    const kept =
      made === undefined ? withoutCodes(name, column, format.codes) : withFacts(name, made, column);
    columns.set(name, kept);
    if (kept !== column) read.push([name, kept]);
    warnings.push(...(made?.warnings ?? []));
  }
  const replaced = new Set(read.map(([name]) => name));
  return tableOf({ ...table, columns }, [
    ...(table.warnings ?? []).filter(({ code, column }) => !isOutdated(code, column, replaced)),
    ...missingWarnings(read),
    ...warnings,
  ]);
}

/** The column of its declared type, or of numbers; undefined for one that stays as it is. */
function madeColumn(
  column: Column,
  context: ColumnContext,
  options: TextOptions,
): ReadColumn | undefined {
  const { types = {} } = options;
  const type = Object.hasOwn(types, context.name) ? types[context.name] : undefined;
  if (type === 'number' && isPlain(column)) return undefined;
  if (type !== undefined) return declaredColumn(textsOf(column), type, context, options.name);
  const isText = column.kind === 'text' && column.bytes === undefined;
  return isText && describesNumbers(options) ? inferred(column, context) : undefined;
}

/** True for numbers that are neither dates nor truth values. */
function isPlain(column: Column): boolean {
  return column.kind === 'number' && column.frequency === undefined && column.boolean !== true;
}

/** What a reader says of a column as text, which no longer holds. */
function isOutdated(code: string, column: string | undefined, replaced: ReadonlySet<string>) {
  const ofText = ['not-a-number', 'mixed-column', 'leading-zeros', 'integers-as-text'];
  return column !== undefined && replaced.has(column) && ofText.includes(code);
}

function checkTypes(table: Table, { name: file, types = {} }: TextOptions): void {
  const names = table.names ?? [...table.columns.keys()];
  const unknown = Object.keys(types).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const detail = { column: unknown, meant: suggestionOf(unknown, names) };
  throw new InputError(unknownColumn(detail), file);
}

function formatOf(options: TextOptions): CellFormat {
  return {
    plain: plainNumbersOf(options),
    pointed: (options.decimal ?? '.') === '.',
    codes: missingCodesOf(options.missing),
    findsCommas: false,
    undeclared: false,
  };
}

function contextOf(name: string, { fileRows }: Table, format: CellFormat): ColumnContext {
  return { name, format, lineOf: (row) => rowNumber(row, fileRows), countOf: () => 1 };
}

/** Numbers, truth values or dates; undefined for other texts, which stay as they are. */
function inferred(column: Column, context: ColumnContext): ReadColumn | undefined {
  const read = inferColumn(textsOf(column), context);
  return read.column.kind === 'number' ? read : undefined;
}

/** The cells of a column as texts, '' where one is missing. An empty text of the file counts as one in quotes. */
function textsOf(column: Column): CellTexts {
  if (column.kind === 'number') {
    const values = Array.from(column.values, (value) => textOf(value, column));
    return { values, quotedBlanks: new Set() };
  }
  const { values, nulls } = column;
  const blanks = values.flatMap((text, row) => (text === '' && nulls?.[row] === 0 ? [row] : []));
  return { values, quotedBlanks: new Set(blanks) };
}

function textOf(
  value: number,
  { frequency, boolean }: Pick<Column & { readonly kind: 'number' }, 'frequency' | 'boolean'>,
): string {
  if (Number.isNaN(value)) return '';
  if (boolean === true) return value === 0 ? 'false' : 'true';
  return frequency === undefined ? String(value) : periodText(frequency, value);
}

/** The column that was read from the texts of another, with what the file says of that one. */
function withFacts(
  name: string,
  { column }: ReadColumn,
  { label, unit, valueLabels, missing }: Column,
): Column {
  const facts = {
    ...(label !== undefined && { label }),
    ...(unit !== undefined && { unit }),
    ...(valueLabels !== undefined && { valueLabels }),
  };
  return withKinds(name, { ...column, ...facts }, missing);
}
