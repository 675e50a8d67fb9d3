/** Laws of descriptions: the order of rows, units of measurement, and groups. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnDescription, correlate, describeData, panelReport } from 'wasmetrics/data';

type Row = {
  readonly id: number;
  readonly t: number;
  readonly g: string;
  readonly x: number;
  readonly y: number;
};

const number = fc.oneof(
  // Smaller numbers lose digits where the scale below makes them subnormal.
  {
    weight: 8,
    arbitrary: fc
      .double({ min: -1e3, max: 1e3, noNaN: true })
      .map((x) => (Math.abs(x) < 1e-90 ? 0 : x)),
  },
  { weight: 1, arbitrary: fc.constant(NaN) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2) },
);
const row: fc.Arbitrary<Row> = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  t: fc.integer({ min: 1, max: 6 }),
  g: fc.constantFrom('a', 'b', 'c'),
  x: number,
  y: number,
});
const rows = fc.array(row, { minLength: 2, maxLength: 40 });
const options = { by: 'g', unit: 'id', time: 't' };

const shuffled = fc.tuple(rows, fc.infiniteStream(fc.nat())).map(([list, keys]) => {
  const order = list.map((one) => [keys.next().value as number, one] as const);
  return [list, order.sort(([a], [b]) => a - b).map(([, one]) => one)] as const;
});

/** Close numbers, or both missing. */
function expectClose(found: number | null, expected: number | null, scale: number): void {
  if (expected === null || found === null) expect(found).toBe(expected);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * scale);
}

test('the order of rows changes no bit of a description', async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, other]) => {
      const [one, two] = await Promise.all(
        [list, other].map((data) => describeData(data, options)),
      );
      expect(two).toEqual(one);
    }),
  );
});

test('the order of rows changes correlations at rounding level', async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, other]) => {
      const columns = ['x', 'y'];
      const [one, two] = await Promise.all(
        [list, other].map((data) => correlate(data, { columns })),
      );
      expect(two!.n).toEqual(one!.n);
      expectClose(two!.r[0]![1]!, one!.r[0]![1]!, 1);
    }),
    { numRuns: 50 },
  );
});

test('the order of rows changes nothing of a panel report but row numbers and warnings', async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, other]) => {
      const [one, two] = await Promise.all(
        [list, other].map(async (data) => {
          const report = await panelReport(data, { unit: 'id', time: 't', categories: ['g'] });
          const duplicates = report.duplicates.map(({ unit, time, rows: n }) => [unit, time, n]);
          return { ...report, duplicates };
        }),
      );
      expect(two).toEqual(one);
    }),
  );
});

test('a power of two scales a description exactly', async () => {
  const power = fc.integer({ min: -200, max: 200 });
  await fc.assert(
    fc.asyncProperty(rows, power, async (list, exponent) => {
      const scale = 2 ** exponent;
      const scaledRows = list.map((one) => ({ ...one, x: one.x * scale }));
      const [one, two] = await Promise.all(
        [list, scaledRows].map(
          async (data) => (await describeData(data, { unit: 'id' })).columns['x']!,
        ),
      );
      const { mean, sd, sdBetween, sdWithin, min, max, ...rest } = one!;
      for (const [key, value] of Object.entries({ mean, sd, sdBetween, sdWithin, min, max })) {
        const expected = value === null ? null : Number(value) * scale;
        expect(two![key as keyof ColumnDescription], key).toEqual(expected);
      }
      expect(two).toMatchObject({
        skewness: rest.skewness,
        kurtosis: rest.kurtosis,
        n: rest.n,
        distinct: rest.distinct,
      });
    }),
  );
});

describe('groups', () => {
  test('are the descriptions of their rows, and together all rows', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const { groups = [], columns } = await describeData(list, options);
        for (const { value, nrows, columns: found } of groups) {
          const members = list.filter(({ g }) => g === value);
          expect(nrows).toBe(members.length);
          expect(found).toEqual((await describeData(members, { unit: 'id', time: 't' })).columns);
        }
        const n = groups.reduce((sum, group) => sum + group.columns['x']!.n, 0);
        expect(n).toBe(columns['x']!.n);
      }),
    );
  });
});

test('spells, entries and patterns count each unit once', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const report = await panelReport(list, { unit: 'id', time: 't' });
      const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
      const present = new Set(list.map(({ id, t }) => `${id} ${t}`)).size;
      expect(sum(Object.values(report.entry))).toBe(report.units);
      expect(sum(Object.values(report.exit))).toBe(report.units);
      expect(sum(report.spells.patterns.map(({ units }) => units))).toBe(report.units);
      expect(
        sum(
          report.spells.patterns.map(
            ({ pattern, units }) => units * pattern.replaceAll('0', '').length,
          ),
        ),
      ).toBe(present);
      expect(present + sum(report.duplicates.map(({ rows: n }) => n - 1))).toBe(list.length);
    }),
  );
});
