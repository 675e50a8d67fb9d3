/** Rounding does not decide on which side of a cut a row falls. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareData, toTable } from 'wasmetrics/data';
import { anyOrder, type Columns, indicators, reordered, scaled, units } from './indicator-rows.js';

type Place = 'mean' | 'median' | 'terciles';
type Level = 'row' | 'unit';

/** The part of each row of the column a, in the order of the names of the rows. */
async function partsOf(data: Columns, at: Place, level: Level): Promise<unknown[]> {
  const panel = { unit: 'half', time: 'row' };
  const build = { part: { split: 'a', at, level } };
  const table = await prepareData(toTable(data), { build, panel });
  const { values } = table.columns.get('part')!;
  const names = data['row']!;
  const places = names.map((_, place) => place).sort((i, j) => names[i]! - names[j]!);
  return places.map((place) => values[place]);
}

const outcomeOf = (data: Columns, at: Place, level: Level) =>
  partsOf(data, at, level).catch(({ code }: { readonly code: string }) => code);

describe('parts of a column', () => {
  const cases = (['mean', 'median', 'terciles'] as const).flatMap((at) =>
    (['row', 'unit'] as const).map((level) => [at, level] as const),
  );
  test.each(cases)('at its %s, by %s, are alike in other units and orders', async (at, level) => {
    await fc.assert(
      fc.asyncProperty(
        indicators,
        fc.constantFrom(...units),
        anyOrder,
        async (data, unit, order) => {
          const known = await outcomeOf(data, at, level);
          expect(await outcomeOf(scaled(data, { a: unit }), at, level)).toEqual(known);
          expect(await outcomeOf(reordered(data, order), at, level)).toEqual(known);
        },
      ),
      { numRuns: 25, seed: 12 },
    );
  });

  test('have a row at the mean above it, whatever the unit', async () => {
    for (const unit of [1, 0.1, 0.7, 1e-3, 1 / 3, 1e9]) {
      const data = { a: [1, 2, 3].map((x) => x * unit), half: [1, 2, 3], row: [1, 2, 3] };
      expect(await partsOf(data, 'mean', 'row')).toEqual(['low', 'high', 'high']);
    }
  });
});
