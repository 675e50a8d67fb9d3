/** A table as an Excel sheet, with full-precision numbers displayed as the table prints them. */
import type * as Writer from 'write-excel-file/universal';
import { optionalPackage } from '../../../../data/optional-package.js';
import { excelText } from '../../../../core/escapes/spreadsheet.js';
import { visibleLine } from '../../../../words/text/visible.js';
import { gridOf } from '../grid.js';
import { numberIn } from '../marks.js';
import { type PaperTable, usualMarks } from '../table.js';
import { type Edge, type EdgedCell, type EdgedLine, edgedLines } from './edges.js';
import { columnWidths } from '../page/widths.js';

/** Widths of columns in characters: padding, and the maximum for labels and for other columns. */
const PADDING = 2;
const MOST_LABEL = 60;
const MOST_NUMBER = 30;
/** Maximum characters of a sheet name in Excel. */
const MOST_NAME = 31;

/** @throws InputError `missing-package` without write-excel-file */
export async function paperXlsx(table: PaperTable): Promise<Uint8Array> {
  return paperWorkbook([['Table', table]]);
}

/**
 * A workbook with a sheet for each table, which has its name.
 *
 * @throws as `paperXlsx`
 */
export async function paperWorkbook(
  tables: readonly (readonly [name: string, table: PaperTable])[],
): Promise<Uint8Array> {
  const writer = await optionalPackage(
    'write-excel-file',
    'tables in Excel',
    () => import('write-excel-file/universal'),
  );
  const names = sheetNames(tables.map(([name]) => name));
  const sheets = tables.map(([, table], i) => ({ ...sheetOf(table), sheet: names[i]! }));
  const file = writer.default(sheets);
  const { withFixedTimes } = await import('./fixed-times.js');
  return withFixedTimes(new Uint8Array(await (await file.toBlob()).arrayBuffer()));
}

/** Sheet names that Excel accepts: no reserved characters, short enough, and unique ignoring case. */
function sheetNames(names: readonly string[]): string[] {
  const used = new Set(['history']);
  return names.map((name) => {
    const plain = visibleLine(name).replace(/[[\]:*?/\\]|^'|'$/g, '_') || '_';
    let sheet = cutTo(plain, MOST_NAME);
    for (let i = 2; used.has(sheet.toLowerCase()); ++i) {
      sheet = `${cutTo(plain, MOST_NAME - 1 - String(i).length)} ${i}`;
    }
    used.add(sheet.toLowerCase());
    return sheet;
  });
}

/** At most `length` code units, without a lone surrogate at the end. */
const cutTo = (text: string, length: number) =>
  text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

function sheetOf(table: PaperTable) {
  const grid = gridOf(table);
  const title = table.title === undefined ? [] : [[textCell(table.title)]];
  const lines = edgedLines(grid);
  const rows = lines.map(({ cells }) =>
    cells.flatMap((cell, j) => excelCells(cell, j === 0, table)),
  );
  const notes = table.notes.map((note) => [textCell(note)]);
  const { widths = {}, wide } = table.layout ?? {};
  const columns = columnWidths(grid).map((characters, j) => {
    const natural = Math.min(characters, j === 0 ? MOST_LABEL : MOST_NUMBER) + PADDING;
    return { width: (j === 0 ? widths.labels : widths.columns) ?? natural };
  });
  const isHead = ({ kind }: EdgedLine) => kind === 'head' || kind === 'span';
  return {
    data: [...title, ...rows, ...notes],
    columns,
    showGridLines: false,
    // Headings and labels stay in sight of a table that is scrolled.
    stickyRowsCount: title.length + lines.filter(isHead).length,
    stickyColumnsCount: 1,
    ...(wide !== 'scale' && { orientation: 'landscape' as const }),
  };
}

const textCell = (text: string): Writer.CellObject => ({ value: excelText(text), type: String });

const borders = { heavy: 'medium', light: 'thin' } as const;

/** The cell, and empty ones below the span of a heading. */
function excelCells(
  { text, span, cell, top, bottom, style: set = {} }: EdgedCell,
  isLabel: boolean,
  { marks, layout }: PaperTable,
): Writer.Cell[] {
  const format = cell?.value === undefined ? undefined : numberFormat(text, cell.value, marks);
  const content: Writer.CellObject =
    format === undefined ? textCell(text) : { value: cell!.value!, type: Number, format };
  const { font = {} } = layout ?? {};
  const style = {
    ...(font.family !== undefined && { fontFamily: font.family }),
    ...(font.size !== undefined && { fontSize: font.size }),
    ...(set.bold === true && { fontWeight: 'bold' as const }),
    ...(set.italic === true && { fontStyle: 'italic' as const }),
    ...(set.color !== undefined && { textColor: set.color }),
    ...(set.fill !== undefined && { backgroundColor: set.fill }),
    ...border('top', top),
    ...border('bottom', bottom),
    ...(isLabel ? { wrap: text.length > MOST_LABEL } : ({ align: 'center' } as const)),
    ...(span > 1 && { columnSpan: span }),
  };
  const covered = Array.from({ length: span - 1 }, (): Writer.Cell => null);
  return [{ ...content, ...style }, ...covered];
}

function border(side: 'top' | 'bottom', edge: Edge): Partial<Writer.CellObject> {
  return edge === undefined ? {} : { [`${side}BorderStyle`]: borders[edge] };
}

/** The format with which Excel shows the number as `text`; undefined if there is none. */
function numberFormat(
  text: string,
  value: number,
  marks: PaperTable['marks'] = usualMarks,
): string | undefined {
  const number = numberIn(text, marks);
  if (number === undefined || !Number.isFinite(value)) return undefined;
  const { open, decimals, close, stars } = number;
  const isBare = /^-?$/.test(number.whole);
  const grouped = marks.thousands !== '' && text.includes(marks.thousands) ? '#,##0' : '0';
  const whole = isBare ? '' : grouped;
  const digits = decimals === '' ? whole : `${whole}.${'0'.repeat(decimals.length)}`;
  const quoted = (around: string) => (around === '' ? '' : `"${around}"`);
  return quoted(open) + digits + quoted(close + stars);
}
