/** Laws that static panel models obey, on simulated panels. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FitResult, fitModel } from 'wasmetrics';
import type { PanelModelInput } from 'wasmetrics/types';
import { mix } from '../../bench/random.js';
import { type Columns, expectClose, mapColumns } from './panels.js';

const settings = { numRuns: 30 };

interface Shape {
  readonly units: number;
  readonly periods: number;
  readonly seed: number;
  /** Share of rows that are missing. */
  readonly holes: number;
}

/** Columns unit, time, y, x1 and x2 (both correlated with the unit), f (1 to 3). */
function simulate({ units, periods, seed, holes }: Shape): Columns {
  const draw = (row: number, salt: number) => mix(mix(seed + salt) ^ row) / 2 ** 32 - 0.5;
  const all = Array.from({ length: units * periods }, (_, row) => row);
  const rows = all.filter((row) => draw(row, 9) + 0.5 >= holes);
  const unit = rows.map((row) => Math.floor(row / periods));
  const time = rows.map((row) => row % periods);
  const x1 = rows.map((row, i) => draw(row, 1) + draw(unit[i]!, 2));
  const x2 = rows.map((row, i) => draw(row, 3) + draw(unit[i]!, 2) + draw(time[i]!, 4));
  const effect = (i: number) => 2 * draw(unit[i]!, 5) + draw(time[i]!, 6);
  const y = rows.map((row, i) => 1 + x1[i]! - x2[i]! + effect(i) + draw(row, 7));
  return { unit, time, y, x1, x2, f: rows.map((row) => 1 + (mix(seed ^ row) % 3)) };
}

const shapes = fc.record({
  units: fc.integer({ min: 6, max: 14 }),
  periods: fc.integer({ min: 4, max: 7 }),
  seed: fc.nat({ max: 10_000 }),
});
const balanced = shapes.map((shape) => simulate({ ...shape, holes: 0 }));
const unbalanced = shapes.map((shape) => simulate({ ...shape, holes: 0.2 }));
const rowwise = fc.constantFrom('unadjusted' as const, 'HC0' as const, 'HC1' as const);

const panel = { unit: 'unit', time: 'time' };
const formula = 'y ~ x1 + x2';
const slopes = ['x1', 'x2'];

function fitPanel(data: Columns, options: Partial<PanelModelInput> = {}): Promise<FitResult> {
  return fitModel(data, { estimator: 'panel', panel, formula, ...options });
}

/** Slopes and their standard errors agree, in units of the standard errors. */
function expectSameSlopes(fit: FitResult, expected: FitResult, tolerance: number): void {
  for (const name of slopes) {
    const se = expected.stdErrors[name]!;
    expect(Math.abs(fit.params[name]! - expected.params[name]!) / se, name).toBeLessThan(tolerance);
    expectClose(fit.stdErrors[name]!, se, tolerance, `standard error of ${name}`);
  }
}

describe('fixed effects', () => {
  test('of units are dummies of units and absorbed effects of units', async () => {
    await fc.assert(
      fc.asyncProperty(unbalanced, rowwise, async (data, type) => {
        const within = await fitPanel(data, { vcov: { type } });
        const dummies = await fitModel(data, {
          estimator: 'ols',
          formula: `${formula} + i(unit)`,
          vcov: { type },
        });
        expectSameSlopes(within, dummies, 1e-10);
        expect(within.dfResid).toBe(dummies.dfResid);
        expectClose(within.rss, dummies.rss, 1e-10, 'rss');
      }),
      settings,
    );
  });

  test('of units and periods are dummies of both and absorbed effects of both', async () => {
    await fc.assert(
      fc.asyncProperty(unbalanced, rowwise, async (data, type) => {
        const twoway = await fitPanel(data, { effects: 'twoway', vcov: { type } });
        const dummies = await fitModel(data, {
          estimator: 'ols',
          formula: `${formula} + i(unit) + i(time)`,
          vcov: { type },
        });
        expectSameSlopes(twoway, dummies, 1e-8);
        expect(twoway.dfResid).toBe(dummies.dfResid);
        expectClose(twoway.rss, dummies.rss, 1e-8, 'rss');
      }),
      settings,
    );
  });

  test('are absorbed alike by ols and by panel, with clustered errors too', async () => {
    await fc.assert(
      fc.asyncProperty(balanced, async (data) => {
        const vcov = { cluster: 'unit' };
        const absorbed = await fitModel(data, {
          estimator: 'ols',
          formula: `${formula} | unit + time`,
          vcov,
        });
        const twoway = await fitPanel(data, { effects: 'twoway', vcov });
        expectSameSlopes(absorbed, twoway, 1e-10);
        expectClose(absorbed.params['_cons']!, twoway.params['_cons']!, 1e-9, 'constant');
        expectClose(absorbed.vcov.factor, twoway.vcov.factor, 1e-14, 'factor');
        expect(absorbed.absorbed![0]!.nested).toBe(true);
      }),
      settings,
    );
  });

  test('of a balanced panel are deviations from unit and period means', async () => {
    await fc.assert(
      fc.asyncProperty(balanced, async (data) => {
        const twoway = await fitPanel(data, { effects: 'twoway' });
        const deviations: FitResult = await fitModel(
          mapColumns(data, (values) => twiceDemeaned(values, data)),
          { estimator: 'ols', formula: 'y ~ 0 + x1 + x2' },
        );
        for (const name of slopes) {
          expectClose(twoway.params[name]!, deviations.params[name]!, 1e-10, name);
        }
        expectClose(twoway.rss, deviations.rss, 1e-10, 'rss');
      }),
      settings,
    );
  });

  test('with frequency weights are those of repeated rows', async () => {
    await fc.assert(
      fc.asyncProperty(unbalanced, async (data) => {
        const repeated = mapColumns(data, (values) =>
          values.flatMap((value, i) => Array.from({ length: data['f']![i]! }, () => value)),
        );
        const model = { estimator: 'ols' as const, formula: `${formula} | unit + time` };
        const weights = { column: 'f', type: 'frequency' as const };
        const [weighted, expected] = await Promise.all([
          fitModel(data, { ...model, weights }),
          fitModel(repeated, model),
        ]);
        expectSameSlopes(weighted, expected, 1e-8);
        expect(weighted.dfResid).toBe(expected.dfResid);
        expectClose(weighted.rsquared!, expected.rsquared!, 1e-10, 'R-squared');
      }),
      settings,
    );
  });

  test('over two periods are first differences', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 10_000 }), async (seed) => {
        const data = simulate({ units: 12, periods: 2, seed, holes: 0 });
        const [within, differences] = await Promise.all([
          fitPanel(data),
          fitPanel(data, { effects: 'first-difference', formula: 'y ~ 0 + x1 + x2' }),
        ]);
        expectSameSlopes(within, differences, 1e-9);
      }),
      settings,
    );
  });
});

describe('random effects', () => {
  test('of one regressor lie between the pooled and the within estimate', async () => {
    await fc.assert(
      fc.asyncProperty(balanced, async (data) => {
        const [pooled, random, within] = await Promise.all(
          (['pooled', 'random', 'within'] as const).map((effects) =>
            fitPanel(data, { effects, formula: 'y ~ x1' }),
          ),
        );
        const [low, high] = [pooled!.params['x1']!, within!.params['x1']!].sort((a, b) => a - b);
        expect(random!.params['x1']!).toBeGreaterThanOrEqual(low! - 1e-12);
        expect(random!.params['x1']!).toBeLessThanOrEqual(high! + 1e-12);
        expect(random!.theta!.min).toBe(random!.theta!.max);
      }),
      settings,
    );
  });

  test('are the pooled estimate where the units do not differ, and near the within where they do', async () => {
    const data = simulate({ units: 12, periods: 6, seed: 4, holes: 0.2 });
    const within = await fitPanel(data);
    const moved = (size: number) => ({
      ...data,
      y: data['y']!.map((value, i) => value + size * mix(data['unit']![i]!)),
    });
    const far = await fitPanel(moved(1), { effects: 'random' });
    expect(far.theta!.min).toBeGreaterThan(1 - 1e-6);
    for (const name of slopes) expectClose(far.params[name]!, within.params[name]!, 1e-6, name);
    const same = { ...data, y: lessUnitMeans(data['y']!, data) };
    const alike = await fitPanel(same, { effects: 'random' });
    expect(alike.sigmaU).toBe(0);
    expectSameSlopes(alike, await fitPanel(same, { effects: 'pooled' }), 1e-10);
    expect(alike.warnings.map(({ code }) => code)).toContain('no-unit-variance');
  });
});

describe('a panel model', () => {
  const effects = fc.constantFrom(
    ...(['within', 'twoway', 'random'] as const),
    ...(['between', 'first-difference', 'pooled'] as const),
  );

  test('does not depend on the order of the rows, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(unbalanced, effects, fc.nat(), async (data, kind, seed) => {
        const keys = data['unit']!.map((_, i) => mix(seed ^ mix(i)));
        const order = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
        const shuffled = mapColumns(data, (values) => order.map((i) => values[i]!));
        const options = { effects: kind };
        expect(await fitPanel(shuffled, options)).toEqual(await fitPanel(data, options));
      }),
      settings,
    );
  });

  test('follows the units of a regressor', async () => {
    await fc.assert(
      fc.asyncProperty(unbalanced, effects, async (data, kind) => {
        const scaled = { ...data, x1: data['x1']!.map((value) => 1024 * value) };
        const [fit, other] = await Promise.all([
          fitPanel(data, { effects: kind }),
          fitPanel(scaled, { effects: kind }),
        ]);
        expectClose(1024 * other.params['x1']!, fit.params['x1']!, 1e-9, 'coefficient');
        expectClose(1024 * other.stdErrors['x1']!, fit.stdErrors['x1']!, 1e-9, 'standard error');
        expectClose(other.rss, fit.rss, 1e-9, 'rss');
      }),
      settings,
    );
  });
});

function lessUnitMeans(values: readonly number[], { unit }: Columns): number[] {
  return values.map((value, i) => value - meanOf(values, (other) => unit![other] === unit![i]));
}

function twiceDemeaned(values: readonly number[], { unit, time }: Columns): number[] {
  return values.map((value, i) => {
    const ofUnit = meanOf(values, (other) => unit![other] === unit![i]);
    const ofPeriod = meanOf(values, (other) => time![other] === time![i]);
    return value - ofUnit - ofPeriod + meanOf(values, () => true);
  });
}

function meanOf(values: readonly number[], keep: (i: number) => boolean): number {
  const kept = values.filter((_, i) => keep(i));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
