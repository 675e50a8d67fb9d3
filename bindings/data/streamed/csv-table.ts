/** The table of a text file after its passes. */
import { rowNumber } from '../place.js';
import type { TableWarning } from '../table-warning.js';
import type { NamedComma } from '../readers/csv/cells/comma-columns.js';
import type { Spellings } from '../readers/csv/cells/spellings.js';
import type { Wanted } from '../readers/csv/columns.js';
import type { Layout } from '../readers/csv/layout.js';
import type { Names } from '../readers/csv/names.js';
import { type CsvOptions, formatOf, withHeadings } from '../readers/csv/parse.js';
import {
  missingCountWarnings,
  replacementWarning,
  trailingWarnings,
} from '../readers/csv/warnings.js';
import { doubtfulEncoding } from '../readers/bytes/decode.js';
import { keptWarnings } from '../readers/headings.js';
import type { ByteFile } from '../readers/bytes/byte-file.js';
import { StreamedNumbers } from './csv-columns.js';
import type { StreamedColumn } from './streamed-column.js';
import type { CsvPass } from './csv-pass.js';
import type { LineChunks } from './line-chunks.js';
import { spilledTable } from './spilled-table.js';
import type { StreamedTable } from './streamed-table.js';

/** The file and what its first bytes tell. */
export interface CsvFile {
  readonly file: ByteFile;
  readonly encoding: string;
  readonly layout: Layout;
  readonly chunkBytes: number;
  readonly blockRows: number;
}

interface ReadCsv {
  readonly csv: CsvFile;
  readonly names: Names;
  /** All columns of the file, and those that were read. */
  readonly all: readonly Wanted[];
  readonly wanted: readonly Wanted[];
  readonly first: CsvPass;
  readonly second: CsvPass | undefined;
  readonly lines: LineChunks;
  readonly options: CsvOptions;
  /** A decimal comma of the file. */
  readonly comma: NamedComma | undefined;
  /** The texts of numbers that may be written in two ways. */
  readonly spellings: ReadonlyMap<Wanted, Spellings>;
}

export function csvTable(read: ReadCsv): StreamedTable {
  const { names, all, wanted, first, csv } = read;
  const lineOf = (row: number): number => rowNumber(row, first.lines);
  const kept = all.slice(0, keptCount(read));
  const columns = wanted
    .filter((one) => kept.includes(one))
    .map((one) => finished(one, read, lineOf));
  const warnings: TableWarning[] = [
    ...encodingWarnings(csv, read.lines),
    ...keptWarnings(
      names.warnings,
      kept.map(({ name }) => name),
    ),
    ...trailingWarnings(first.trailing, all.slice(kept.length)),
    ...missingCountWarnings(columns.map(({ name, missing }) => [name, missing])),
    ...columns.flatMap((column) => replacementWarnings(column, lineOf)),
    ...columns.flatMap((column) => column.warnings),
    ...(first.totals?.warnings() ?? []),
  ];
  const { rows } = first;
  return spilledTable({
    rows,
    names: kept.map(({ name }) => name),
    columns,
    warnings,
    ...first.lines.finish(),
  });
}

/** Columns without the last ones that have neither a name nor a cell. */
function keptCount({ all, names: { blank }, first }: ReadCsv): number {
  let count = all.length;
  while (count > 1 && blank[all[count - 1]!.index] === true && first.isEmpty(all[count - 1]!.index))
    count--;
  return count;
}

function finished(
  wanted: Wanted,
  { first, second, csv, options, comma, spellings }: ReadCsv,
  lineOf: (row: number) => number,
): StreamedColumn {
  const late = second?.cells[second.wanted.indexOf(wanted)];
  const cells = late ?? first.cells[first.wanted.indexOf(wanted)]!;
  const format = formatOf(options, csv.layout.dialect.delimiter);
  const column =
    cells instanceof StreamedNumbers
      ? cells.finish()!
      : cells.finish(format, lineOf, {
          subject: csv.layout.body.subject,
          comma: first.pointed.has(wanted) ? comma : undefined,
        });
  const warnings =
    spellings.get(wanted)?.warnings(column.name, blocksOf(column.spill, first.rows)) ?? [];
  return {
    ...column,
    like: withHeadings(column.like, csv.layout, wanted.index),
    warnings: [...column.warnings, ...warnings],
  };
}

/** The numbers of each block. */
export function* blocksOf(
  spill: StreamedColumn['spill'],
  rows: readonly number[],
): Generator<Float64Array> {
  let start = 0;
  for (const count of rows) {
    yield spill.read(start, count) as Float64Array;
    start += count;
  }
}

function encodingWarnings({ file, encoding }: CsvFile, lines: LineChunks): TableWarning[] {
  const isDoubtful = !encoding.startsWith('utf-') && lines.isUtf8 && lines.isBeyondAscii;
  return isDoubtful ? [doubtfulEncoding(file.name, encoding)] : [];
}

function replacementWarnings(
  { name, distinct, codes }: StreamedColumn,
  lineOf: (row: number) => number,
): TableWarning[] {
  const texts = distinct?.kind === 'text' ? distinct.values : [];
  const damaged = texts.flatMap((text, code) => (text.includes('\uFFFD') ? [code] : []));
  const count = damaged.reduce((sum, code) => sum + codes!.counts[code]!, 0);
  const [code] = damaged;
  if (code === undefined) return replacementWarning(name, 0, undefined);
  return replacementWarning(name, count, {
    cell: texts[code]!,
    line: lineOf(codes!.firstRows[code]!),
  });
}
