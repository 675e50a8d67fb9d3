/** The errors of dynamic panels name the estimator whose model it is, which need not be this one. */
import { expect, test } from 'vitest';
import { EconError, type ModelInput } from '../../../../bindings/index.js';
import { newEngine } from '../../../../bindings/core/engine/engine.js';
import { parseCsv } from '../../../../bindings/entries/data.js';
import { estimatorOf, loadEstimators } from '../../../../bindings/models/estimators.js';

const rows = Array.from({ length: 40 }, (_, i) => {
  const [unit, time] = [Math.floor(i / 5), i % 5];
  return [unit, time, (i * 7) % 11, (i * i) % 13, unit + 1, i - 20, 1e300 * (unit + 1), i + 0.5];
});
const table = parseCsv(
  ['u,t,y,x,c,negative,huge,half', ...rows.map((row) => row.join())].join('\n'),
);

const model = {
  estimator: 'dpd',
  formula: 'y ~ L.y + x',
  panel: { unit: 'u', time: 't' },
  gmm: [{ vars: ['y'], lags: [2, 3] }],
  system: false,
} as const;

test.each<[string, Partial<Record<keyof ModelInput | 'gmm' | 'diffHansen', unknown>>]>([
  ['no regressor', { formula: 'y ~ 1' }],
  ['the outcome as a regressor', { formula: 'y ~ y' }],
  ['absorbed effects', { formula: 'y ~ L.y | c' }],
  ['lags that are too deep', { gmm: [{ vars: ['y'], lags: [9, 10] }] }],
  ['an unknown group of instruments', { diffHansen: [{ name: 'one', groups: ['gmm[7]'] }] }],
  ['a set without instruments', { diffHansen: [{ name: 'one', vars: ['c'] }] }],
  ['negative weights', { weights: { column: 'negative', type: 'analytic' } }],
  ['fractional frequencies', { weights: { column: 'half', type: 'frequency' } }],
  ['frequencies that vary', { weights: { column: 't', type: 'frequency' } }],
  ['weights out of range', { weights: { column: 'huge', type: 'analytic' } }],
  [
    'too few instruments',
    { gmm: [{ vars: ['y'], lags: [4, 4], collapse: true }], formula: 'y ~ L.y + L2.y' },
  ],
  ['no rows', { formula: 'y ~ L4.y + x' }],
])('%s', async (_, keys) => {
  await loadEstimators([model]);
  const dpd = estimatorOf(model);
  const read = { ...(dpd.read({ ...model, ...keys }) as object), estimator: 'kin' };
  const engine = await newEngine();
  let error: unknown;
  try {
    dpd.fit(engine, read as never, table);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(EconError);
  expect((error as EconError).message).toMatch(/^kin\b/);
});
