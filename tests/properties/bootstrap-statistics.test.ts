/** What replicates of a dynamic panel return beside coefficients: each number is that of a fit on the drawn units. */
import { describe, expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, fitModel } from 'wasmetrics';
import type { DpdModelInput } from 'wasmetrics/types';
import { loadKernels } from '../assembly/load.js';
import {
  type Columns,
  expectClose,
  modelOf,
  repeatUnits,
  simulate,
  withoutIdleUnits,
} from './panels.js';

const { kernels, getInts, scope } = loadKernels();
const seed = 11;

function counts(units: number, replicate: number): number[] {
  return scope(() => {
    const out = kernels.alloc(4 * units);
    kernels.seed(seed, 0);
    kernels.multinomial(units, replicate, out);
    return [...getInts(out, units)];
  });
}

/** Replicates by name of their numbers. */
async function replicates(model: DpdModelInput, panel: Columns, options: BootstrapOptions) {
  const fit = await fitModel(panel, model);
  const run = bootstrap(fit, { seed, recenter: false, workers: 0, ...options });
  const { values, width, statistics, completed } = await run.replicates;
  const names = [...Object.keys(fit.params), ...statistics];
  expect(width).toBe(names.length);
  return Array.from({ length: completed }, (_, r) =>
    Object.fromEntries(names.map((name, j) => [name, values[r * width + j]!])),
  );
}

describe('a replicate has', () => {
  const panel = withoutIdleUnits(simulate({ units: 160, periods: 7, seed: 5, holes: 0.05 }));
  const units = new Set(panel['unit']).size;

  test.each([
    ['the Windmeijer errors', 160, {}, 1e-10],
    ['the Windmeijer errors in differences', 160, { system: false }, 1e-10],
    ['the Windmeijer errors in deviations', 160, { transform: 'fod', arLevels: true }, 1e-10],
    [
      'the Windmeijer errors with weights',
      160,
      { weights: { column: 'time', type: 'analytic' } },
      1e-10,
    ],
    ['the robust errors of one step', 160, { steps: 1, vcov: { type: 'robust' } }, 1e-10],
    ['the errors of the two-step weight', 160, { vcov: { type: 'unadjusted' } }, 1e-10],
    // Moore-Penrose inverses multiply rounding by the condition of the range.
    ['the Windmeijer errors under singular weights', 16, {}, 1e-6],
  ] as const)(
    '%s, J, J without groups and tests of serial correlation of a fit on the drawn units',
    async (_, few, options, close) => {
      const data = few === 16 ? simulate({ units: 16, periods: 8, seed: 6 }) : panel;
      const model = modelOf(options);
      const statistics = ['hansen', 'diffHansen', 'ar'];
      const rows = await replicates(model, data, { reps: 20, ci: ['studentized'], statistics });
      for (const [r, row] of rows.entries()) {
        const drawn = repeatUnits(data, counts(few === 16 ? 16 : units, r));
        const again = await fitModel(drawn, model);
        for (const [name, se] of Object.entries(again.stdErrors)) {
          const value = row[`stdError(${name})`]!;
          // Singular weights may leave Windmeijer's variance negative.
          if (Number.isNaN(se)) expect(value).toBeNaN();
          else expectClose(value, se, close, `replicate ${r}, error of ${name}`);
        }
        expectClose(row['_hansen']!, again.tests.hansen!.stat!, close, `replicate ${r}, J`);
        for (const { group, excluding } of again.tests.diffHansen!) {
          const value = row[`_hansen_without_${group}`]!;
          // None of the rank is lost without the group, so that the fit has no such test.
          if (excluding.stat === null) continue;
          expectClose(value, excluding.stat, close, `replicate ${r}, without ${group}`);
        }
        for (const { order, stat } of again.tests.ar!) {
          const value = row[`_ar${order}`]!;
          // Without a positive variance the fit has no such test.
          if (stat === null) expect(value).toBeNaN();
          else expectClose(value, stat, close, `replicate ${r}, order ${order}`);
        }
      }
    },
  );
});

describe('a replicate of many units', () => {
  // More than are summed at a time, in any of the sums.
  test('has the Windmeijer errors of a fit on the drawn units', async () => {
    const panel = withoutIdleUnits(simulate({ units: 1200, periods: 7, seed: 8 }));
    const units = new Set(panel['unit']).size;
    const model = modelOf({});
    const rows = await replicates(model, panel, { reps: 2, ci: ['studentized'] });
    for (const [r, row] of rows.entries()) {
      const again = await fitModel(repeatUnits(panel, counts(units, r)), model);
      for (const [name, se] of Object.entries(again.stdErrors)) {
        expectClose(row[`stdError(${name})`]!, se, 1e-10, `replicate ${r}, error of ${name}`);
      }
    }
  });
});

describe('a replicate has the Windmeijer errors of a fit on the drawn units', () => {
  const panel = withoutIdleUnits(simulate({ units: 160, periods: 8, seed: 5 }));
  const units = new Set(panel['unit']).size;
  const long = 'y ~ L.y + L2.y + x1 + L.x1 + L2.x1 + z1 + L.z1 + L2.z1';

  // Columns are taken by eight and by two.
  test.each([
    [2, { formula: 'y ~ L.y' }],
    [6, { formula: 'y ~ L.y + x1 + L.x1 + z1 + L.z1' }],
    [9, { formula: long }],
    [14, { formula: long, timeEffects: true }],
  ])('with %d parameters', async (nparams, options) => {
    const model = modelOf(options);
    const rows = await replicates(model, panel, { reps: 3, ci: ['studentized'] });
    for (const [r, row] of rows.entries()) {
      const again = await fitModel(repeatUnits(panel, counts(units, r)), model);
      expect(Object.keys(again.stdErrors)).toHaveLength(nparams);
      for (const [name, se] of Object.entries(again.stdErrors)) {
        expectClose(row[`stdError(${name})`]!, se, 1e-10, `replicate ${r}, error of ${name}`);
      }
    }
  });
});

/** Sum over the units of the products of differenced residuals `order` periods apart. */
function products(panel: Columns, params: Readonly<Record<string, number>>, order: number) {
  const { unit, time, y } = panel as Record<'unit' | 'time' | 'y', readonly number[]>;
  const key = (row: number, back: number) => `${unit[row]!} ${time[row]! - back}`;
  const rows = new Map(unit.map((_, row) => [key(row, 0), row]));
  const residuals = new Map<string, number>();
  const difference = (values: readonly number[], row: number) =>
    values[row]! - values[rows.get(key(row, 1)) ?? NaN]!;
  y.forEach((_, row) => {
    const lag = difference(y, rows.get(key(row, 1)) ?? NaN);
    const others = ['x1', 'z1'].map((name) => params[name]! * difference(panel[name]!, row));
    const residual = difference(y, row) - params['L1.y']! * lag - total(others);
    if (!Number.isNaN(residual)) residuals.set(key(row, 0), residual);
  });
  return total(
    y.map((_, row) => (residuals.get(key(row, 0)) ?? 0) * (residuals.get(key(row, order)) ?? 0)),
  );
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('centred tests of serial correlation', () => {
  const panel = withoutIdleUnits(simulate({ units: 120, periods: 7, seed: 3 }));
  const units = new Set(panel['unit']).size;

  // Whose moments sum to zero at every estimate, so that the mean of the products touches no other term.
  test('of an exactly identified model take the mean of the sample from every product', async () => {
    const model: DpdModelInput = {
      ...modelOf({ system: false }, true),
      gmm: [{ vars: ['y', 'x1'], lags: [2, 2], collapse: true }],
    };
    const fit = await fitModel(panel, model);
    const options = { reps: 20, recenter: true, statistics: ['ar'] };
    for (const [r, row] of (await replicates(model, panel, options)).entries()) {
      const drawn = repeatUnits(panel, counts(units, r));
      const again = await fitModel(drawn, model);
      for (const order of [1, 2]) {
        const mean = products(panel, fit.params, order) / units;
        const sum = products(drawn, again.params, order);
        const variance = (sum / again.tests.ar![order - 1]!.stat!) ** 2;
        const centred = variance - 2 * mean * sum + units * mean ** 2;
        const expected = (sum - units * mean) / Math.sqrt(centred);
        expectClose(row[`_ar${order}`]!, expected, 1e-9, `replicate ${r}, order ${order}`);
      }
    }
  });

  test('spread about zero where others spread about the statistic of the fit, in the same bits by workers', async () => {
    const model = modelOf({ system: false }, true);
    const fit = await fitModel(panel, model);
    const { stat } = fit.tests.ar![0]!;
    const options = { reps: 600, seed, statistics: ['ar'] };
    for (const recenter of [true, false, 'brown-newey'] as const) {
      const [one, two] = [0, 2].map((workers) => bootstrap(fit, { ...options, recenter, workers }));
      const { values, width, statistics } = await one!.replicates;
      expect((await two!.replicates).values).toEqual(values);
      const place = Object.keys(fit.params).length + statistics.indexOf('_ar1');
      const z = values.filter((_, index) => index % width === place);
      const mean = total([...z]) / z.length;
      expect(Math.abs(mean - (recenter === false ? stat! : 0))).toBeLessThan(0.5);
      const { ar } = (await one!.result).tests!;
      if (recenter === false) {
        expect(ar![0]).toMatchObject({
          pValue: null,
          reason: expect.stringContaining('not recentred'),
        });
        continue;
      }
      const beyond = z.filter((value) => Math.abs(value) >= Math.abs(stat!)).length;
      const p = (1 + beyond) / 601;
      const monteCarloError = Math.sqrt((p * (1 - p)) / 600);
      expect(ar![0]).toEqual({ order: 1, stat, pValue: p, monteCarloError, replicates: 600 });
    }
  });

  test.each([
    [
      { steps: 1, vcov: { type: 'unadjusted' } },
      /intervals and ar need .* found unadjusted, steps 1/,
    ],
    [
      { vcov: { type: 'robust', cluster: 'time' } },
      /intervals and ar need .* found other clusters/,
    ],
    [
      { arOrders: 0 },
      /statistics: expected tests that the fit has \(its arOrders are 0\), found ar/,
    ],
  ] as const)('are refused of %j', async (options, message) => {
    const fit = await fitModel(panel, modelOf(options));
    const refused = async () => bootstrap(fit, { reps: 10, workers: 0, statistics: ['ar'] }).result;
    await expect(refused()).rejects.toThrow(message);
  });
});
