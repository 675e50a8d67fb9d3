/**
 * The columns of a text table. Numbers are converted as they are read; other cells stay texts until all have been read.
 */
import { type FileRows, rowNumber } from '../../place.js';
import { FileRowsBuilder } from '../file-rows.js';
import type { ColumnType } from '../options.js';
import { eachBatch, type Trailing } from './batches.js';
import type { CellFormat, ColumnContext, ReadColumn } from './cells/context.js';
import { CommaColumns, type NamedComma, pointedColumn } from './cells/comma-columns.js';
import { declaredColumn } from './cells/declared.js';
import { inferColumn } from './cells/infer.js';
import { NumberCells } from './cells/number-cells.js';
import { Spellings } from './cells/spellings.js';
import { hasPoint, mayRepeat } from '../../cells/styles.js';
import { TextCells } from './cells/texts/text-cells.js';
import type { Grid } from './grid.js';
import type { Layout } from './layout.js';
import { CellPlaces } from './scanner.js';

/** A column to read, which is cell `index` of each row. */
export interface Wanted {
  readonly name: string;
  readonly index: number;
  readonly type: ColumnType | undefined;
}

export interface ReadColumns {
  readonly nrows: number;
  readonly columns: readonly ReadColumn[];
  readonly trailing: Trailing;
  /** The line of the file in which a row starts. */
  readonly lineOf: (row: number) => number;
  /** The positions of the table's rows in the file. */
  readonly fileRows?: FileRows;
}

/** Cells so far; undefined for a column that turned out not to be numeric after its first cells were discarded. */
type Cells = NumberCells | TextCells | undefined;
/** A numeric column; otherwise undefined. */
type Numbers = ReadColumn | undefined;

/**
 * Reads the columns in one pass. A column that is numeric in the first batch but not in a later one needs a second
 * pass, and so does one of integers that doubles would round. `onRows` receives the position in the text after the rows
 * read in the first pass, and their number.
 */
export function readColumns(
  layout: Layout,
  wanted: readonly Wanted[],
  format: CellFormat,
  onRows?: (end: number, nrows: number) => void,
): ReadColumns {
  const lines = new FileRowsBuilder();
  const cells: Cells[] = wanted.map(({ type }) =>
    type === undefined ? new NumberCells(format) : new TextCells(),
  );
  const commas = format.undeclared ? new CommaColumns(layout.dialect.delimiter) : undefined;
  let nrows = 0;
  const take = (batch: Grid): void => {
    commas?.add(batch);
    for (let i = 0; i < batch.nrows; i++) lines.add(nrows + i, batch.lines[i]!);
    wanted.forEach(({ index }, j) => {
      cells[j] = added(cells[j], batch, index, nrows);
    });
    nrows += batch.nrows;
    onRows?.(batch.end, nrows);
  };
  const { trailing } = eachBatch(layout, take, new CellPlaces());
  const lineOf = (row: number): number => rowNumber(row, lines);
  if (commas?.first() !== undefined) {
    eachBatch(layout, (batch) => commas.check(batch), new CellPlaces());
  }
  const comma = namedComma(layout, commas);
  const isDoubtful = (column: Cells): boolean =>
    comma !== undefined && column instanceof NumberCells && hasPoint(column.styles);
  const numbers = cells.map((column, j) =>
    column instanceof NumberCells && !isDoubtful(column)
      ? column.finish(wanted[j]!.name)
      : undefined,
  );
  const texts = withLateTexts(layout, wanted, cells, numbers);
  const spellings = spellingsOf(layout, wanted, { cells, numbers }, format);
  const columns = wanted.map(({ name, type }, j): ReadColumn => {
    const number = numbers[j];
    if (number !== undefined) {
      const { styles } = cells[j] as NumberCells;
      return { ...withSpellings(number, name, spellings.get(j)), styles };
    }
    const cellTexts = texts[j]!;
    const context: ColumnContext = {
      name,
      format,
      lineOf: (cell) => lineOf(cellTexts.firstRow(cell)),
      countOf: (cell) => cellTexts.countOf(cell),
    };
    const read = isDoubtful(cells[j])
      ? pointedColumn(cellTexts, context, comma!)
      : type === undefined
        ? inferColumn(cellTexts, context)
        : declaredColumn(cellTexts, type, context, layout.body.subject);
    return { ...read, column: cellTexts.expanded(read.column) };
  });
  return { nrows, columns, trailing, lineOf, ...lines.finish() };
}

/** A second pass over numeric columns in which two texts may be the same number. */
function spellingsOf(
  layout: Layout,
  wanted: readonly Wanted[],
  { cells, numbers }: { readonly cells: readonly Cells[]; readonly numbers: readonly Numbers[] },
  format: CellFormat,
): ReadonlyMap<number, Spellings> {
  const doubtful = wanted.flatMap((_, j): [number, Spellings][] => {
    const [column, read] = [cells[j], numbers[j]?.column];
    const isDoubtful =
      column instanceof NumberCells &&
      read?.kind === 'number' &&
      mayRepeat(column.styles, () => [read.values]);
    return isDoubtful ? [[j, new Spellings(format)]] : [];
  });
  if (doubtful.length > 0) {
    const take = (batch: Grid): void => {
      for (const [j, column] of doubtful) column.add(batch, wanted[j]!.index);
    };
    eachBatch(layout, take, new CellPlaces());
  }
  return new Map(doubtful);
}

function withSpellings(read: ReadColumn, name: string, spellings?: Spellings): ReadColumn {
  const { column, warnings } = read;
  if (spellings === undefined || column.kind !== 'number') return read;
  return { column, warnings: [...warnings, ...spellings.warnings(name, [column.values])] };
}

/** A decimal comma of the file, with the name of its column. */
export function namedComma(
  { header }: Layout,
  commas: CommaColumns | undefined,
): NamedComma | undefined {
  const comma = commas?.first();
  return comma && { ...comma, name: header.cells[comma.column]!.trim() };
}

function added(cells: Cells, batch: Grid, index: number, nrows: number): Cells {
  if (cells instanceof NumberCells) {
    if (cells.add(batch, index)) return cells;
    return nrows === 0 ? added(new TextCells(), batch, index, 0) : undefined;
  }
  cells?.add(batch, index);
  return cells;
}

/** Texts of all columns that are not numeric; a second pass reads those that are missing. */
function withLateTexts(
  layout: Layout,
  wanted: readonly Wanted[],
  cells: readonly Cells[],
  numbers: readonly (ReadColumn | undefined)[],
): (TextCells | undefined)[] {
  const late: { readonly index: number; readonly texts: TextCells }[] = [];
  const texts = cells.map((column, j) => {
    if (column instanceof TextCells || numbers[j] !== undefined) {
      return column instanceof TextCells ? column : undefined;
    }
    const read = { index: wanted[j]!.index, texts: new TextCells() };
    late.push(read);
    return read.texts;
  });
  if (late.length > 0) {
    const take = (batch: Grid): void => {
      for (const column of late) column.texts.add(batch, column.index);
    };
    eachBatch(layout, take, new CellPlaces());
  }
  return texts;
}
