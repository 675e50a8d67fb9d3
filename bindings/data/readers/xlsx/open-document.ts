/** OpenDocument spreadsheets (.ods), as LibreOffice writes them: the cells of all sheets are in one member. */
import { damagedMember } from '../../../words/errors/readers/packed.js';
import { noSheets } from '../../../words/errors/readers/xlsx.js';
import type { Archive } from '../bytes/zip-archive.js';
import { isoDate } from '../cell-column.js';
import { FileError } from '../damage.js';
import { addressOf, type Region } from './address.js';
import { cellsOf, type Sheet, type SheetCell, writtenNumber } from './sheet.js';
import { requiredMember, type WorkbookSheet } from './workbook.js';
import { type Attributes, parseXml } from './xml.js';

const content = 'content.xml';

/** True for an archive with the cells of OpenDocument; workbooks of Excel have no such member. */
export function isOpenDocument(archive: Archive): boolean {
  return archive.member(content) !== undefined;
}

/** Most rows of a sheet. */
const ROWS = 1_048_576;
/** Most columns of a sheet. */
const COLUMNS = 16_384;
/** Most cells with values: a few bytes can repeat one many times. */
const CELLS = 2 ** 24;

export interface OpenSheet extends WorkbookSheet {
  readonly sheet: Sheet;
}

/** Reads all sheets in one pass; with `shown`, numbers are the texts of their cells. */
export function readOpenDocument(archive: Archive, shown = false): OpenSheet[] {
  const sheets: OpenSheet[] = [];
  /** Styles of sheets that are hidden. */
  const hiddenStyles = new Set<string>();
  let style = '';
  let reader: SheetReader | undefined;
  parseXml(requiredMember(archive, content), content, {
    open(name, attribute) {
      if (name === 'style') style = attribute('name') ?? '';
      else if (name === 'table-properties' && attribute('display') === 'false') {
        hiddenStyles.add(style);
      } else if (name === 'table' && reader === undefined) {
        reader = new SheetReader(attribute('name') ?? '', attribute('style-name') ?? '', shown);
      } else reader?.open(name, attribute);
    },
    close(name) {
      if (name !== 'table' || reader === undefined || reader.depth > 0) reader?.close(name);
      else {
        const { name: title, styleName, sheet } = reader;
        sheets.push({ name: title, hidden: hiddenStyles.has(styleName), path: content, sheet });
        reader = undefined;
      }
    },
    text: (part) => reader?.text(part),
  });
  if (sheets.length === 0) throw new FileError(noSheets());
  return sheets;
}

/** A cell as its tags say it. */
interface OpenCell {
  readonly type: string | undefined;
  readonly value: string | undefined;
  readonly isError: boolean;
  readonly hasFormula: boolean;
  readonly repeated: number;
  readonly rows: number;
  readonly columns: number;
  text: string;
  paragraphs: number;
}

class SheetReader {
  readonly #rows = new Map<number, Map<number, SheetCell>>();
  readonly #merged: Region[] = [];
  readonly #uncomputed: string[] = [];
  readonly #hidden = { rows: new Set<number>(), columns: new Set<number>() };
  #ncells = 0;
  #row = 0;
  #repeated = 1;
  #column = 0;
  /** Columns that are declared so far. */
  #ncolumns = 0;
  #cell: OpenCell | undefined;
  #inText = false;
  /** Inside notes, drawings and tables in cells, whose texts are none of the cell. */
  depth = 0;

  constructor(
    readonly name: string,
    readonly styleName: string,
    readonly shown: boolean,
  ) {}

  get sheet(): Sheet {
    const [merged, uncomputed, hidden] = [this.#merged, this.#uncomputed, this.#hidden];
    return { rows: this.#rows, merged, uncomputed, hidden };
  }

  open(name: string, attribute: Attributes): void {
    if (this.depth > 0 || others.includes(name)) {
      if (others.includes(name)) this.depth++;
      return;
    }
    switch (name) {
      case 'table-column':
        return this.#openColumn(attribute);
      case 'table-row':
        return this.#openRow(attribute);
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = openCell(attribute);
        return;
      case 'p':
        this.#inText = this.#cell !== undefined;
        if (this.#cell !== undefined && this.#cell.paragraphs++ > 0) this.#cell.text += '\n';
        return;
      case 's':
        return this.text(' '.repeat(countOf(attribute('c'), COLUMNS)));
      case 'tab':
        return this.text('\t');
      case 'line-break':
        return this.text('\n');
    }
  }

  close(name: string): void {
    if (others.includes(name)) this.depth--;
    else if (this.depth > 0) return;
    else if (name === 'p') this.#inText = false;
    else if (name === 'table-row') this.#row += this.#repeated;
    else if (name.endsWith('table-cell')) this.#closeCell();
  }

  text(part: string): void {
    if (this.#inText && this.depth === 0) this.#cell!.text += part;
  }

  #openColumn(attribute: Attributes): void {
    const repeated = countOf(attribute('number-columns-repeated'), COLUMNS - this.#ncolumns);
    if (isHidden(attribute)) {
      for (let i = 0; i < repeated; i++) this.#hidden.columns.add(this.#ncolumns + i);
    }
    this.#ncolumns += repeated;
  }

  #openRow(attribute: Attributes): void {
    this.#repeated = countOf(attribute('number-rows-repeated'), ROWS - this.#row);
    this.#column = 0;
    if (!isHidden(attribute)) return;
    // Rows without cells at the end of the sheet are repeated a million times.
    const count = Math.min(this.#repeated, COLUMNS);
    for (let i = 0; i < count; i++) this.#hidden.rows.add(this.#row + i);
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined) return;
    const [row, column] = [this.#row, this.#column];
    const repeated = Math.min(cell.repeated, COLUMNS - column);
    this.#column += repeated;
    const value = (this.shown && textOf(cell.text)) || valueOf(cell);
    if (cell.rows > 1 || cell.columns > 1) {
      const [bottom, right] = [row + cell.rows - 1, column + cell.columns - 1];
      this.#merged.push({ top: row, left: column, bottom, right });
    }
    if (value === undefined) {
      if (cell.hasFormula && cell.type === undefined) this.#uncomputed.push(addressOf(row, column));
      return;
    }
    this.#ncells += repeated * this.#repeated;
    if (this.#ncells > CELLS) throw new FileError(damagedMember({ path: content }));
    for (let i = 0; i < this.#repeated; i++) {
      const cells = cellsOf(this.#rows, row + i);
      for (let j = 0; j < repeated; j++) cells.set(column + j, value);
    }
  }
}

/** Tags whose contents are no cells of the sheet. */
const others: readonly string[] = [
  'annotation',
  'shapes',
  'forms',
  'table',
  'frame',
  'custom-shape',
];

function countOf(written: string | undefined, most: number): number {
  const count = Number(written ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, Math.max(1, most)) : 1;
}

function isHidden(attribute: Attributes): boolean {
  return ['collapse', 'filter'].includes(attribute('visibility') ?? '');
}

function openCell(attribute: Attributes): OpenCell {
  const type = attribute('office:value-type');
  return {
    type,
    value:
      type === undefined
        ? undefined
        : attribute(
            { date: 'date-value', boolean: 'boolean-value', string: 'string-value' }[type] ??
              'value',
          ),
    isError: attribute('calcext:value-type') === 'error',
    hasFormula: attribute('formula') !== undefined,
    repeated: countOf(attribute('number-columns-repeated'), COLUMNS),
    rows: countOf(attribute('number-rows-spanned'), ROWS),
    columns: countOf(attribute('number-columns-spanned'), COLUMNS),
    text: '',
    paragraphs: 0,
  };
}

function valueOf({ type, value = '', isError, text }: OpenCell): SheetCell | undefined {
  if (isError) return { error: text };
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency':
      return Number.isNaN(Number(value || NaN)) ? textOf(text) : writtenNumber(value);
    case 'date':
      return isoDate(value) ?? textOf(value || text);
    case 'boolean':
      return value === 'true';
    case undefined:
      return undefined;
    default:
      return textOf(text || (type === 'string' ? value : ''));
  }
}

function textOf(text: string): SheetCell | undefined {
  return text === '' ? undefined : text;
}
