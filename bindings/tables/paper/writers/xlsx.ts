/** A table as an Excel sheet: full numbers, shown as the table prints them. */
import type * as Writer from 'write-excel-file/universal';
import { optionalPackage } from '../../../data/optional-package.js';
import { gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { type Edge, type EdgedCell, edgedLines } from './edges.js';

/** Widths of columns in characters. */
const LABEL_WIDTH = 32;
const NUMBER_WIDTH = 14;

/** @throws InputError `missing-package` without write-excel-file */
export async function paperXlsx(table: PaperTable): Promise<Uint8Array> {
  const writer = await optionalPackage(
    'write-excel-file',
    'tables in Excel',
    () => import('write-excel-file/universal'),
  );
  const grid = gridOf(table);
  const title = table.title === undefined ? [] : [[textCell(table.title)]];
  const rows = edgedLines(grid).map(({ cells }) => cells.flatMap(excelCells));
  const notes = table.notes.map((note) => [textCell(note)]);
  const columns = Array.from({ length: grid.columns + 1 }, (_, j) => ({
    width: j === 0 ? LABEL_WIDTH : NUMBER_WIDTH,
  }));
  const file = writer.default([...title, ...rows, ...notes], { columns, showGridLines: false });
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

const textCell = (text: string): Writer.Cell => ({ value: text, type: String });

const borders = { heavy: 'medium', light: 'thin' } as const;

/** The cell, and empty ones below the span of a heading. */
function excelCells({ text, span, cell, top, bottom }: EdgedCell): Writer.Cell[] {
  const format = cell?.value === undefined ? undefined : numberFormat(text, cell.value);
  const content: Writer.CellObject =
    format === undefined
      ? { value: text, type: String }
      : { value: cell!.value!, type: Number, format };
  const style = {
    ...border('top', top),
    ...border('bottom', bottom),
    ...(cell !== undefined || span > 1 ? ({ align: 'center' } as const) : {}),
    ...(span > 1 && { columnSpan: span }),
  };
  const covered = Array.from({ length: span - 1 }, (): Writer.Cell => null);
  return [{ ...content, ...style }, ...covered];
}

function border(side: 'top' | 'bottom', edge: Edge): Partial<Writer.CellObject> {
  return edge === undefined ? {} : { [`${side}BorderStyle`]: borders[edge] };
}

/** The format with which Excel shows the number as `text`; undefined if no format of Excel does. */
function numberFormat(text: string, value: number): string | undefined {
  const match = /^([([]?)(-?[\d,]+(?:\.(\d+))?)([)\]]?)(\**)$/.exec(text);
  if (match === null || !Number.isFinite(value)) return undefined;
  const [, open = '', number = '', decimals = '', close = '', stars = ''] = match;
  const whole = number.includes(',') ? '#,##0' : '0';
  const digits = decimals === '' ? whole : `${whole}.${'0'.repeat(decimals.length)}`;
  const quoted = (around: string) => (around === '' ? '' : `"${around}"`);
  return quoted(open) + digits + quoted(close + stars);
}
