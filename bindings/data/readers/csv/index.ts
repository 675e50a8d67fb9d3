import type { Table } from '../../table.js';
import { decodeText } from '../bytes/decode-text.js';
import { gunzip } from '../bytes/gzip.js';
import { isGzip } from '../bytes/is-gzip.js';
import * as marks from '../../cells/marks.js';
import * as headings from './cells/heading-lines.js';
import * as notes from './cells/note-lines.js';
import * as totals from './cells/total-cells.js';
import { headingRows } from './layout.js';
import { type CsvOptions, marking, noting, parseSource, totalling } from './parse.js';
import type { DecodeBytes } from './source.js';

export type { CsvOptions } from './parse.js';

const decode: DecodeBytes = (bytes, options) =>
  decodeText(isGzip(bytes) ? gunzip(bytes, options.name) : bytes, options);

/**
 * The table of a text file, or of its text: lines of cells below a header. Types are found from all cells of a column:
 * numbers, ISO dates, `TRUE` and `FALSE`, otherwise text. Empty cells are missing, and so are codes such as `NA` if all
 * other cells are numbers. Columns with integers beyond 2^53 or with leading zeros are text. Messages count rows as
 * lines of the file.
 *
 * @deprecated use `readTable`, which returns a promise as everything does that computes
 * @throws InputError `bad-data`, `empty-file`, `no-header`, `ragged-row`, `bad-quotes`, `bad-cell`, `unknown-column` or
 *   `bad-value`; for bytes as `decodeText` and `gunzip`
 */
export function parseCsv(data: string | Uint8Array, options: CsvOptions = {}): Table {
  headingRows.hold(headings);
  marking.hold(marks);
  noting.hold(notes);
  totalling.hold(totals);
  return parseSource({ data, decode }, options);
}
