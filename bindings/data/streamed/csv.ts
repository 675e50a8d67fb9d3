/** A text table that is read once, in chunks, with the columns that are named in temporary files. */
import { InputError } from '../../core/errors/errors.js';
import { CommaColumns } from '../readers/csv/cells/comma-columns.js';
import type { CellFormat } from '../readers/csv/cells/context.js';
import { Spellings } from '../readers/csv/cells/spellings.js';
import { mayRepeat } from '../cells/styles.js';
import { namedComma, type Wanted } from '../readers/csv/columns.js';
import { eachBatch } from '../readers/csv/batches.js';
import { headingRows, layoutOf } from '../readers/csv/layout.js';
import { namesOf } from '../readers/csv/names.js';
import { type CsvOptions, formatOf, marking, wantedColumns } from '../readers/csv/parse.js';
import { CellPlaces } from '../readers/csv/scanner.js';
import { chosenEncoding } from '../readers/bytes/decode.js';
import { TotalRows } from '../readers/csv/cells/total-cells.js';
import type { ByteFile } from '../readers/bytes/byte-file.js';
import { CsvPass } from './csv-pass.js';
import { DeclaredCells, StreamedNumbers } from './csv-columns.js';
import { blocksOf, type CsvFile, csvTable } from './csv-table.js';
import { LineChunks } from './line-chunks.js';
import type { Part } from '../readers/csv/scanner.js';
import { MOST_CHARACTERS } from '../readers/limits.js';
import { withoutEmptyEnd } from '../readers/csv/source.js';
import type { StreamedTable, StreamSettings } from './streamed-table.js';
import { noLines } from '../../words/errors/readers/csv.js';

/** Maximum characters of a record. Otherwise a quote that never closes would keep the rest of the file in memory. */
const LONGEST = 2 * MOST_CHARACTERS;

class RecordChunks {
  #held: string;
  #line: number;

  /** Starts with the text after the header, in line `line` of the file. */
  constructor(
    private readonly subject: string,
    { text, line }: Pick<Part, 'text' | 'line'>,
  ) {
    this.#held = text;
    this.#line = line;
  }

  /**
   * Passes held text and more lines to `read`, which returns the position and line after the last complete record;
   * without more lines, the end of the file. Trailing empty lines are held, because they count only if other lines
   * follow.
   */
  add(
    more: string | undefined,
    read: (part: Part) => { readonly end: number; readonly line: number },
  ): void {
    const text = more === undefined ? withoutEmptyEnd(this.#held) : this.#held + more;
    const length = more === undefined ? text.length : contentEnd(text);
    this.#held = text;
    if (length === 0) return;
    const isOpen = more !== undefined && length <= LONGEST;
    const part = { text: text.slice(0, length), start: 0, line: this.#line, isOpen };
    const { end, line } = read({ ...part, subject: this.subject });
    this.#held = text.slice(end);
    this.#line = line;
  }
}

/** The place after the last line that has more than spaces and a line end, 0 if there is none. */
function contentEnd(text: string): number {
  let last = text.length - 1;
  while (last >= 0 && (text[last] === '\n' || text[last] === ' ')) last--;
  return text.indexOf('\n', last) + 1;
}

/** Bytes in which the header, the delimiter and the encoding are found. */
const HEAD = 1 << 20;
/** Bytes parsed at a time: their rows are short-lived, so V8 copies few of them. */
const CHUNK = 1 << 17;
/** Least rows of a block. */
const BLOCK_ROWS = 1 << 14;

/**
 * Reads the columns chosen by `isNamed`. A column that is numeric at first and text later needs a second pass, and so
 * do integers that doubles would change.
 *
 * @throws InputError as `parseCsv`, also `too-many-texts`, `temporary-file`
 */
export async function streamCsv(
  file: ByteFile,
  options: CsvOptions,
  { isNamed, chunkBytes = CHUNK, blockRows = BLOCK_ROWS, onProgress }: StreamSettings,
): Promise<StreamedTable> {
  const { name: subject = 'CSV' } = options;
  const encoding = await encodingOf(file, options.encoding);
  await Promise.all([headingRows.load(), marking.load()]);
  const layout = layoutOf(await headOf(file, encoding, subject), subject, options);
  const names = namesOf(layout, subject, options.header !== undefined);
  const all = wantedColumns(names, options, subject);
  const wanted = all.filter(({ name }) => isNamed(name));
  const unnamed = all.filter(({ name, type }) => type !== undefined && !isNamed(name));
  const format = formatOf(options, layout.dialect.delimiter);
  const csv: CsvFile = { file, encoding, layout, chunkBytes, blockRows };
  const commas = format.undeclared ? new CommaColumns(layout.dialect.delimiter) : undefined;
  const first = new CsvPass(wanted, {
    format,
    commas,
    totals: new TotalRows(),
    names: names.names,
    blank: all.filter(({ index }) => names.blank[index]),
    declared: unnamed.map((one) => new DeclaredCells(one, format, layout.body.subject)),
  });
  let second: CsvPass | undefined;
  try {
    const { lines } = await readAll(csv, first, (bytesRead) => {
      onProgress?.({ bytesRead, bytes: file.bytes, rows: first.nrows });
    });
    if (commas?.first() !== undefined) {
      await readAll(csv, {
        blockRows: 0,
        add: (grid) => commas.check(grid),
        addTrailing: () => undefined,
        endBlock: () => undefined,
      });
    }
    const late = first.takeLate();
    if (late.length > 0) {
      second = new CsvPass(late, { format, blank: [], asText: true });
      await readAll(csv, second);
    }
    const comma = namedComma(layout, commas);
    const spellings = await spellingsOf(csv, first, format);
    return csvTable({ csv, names, all, wanted, first, second, lines, options, comma, spellings });
  } catch (error) {
    first.close();
    second?.close();
    throw error;
  }
}

/** A further pass over the columns of numbers of which two texts may be one number. */
async function spellingsOf(
  csv: CsvFile,
  { wanted, cells, rows }: CsvPass,
  format: CellFormat,
): Promise<ReadonlyMap<Wanted, Spellings>> {
  const doubtful = new Map<Wanted, Spellings>();
  wanted.forEach((one, j) => {
    const column = cells[j];
    const isDoubtful =
      column instanceof StreamedNumbers &&
      one.type === undefined &&
      mayRepeat(column.styles, () => blocksOf(column.spill, rows));
    if (isDoubtful) doubtful.set(one, new Spellings(format));
  });
  if (doubtful.size === 0) return doubtful;
  await readAll(csv, {
    blockRows: 0,
    add(grid) {
      for (const [{ index }, column] of doubtful) column.add(grid, index);
    },
    addTrailing: () => undefined,
    endBlock: () => undefined,
  });
  return doubtful;
}

async function encodingOf(file: ByteFile, given: string | undefined): Promise<string> {
  const head = new Uint8Array(4);
  const count = await file.read(head, 0);
  return chosenEncoding(head.subarray(0, count), file.name, given);
}

async function headOf(file: ByteFile, encoding: string, subject: string): Promise<string> {
  const lines = new LineChunks(file, encoding, HEAD);
  const text = (await lines.next()) ?? '';
  const head = lines.isAtEnd ? withoutEmptyEnd(text) : text;
  if (/\S/.test(head)) return head;
  throw new InputError(noLines(), subject);
}

/** Gives all rows to a pass, chunk by chunk. */
async function readAll(
  { file, encoding, layout, chunkBytes, blockRows }: CsvFile,
  pass: Pick<CsvPass, 'add' | 'addTrailing' | 'blockRows' | 'endBlock'>,
  onChunk: (bytesRead: number) => void = () => undefined,
): Promise<{ readonly lines: LineChunks }> {
  const lines = new LineChunks(file, encoding, chunkBytes);
  const { body } = layout;
  let text = '';
  while (text.length < body.start) {
    const more = await lines.next();
    if (more === undefined) break;
    text += more;
  }
  const places = new CellPlaces();
  const records = new RecordChunks(body.subject, { text: text.slice(body.start), line: body.line });
  for (;;) {
    const next = await lines.next();
    records.add(next, (part) => {
      const ended = eachBatch({ ...layout, body: part }, (grid) => pass.add(grid), places);
      pass.addTrailing(ended.trailing);
      if (pass.blockRows >= blockRows) pass.endBlock();
      return ended;
    });
    onChunk(file.storedBefore(lines.place));
    if (next === undefined) break;
  }
  if (pass.blockRows > 0) pass.endBlock();
  return { lines };
}
