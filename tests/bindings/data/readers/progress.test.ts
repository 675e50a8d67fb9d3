import { describe, expect, it } from 'vitest';
import { convertTable } from '../../../../bindings/data/convert/convert.js';
import type { ReadProgress } from '../../../../bindings/data/readers/options.js';
import { readTable } from '../../../../bindings/data/readers/read-table.js';

const nrows = 60_000;
const values = Float64Array.from({ length: nrows }, (_, row) => Math.sqrt(row));
const table = { nrows, columns: new Map([['x', { kind: 'number', values } as const]]) };

async function progressOf(source: Parameters<typeof readTable>[0]): Promise<ReadProgress[]> {
  const seen: ReadProgress[] = [];
  await readTable(source, { onProgress: (progress) => void seen.push(progress) });
  return seen;
}

describe('the progress of a read', () => {
  it.each(['csv', 'dta', 'parquet', 'arrow', 'json'] as const)(
    'of %s files grows to all bytes and rows',
    async (format) => {
      const { bytes } = await convertTable(table, format);
      const seen = await progressOf(bytes);
      expect(seen.at(-1)).toEqual({ bytesRead: bytes.length, bytes: bytes.length, rows: nrows });
      seen.slice(1).forEach((now, i) => {
        expect(now.bytesRead).toBeGreaterThanOrEqual(seen[i]!.bytesRead);
        expect(now.rows).toBeGreaterThanOrEqual(seen[i]!.rows);
      });
      if (format === 'csv' || format === 'dta') expect(seen.length).toBeGreaterThan(1);
    },
  );

  it('of CSV files with quotes is reported, too', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `"${row}",1`);
    const bytes = new TextEncoder().encode(['x,y', ...rows].join('\n'));
    const seen = await progressOf(bytes);
    expect(seen.map(({ rows: read }) => read)).toEqual([16_384, 32_768, 40_000, 40_000]);
    expect(seen[0]!.bytesRead / bytes.length).toBeCloseTo(0.4, 1);
  });

  it('of a stream has no number of bytes until all have arrived', async () => {
    async function* parts() {
      yield 'x,y\n';
      yield await Promise.resolve('1,2\n3,4\n');
    }
    expect(await progressOf(parts())).toEqual([
      { bytesRead: 4, bytes: undefined, rows: 0 },
      { bytesRead: 12, bytes: undefined, rows: 0 },
      { bytesRead: 12, bytes: 12, rows: 2 },
      { bytesRead: 12, bytes: 12, rows: 2 },
    ]);
  });
});
