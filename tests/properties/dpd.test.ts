/** Laws that every dynamic panel fit obeys, on simulated panels. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import type { DpdModelInput } from 'wasmetrics/types';
import {
  type Columns,
  differencedRows,
  expectClose,
  expectSame,
  mapColumns,
  modelOf,
  models,
  panels,
  pickRows,
  repeatUnits,
  rowCount,
  simulate,
  takeRows,
} from './panels.js';

const settings = { numRuns: 25 };

/** Few enough copies of 60 units for one chunk of the core, and more. */
const copies = fc.constantFrom(2, 7);

/** A permutation of 0 .. n - 1. */
function shuffled(n: number, seed: number): number[] {
  const keys = Array.from({ length: n }, (_, i) => Math.imul(i + 1, 2 * seed + 0x9e3779b1) >>> 0);
  return keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
}

async function fits(model: DpdModelInput, ...data: Columns[]) {
  return Promise.all(data.map((columns) => fitModel(columns, model)));
}

describe('a dynamic panel fit', () => {
  test('does not depend on the order of the rows, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, fc.nat(), async (model, panel, seed) => {
        const other = takeRows(panel, shuffled(rowCount(panel), seed));
        const [first, second] = await fits(model, panel, other);
        expect(second).toEqual(first);
      }),
      settings,
    );
  });

  test('does not depend on the labels of the units', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, fc.nat(), async (model, panel, seed) => {
        const labels = shuffled(100, seed);
        const unit = panel['unit']!.map((id) => labels[id]!);
        const [first, second] = await fits(model, panel, { ...panel, unit });
        expectSame(second!, first!, 1e-9);
        expect(second!.tests.ar!.map(({ pairs, units }) => [pairs, units])).toEqual(
          first!.tests.ar!.map(({ pairs, units }) => [pairs, units]),
        );
      }),
      settings,
    );
  });

  test('does not depend on where the calendar starts', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, async (model, panel) => {
        const time = panel['time']!.map((period) => period + 1970);
        const [first, second] = await fits(model, panel, { ...panel, time });
        expect(second!.params).toEqual(first!.params);
        expect(second!.stdErrors).toEqual(first!.stdErrors);
        const ar = first!.tests.ar!.map(({ periods, ...test }) =>
          periods === undefined
            ? test
            : { ...test, periods: periods.map((period) => Number(period) + 1970) },
        );
        expect(second!.tests).toEqual({ ...first!.tests, ar });
      }),
      settings,
    );
  });

  test('moves the coefficient of a regressor against its unit, and nothing else', async () => {
    const factors = fc.constantFrom(-3, 0.001, 7, 12345.678);
    await fc.assert(
      fc.asyncProperty(models, panels, factors, async (model, panel, factor) => {
        const x1 = panel['x1']!.map((value) => value * factor);
        const [first, second] = await fits(model, panel, { ...panel, x1 });
        expectSame(second!, first!, 1e-8, { params: { x1: 1 / factor } });
      }),
      settings,
    );
  });

  test('moves every coefficient but that of the lag with the unit of the outcome', async () => {
    const factors = fc.constantFrom(-2.5, 0.003, 4096);
    await fc.assert(
      fc.asyncProperty(models, panels, factors, async (model, panel, factor) => {
        const y = panel['y']!.map((value) => value * factor);
        const [first, second] = await fits(model, panel, { ...panel, y });
        const params = { x1: factor, z1: factor, _cons: factor };
        expectSame(second!, first!, 1e-8, { params });
      }),
      settings,
    );
  });

  test('does not depend on the order of the instruments', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, async (model, panel) => {
        const parts = model.gmm!.flatMap((group) => [
          { ...group, lags: [3, group.lags![1]] as const },
          { ...group, lags: [2, 2] as const },
        ]);
        const iv = [{ vars: 'x1', equation: 'diff' as const }, ...model.iv!];
        const split = { ...model, gmm: parts, iv };
        const turned = { ...model, gmm: [...parts].reverse(), iv: [...iv].reverse() };
        const first = await fitModel(panel, split);
        expectSame(await fitModel(panel, turned), first, 1e-8);
      }),
      settings,
    );
  });

  test('in differences does not see a constant of a unit, given the instruments', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, async (model, panel) => {
        const copies = { ...panel, y0: panel['y']!, x0: panel['x1']! };
        const moved = mapColumns(copies, (values, name) =>
          ['y', 'x1'].includes(name)
            ? values.map((value, row) => value + 10 * (panel['unit']![row]! % 7))
            : values,
        );
        const gmm = ['y0', 'x0'].map((vars) => ({ vars, lags: [2, 3] as const }));
        const [first, second] = await fits({ ...model, system: false, gmm }, copies, moved);
        expectSame(second!, first!, 1e-9);
      }),
      settings,
    );
  });

  test('keeps its estimates when every unit is there several times, with as many times the test statistics', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, copies, async (model, panel, times) => {
        const plain = { ...model, vcov: { small: false } };
        const repeated = repeatUnits(panel, new Array<number>(200).fill(times));
        const [first, second] = await fits(plain, panel, repeated);
        const change = { stdErrors: Math.sqrt(1 / times), overidentification: times };
        expectSame(second!, first!, 1e-9, change);
        expect(second!.nobs).toBe(times * first!.nobs);
        expect(second!.ngroups).toBe(times * first!.ngroups!);
      }),
      settings,
    );
  });

  test('has its tests of serial correlation also where its first unit has none', async () => {
    const panel = repeatUnits(simulate({ units: 60, periods: 7, seed: 3 }), new Array(60).fill(4));
    const idle = pickRows(panel, (row) => panel['unit']![row] !== 1 || panel['time']![row]! < 3);
    const last = { ...idle, unit: idle['unit']!.map((unit) => (unit === 1 ? 1000 : unit)) };
    const [first, second] = await fits(modelOf({ arOrders: 3 }), idle, last);
    first!.tests.ar!.forEach(({ stat }, m) => {
      expect(Math.abs(second!.tests.ar![m]!.stat! - stat!)).toBeLessThan(1e-9);
    });
  });
});

describe('tests of a dynamic panel fit', () => {
  test('are statistics at or above 0 with p-values between 0 and 1', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, async (model, panel) => {
        const { tests, rankInstruments, ninstruments, params } = await fitModel(panel, model);
        expect(rankInstruments).toBeLessThanOrEqual(ninstruments!);
        const df = rankInstruments! - Object.keys(params).length;
        for (const test of [tests.sargan, tests.hansen]) {
          expect(test).toMatchObject({ df });
          expect(test!.stat).toBeGreaterThanOrEqual(0);
        }
        for (const { pValue } of [tests.sargan!, tests.hansen!, ...tests.ar!]) {
          expect(pValue).toBeGreaterThanOrEqual(0);
          expect(pValue).toBeLessThanOrEqual(1);
        }
      }),
      settings,
    );
  });

  test('split Hansen into a part without a group of instruments and its difference', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(models, panels, async (model, panel) => {
        const { tests } = await fitModel(panel, model);
        const hansen = tests.hansen!;
        for (const { excluding, difference } of tests.diffHansen!) {
          if (excluding.stat === null || difference.stat === null) continue;
          compared += 1;
          expect(excluding.stat + difference.stat).toBeCloseTo(hansen.stat!, 9);
          expect(difference.stat).toBeGreaterThanOrEqual(-1e-9);
          const dfs = [excluding, difference, hansen].map((part) => 'df' in part && part.df);
          expect(Number(dfs[0]) + Number(dfs[1])).toBe(dfs[2]);
        }
      }),
      settings,
    );
    expect(compared).toBeGreaterThan(20);
  });

  test('count the pairs of differenced residuals of each order, and the units that have some', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, async (model, panel) => {
        const { tests } = await fitModel(panel, { ...model, arOrders: 4 });
        const counts = tests.ar!.map(({ pairs, units }) => [pairs, units]);
        expect(counts).toEqual([1, 2, 3, 4].map((order) => pairCount(panel, order)));
      }),
      settings,
    );
  });

  test('are the same with weights of one, whose rows are read unit by unit', async () => {
    await fc.assert(
      fc.asyncProperty(models, panels, copies, async (model, panel, times) => {
        const rows = repeatUnits(panel, new Array<number>(200).fill(times));
        const weighted = { ...rows, one: rows['unit']!.map(() => 1) };
        const four = { ...model, arOrders: 4 };
        const plain = await fitModel(weighted, four);
        const same = await fitModel(weighted, {
          ...four,
          weights: { type: 'analytic', column: 'one' },
        });
        expectSame(same, plain, 1e-9);
        plain.tests.ar!.forEach((test, m) => {
          const other = same.tests.ar![m]!;
          expect([other.pairs, other.units]).toEqual([test.pairs, test.units]);
          expect((other.stat === null) === (test.stat === null)).toBe(true);
          if (test.stat !== null) expectClose(other.stat!, test.stat, 1e-8, `order ${m + 1}`);
        });
      }),
      settings,
    );
  });

  test('do not exist for a model that is exactly identified', async () => {
    const model = modelOf({ gmm: [{ vars: 'y x1', lags: [2, 2], collapse: true }], system: false });
    await fc.assert(
      fc.asyncProperty(panels, async (panel) => {
        const { sargan, hansen, diffHansen } = (await fitModel(panel, model)).tests;
        const reason = 'the model is exactly identified';
        expect([sargan, hansen]).toEqual([1, 2].map(() => ({ stat: null, pValue: null, reason })));
        expect(diffHansen).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

/** Pairs of first differences of complete rows `order` periods apart, and units with at least one. */
function pairCount(panel: Columns, order: number): [pairs: number, units: number] {
  const differenced = differencedRows(panel);
  const rows = panel['unit']!.map((_, row) => row);
  const pairs = rows.filter((row) => differenced(row, 0) && differenced(row, order));
  return [pairs.length, new Set(pairs.map((row) => panel['unit']![row])).size];
}
