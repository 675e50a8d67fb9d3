import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
});
afterAll(() => place.remove());

const keys = ['--unit', 'id', '--time', 'year'];

describe('wasmetrics panel', () => {
  it('prints units, variances of effects, coefficients and both tests', async () => {
    const { status, stdout, stderr } = await place.wasmetrics([
      'panel',
      'panel.csv',
      'y ~ x',
      ...keys,
      '--full',
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Fixed effects \(within\)\n/);
    expect(stdout).toMatch(/^units +\d+; observations per unit: min /m);
    expect(stdout).toMatch(/^fit +R2 within .* between .* overall .*; root MSE /m);
    expect(stdout).toMatch(/^effects +sigma_u .* sigma_e .* rho /m);
    expect(stdout).toMatch(/^absorbed +id: \d+ levels$/m);
    expect(stdout).toMatch(/^F +all slopes are 0 /m);
    expect(stdout).toMatch(/^effects +all absorbed effects are equal /m);
  });

  it('prints the model file with its options', async () => {
    const args = ['panel', 'panel.csv', 'y ~ x', ...keys, '--effects', 'random'];
    const { stdout } = await place.wasmetrics([...args, '--vcov', 'robust', '--print-model']);
    expect(parse(stdout)).toEqual({
      data: { file: 'panel.csv' },
      panel: { unit: 'id', time: 'year', step: 1 },
      estimator: 'panel',
      effects: 'random',
      formula: 'y ~ x',
      vcov: { type: 'CV1', cluster: ['id'], small: true },
      absorb: { tolerance: 1e-10, maxIterations: 10_000 },
      collinear: 'omit',
      level: 0.95,
    });
  });

  it.each(['within', 'twoway', 'random', 'between', 'first-difference', 'pooled'])(
    'gives the same result as its model file with effects %s',
    async (effects) => {
      const args = ['panel', 'panel.csv', 'y ~ x', ...keys, '--effects', effects];
      const model = (await place.wasmetrics([...args, '--print-model'])).stdout;
      const direct = (await place.wasmetrics([...args, '--json'])).stdout;
      expect((await place.wasmetrics(['fit', '-', '--json'], model)).stdout).toBe(direct);
      expect(JSON.parse(direct)).toMatchObject({ estimator: 'panel', depvar: 'y' });
    },
  );

  it.each<[string[], number, RegExp]>([
    [
      ['y ~ x', '--unit', 'id'],
      3,
      /panel\.time: expected a column name \(--time at the command line\), found nothing/,
    ],
    [['y ~ x', ...keys, '--effects', 'fixed'], 3, /effects: expected one of within/],
    [
      ['y ~ x + one', ...keys, '--collinear', 'error'],
      4,
      /regressor "one" does not vary within id/,
    ],
    [['y ~ x', ...keys, '--vcov', 'HC3'], 3, /vcov\.type: expected unadjusted, HC0/],
  ])('%j is an error in one line', async (args, code, message) => {
    const { status, stdout, stderr } = await place.wasmetrics(['panel', 'panel.csv', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(code);
  });
});
