/** The columns of a text table that is read in chunks: numbers and codes of texts, in temporary files. */
import { type NamedComma, pointedColumn } from '../readers/csv/cells/comma-columns.js';
import { declaredColumn } from '../readers/csv/cells/declared.js';
import type { CellFormat, ColumnContext, ReadColumn } from '../readers/csv/cells/context.js';
import { inferColumn } from '../readers/csv/cells/infer.js';
import { NumberCells } from '../readers/csv/cells/number-cells.js';
import type { Styles } from '../cells/styles.js';
import type { Wanted } from '../readers/csv/columns.js';
import { TextCells } from '../readers/csv/cells/texts/text-cells.js';
import type { Grid } from '../readers/csv/grid.js';
import { countKinds } from '../readers/csv/warnings.js';
import { Spill } from './spill.js';
import { noNumbers, type StreamedColumn } from './streamed-column.js';
import { TextCodes } from './text-codes.js';

/** The numbers of a column, collected while the file is read. */
export class StreamedNumbers {
  readonly spill = new Spill('float');
  readonly missing = new Map<string, number>();
  readonly #cells: NumberCells;

  constructor(
    readonly wanted: Wanted,
    format: CellFormat,
  ) {
    this.#cells = new NumberCells(format);
  }

  /** Adds the cells of a block; false if one is no number. */
  add(grid: Grid): boolean {
    return this.#cells.add(grid, this.wanted.index);
  }

  get styles(): Styles {
    return this.#cells.styles;
  }

  /** Ends a block. */
  endBlock(): void {
    const { values, missing } = this.#cells.take();
    if (missing !== undefined) countKinds(missing, this.missing);
    this.spill.add(values);
  }

  /** The column, or undefined if doubles would change its integers. */
  finish(): StreamedColumn | undefined {
    const { name } = this.wanted;
    const read = this.#cells.finish(name);
    if (read === undefined) return undefined;
    const { warnings } = read;
    const { spill, missing } = this;
    return {
      name,
      spill,
      like: noNumbers,
      distinct: undefined,
      codes: undefined,
      missing,
      warnings,
    };
  }
}

/** Texts by their numbers among the distinct ones, to be typed when all are there. */
export class StreamedTexts {
  readonly spill = new Spill('code');
  readonly codes: TextCodes;

  constructor(readonly wanted: Wanted) {
    this.codes = new TextCodes(wanted.name);
  }

  add(grid: Grid): boolean {
    this.codes.add(grid, this.wanted.index);
    return true;
  }

  endBlock(): void {
    this.spill.add(this.codes.take());
  }

  /** The column; `comma` makes one of numbers with points text. */
  finish(
    format: CellFormat,
    lineOf: (row: number) => number,
    { subject, comma }: { readonly subject: string; readonly comma?: NamedComma | undefined },
  ): StreamedColumn {
    const { name, type } = this.wanted;
    const { codes, spill } = this;
    const context: ColumnContext = {
      name,
      format,
      lineOf: (distinct) => lineOf(codes.firstRows[distinct]!),
      countOf: (distinct) => codes.counts[distinct]!,
    };
    const cells = codes.cells();
    const read =
      comma !== undefined
        ? pointedColumn(cells, context, comma)
        : type === undefined
          ? inferColumn(cells, context)
          : declaredColumn(cells, type, context, subject);
    const { column, warnings } = read;
    return {
      name,
      spill,
      like: column,
      distinct: column,
      codes,
      missing: countCodes(read, codes),
      warnings,
    };
  }
}

/** Checks the cells of a column that no model names: they must have the declared type, and are not kept. */
export class DeclaredCells {
  constructor(
    private readonly wanted: Wanted,
    private readonly format: CellFormat,
    private readonly subject: string,
  ) {}

  /** Throws InputError `bad-cell` for the first cell that is not of the type. */
  check(grid: Grid): void {
    const { name, index, type } = this.wanted;
    const cells = new TextCells();
    cells.add(grid, index);
    const lineOf = (row: number): number => grid.lines[row]!;
    const countOf = (cell: number): number => cells.countOf(cell);
    const context = { name, format: this.format, lineOf, countOf };
    declaredColumn(cells, type!, context, this.subject);
  }
}

/** Cells with each missing code, from the distinct ones. */
function countCodes({ column }: ReadColumn, { counts }: TextCodes): Map<string, number> {
  const byCode = new Map<string, number>();
  column.missing?.codes.forEach((kind, distinct) => {
    if (kind === 0) return;
    const code = column.missing!.names[kind - 1]!;
    byCode.set(code, (byCode.get(code) ?? 0) + counts[distinct]!);
  });
  return byCode;
}
