/** Files that hold compressed bytes: buffers of Arrow, pages of Parquet, Word documents and zip archives. */
import { strToU8, zipSync } from 'fflate';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { readZip } from 'wasmetrics/bundle';
import { readTable } from 'wasmetrics/data';
import { decompressLz4Frame } from '../../../bindings/data/readers/bytes/lz4-frame.js';
import { decompressZstd } from '../../../bindings/data/readers/bytes/zstd-frame.js';
import { files, type Generator } from '../generator.js';
import { many } from './tables.js';

const MOST = 2 ** 28;

/** A frame of LZ4 whose block repeats a byte. */
function lz4(length: number): Uint8Array {
  const block = new Uint8Array(length + 6).fill(255);
  block.set([0x1f, 65, 1, 0]);
  block.set([0, 0], length + 4);
  const bytes = new Uint8Array(11 + block.length + 4);
  bytes.set([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0]);
  new DataView(bytes.buffer).setUint32(7, block.length, true);
  bytes.set(block, 11);
  return bytes;
}

/** A frame of LZ4 with many blocks. */
function lz4Blocks(count: number): Uint8Array {
  const one = [3, 0, 0, 0, 0x20, 65, 66];
  return Uint8Array.from([
    ...[0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0],
    ...Array.from({ length: count }, () => one).flat(),
    ...[0, 0, 0, 0],
  ]);
}

/** A frame of Zstandard whose blocks each repeat a byte `size` times. */
function zstd(count: number, size: number): Uint8Array {
  const bytes = new Uint8Array(6 + 4 * count);
  bytes.set([0x28, 0xb5, 0x2f, 0xfd, 0, 56]);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < count; i++) {
    view.setUint32(6 + 4 * i, (i === count - 1 ? 1 : 0) + 2 + 8 * size, true);
  }
  return bytes;
}

/** Frames of Zstandard without content, each of which asks for a window. */
function windows(count: number): Uint8Array {
  const one = [0x28, 0xb5, 0x2f, 0xfd, 0, 56, 1, 0, 0];
  return Uint8Array.from(Array.from({ length: count }, () => one).flat());
}

type Codec = 'UNCOMPRESSED' | 'SNAPPY' | 'GZIP' | 'BROTLI';
const compressors = {
  GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)),
  BROTLI: (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes)),
};

/** A Parquet file of so many rows that are all alike, in groups of 100 if `isSplit`. */
function parquet(rows: number, codec: Codec, isSplit = false): Uint8Array {
  const columnData = ['y', 'x'].map((name) => ({ name, data: new Float64Array(rows), codec }));
  const rowGroupSize = isSplit ? 100 : rows;
  return new Uint8Array(parquetWriteBuffer({ columnData, compressors, rowGroupSize }));
}

const document = (body: string) =>
  zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  });
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, span = '') => `<w:tc><w:tcPr>${span}</w:tcPr>${paragraph(text)}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const head = row(cell(''), cell('(1)'));
const word = (body: string) => document(`<w:tbl>${head}${body}</w:tbl>`);

async function check(bytes: Uint8Array): Promise<void> {
  for (const table of readPrintedTables(bytes, 'table.docx')) await auditTable(table);
}

const zip = (bytes: Uint8Array) => readZip(bytes, 'bundle.zip');
const read = (bytes: Uint8Array) => readTable(bytes);

export const packed: readonly Generator[] = [
  files('lz4: a match', 400_000, lz4, (bytes) => decompressLz4Frame(bytes, MOST)),
  files('lz4: blocks', 200_000, lz4Blocks, (bytes) => decompressLz4Frame(bytes, MOST)),
  files(
    'zstd: repeated bytes',
    2000,
    (n) => zstd(n, 2 ** 17),
    (bytes) => decompressZstd(bytes, MOST),
  ),
  files(
    'zstd: short blocks',
    200_000,
    (n) => zstd(n, 1),
    (bytes) => decompressZstd(bytes, MOST),
  ),
  files('zstd: windows', 20_000, windows, (bytes) => decompressZstd(bytes, MOST)),
  ...(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'BROTLI'] as const).map((codec) =>
    files(`parquet: rows in ${codec}`, 200_000, (n) => parquet(n, codec), read),
  ),
  files('parquet: row groups', 40_000, (n) => parquet(n, 'SNAPPY', true), read),
  files('word: rows', 1500, (n) => word(many(n, (i) => row(cell(`x${i}`), cell('0.5')))), check),
  files(
    'word: columns',
    300,
    (n) => word(row(...Array.from({ length: n }, () => cell('1')))),
    check,
  ),
  files('word: tables', 300, (n) => document(`<w:tbl>${head}</w:tbl>`.repeat(n)), check),
  files('word: tables in tables', 20_000, (n) => document('<w:tbl>'.repeat(n)), check),
  files(
    'word: paragraphs',
    20_000,
    (n) => document(paragraph('Note').repeat(n) + `<w:tbl>${head}</w:tbl>`),
    check,
  ),
  files(
    'word: runs of a cell',
    20_000,
    (n) => word(row(cell('x</w:t></w:r><w:r><w:t>'.repeat(n)))),
    check,
  ),
  files(
    'word: spans',
    1000,
    (n) => word(row(cell('x', '<w:gridSpan w:val="1000"/>')).repeat(n)),
    check,
  ),
  files(
    'zip: files',
    9000,
    (n) =>
      zipSync(
        Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}`, new Uint8Array(1)])),
        { level: 0 },
      ),
    zip,
  ),
  files(
    'zip: folders in folders',
    200,
    (n) => zipSync({ [`${'a/'.repeat(n)}b`]: new Uint8Array(1) }),
    zip,
  ),
  files('zip: one byte that is repeated', 8_000_000, (n) => zipSync({ a: new Uint8Array(n) }), zip),
  files('zip: entries that are not there', 2_000_000, (n) => new Uint8Array(n).fill(0x50), zip),
];
