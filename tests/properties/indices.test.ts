/** Neither units nor the order of rows change an index, its ranks or its weights, and rounding does not choose a sign. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel } from 'wasmetrics';
import { compositeIndex, type CompositeIndex, type IndexOptions, toTable } from 'wasmetrics/data';
import { choices, two } from './index-choices.js';
import { anyOrder, type Columns, indicators, reordered, scaled, units } from './indicator-rows.js';

/** Scores by the names of the rows, and the numbers that do not depend on their order. */
function factsOf(data: Columns, index: CompositeIndex) {
  const names = data['row']!;
  const byName = <T>(values: readonly T[]) =>
    names.map((name, i) => [name, values[i]!] as const).sort(([a], [b]) => a - b);
  const ranks = index.method === 'pca' ? undefined : index.ranks;
  return {
    scores: byName(index.method === 'pca' ? index.composite : index.scores),
    ranks: ranks && byName(ranks.map(({ rank, low, high }) => [rank, low, high])),
    counts: index.method === 'pca' ? index.components : undefined,
    codes: index.warnings.map(({ code }) => code),
  };
}

function expectAlike(found: ReturnType<typeof factsOf>, known: ReturnType<typeof factsOf>): void {
  expect(found.ranks).toEqual(known.ranks);
  expect(found.counts).toBe(known.counts);
  expect(found.codes).toEqual(known.codes);
  const size = Math.max(...known.scores.map(([, score]) => Math.abs(score ?? 0)));
  found.scores.forEach(([name, score], i) => {
    expect(name).toBe(known.scores[i]![0]);
    if (score === null) expect(known.scores[i]![1]).toBeNull();
    else expect(Math.abs(score - known.scores[i]![1]!)).toBeLessThan(1e-9 * size);
  });
}

/** The facts of an index, or the code of the error that says why there is none. */
async function outcomeOf(data: Columns, options: IndexOptions) {
  try {
    return factsOf(data, await compositeIndex(toTable(data), options));
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}

describe('an index', () => {
  test.each(choices.map((options) => [options] as const))('%j', async (options) => {
    await fc.assert(
      fc.asyncProperty(
        indicators,
        fc.constantFrom(...units),
        fc.constantFrom('a', 'b', 'c'),
        anyOrder,
        async (data, unit, name, order) => {
          const known = await outcomeOf(data, options);
          const others = [reordered(data, order), scaled(data, { [name]: unit })];
          for (const other of others) {
            const found = await outcomeOf(other, options);
            if (typeof known === 'string' || typeof found === 'string') expect(found).toBe(known);
            else if (known.codes.includes('tied-components'))
              expect(found.codes).toEqual(known.codes);
            else expectAlike(found, known);
          }
        },
      ),
      { numRuns: 12, seed: 9 },
    );
  });

  test('has the sign of the first of two columns whose loadings tie', async () => {
    await fc.assert(
      fc.asyncProperty(indicators, anyOrder, async (data, order) => {
        for (const names of [
          ['a', 'b'],
          ['b', 'a'],
        ] as const) {
          for (const sign of ['largest', 'sum'] as const) {
            for (const rows of [data, reordered(data, order)]) {
              const options = { method: 'pca', columns: names, sign } as const;
              const index = await compositeIndex(toTable(rows), options);
              if (index.method !== 'pca') throw new Error('not asked for');
              expect(index.loadings['PC1']![names[0]]).toBeGreaterThan(0);
            }
          }
        }
      }),
      { numRuns: 8, seed: 10 },
    );
  });

  test('of uncorrelated columns keeps both components and warns that they are not determined', async () => {
    const data = { a: [1, 1, 2, 2], b: [0.1, 0.3, 0.1, 0.3] };
    const index = await compositeIndex(toTable(data), { method: 'pca', columns: two });
    expect(index).toMatchObject({ components: 2 });
    expect(index.warnings.map(({ code }) => code)).toContain('tied-components');
  });

  test('of columns that differ by rounding is refused', async () => {
    const same = [1, 2, 3, 4].map((x) => (x * 0.1) / x);
    expect(new Set(same).size).toBeGreaterThanOrEqual(1);
    const sums = [0.1 + 0.2, 0.3, 0.15 + 0.15, 0.3];
    const data = { a: [1, 2, 3, 5], b: sums };
    const index = compositeIndex(toTable(data), { method: 'equal', columns: { a: '+', b: '+' } });
    await expect(index).rejects.toMatchObject({ code: 'constant-column' });
  });
});

describe('a model with an index', () => {
  const steps = [
    { index: 'pca', columns: ['a', 'b'] },
    { index: 'pca', columns: ['a', 'b'], sign: 'sum' },
    { index: 'entropy', columns: { a: '+', b: '-' } },
    { index: 'topsis', columns: { a: '+', b: '-' } },
    { index: 'critic', columns: { a: '+', b: '-' } },
  ] as const;
  test.each(steps)('has the same replicates in other units: %j', async (step) => {
    await fc.assert(
      fc.asyncProperty(indicators, fc.constantFrom(...units), async (data, unit) => {
        const found = async (rows: Columns) => {
          const y = rows['a']!.map((a, i) => ((i * 7) % 5) + a / (rows['a']![0] ?? 1));
          const fit = await fitModel(
            { ...rows, y },
            { estimator: 'ols', build: { level: step }, formula: 'y ~ level' },
          );
          const run = bootstrap(fit, { reps: 20, seed: 4, workers: 0 });
          const [{ values, statuses }, { pValues }] = await Promise.all([
            run.replicates,
            run.result,
          ]);
          return { values, statuses, pValues };
        };
        const known = await found(data);
        const other = await found(scaled(data, { a: unit }));
        expect(other.statuses).toEqual(known.statuses);
        expect(other.pValues['level']).toBe(known.pValues['level']);
        const numbers = known.values.filter((value) => !Number.isNaN(value));
        const size = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        other.values.forEach((value, i) => {
          if (Number.isNaN(value)) expect(known.values[i]).toBeNaN();
          else expect(Math.abs(value - known.values[i]!)).toBeLessThan(1e-8 * size);
        });
      }),
      { numRuns: 4, seed: 11 },
    );
  });
});
