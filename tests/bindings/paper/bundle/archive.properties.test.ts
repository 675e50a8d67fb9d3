/** Archives: bytes that depend on files alone, and entries that are refused by name. */
import fc from 'fast-check';
import { gunzipSync, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { EconError } from 'wasmetrics';
import { checkManifest, packTarball, packZip, readZip } from 'wasmetrics/bundle';
import { bytesOf, textOf } from './sample.js';

const files = new Map([
  ['data/a.csv', bytesOf('x\n1\n')],
  ['run.sh', bytesOf('#!/bin/sh\n')],
  ['Übersicht.txt', bytesOf('')],
]);

test('a zip archive has the same bytes for the same files in any order, and gives them back', () => {
  const zip = packZip(files, 'paper');
  expect(packZip(new Map([...files].reverse()), 'paper')).toEqual(zip);
  const named = [...files].map(([path, bytes]) => [`paper/${path}`, bytes] as const);
  expect(readZip(zip, 'a.zip')).toEqual(new Map(named.sort(([a], [b]) => (a < b ? -1 : 1))));
});

test('a package has the same bytes for the same files, with its files in the folder package', () => {
  const packed = packTarball(files);
  expect(packTarball(new Map([...files].reverse()))).toEqual(packed);
  const tar = gunzipSync(packed);
  expect(textOf(tar.subarray(0, 18))).toBe('package/data/a.csv');
  expect(textOf(tar.subarray(257, 262))).toBe('ustar');
  expect(tar.length % 512).toBe(0);
});

const zipOf = (name: string, options: object = {}): Uint8Array =>
  zipSync({ [name]: [bytesOf('x'), options] } as Zippable);

test.each([
  ['../escape.txt', 'leaves the folder'],
  ['data/../../escape.txt', 'leaves the folder'],
  ['/etc/passwd', 'is absolute'],
  ['C:/windows/a.txt', 'has a colon'],
  ['data\\a.txt', 'has a backslash'],
  ['data//a.txt', 'has an empty part'],
  ['a\nb.txt', 'has control characters'],
  ['data/a.txt.', 'ends in a dot'],
])('the entry %j is refused, as it %s', (name, fault) => {
  const refused = expect.objectContaining({ code: 'bundle-path' }) as Error;
  expect(() => readZip(zipOf(name), 'a.zip')).toThrow(refused);
  expect(() => readZip(zipOf(name), 'a.zip')).toThrow(fault);
  const manifest = bytesOf(`${'0'.repeat(64)}  ${name}\n`);
  expect(() => checkManifest(new Map([['manifest-sha256.txt', manifest]]))).toThrow(
    /bundle|manifest/,
  );
});

test('a link is refused by its name', () => {
  const link = zipOf('data/a.csv', { os: 3, attrs: (0o120777 << 16) >>> 0 });
  expect(() => readZip(link, 'a.zip')).toThrow('found the link "data/a.csv"');
});

test.each([
  ['one file', { 'zeros.bin': new Uint8Array(2 ** 26) }, 67108864],
  [
    'many small files',
    Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`${i}.bin`, new Uint8Array(2 ** 20)])),
    83886080,
  ],
])('an archive of %s that unpacks to far more than its bytes is refused', (_, content, size) => {
  const bomb = zipSync(content);
  const refused = expect.objectContaining({ code: 'bundle-too-large' }) as Error;
  expect(() => readZip(bomb, 'a.zip')).toThrow(refused);
  expect(() => readZip(bomb, 'a.zip')).toThrow(
    `at most 200 times the ${bomb.length} bytes of the archive, or 33554432 bytes, when unpacked, found ${size} bytes`,
  );
});

test('an archive that unpacks to 32 MiB is read, whatever its size', () => {
  const zeros = zipSync({ 'zeros.bin': new Uint8Array(2 ** 25) });
  expect(readZip(zeros, 'a.zip').get('zeros.bin')).toHaveLength(2 ** 25);
});

test('an archive whose sizes are false, whose bytes are damaged, or which is cut off is refused', () => {
  const zip = packZip(files, 'paper');
  const view = (change: (bytes: DataView) => void) => {
    const copy = zip.slice();
    change(new DataView(copy.buffer));
    return copy;
  };
  const entry = Buffer.from(zip).indexOf('PK\u0001\u0002', 0, 'latin1');
  const small = view((bytes) => bytes.setUint32(entry + 24, 1, true));
  const damaged = view((bytes) => bytes.setUint8(31 + 'paper/data/a.csv'.length, 255));
  for (const bad of [small, damaged, zip.subarray(0, 200), new Uint8Array(0)]) {
    const refused = expect.objectContaining({ code: 'bundle-archive' }) as Error;
    expect(() => readZip(bad, 'a.zip')).toThrow(refused);
  }
});

test('an entry that holds more bytes than it says is refused, even one that says it is empty', () => {
  const zip = zipSync({ 'zeros.bin': new Uint8Array(2 ** 20) });
  const view = new DataView(zip.buffer);
  const entry = Buffer.from(zip).indexOf('PK\u0001\u0002', 0, 'latin1');
  for (const field of [16, 24]) view.setUint32(entry + field, 0, true); // checksum and size
  expect(() => readZip(zip, 'a.zip')).toThrow('its bytes do not match its checksum');
});

test('entries that share their bytes are refused before one is unpacked', () => {
  const zip = zipSync({ 'a.bin': new Uint8Array(100), 'b.bin': new Uint8Array(100) });
  const view = new DataView(zip.buffer);
  const second = Buffer.from(zip).lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
  const first = Buffer.from(zip).indexOf('PK\u0001\u0002', 0, 'latin1');
  const packed = view.getUint32(first + 20, true) + 10;
  view.setUint32(first + 20, packed, true); // reaches into the second, and is no deflated text
  expect(view.getUint32(second + 42, true)).toBeGreaterThan(0);
  expect(() => readZip(zip, 'a.zip')).toThrow('two entries share their bytes');
});

test('an archive with any bytes changed is read as it was, or refused with a typed error', () => {
  const zip = packZip(files, 'paper');
  const edit = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const copy = zip.slice();
      for (const [position, byte] of edits) copy[position] = byte;
      try {
        for (const path of readZip(copy, 'a.zip').keys()) expect(path).not.toMatch(/\.\.|^\//);
      } catch (error) {
        expect(error).toBeInstanceOf(EconError);
        expect((error as EconError).code).toMatch(/^bundle-/);
      }
    }),
    { numRuns: 2000 },
  );
});
