/** The type of a column that is not all numbers, from its cells. */
import { numberWarning, textWarnings } from '../../../warnings/column-warnings.js';
import { losesDigits, textReason, type TextReason, toNumber } from '../../../cells/number-text.js';
import { alikeCells } from '../../../warnings/look-alikes.js';
import { convertCells } from './convert.js';
import type { ColumnContext, ReadColumn } from './context.js';
import { commaReading, decimalCommas } from './commas.js';
import { isoFormats } from '../../../cells/dates.js';
import { kindOf } from './missing.js';
import { notNumberWarnings } from './not-number.js';
import type { PlainNumber } from '../../../cells/number-format.js';
import type { TableWarning } from '../../../table-warning.js';
import { Spellings } from './spellings.js';
import { mayRepeat, noStyles, noteOddStyle, type Styles } from '../../../cells/styles.js';
import type { CellTexts } from './texts/text-cells.js';
import { textColumn } from './text-column.js';
import { cellWarnings } from '../../../../words/en/warnings/cells.js';
import { warning } from '../../../../words/warning.js';

/**
 * Numbers if all cells are numbers, but text if doubles would change them; otherwise truth values, ISO dates, numbers
 * with decimal commas, or text. If a single cell decides against the others, a warning names it.
 */
export function inferColumn(cells: CellTexts, context: ColumnContext): ReadColumn {
  const { codes, plain } = context.format;
  const trimmed = cells.values.map((cell) => cell.trim());
  const first = trimmed.find((cell) => cell !== '' && kindOf(cell, codes) === 0);
  if (first === undefined && cells.quotedBlanks.size > 0) return textColumn(cells, context, false);
  return (
    (first === undefined || plain(first) !== undefined
      ? numbersOrText(cells, trimmed, context, plain)
      : typed(first, trimmed, context)) ??
    commaColumn(cells, trimmed, context) ??
    texts(cells, trimmed, context)
  );
}

function texts(cells: CellTexts, trimmed: readonly string[], context: ColumnContext): ReadColumn {
  const { column } = textColumn(cells, context, false);
  return {
    column,
    warnings: [
      ...notNumberWarnings(trimmed, context),
      ...paddingWarnings(context.name, column.values),
      ...alikeCells(context.name, column),
    ],
  };
}

/** Truth values or ISO dates. */
function typed(
  first: string,
  cells: readonly string[],
  context: ColumnContext,
): ReadColumn | undefined {
  const { codes } = context.format;
  if (truth(first) !== undefined) {
    const made = convertCells(cells, codes, truth);
    if (typeof made === 'number') return undefined;
    return { column: { kind: 'number', ...made, boolean: true }, warnings: [] };
  }
  for (const { count, frequency } of isoFormats) {
    const made = count(first) === undefined ? 0 : convertCells(cells, codes, count);
    if (typeof made === 'number') continue;
    return { column: { kind: 'number', ...made, frequency }, warnings: [] };
  }
  return undefined;
}

function truth(cell: string): number | undefined {
  const word = cell.toLowerCase();
  return word === 'true' ? 1 : word === 'false' ? 0 : undefined;
}

/** Numbers, or text if doubles would change them; undefined if not all cells are numbers. */
function numbersOrText(
  cells: CellTexts,
  trimmed: readonly string[],
  context: ColumnContext,
  plain: PlainNumber,
): ReadColumn | undefined {
  const { codes } = context.format;
  const digits = new Array<string>(trimmed.length).fill('');
  const made = convertCells(trimmed, codes, (cell, row) => {
    const read = plain(cell);
    if (read === undefined) return undefined;
    digits[row] = read;
    return toNumber(read);
  });
  if (typeof made === 'number') return undefined;
  made.missing?.codes.forEach((kind, row) => {
    if (kind > 0) digits[row] = '';
  });
  const reason = textReason(digits);
  if (reason !== undefined) return lossColumn(cells, digits, reason, context);
  const row = digits.findIndex(losesDigits);
  const rounded = row < 0 ? [] : [roundedWarning(context, trimmed[row]!, made.values[row]!, row)];
  const styles = stylesOf(digits);
  return {
    column: { kind: 'number', ...made },
    warnings: [
      ...rounded,
      ...spellingWarnings(trimmed, styles, made.values, { ...context, plain }),
    ],
    styles,
  };
}

function stylesOf(digits: readonly string[]): Styles {
  const styles = noStyles();
  for (const written of digits) if (written !== '') noteOddStyle(styles, written);
  return styles;
}

/** Warns if two distinct cells of a column are the same number. */
function spellingWarnings(
  cells: readonly string[],
  styles: Styles,
  values: Float64Array,
  { name, format, plain }: ColumnContext & { readonly plain: PlainNumber },
): TableWarning[] {
  if (!mayRepeat(styles, () => [values])) return [];
  const spellings = new Spellings({ ...format, plain });
  for (const cell of cells) spellings.addCell(cell);
  return spellings.warnings(name, [values]);
}

function roundedWarning(
  { name, lineOf }: ColumnContext,
  cell: string,
  value: number,
  row: number,
): TableWarning {
  return numberWarning(name, { cell, value, line: lineOf(row) });
}

/** Numbers that stay text; missing codes among them are missing. */
function lossColumn(
  cells: CellTexts,
  digits: readonly string[],
  reason: TextReason,
  context: ColumnContext,
): ReadColumn {
  const { column } = textColumn(cells, context, true);
  const integers =
    reason.loss === 'digits' && digits.every(isLong) ? { integers: true as const } : {};
  return {
    column: { ...column, ...integers },
    warnings: textWarnings(context.name, digits, reason, context.lineOf),
  };
}

/** True for an integer of 64 bits in its shortest form, and for a missing cell. */
function isLong(cell: string): boolean {
  return (
    cell === '' ||
    (/^(0|-?[1-9]\d{0,18})$/.test(cell) && BigInt.asIntN(64, BigInt(cell)) === BigInt(cell))
  );
}

function commaColumn(
  cells: CellTexts,
  trimmed: readonly string[],
  context: ColumnContext,
): ReadColumn | undefined {
  const { format, name, lineOf } = context;
  if (!format.findsCommas || commaReading(trimmed, format.codes) !== 'decimal') return undefined;
  const read = numbersOrText(cells, trimmed, context, decimalCommas);
  if (read === undefined) return undefined;
  const row = trimmed.findIndex((cell) => cell.includes(','));
  const detail = { column: name, cell: trimmed[row]!, row: lineOf(row) };
  const notice = warning(cellWarnings, 'decimal-comma', detail);
  return {
    column: read.column,
    warnings: [...read.warnings, { ...notice, column: name }],
  };
}

/** Warns of texts that differ only in surrounding spaces, such as "A" and "A ". */
function paddingWarnings(name: string, values: readonly string[]): TableWarning[] {
  const padded = new Map<string, string>();
  for (const value of values) {
    const trimmed = value.trim();
    if (value !== trimmed && !padded.has(trimmed)) padded.set(trimmed, value);
  }
  if (padded.size === 0) return [];
  const same = values.find((value) => value !== '' && padded.has(value));
  if (same === undefined) return [];
  const detail = { column: name, first: same, second: padded.get(same)! };
  return [{ ...warning(cellWarnings, 'spaces-in-text', detail), column: name }];
}
