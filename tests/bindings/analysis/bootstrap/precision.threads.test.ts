import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel } from 'wasmetrics';
import { observe } from '../../../../bindings/analysis/bootstrap/summary/running-errors.js';
import { modelOf, simulate } from '../../../properties/panels.js';

const fitted = fitModel(simulate({ units: 60, periods: 8, seed: 5 }), modelOf({}, true));

describe('a precision', () => {
  const options = { reps: 50_000, seed: 2, precision: 0.02 };

  test('ends the run at the first thousand at which every standard error has it', async () => {
    const run = bootstrap(await fitted, { ...options, workers: 0 });
    const result = await run.result;
    expect(result.completed % 1000).toBe(0);
    expect(result).toMatchObject({ reps: 50_000, partial: false, warnings: [] });
    expect(result.precision!.asked).toBe(0.02);
    expect(result.precision!.reached).toBeLessThanOrEqual(0.02);
    const shorter = { ...options, reps: result.completed - 1000, workers: 0 };
    const before = await bootstrap(await fitted, { ...shorter, precision: undefined }).result;
    const ratios = Object.entries(before.monteCarloError).map(
      ([name, error]) => error / before.stdErrors[name]!,
    );
    expect(Math.max(...ratios)).toBeGreaterThan(0.02);
  });

  test('ends it at the same place, with the same bits, for every number of workers', async () => {
    const fit = await fitted;
    const runs = [0, 1, 2, 3].map((workers) => bootstrap(fit, { ...options, workers }));
    const results = await Promise.all(runs.map(({ result }) => result));
    const replicates = await Promise.all(runs.map((run) => run.replicates));
    for (const other of results) expect(other).toEqual(results[0]);
    for (const other of replicates) expect(other).toEqual(replicates[0]);
  });

  test('that is not reached is a warning after all replicates', async () => {
    const few = { reps: 1500, seed: 2, precision: 0.001, workers: 0 };
    const result = await bootstrap(await fitted, few).result;
    expect(result).toMatchObject({ completed: 1500, partial: false });
    expect(result.warnings.map(({ code }) => code)).toEqual(['precision-not-reached']);
    expect(result.precision!.reached).toBeGreaterThan(0.001);
  });
});

describe('running standard errors', () => {
  test('do not depend on how replicates come, and leave out those that failed', () => {
    const values = Float64Array.from({ length: 3000 }, (_, i) => 5 + ((i * 7919) % 1000) / 1000);
    const statuses = Int32Array.from(values, (_, i) => (i % 10 === 3 ? 20 : 0));
    const inChunksOf = (size: number) => {
      const running = observe([5.2], 1, undefined);
      for (let first = 0; first < 3000; first += size) {
        const count = Math.min(size, 3000 - first);
        const [own, status] = [values, statuses].map((array) => array.slice(first, first + count));
        running.take({ first, count, values: own as Float64Array, statuses: status as Int32Array });
      }
      return [running.stdErrors()[0]!, running.monteCarloErrors()[0]!];
    };
    const used = [...values].filter((_, i) => statuses[i] === 0);
    const mean = used.reduce((sum, x) => sum + x, 0) / used.length;
    const power = (p: number) => used.reduce((sum, x) => sum + (x - mean) ** p, 0);
    const stdError = Math.sqrt(power(2) / (used.length - 1));
    const kurtosis = (used.length * power(4)) / power(2) ** 2;
    const [found, error] = inChunksOf(3000);
    expect(found).toBeCloseTo(stdError, 12);
    expect(error).toBeCloseTo(stdError * Math.sqrt((kurtosis - 1) / (4 * used.length)), 12);
    for (const size of [1, 37, 1000]) expect(inChunksOf(size)).toEqual([found, error]);
  });
});

describe('equal-tail p-values', () => {
  test('are twice the smaller tail of the replicates about the estimate', async () => {
    const fit = await fitted;
    const run = bootstrap(fit, { reps: 999, seed: 3, workers: 0, pValue: 'equal-tail' });
    const { values, width } = await run.replicates;
    const { pValues, pValueMethod } = await run.result;
    expect(pValueMethod).toBe('equal-tail');
    Object.entries(fit.params).forEach(([name, estimate], j) => {
      const distances = Array.from({ length: 999 }, (_, r) => values[r * width + j]! - estimate);
      const tails = [
        distances.filter((d) => d >= estimate).length,
        distances.filter((d) => d <= estimate).length,
      ];
      expect(pValues[name]).toBe(Math.min(1, (2 * (1 + Math.min(...tails))) / 1000));
    });
  });
});
