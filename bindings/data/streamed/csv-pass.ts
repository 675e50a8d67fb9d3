/** The columns of one pass over a text table. */
import type { Trailing } from '../readers/csv/batches.js';
import type { CellFormat } from '../readers/csv/cells/context.js';
import type { CommaColumns } from '../readers/csv/cells/comma-columns.js';
import { hasPoint } from '../cells/styles.js';
import type { Wanted } from '../readers/csv/columns.js';
import { cellText, type Grid } from '../readers/csv/grid.js';
import { mayHaveTotals } from '../readers/csv/parse.js';
import { addTotals, type TotalRows } from '../readers/csv/cells/total-cells.js';
import { FileRowsBuilder } from '../readers/file-rows.js';
import { type DeclaredCells, StreamedNumbers, StreamedTexts } from './csv-columns.js';

interface PassOptions {
  readonly format: CellFormat;
  /** Columns without a name, which are left out if they are empty. */
  readonly blank: readonly Wanted[];
  /** Columns that are not kept, but whose cells must be of their declared types. */
  readonly declared?: readonly DeclaredCells[];
  /** True if no column can be numbers. */
  readonly asText?: boolean;
  /** Finds decimal commas. */
  readonly commas?: CommaColumns | undefined;
  /** Finds rows of totals by the columns of these names. */
  readonly totals?: TotalRows;
  readonly names?: readonly string[];
}

/** Cells so far; undefined for a column that turned out to be no numbers after its first cells were gone. */
type Cells = StreamedNumbers | StreamedTexts | undefined;

export class CsvPass {
  readonly lines = new FileRowsBuilder();
  readonly cells: Cells[];
  readonly #blank: Set<number>;
  readonly #declared: readonly DeclaredCells[];
  readonly #commas: CommaColumns | undefined;
  readonly #names: readonly string[];
  readonly totals: TotalRows | undefined;
  /** The text of the last rows, which rows of one chunk share. */
  #text = '';
  #hasTotals = false;
  /** Columns of numbers with points next to columns with decimal commas. */
  readonly pointed = new Set<Wanted>();
  /** Rows of each block. */
  readonly rows: number[] = [];
  nrows = 0;
  /** Rows of the present block. */
  blockRows = 0;
  trailing: Trailing = { count: 0, line: 0 };

  constructor(
    readonly wanted: readonly Wanted[],
    { format, blank, declared = [], asText = false, commas, totals, names = [] }: PassOptions,
  ) {
    this.totals = totals;
    this.#names = names;
    this.#commas = commas;
    this.#declared = declared;
    this.#blank = new Set(blank.map(({ index }) => index));
    this.cells = wanted.map((one) =>
      asText || !mayBeNumbers(one) ? new StreamedTexts(one) : new StreamedNumbers(one, format),
    );
  }

  add(grid: Grid): void {
    const { nrows, lines } = grid;
    for (let i = 0; i < nrows; i++) this.lines.add(this.nrows + i, lines[i]!);
    this.cells.forEach((cells, j) => {
      this.cells[j] = this.#added(cells, grid);
    });
    this.#commas?.add(grid);
    this.#addTotals(grid);
    for (const declared of this.#declared) declared.check(grid);
    for (const index of this.#blank) if (hasText(grid, index)) this.#blank.delete(index);
    this.nrows += nrows;
    this.blockRows += nrows;
  }

  #addTotals(grid: Grid): void {
    if (this.totals === undefined) return;
    if (grid.text !== this.#text) {
      this.#text = grid.text;
      this.#hasTotals = mayHaveTotals(grid.text);
    }
    if (this.#hasTotals) addTotals(this.totals, this.#names, grid);
    else this.totals.addRows(grid.nrows);
  }

  #added(cells: Cells, grid: Grid): Cells {
    if (cells === undefined || cells.add(grid)) return cells;
    cells.spill.close();
    if (this.nrows > 0) return undefined;
    const texts = new StreamedTexts(cells.wanted);
    texts.add(grid);
    return texts;
  }

  endBlock(): void {
    for (const cells of this.cells) cells?.endBlock();
    this.rows.push(this.blockRows);
    this.blockRows = 0;
  }

  addTrailing({ count, line }: Trailing): void {
    const { trailing } = this;
    this.trailing = {
      count: trailing.count + count,
      line: trailing.count > 0 ? trailing.line : line,
    };
  }

  /** True for a column without a name and without a cell. */
  isEmpty(index: number): boolean {
    return this.#blank.has(index);
  }

  /** Gives up the columns that are not numbers although they were read as such. */
  takeLate(): Wanted[] {
    const hasCommas = this.#commas?.first() !== undefined;
    return this.wanted.filter((one, j) => {
      const cells = this.cells[j];
      if (!(cells instanceof StreamedNumbers)) return cells === undefined;
      const isPointed = hasCommas && one.type === undefined && hasPoint(cells.styles);
      if (isPointed) this.pointed.add(one);
      else if (cells.finish() !== undefined) return false;
      cells.spill.close();
      this.cells[j] = undefined;
      return true;
    });
  }

  close(): void {
    for (const cells of this.cells) cells?.spill.close();
  }
}

/** True for columns without a declared type, and for those declared to be numbers. */
function mayBeNumbers({ type }: Wanted): boolean {
  return type === undefined || type === 'number';
}

/** True if a column has a cell that is not empty. */
function hasText(grid: Grid, j: number): boolean {
  const { nrows, width } = grid;
  for (let i = 0; i < nrows; i++) if (cellText(grid, i * width + j).trim() !== '') return true;
  return false;
}
