/** The bootstrap of dynamic panels from arrays against that of the same model on a table: equal to the bit. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as root from '../../../../bindings/index.js';
import * as estimators from '../../../../bindings/analysis/estimators/index.js';
import * as random from '../../../../bindings/core/random/index.js';

const data: Record<'unit' | 'time' | 'y' | 'x1', number[]> = { unit: [], time: [], y: [], x1: [] };
const estimate = { steps: 2, system: true } as const;

beforeAll(async () => {
  await estimators.ready();
  const source = random.stream({ seed: 12 });
  for (let unit = 0; unit < 120; ++unit) {
    let y = 0;
    for (let time = 2000; time < 2006; ++time) {
      const [x1, e] = random.normal(source, 2);
      y = 0.5 * y + x1! + e! + (unit % 5);
      Object.entries({ unit, time, y, x1: x1! }).forEach(([name, value]) =>
        data[name as keyof typeof data].push(value),
      );
    }
  }
});

type Fit = ReturnType<typeof estimators.dpd>;

function fitOf({ y, x1, unit, time } = data): Fit {
  return estimators.dpd(y, [x1], { unit, time, ...estimate });
}

describe('has the bits of the bootstrap of a table', () => {
  test.each<[string, estimators.DpdBootstrapOptions]>([
    ['by default', { reps: 99 }],
    ['with two workers', { reps: 2000, seed: 5, workers: 2 }],
    ['for intervals from a jackknife', { reps: 99, ci: ['bca', 'percentile'], jackknife: true }],
    ['studentized', { reps: 99, ci: ['studentized'], level: 0.9 }],
    ['with implied probabilities', { reps: 99, recenter: 'brown-newey' }],
    [
      'of tests and expressions',
      { reps: 99, statistics: ['hansen', 'diffHansen', 'ar', 'x1/(1-L1.y)'], pValue: 'equal-tail' },
    ],
    ['until it is precise', { reps: 5000, precision: 0.1 }],
  ])('%s', async (_, options) => {
    const fit = await root.dpd(data, {
      formula: 'y ~ L1.y + x1',
      panel: { unit: 'unit', time: 'time' },
      gmm: [{ vars: 'y', lags: [2, null] }],
      iv: [{ vars: 'x1' }],
      ...estimate,
    });
    const { result } = estimators.bootstrapDpd(fitOf(), options);
    expect(await result).toEqual(await root.bootstrap(fit, options).result);
  });
});

test('does not see what becomes of the arrays after the fit', async () => {
  const copies = Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, Float64Array.from(values)]),
  ) as unknown as typeof data;
  const fit = fitOf(copies);
  Object.values(copies).forEach((values) => values.fill(1));
  const { result } = estimators.bootstrapDpd(fit, { reps: 50 });
  expect(await result).toEqual(await estimators.bootstrapDpd(fitOf(), { reps: 50 }).result);
});

test('reports progress and stops', async () => {
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const run = estimators.bootstrapDpd(fitOf(), { reps: 1e6, signal: stop.signal, onProgress });
  const { partial, completed } = await run.result;
  expect(partial).toBe(true);
  expect(completed).toBeGreaterThan(0);
});

test.each<[string, (fit: Fit) => unknown, string]>([
  ['a copy', (fit) => ({ ...fit }), 'fit: expected a result of dpd of wasmetrics/estimators'],
  ['nothing', () => undefined, 'fit: expected a result of dpd of wasmetrics/estimators'],
])('refuses %s', (_, changed, message) => {
  const fit = changed(fitOf()) as Fit;
  expect(() => estimators.bootstrapDpd(fit, { reps: 9 })).toThrow(message);
});

test.each([
  [{}, 'reps: expected a whole number of at least 1, found nothing'],
  [{ reps: 0 }, 'reps: expected a whole number of at least 1'],
  [{ reps: 9, scheme: 'wild' }, 'options: expected keys among reps, seed'],
  [{ reps: 9, ci: ['inverted'] }, 'ci: expected'],
])('refuses the options %j', (options, message) => {
  const call = () => estimators.bootstrapDpd(fitOf(), options as never);
  expect(call).toThrow(message);
});
