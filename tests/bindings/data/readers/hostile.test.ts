/** Files whose sizes contradict their bytes: refused in one line before memory is asked for. */
import { readFileSync } from 'node:fs';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { convertTable, parseCsv, readTable, type ReaderOptions } from 'wasmetrics/data';

const table = parseCsv('x,y\n1,a\n2.5,b\n3,c\n');

async function fault(bytes: Uint8Array, options: ReaderOptions = {}): Promise<string> {
  try {
    await readTable(bytes, { name: 'file', ...options });
  } catch (error) {
    expect(error).toMatchObject({ exitCode: 3 });
    return (error as Error).message;
  }
  return '';
}

function expectLine(message: string): void {
  expect(message).toMatch(/^file/);
  expect(message.length).toBeLessThanOrEqual(500);
  expect(message).not.toMatch(/\p{Cc}/u);
}

/** The bytes with a 64-bit number in place of another. */
function patched(bytes: Uint8Array, from: number, value: bigint): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setBigUint64(from, value, true);
  return copy;
}

describe('every cut of a file is refused in one line or read', () => {
  test.each(['dta', 'parquet', 'arrow'] as const)('%s', async (format) => {
    const { bytes } = await convertTable(table, format);
    for (let length = 12; length < bytes.length; length += 7) {
      const message = await fault(bytes.slice(0, length), { format });
      expectLine(message);
    }
  });

  test('gzip', async () => {
    const bytes = gzipSync(strToU8('x,y\n1,2\n'));
    for (let length = 3; length < bytes.length; length++) {
      expectLine(await fault(bytes.slice(0, length)));
    }
  });
});

describe('sizes that the bytes contradict', () => {
  test('rows of a .dta file', async () => {
    const { bytes } = await convertTable(table, 'dta');
    const place = Buffer.from(bytes).indexOf('<N>') + 3;
    const message = await fault(patched(bytes, place, 2n ** 40n));
    expect(message).toMatch(
      /^file: expected \d+ bytes of 1099511627776 rows from byte \d+ on, found/,
    );
  });

  test('lists and rows of an Arrow file', async () => {
    const bytes = tableToIPC(tableFromArrays({ x: Float64Array.of(1, 2) }), 'stream');
    let refused = 0;
    for (let byte = 0; byte + 8 <= bytes.length; byte += 4) {
      const message = await fault(patched(bytes, byte, 0x7fffffff7fffffffn), { format: 'arrow' });
      if (message === '') continue;
      expectLine(message);
      refused++;
    }
    expect(refused).toBeGreaterThan(20);
  });

  test('bytes of a Parquet file', async () => {
    const { bytes } = await convertTable(table, 'parquet');
    for (let byte = 4; byte < bytes.length; byte++) {
      const copy = bytes.slice();
      copy.set([0xff, 0xff, 0xff, 0x7f].slice(0, bytes.length - byte), byte);
      const message = await fault(copy, { format: 'parquet' });
      if (message !== '') expectLine(message);
    }
  });
});

describe('damage that made the packages read without end', () => {
  test.each([
    ['arrow', 'footer-to-no-batch', /expected a message of a table at byte 316, found kind 0$/],
    ['parquet', 'short-levels', /"long_col", byte 4: expected levels of 513 values, found 0$/],
    ['parquet', 'column-without-schema', /expected a column of the schema in each row group, /],
    [
      'parquet',
      'page-of-unknown-type',
      /expected a page of values, found a page of an unknown type$/,
    ],
    ['parquet', 'values-beyond-the-page', /cannot be read as Parquet: it is damaged or cut off$/],
  ] as const)('%s: %s', async (format, name, expected) => {
    const message = await fault(readFileSync(`tests/fuzz/seeds/${format}/${name}`), { format });
    expectLine(message);
    expect(message).toMatch(expected);
  });

  test('a footer of an Arrow file that points to no batch', async () => {
    const bytes = tableToIPC(tableFromArrays({ x: Float64Array.of(1, 2) }), 'file');
    const end = bytes.length - 10;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const start = end - view.getInt32(end, true);
    const place = Array.from({ length: end - start - 8 }, (_, i) => start + i)
      .filter((byte) => view.getBigInt64(byte, true) === 8n)
      .at(-1);
    expect(await fault(patched(bytes, place!, BigInt(start - 8)), { format: 'arrow' })).toBe(
      `file: cannot be read as Arrow: expected a batch of rows at byte ${start - 8}, to which the footer points`,
    );
  });
});

test('names such as __proto__ are columns, and escapes are never in a message', async () => {
  const read = parseCsv('__proto__,constructor\n1,2\n');
  expect([...read.columns.keys()]).toEqual(['__proto__', 'constructor']);
  const warned = parseCsv('a\u001b[31m,b\n1,2\nx\u0007,3\n');
  for (const { message } of warned.warnings ?? []) expect(message).not.toMatch(/\p{Cc}/u);
  expect(warned.warnings?.length).toBeGreaterThan(0);
  expectLine(await fault(strToU8('a,b\n1,2\u001b,3\n')));
});

describe('cells and lines that no table has', () => {
  const limit = 2 ** 24;
  const long = 'x'.repeat(limit + 1);
  const expected = `expected cells of at most ${limit} characters, found one of ${limit + 1} in`;

  test.each([
    ['a plain cell', `a,b\n1,2\n3,${long}\n`, {}, `${expected} row 3`],
    ['a quoted cell', `a,b\n1,"${long}"\n`, {}, `${expected} row 2`],
    ['a cell of digits', `a,b\n${'0'.repeat(limit)}x,2\n`, {}, `${expected} row 2`],
    ['a header', `a,${long}\n1,2\n`, {}, 'expected column names in row 1 of at most 16777216'],
    ['a row of cells', `a,b\n1,${'2,'.repeat(2 ** 20)}\n`, {}, 'expected at most 1048576 columns'],
    ['a text of JSON', `[{"b":"${long}"}]`, {}, `${expected} column "b", row 1`],
    ['a number of JSON', `[{"b":${'1'.repeat(limit + 1)}}]`, {}, `${expected} the number at`],
    ['a key of JSON', `[{"${'b'.repeat(10_001)}":1}]`, {}, 'expected column names in column 1'],
  ] as const)('%s', async (_, text, options, message) => {
    expect(await fault(strToU8(text), options)).toContain(`file: ${message}`);
  });

  test('a JSON text of eight million escapes is read', async () => {
    const text = `[{"a": "${String.raw`\n`.repeat(2 ** 23)}", "b": 12345678901234567890}]`;
    const { columns } = await readTable(strToU8(text), { name: 'file.json' });
    expect([...columns.keys()]).toEqual(['a', 'b']);
  });

  test('the longest cell is read in time', async () => {
    const digits = `${'0'.repeat(2 ** 20)}x`;
    const { columns } = await readTable(strToU8(`a,b\n${digits},1\n2,3\n`));
    expect(columns.get('a')!.values[0]).toBe(digits);
  });
});

describe('inputs that the fuzzer found', () => {
  const seed = (path: string): Uint8Array =>
    readFileSync(new URL(`../../../fuzz/seeds/${path}`, import.meta.url));

  test.each([
    ['arrow/bytes-behind-the-end', 'arrow', 'expected the end of the stream at byte 852'],
    ['parquet/damaged-lz4', 'parquet', 'cannot be read as Parquet: column "c0"'],
    ['parquet/long-levels-in-zstd', 'parquet', 'expected runs of at most 300 values'],
  ] as const)('%s is refused', async (path, format, message) => {
    expect(await fault(seed(path), { format })).toContain(message);
  });

  test('Arrow columns with absent and equal names are all read', async () => {
    const read = await readTable(seed('arrow/names-absent-and-twice'), { format: 'arrow' });
    expect([...read.columns.keys()]).toEqual(['null', 'null_2', 'null_3', 'column4', 'column5']);
    const codes = read.warnings?.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['duplicate-names', 'blank-names']));
    expect((await convertTable(read, 'json')).bytes.length).toBeGreaterThan(0);
  });
});
