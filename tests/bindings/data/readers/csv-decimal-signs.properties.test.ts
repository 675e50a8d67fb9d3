/** Files in which one column has decimal commas and another one points: no point is taken for a decimal one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { openByteFile } from '../../../../bindings/data/readers/bytes/byte-file.js';
import { openStream } from '../../../../bindings/data/streamed/open.js';

const folder = mkdtempSync(join(tmpdir(), 'signs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A whole number with points between thousands, and its value. */
const grouped = fc.integer({ min: 0, max: 9_999_999 }).map((value) => ({
  text: String(value).replace(/\d(?=(\d{3})+$)/g, '$&.'),
  value,
}));
const comma = fc
  .tuple(fc.nat(9999), fc.integer({ min: 1, max: 99 }))
  .map(([whole, part]) => ({ text: `${whole},${part}`, value: Number(`${whole}.${part}`) }));

const cases = fc.record({
  rows: fc.array(fc.tuple(grouped, comma), { minLength: 1, maxLength: 40 }),
  delimiter: fc.constantFrom(';', '\t', '|', ','),
  commasFirst: fc.boolean(),
  /** Whether some cells of the decimal commas are not numbers, so that their column is text. */
  gaps: fc.boolean(),
});

type Case = typeof cases extends fc.Arbitrary<infer One> ? One : never;

function fileText({ rows, delimiter, commasFirst, gaps }: Case): string {
  const quote = (cell: string) => (cell.includes(delimiter) ? `"${cell}"` : cell);
  const line = (n: string, x: string) =>
    [...(commasFirst ? [x, n] : [n, x]), '1'].map(quote).join(delimiter);
  const lines = rows.map(([n, x]) => line(n.text, x.text));
  return [line('n', 'x'), ...lines, ...(gaps ? [line('5', 'unknown')] : [])].join('\n');
}

describe('points next to decimal commas', () => {
  it('are text with a warning that names the keys, or thousands where these are set', () => {
    const property = fc.property(cases, (one) => {
      const text = fileText(one);
      const hasPoint = one.rows.some(([n]) => n.text.includes('.'));
      const table = parseCsv(text);
      const selected = parseCsv(text, { columns: ['n'] });
      for (const { columns, warnings = [] } of [table, selected]) {
        const n = columns.get('n')!;
        expect(n.kind).toBe(hasPoint ? 'text' : 'number');
        const warned = warnings.find(({ column }) => column === 'n');
        if (!hasPoint) continue;
        expect(warned?.message).toContain('thousands: "."');
        const hasTwo = one.rows.some(([{ text: t }]) => t.split('.').length > 2); // never a number
        expect(warned?.code).toBe(hasTwo ? 'not-a-number' : 'mixed-decimal-signs');
        if (!hasTwo)
          expect(warned?.message).toMatch(/column "x" has decimal commas, as "\d+,\d+" in row \d/);
        expect(n.values.slice(0, one.rows.length)).toEqual(one.rows.map(([{ text: t }]) => t));
      }
      const declared = parseCsv(text, { decimal: ',', thousands: '.' });
      const values = [...declared.columns.get('n')!.values].slice(0, one.rows.length);
      expect(values).toEqual(one.rows.map(([{ value }]) => value));
      const pointed = parseCsv(text, { types: { n: 'text' } });
      expect(pointed.warnings ?? []).not.toContainEqual(expect.objectContaining({ column: 'n' }));
    });
    fc.assert(property, { seed: 5, numRuns: 300 });
  });

  it('stream as they are read', async () => {
    const property = fc.asyncProperty(
      cases,
      fc.integer({ min: 20, max: 200 }),
      async (one, chunk) => {
        const text = fileText(one);
        const table = parseCsv(text, { columns: ['n'] });
        const path = join(folder, 'd.csv');
        writeFileSync(path, text);
        const file = openByteFile(path, 'd.csv')!;
        const streamed = await openStream(
          file,
          { name: 'd.csv' },
          { isNamed: (name) => name === 'n', chunkBytes: chunk, blockRows: 3 },
        );
        if ('why' in streamed) throw new Error(streamed.why);
        try {
          const n = Array.from({ length: streamed.nblocks }, (_, i) => [
            ...streamed.block(i).columns.get('n')!.values,
          ]).flat();
          expect(n).toEqual([...table.columns.get('n')!.values]);
          expect(streamed.warnings).toMatchObject(table.warnings ?? []);
        } finally {
          streamed.close();
          file.close();
        }
      },
    );
    await fc.assert(property, { seed: 6, numRuns: 60 });
  });

  it.each([
    ['a;b\n1.5;Berlin, Mitte\n2.5;7,1', 'a text with commas'],
    ['a;b\n1.5;1,234\n2.5;2,345', 'commas that may separate thousands'],
    ['a;b\n1.5;1,234.5\n2.5;2,345.5', 'commas that separate thousands'],
    ['a,b\n1.5,6\n2.5,7', 'commas that delimit'],
    ['a;b\n1.5;0.25\n2.5;7,1', 'a column with points and a comma'],
    ['a;b\n1.5;0,25\n2.5;7.1', 'a column with a comma and points'],
    ['a,b\n1.5,"6, 7"\n2.5,"7,1,2"', 'lists in quotes'],
  ])('stay decimal next to other commas: %j', (text) => {
    expect([...parseCsv(text).columns.get('a')!.values]).toEqual([1.5, 2.5]);
  });
});
