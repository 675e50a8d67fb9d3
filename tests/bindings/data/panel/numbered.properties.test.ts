import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ols } from 'wasmetrics';
import type { Column } from '../../../../bindings/data/column.js';
import { holds, fingerprintOf } from '../../../../bindings/data/fingerprint.js';
import { numberedOf } from '../../../../bindings/data/panel/numbered.js';

const numbers = (cell: fc.Arbitrary<number>) =>
  fc
    .array(cell, { maxLength: 40 })
    .map((values): Column => ({ kind: 'number', values: Float64Array.from(values) }));

const text = fc.constantFrom('', 'a', 'b', '甲', 'long text');
const columns: fc.Arbitrary<Column> = fc.oneof(
  numbers(fc.constantFrom(NaN, -3, -0, 0, 1, 2, 7)),
  numbers(fc.constantFrom(NaN, 0.5, 1e300, -Infinity, 2)),
  numbers(fc.constantFrom(NaN, 1e9, -1e9, 3)),
  fc.array(text, { maxLength: 40 }).map((values): Column => ({ kind: 'text', values })),
  fc
    .tuple(fc.array(text, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(7), { maxLength: 40 }))
    .map(([texts, places]): Column => {
      const codes = Int32Array.from(places, (place) => place % texts.length);
      const values = Array.from(codes, (code) => texts[code]!);
      return { kind: 'text', values, coded: { texts, codes } };
    }),
);

/** Numbers in order of appearance by a map. */
function expected({ values }: Column) {
  const found = new Map<unknown, number>();
  const codes = Array.from(values as ArrayLike<number | string>, (value) => {
    if (value === '' || value !== value) return -1;
    if (!found.has(value)) found.set(value, found.size);
    return found.get(value)!;
  });
  const sizes = [...found.values()].map((code) => codes.filter((other) => other === code).length);
  return { codes, sizes };
}

describe('the numbers of a column', () => {
  test('are in order of appearance, with their rows', () => {
    fc.assert(
      fc.property(columns, (column) => {
        const { codes, sizes } = numberedOf(column);
        expect({ codes: [...codes], sizes: [...sizes] }).toEqual(expected(column));
        expect(numberedOf(column).codes).toBe(codes);
      }),
    );
  });

  test('are new once a value changes', () => {
    fc.assert(
      fc.property(columns, fc.nat(39), fc.constantFrom(NaN, 0, 5, 0.25), (column, at, value) => {
        numberedOf(column);
        const row = at % Math.max(column.values.length, 1);
        const written = column.kind === 'number' ? value : 'new';
        (column.values as (number | string)[])[row] = written;
        if (column.kind === 'text' && column.coded !== undefined) return;
        const { codes, sizes } = numberedOf(column);
        expect({ codes: [...codes], sizes: [...sizes] }).toEqual(expected(column));
      }),
    );
  });
});

test('a hash of columns changes with any value, and with the order of two', () => {
  const values = fc.array(fc.constantFrom(0, 1, 2, -1, NaN), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(values, fc.nat(11), fc.nat(11), (cells, i, j) => {
      const column = { kind: 'number', values: Float64Array.from(cells) } as const;
      const table = { nrows: cells.length, columns: new Map([['x', column]]) };
      const before = fingerprintOf(table, ['x']);
      const [left, right] = [i % cells.length, j % cells.length];
      [column.values[left], column.values[right]] = [column.values[right]!, column.values[left]!];
      expect(holds(before)).toBe(Object.is(cells[left], cells[right]));
    }),
    { numRuns: 2000 },
  );
});

test('a table whose owner changes an effect, a filter or a cluster between two fits has the second one of a new table', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => i);
  const make = (shift: number) => ({
    nrows: 60,
    columns: new Map<string, Column>([
      ['id', { kind: 'number', values: Float64Array.from(rows, (i) => ((i * shift) >> 1) % 12) }],
      ['g', { kind: 'text', values: rows.map((i) => 'abcdef'[(i + (i >> shift)) % 6]!) }],
      ['x', { kind: 'number', values: Float64Array.from(rows, (i) => Math.sin(i * i)) }],
      ['y', { kind: 'number', values: Float64Array.from(rows, (i) => Math.cos(3 * i) + i / 9) }],
    ]),
  });
  const formula = 'y ~ x | id + g';
  const fit = async (table: ReturnType<typeof make>, where?: string) => {
    const { params, stdErrors, nobs, absorbed } = await ols(table, {
      formula,
      vcov: { cluster: 'id' },
      ...(where !== undefined && { where }),
    });
    return { params, stdErrors, nobs, absorbed };
  };
  const table = make(1);
  const first = await fit(table);
  expect(await fit(table)).toEqual(first);
  expect(await fit(table, 'id < 8')).toEqual(await fit(make(1), 'id < 8'));
  expect(await fit(table)).toEqual(first);
  const other = make(5);
  for (const name of ['id', 'g'])
    other.columns.get(name)!.values.forEach((value, row) => {
      (table.columns.get(name)!.values as (number | string)[])[row] = value;
    });
  expect(await fit(table)).toEqual(await fit(other));
  expect(await fit(table)).not.toEqual(first);
});
