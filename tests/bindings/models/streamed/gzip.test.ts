import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openByteFile } from '../../../../bindings/data/index.js';
import { unpackedFile } from '../../../../bindings/data/streamed/gzip-file.js';
import type { ModelInput } from '../../../../bindings/models/model.js';
import { fitFile } from '../../../../bindings/models/functions/fit-file.js';
import { fileOf, messageOf, removeFiles, streamed, whole } from './support.js';

afterAll(removeFiles);

const csv = readFileSync('examples/abdata.csv');
const model: ModelInput = { estimator: 'ols', formula: 'n ~ w + k + i(year)' };

test.each([
  ['one member', gzipSync(csv)],
  [
    'several members',
    Buffer.concat([gzipSync(csv.subarray(0, 5000)), gzipSync(csv.subarray(5000))]),
  ],
])('a CSV file in gzip of %s in parts gives the JSON of all rows in memory', async (_, bytes) => {
  const path = fileOf('data.csv.gz', bytes);
  const expected = await whole(path, model);
  expect(await streamed(path, model)).toBe(expected);
  expect(JSON.stringify(await fitFile(path, model, { stream: true }))).toBe(expected);
});

test('a column that is text late takes a second pass over the content', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, i) => `${i % 7},${i % 31},${i < 2900 ? i % 3 : 'a'}`,
  );
  const path = fileOf('late.csv.gz', gzipSync(`y,x,g\n${rows.join('\n')}\n`));
  const levels: ModelInput = { estimator: 'ols', formula: 'y ~ x + i(g)' };
  expect(await streamed(path, levels)).toBe(await whole(path, levels));
});

test('other formats in gzip are read as a whole', async () => {
  const path = fileOf('data.json.gz', gzipSync('[{"y": 1}]'));
  expect(await streamed(path, model)).toBe('files of the format json are read as a whole');
});

async function contentLength(path: string): Promise<number> {
  const file = openByteFile(path, 'data.csv.gz')!;
  const content = unpackedFile(file);
  const buffer = new Uint8Array(1 << 16);
  try {
    for (let place = 0; ;) {
      const count = await content.read(buffer, place);
      if (count === 0) return place;
      place += count;
    }
  } finally {
    content.close();
    file.close();
  }
}

test.each([
  ['cut off', gzipSync(csv).subarray(0, 9000), /cannot be read as gzip: unexpected end of file;/],
  [
    'damaged',
    gzipSync(csv).map((byte, i, { length }) => (i === length - 6 ? byte ^ 1 : byte)),
    /cannot be read as gzip: incorrect data check;/,
  ],
  [
    'followed by zeros',
    Buffer.concat([gzipSync(csv), Buffer.alloc(600)]),
    /cannot be read as gzip: its end is at byte \d+;/,
  ],
  [
    'that grows beyond the bound',
    gzipSync(Buffer.alloc(1 << 26, '1\n')),
    /^data.csv.gz: expected at most 500 times the \d+ bytes of the gzip file, found more;/,
  ],
])('a file %s is refused', async (name, bytes, message) => {
  const path = fileOf(`${name.replaceAll(' ', '-')}.csv.gz`, bytes);
  expect(await messageOf(contentLength(path))).toMatch(message);
});
