/** Files that are zip archives unpack within the stated limit: workbooks and Word documents as bundles do. */
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../../../bindings/data/readers/bytes/zip-archive.js';
import { readPacked } from '../../../../../bindings/paper/audit/read/formats/packed/packed.js';
import { read } from '../xlsx/support.js';

const zeros = (bytes: number) => new Uint8Array(bytes);
const limit = /at most 200 times the \d+ bytes of the archive, or 33554432 bytes, when unpacked/;

describe.each([
  ['workbook', read, 'xl/workbook.xml', 'unreadable-xlsx'],
  [
    'Word document',
    (bytes: Uint8Array) => readPacked(bytes, 'a'),
    'word/document.xml',
    'bad-value',
  ],
])('a %s', (_, open, member, code) => {
  test.each([
    ['one member', { [member]: zeros(2 ** 25 + 1) }],
    ['members that nobody reads', { [member]: zeros(10), 'a.bin': zeros(2 ** 25) }],
  ])('that unpacks to too much in %s is refused before it is unpacked', (__, members) => {
    const bomb = zipSync(members, { level: 1 });
    expect(() => open(bomb)).toThrow(expect.objectContaining({ code }) as Error);
    expect(() => open(bomb)).toThrow(limit);
  });

  test('whose member holds more bytes than its directory says is damaged', () => {
    const zip = zipSync({ [member]: zeros(2 ** 20) });
    const entry = Buffer.from(zip).indexOf('PK\u0001\u0002', 0, 'latin1');
    new DataView(zip.buffer).setUint32(entry + 24, 10, true);
    expect(() => open(zip)).toThrow('is damaged');
  });
});

test('stored bytes may be more than 32 MiB', () => {
  const zip = zipSync({ a: [zeros(2 ** 25 + 1), { level: 0 }] });
  const { member } = openArchive(zip, (fault) => new Error(fault.text));
  expect(member('A')).toHaveLength(2 ** 25 + 1);
});
