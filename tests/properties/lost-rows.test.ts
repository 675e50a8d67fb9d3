/**
 * The ledger against a plain restatement: a lost row counts under the first of the reasons that hold for it, in this
 * order: where, weights, clusters, absorbed effects, the outcome, endogenous and other regressors, instruments (least squares and
 * instruments; a dynamic panel has the clusters before the weights and no absorbed effects).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitModel, type ModelInput } from 'wasmetrics';
import { noise } from './resamples.js';

const units = 12;
const periods = 7;
const nrows = units * periods;
const names = ['y', 'x', 'w', 'z', 'q', 'g', 'c', 'v', 'a'] as const;
type Name = (typeof names)[number];
type Data = Readonly<Record<Name | 'id' | 'year', readonly (number | string | null)[]>>;

/** Shuffled rows; each cell named in `holes` is missing. */
function tableOf(holes: readonly (readonly [Name, number])[], seed: number): Data {
  const next = noise(seed);
  const order = Array.from({ length: nrows }, (_, i) => [next(), i] as const)
    .sort(([a], [b]) => a - b)
    .map(([, i]) => i);
  const missing = new Set(holes.map(([name, row]) => `${name} ${row}`));
  const text = new Set<Name>(['g', 'c', 'a']);
  const cell = (name: Name, row: number) => {
    const value = next();
    if (missing.has(`${name} ${row}`)) return text.has(name) ? '' : null;
    if (text.has(name)) return 'pqr'[Math.floor(Math.abs(value) * 9) % 3]!;
    return name === 'v' ? (row % 9 === 4 ? 0 : 1 + Math.abs(value)) : value;
  };
  const columns = names.map((name) => [name, order.map((row) => cell(name, row))]);
  return Object.fromEntries([
    ...columns,
    ['id', order.map((row) => Math.floor(row / periods) + 1)],
    ['year', order.map((row) => 2001 + (row % periods))],
  ]) as Data;
}

/** A reason and whether it holds for a row of the table. */
type Reason = readonly [string, (row: number) => boolean];

/** What a row lacks for each term that a formula of these tests may have. */
function reasonsOf(data: Data): Readonly<Record<string, Reason>> {
  const lacks = (name: Name, row: number | undefined) =>
    row === undefined || data[name][row] === null || data[name][row] === '';
  const earlier = (row: number, by: number) => {
    const found = data.id.findIndex(
      (id, i) => id === data.id[row] && Number(data.year[i]) === Number(data.year[row]) - by,
    );
    return found < 0 ? undefined : found;
  };
  const column = (name: Name): Reason => [`${name} missing`, (row) => lacks(name, row)];
  const lag = (name: Name, by: number): Reason => [
    `L${by}.${name} missing`,
    (row) => lacks(name, earlier(row, by)),
  ];
  return {
    where: ['not in where: year > 2001', (row) => !(Number(data.year[row]) > 2001)],
    weight: column('v'),
    zero: ['v (weight) 0', (row) => data.v[row] === 0],
    cluster: ['c (cluster) missing', (row) => lacks('c', row)],
    effect: ['a (fixed effect) missing', (row) => lacks('a', row)],
    y: column('y'),
    x: column('x'),
    'i(g)': column('g'),
    'i(year)': ['year missing', () => false],
    'L2.w': lag('w', 2),
    'D.x': ['D.x missing', (row) => lacks('x', row) || lacks('x', earlier(row, 1))],
    w: column('w'),
    z: column('z'),
    'L.q': lag('q', 1),
    'L.y': lag('y', 1),
  };
}

/** The counts by the first reason that holds. */
function restated(data: Data, keys: readonly string[]) {
  const reasons = keys.map((key) => reasonsOf(data)[key]!);
  const first = data.y.map((_, row) => reasons.findIndex(([, holds]) => holds(row)));
  return reasons.flatMap(([reason], i) => {
    const rows = first.filter((one) => one === i).length;
    return rows === 0 ? [] : [{ reason, rows }];
  });
}

const panel = { unit: 'id', time: 'year' } as const;
const terms = ['x', 'i(g)', 'i(year)', 'L2.w', 'D.x'];
const holes = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(nrows - 1)), { maxLength: 20 });
const orders = fc.shuffledSubarray(terms, { minLength: 1 });
const seeds = fc.nat(1000);

async function check(data: Data, model: ModelInput, keys: readonly string[]): Promise<void> {
  const { sample, nobs } = await fitModel(data, model);
  expect(sample.lost.map(({ reason, rows }) => ({ reason, rows }))).toEqual(restated(data, keys));
  const lost = sample.lost.reduce((sum, { rows }) => sum + rows, 0);
  expect(sample.rowsRead - lost).toBe(sample.rowsUsed);
  expect(sample.rowsRead).toBe(nrows);
  if (model.estimator !== 'dpd') expect(nobs).toBe(sample.rowsUsed);
}

describe('each lost row counts under the first reason that holds', () => {
  test('of ols, with where, weights, clusters and an absorbed effect', async () => {
    const property = fc.asyncProperty(holes, orders, seeds, async (missing, order, seed) => {
      const data = tableOf(missing, seed);
      const formula = `y ~ ${order.join(' + ')} | a`;
      const weights = { column: 'v', type: 'analytic' } as const;
      const vcov = { type: 'cluster', cluster: ['c'] } as const;
      const model = { estimator: 'ols', formula, panel, where: 'year > 2001', weights, vcov };
      const keys = ['where', 'weight', 'zero', 'cluster', 'effect', 'y', ...order];
      await check(data, model as ModelInput, keys);
    });
    await fc.assert(property, { numRuns: 40 });
  });

  test.each(['iv', 'gmm'] as const)('of %s, with instruments', async (estimator) => {
    const property = fc.asyncProperty(holes, orders, seeds, async (missing, order, seed) => {
      const data = tableOf(missing, seed);
      const formula = `y ~ ${order.join(' + ')} | w ~ z + L.q`;
      const keys = ['y', 'w', ...order, 'z', 'L.q'];
      await check(data, { estimator, formula, panel } as ModelInput, keys);
    });
    await fc.assert(property, { numRuns: 25 });
  });

  test('of a dynamic panel, with ordinary instruments', async () => {
    const property = fc.asyncProperty(holes, orders, seeds, async (missing, order, seed) => {
      const data = tableOf(missing, seed);
      const model: ModelInput = {
        estimator: 'dpd',
        formula: `y ~ ${order.join(' + ')} + L.y`,
        panel,
        gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
        iv: [{ vars: `z ${order.join(' ')}` }],
        steps: 1,
        where: 'year > 2001',
      };
      await check(data, model, ['where', 'y', ...order, 'L.y', 'z']);
    });
    await fc.assert(property, { numRuns: 25 });
  });
});
