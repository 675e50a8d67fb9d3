/** Names and cells that look the same and are not: each reader warns of them, with their code points. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableToArrow } from '../../../bindings/data/convert/arrow.js';
import { tableJson } from '../../../bindings/data/convert/convert.js';
import { mergeTables, readTable, toTable } from '../../../bindings/data/index.js';
import { parseCsv } from '../../../bindings/data/readers/csv/index.js';
import { firstAlike, skeletonOf } from '../../../bindings/data/warnings/look-alikes.js';
import { failure } from './support.js';

const word = fc.constantFrom(
  'São',
  'Ærø',
  'Paris',
  'New York',
  'Łódź',
  'Ho Chi Minh',
  'ABC 1',
  '中国',
);

/** Ways to write a word so that it looks the same. */
const disguises: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFC'),
  (text) => text.replace(/[A-Za-z0-9]/, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  (text) => `${text.slice(0, 1)}\u200b${text.slice(1)}`,
  (text) => text.replace(' ', '\u00a0'),
  (text) => text.replace(' ', '\u202f'),
  (text) => `${text.slice(0, 2)}\ufeff${text.slice(2)}`,
];
const pair = fc
  .tuple(word, fc.constantFrom(...disguises), fc.constantFrom(...disguises))
  .map(([text, one, other]) => [one(text), other(text)] as const);

const readers: Readonly<
  Record<
    string,
    (
      columns: Record<string, string[]>,
    ) => Promise<{ warnings?: readonly { code: string; message: string }[] }>
  >
> = {
  'the arrays of a program': (columns) => Promise.resolve(toTable(columns)),
  'a text table': (columns) => Promise.resolve(parseCsv(csvOf(columns))),
  'a text table with declared types': (columns) =>
    Promise.resolve(
      parseCsv(csvOf(columns), {
        types: Object.fromEntries(Object.keys(columns).map((name) => [name, 'text' as const])),
      }),
    ),
  'a file of JSON': (columns) => {
    const text = JSON.stringify(tableJson(toTable(columns)));
    return readTable(new TextEncoder().encode(text), { name: 'd.json' });
  },
  'a file of Arrow': async (columns) => {
    const { bytes } = await tableToArrow(toTable(columns));
    return readTable(bytes, { name: 'd.arrow' });
  },
};

function csvOf(columns: Record<string, string[]>): string {
  const names = Object.keys(columns);
  const cell = (text: string) => `"${text}"`;
  const rows = columns[names[0]!]!.map((_, row) => names.map((name) => cell(columns[name]![row]!)));
  return [names.map(cell), ...rows].map((line) => line.join(',')).join('\n');
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  it('warns of cells and names that look the same', async () => {
    const property = fc.asyncProperty(pair, pair, async ([a, b], [name, other]) => {
      const cells = ['Rome', a, b, a];
      const columns =
        name === other ? { [name]: cells } : { [name]: cells, [other]: ['x', 'y', 'z', 'w'] };
      const { warnings = [] } = await read(columns);
      const ofCells = warnings.filter(({ code }) => code === 'look-alike-texts');
      expect(ofCells).toHaveLength(a === b ? 0 : 1);
      expect(warnings.filter(({ code }) => code === 'look-alike-names')).toHaveLength(
        name === other ? 0 : 1,
      );
      for (const { message } of ofCells) expect(message).toMatch(/U\+[0-9A-F]{4}/);
    });
    await fc.assert(property, { seed: 21, numRuns: 60 });
  });
});

it('an equal skeleton is the only reason', () => {
  const property = fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 })), (texts) => {
    const groups = new Map<string, Set<string>>();
    for (const text of texts) {
      const key = skeletonOf(text);
      groups.set(key, (groups.get(key) ?? new Set()).add(text));
    }
    const isAlike = [...groups.values()].some(({ size }) => size > 1);
    expect(firstAlike(texts) !== undefined).toBe(isAlike);
  });
  fc.assert(property, { seed: 22, numRuns: 2000 });
});

it.each([
  ['m²', 'm2'],
  ['a', 'A'],
  ['Paris', 'Pari'],
  ['x', 'х'.replace('х', 'y')],
])('%s and %s do not look alike', (one, other) => {
  expect(firstAlike([one, other])).toBeUndefined();
});

it('an unknown column names its twin by code points, and a merge the keys', () => {
  const table = parseCsv('S\u00e3o,k\n1,Par\u200bis\n');
  expect(failure(() => mergeTables(table, table, { on: ['Sa\u0303o'] }, 'f.csv'))).toContain(
    'looks alike but has U+00E3 where this has U+0061 U+0303',
  );
  const other = parseCsv('k,z\nParis,2\n');
  const { table: merged } = mergeTables(table, other, { on: ['k'] }, 'f.csv');
  expect(merged.warnings?.map(({ message }) => message).join()).toContain('look alike');
});
