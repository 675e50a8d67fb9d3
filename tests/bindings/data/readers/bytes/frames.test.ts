/** Compressed buffers and pages unpack within bounds, and as the programs that packed them say. */
import {
  CompressionType,
  compressionRegistry,
  RecordBatchStreamWriter,
  tableFromArrays,
} from 'apache-arrow';
import { parquetMetadata } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import * as zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressors } from '../../../../../bindings/data/readers/columnar/parquet/chunk.js';
import { readArrow } from '../../../../../bindings/data/readers/columnar/arrow/arrow.js';
import {
  checkGroups,
  checkUnpacked,
} from '../../../../../bindings/data/readers/columnar/parquet/page-checks.js';
import { readParquet } from '../../../../../bindings/data/readers/columnar/parquet/parquet.js';
import { decompressLz4Frame } from '../../../../../bindings/data/readers/bytes/lz4-frame.js';
import { decompressZstd } from '../../../../../bindings/data/readers/bytes/zstd-frame.js';

/** A block of Zstandard: kind 0 has its bytes, kind 1 one byte that is repeated. */
function block(kind: 0 | 1, size: number, content: readonly number[], isLast = true): number[] {
  const head = (isLast ? 1 : 0) + 2 * kind + 8 * size;
  return [head & 255, (head >> 8) & 255, head >> 16, ...content];
}
/** A frame of Zstandard with a window of 2 to the power of `window` and no size of its content. */
const frame = (blocks: readonly number[], window = 17) =>
  Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, (window - 10) << 3, ...blocks]);
/** A frame whose header says the size of its content. */
const sized = (size: number, blocks: readonly number[]) => {
  const bytes = new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0b10100000, 0, 0, 0, 0, ...blocks]);
  new DataView(bytes.buffer).setUint32(5, size, true);
  return bytes;
};
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => block(1, 2 ** 17, [7], i === count - 1)).flat();

/** A frame of LZ4 with one block: a literal, and a match that is repeated. */
function lz4(length: number): Uint8Array {
  const sequence = [0x1f, 65, 1, 0, ...new Array<number>(length).fill(255), 0, 0x00];
  const head = [0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0];
  const bytes = new Uint8Array([...head, 0, 0, 0, 0, ...sequence, 0, 0, 0, 0]);
  new DataView(bytes.buffer).setUint32(7, sequence.length, true);
  return bytes;
}

describe('Zstandard', () => {
  test.each([
    ['a raw block', frame(block(0, 3, [1, 2, 3])), [1, 2, 3]],
    ['a repeated byte', frame(block(1, 4, [9])), [9, 9, 9, 9]],
    ['a size', sized(3, block(0, 3, [1, 2, 3])), [1, 2, 3]],
    ['two blocks', frame([...block(0, 1, [1], false), ...block(1, 2, [2])]), [1, 2, 2]],
    [
      'two frames',
      Uint8Array.from([...frame(block(0, 1, [1])), ...frame(block(1, 2, [2]))]),
      [1, 2, 2],
    ],
    [
      'a frame to skip',
      Uint8Array.from([0x5a, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 1, ...frame(block(0, 1, [5]))]),
      [5],
    ],
    ['nothing', new Uint8Array(0), []],
  ])('of %s is unpacked', (_, bytes, content) => {
    expect([...decompressZstd(bytes, content.length)]).toEqual(content);
  });

  test.each([
    ['repeated bytes', frame(many(1000))],
    ['a window of two gigabytes', frame(block(0, 1, [1]), 31)],
    ['a size of two gigabytes', sized(2 ** 31, block(0, 1, [1]))],
    [
      'a thousand frames',
      Uint8Array.from(
        Array.from({ length: 1000 }, () => [...sized(2 ** 20, block(1, 2 ** 17, [1]))]).flat(),
      ),
    ],
    ['more than is expected', frame(block(0, 3, [1, 2, 3]))],
  ])('of %s is refused before memory is taken', (_, bytes) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(() => decompressZstd(bytes, 2)).toThrow(/at most \d+ bytes when unpacked/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 25);
  });

  test.each([frame([1, 2]), Uint8Array.of(0x28, 0xb5), Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)])(
    'that is cut off or none is an error: %j',
    (bytes) => {
      expect(() => decompressZstd(bytes, 100)).toThrow();
    },
  );
});

test('LZ4 is unpacked up to the bound, and no further', () => {
  const length = decompressLz4Frame(lz4(1000), 2 ** 20).length;
  expect(length).toBeGreaterThan(255_000);
  expect(decompressLz4Frame(lz4(1000), length)).toHaveLength(length);
  expect(() => decompressLz4Frame(lz4(1000), length - 1)).toThrow('when unpacked');
});

test('Brotli ends at the size of the page', () => {
  const packed = new Uint8Array(zlib.brotliCompressSync(Buffer.alloc(2 ** 24)));
  const { BROTLI } = compressors;
  expect(BROTLI!(packed, 2 ** 24)).toHaveLength(2 ** 24);
  expect(() => BROTLI!(packed, 1000)).toThrow();
});

describe('a file of few bytes that unpacks to very many is refused:', () => {
  test('Arrow with Zstandard', async () => {
    const bomb = frame(many(20_000));
    const table = tableFromArrays({
      x: Float64Array.from({ length: 2 * bomb.length }, (_, i) => i),
    });
    const { ZSTD } = CompressionType;
    compressionRegistry.set(ZSTD, { encode: () => bomb, isValidCodecEncode: () => true } as never);
    const writer = new RecordBatchStreamWriter({ compressionType: ZSTD });
    const bytes = writer.writeAll(table).toUint8Array(true);
    expect(bytes.length).toBeLessThan(2 ** 17);
    await expect(readArrow(bytes, { name: 'a' })).rejects.toMatchObject({
      code: 'unreadable-arrow',
      message: expect.stringContaining('when unpacked') as string,
    });
  });

  const written = (columns: number, rows: number, codec: 'ZSTD' | 'BROTLI', bomb?: Uint8Array) =>
    parquetWriteBuffer({
      columnData: Array.from({ length: columns }, (_, j) => ({
        name: `x${j}`,
        data: Float64Array.from({ length: rows }, (__, i) => i + j),
        codec,
      })) as never,
      compressors: { [codec]: () => bomb! },
    });

  test.each([
    ['ZSTD', frame(many(20_000))],
    ['BROTLI', new Uint8Array(zlib.brotliCompressSync(Buffer.alloc(2 ** 24)))],
  ] as const)('Parquet with %s', async (codec, bomb) => {
    const file = written(1, 1000, codec, bomb);
    await expect(readParquet(file, { name: 'a' })).rejects.toMatchObject({
      code: 'unreadable-parquet',
    });
  });

  test('Parquet with more cells than its bytes allow, in many columns', () => {
    const columns = 200;
    const file = written(columns, 2000, 'ZSTD', frame(block(1, 16_000, [0])));
    const { byteLength: length } = file;
    const metadata = parquetMetadata(file);
    expect(checkGroups(metadata, length).bytes).toBe(length);
    const most = Math.floor(2 ** 25 / columns);
    const claimed = (count: number) => ({
      ...metadata,
      num_rows: BigInt(count),
      row_groups: [{ ...metadata.row_groups[0]!, num_rows: BigInt(count) }],
    });
    expect(checkGroups(claimed(most), length).bytes).toBe(length);
    expect(() => checkGroups(claimed(most + 1), length)).toThrow(`at most ${most}, found`);
    const groups = Array.from({ length: 100 }, () => metadata.row_groups[0]!);
    const shared = { ...metadata, num_rows: 100_000n, row_groups: groups };
    expect(() => checkGroups(shared, length)).toThrow('in all columns together');
  });

  test('Parquet with many pages of few rows', () => {
    const chunk = { name: 'x', nrows: 10, start: 0, end: 100, freeBytes: 65_536 };
    expect(() => checkUnpacked(66_176, chunk, 4)).not.toThrow();
    expect(() => checkUnpacked(66_177, chunk, 4)).toThrow(
      'column "x", byte 4: expected at most 66176 bytes in all pages of 10 rows, found 66177',
    );
  });
});
