import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { augment, fixedEffects, ols, panel } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import type { Column } from '../../../../bindings/data/column.js';

/** Uniform numbers of a linear congruential generator. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

interface Level {
  readonly estimate: number;
  readonly rows: number;
  readonly set: number;
}

/** The effects by name and level. */
async function byLevel(fit: Parameters<typeof fixedEffects>[0]) {
  const { effect, level, estimate, rows, set } = await fixedEffects(fit);
  const found = new Map<string, Map<string, Level>>();
  (effect as readonly string[]).forEach((name, i) => {
    if (!found.has(name)) found.set(name, new Map());
    const one = { estimate: estimate![i], rows: rows![i], set: set![i] } as Level;
    found.get(name)!.set((level as readonly string[])[i]!, one);
  });
  return found;
}

type Golden = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
const golden = JSON.parse(
  readFileSync(new URL('../../../golden/fixed_effects/abdata.json', import.meta.url), 'utf8'),
) as Golden;

describe('fixed effects', () => {
  test.each(Object.keys(golden))('of abdata, %s, are those of dummies in R', async (name) => {
    const file = readFileSync(new URL('../../../../examples/abdata.csv', import.meta.url));
    const table = await readTable(file, { format: 'csv' });
    const ys = table.columns.get('ys')!.values as Float64Array;
    const low = Math.min(...ys);
    const band = { kind: 'number', values: ys.map((y) => Math.round(4 * (y - low))) } as const;
    const data = { ...table, columns: new Map<string, Column>([...table.columns, ['band', band]]) };
    const expected = golden[name]!;
    const weighted = name === 'weighted' && {
      weights: { column: 'emp', type: 'analytic' } as const,
    };
    const formula = `n ~ w + k | ${Object.keys(expected).join(' + ')}`;
    const fit = await ols(data, { formula, ...weighted });
    const found = await byLevel(fit);
    expect([...found.keys()]).toEqual(Object.keys(expected));
    for (const [effect, levels] of Object.entries(expected)) {
      const gaps = Object.entries(levels).map(([level, value]) => {
        const one = found.get(effect)!.get(level)!;
        expect(one.set).toBe(1);
        return one.estimate - value;
      });
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1e-9);
      expect(found.get(effect)!.size).toBe(gaps.length);
    }
    if (name !== 'two') return;
    const twoway = await panel(data, {
      formula: 'n ~ w + k',
      effects: 'twoway',
      panel: { unit: 'id', time: 'year' },
    });
    const [units] = [...(await byLevel(twoway)).values()];
    const shift = units!.get('1')!.estimate - expected['id']!['1']!;
    for (const [level, value] of Object.entries(expected['id']!))
      expect(units!.get(level)!.estimate - value).toBeCloseTo(shift, 9);
  });

  const samples = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    levels: fc.constantFrom([4], [6, 4], [5, 4, 3], [6, 3, 3]),
    parts: fc.constantFrom(1, 2, 3),
    weighted: fc.boolean(),
    text: fc.boolean(),
  });

  it('differ within a set as coefficients of dummies do, and add up in each row', async () => {
    await fc.assert(
      fc.asyncProperty(samples, async ({ seed, levels, parts, weighted, text }) => {
        const next = uniforms(seed);
        const n = 60;
        const effects = levels.map((_, g) => 'abc'[g]!);
        // Levels of different parts share no row, so they are separate components.
        const part = Array.from({ length: n }, () => Math.floor(next() * parts));
        const codes = levels.map((count) =>
          part.map((p) => p * count + Math.floor(next() * count)),
        );
        const shown = (code: number) => (text ? `level ${code}` : code);
        const data = {
          ...Object.fromEntries(effects.map((name, g) => [name, codes[g]!.map(shown)])),
          x: part.map(() => next()),
          y: part.map((p) => next() + p),
          w: part.map(() => 0.5 + next()),
        };
        const weights = weighted && { weights: { column: 'w', type: 'analytic' } as const };
        const fit = await ols(data, { formula: `y ~ x | ${effects.join(' + ')}`, ...weights });
        const rows = await augment(fit);
        const kept = Array.from(rows.columns['row'] as Float64Array, (row) => row - 1);
        const found = await byLevel(fit);
        const sums = kept.map((i) =>
          effects.reduce((sum, name, g) => {
            return sum + found.get(name)!.get(String(shown(codes[g]![i]!)))!.estimate;
          }, 0),
        );
        const [xb, residual] = ['xb', 'residual'].map((name) => rows.columns[name] as Float64Array);
        sums.forEach((sum, i) => {
          expect(Math.abs(data.y[kept[i]!]! - xb![i]! - residual![i]! - sum)).toBeLessThan(1e-9);
        });
        const used = Object.fromEntries(
          Object.entries(data).map(([name, values]) => [name, kept.map((i) => values[i]!)]),
        );
        const dummies = effects.map((name) => `i(${name})`).join(' + ');
        const { params } = await ols(used, { formula: `y ~ x + ${dummies}`, ...weights });
        for (const [name, ofLevels] of found) {
          const gaps = new Map<number, number[]>();
          for (const [level, { estimate, set, rows: count }] of ofLevels) {
            const dummy = (params as Readonly<Record<string, number>>)[`${name}=${level}`] ?? 0;
            gaps.set(set, [...(gaps.get(set) ?? []), estimate - dummy]);
            expect(count).toBe(kept.filter((i) => String(data[name as 'x']![i]) === level).length);
          }
          for (const list of gaps.values())
            expect(Math.max(...list) - Math.min(...list)).toBeLessThan(1e-7);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of separate components have one set each, in which the second effect has mean 0', async () => {
    const data = {
      a: [1, 1, 2, 2, 3, 3, 4, 4, 1, 3],
      b: ['p', 'q', 'p', 'q', 'r', 's', 'r', 's', 'p', 'r'],
      x: [2, 1, 5, 4, 7, 6, 8, 9, 1, 3],
      y: [1, 3, 2, 6, 4, 5, 8, 6, 2, 7],
    };
    const found = await byLevel(await ols(data, 'y ~ x | a + b'));
    expect(Array.from(found.get('a')!.values(), ({ set }) => set)).toEqual([1, 1, 2, 2]);
    const second = [...found.get('b')!.values()];
    expect(second.map(({ set, rows }) => [set, rows])).toEqual([
      [1, 3],
      [1, 2],
      [2, 3],
      [2, 2],
    ]);
    for (const set of [1, 2]) {
      const mean = second.reduce(
        (sum, one) => sum + (one.set === set ? one.rows * one.estimate : 0),
        0,
      );
      expect(mean).toBeCloseTo(0, 12);
    }
  });

  it('are refused where there are none, or where they are random', async () => {
    const data = {
      id: [1, 1, 1, 2, 2, 2, 3, 3, 3],
      t: [1, 2, 3, 1, 2, 3, 1, 2, 3],
      x: [2, 1, 5, 4, 7, 6, 8, 9, 1],
      y: [1, 3, 2, 6, 4, 5, 8, 6, 2],
    };
    const random = {
      formula: 'y ~ x',
      effects: 'random',
      panel: { unit: 'id', time: 't' },
    } as const;
    for (const fit of [await ols(data, 'y ~ x'), await panel(data, random)])
      await expect(fixedEffects(fit)).rejects.toThrow(
        `expected an estimate with absorbed effects, found one by ${fit.estimator} without`,
      );
  });
});
