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

describe('wasmetrics ols', () => {
  it('prints sample, covariance, fit, coefficients and F', async () => {
    const { status, stdout, stderr } = await place.wasmetrics([
      'ols',
      'panel.csv',
      'y ~ x + z',
      '--vcov',
      'HC1',
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Ordinary least squares\n/);
    expect(stdout).toMatch(
      /^std\. errors +robust to heteroskedasticity \(HC1 with n\/\(n-k\), Stata's robust\)$/m,
    );
    expect(stdout).toMatch(/^fit +R2 0\.\d{3}, adjusted 0\.\d{3}; root MSE /m);
    expect(stdout).toMatch(/^x +\d/m);
    expect(stdout).toMatch(/^F +all slopes are 0 +\S+ +F\(2, 277\)/m);
    expect(stdout).not.toMatch(/units|instruments/);
  });

  it('prints the model file with its options', async () => {
    const args = [
      '--unit',
      'id',
      '--time',
      'year',
      '--where',
      'year > 2001',
      '--weights',
      'z:analytic',
    ];
    const more = ['--vcov', 'hac:3', '--kernel', 'parzen', '--no-small', '--level', '.9'];
    const { stdout } = await place.wasmetrics([
      'ols',
      'panel.csv',
      'y ~ L.x',
      ...args,
      ...more,
      '--print-model',
    ]);
    expect(parse(stdout)).toEqual({
      data: { file: 'panel.csv' },
      panel: { unit: 'id', time: 'year', step: 1 },
      where: 'year > 2001',
      estimator: 'ols',
      formula: 'y ~ L.x',
      weights: { column: 'z', type: 'analytic' },
      vcov: { type: 'hac', kernel: 'parzen', bandwidth: 3, order: 'year', small: false },
      absorb: { tolerance: 1e-10, maxIterations: 10000 },
      collinear: 'omit',
      level: 0.9,
    });
  });

  it('reads columns of clusters', async () => {
    const args = ['ols', 'panel.csv', 'y ~ x', '--vcov', 'cluster:id, year', '--print-model'];
    expect(parse((await place.wasmetrics(args)).stdout)).toMatchObject({
      vcov: { type: 'CV1', cluster: ['id', 'year'], small: true },
    });
  });

  it('gives the same result as its model file', async () => {
    const args = ['ols', 'panel.csv', 'y ~ x + i(year)', '--vcov', 'CV3:id'];
    const model = (await place.wasmetrics([...args, '--print-model'])).stdout;
    const direct = (await place.wasmetrics([...args, '--json'])).stdout;
    expect((await place.wasmetrics(['fit', '-', '--json'], model)).stdout).toBe(direct);
    expect(JSON.parse(direct)).toMatchObject({ estimator: 'ols', vcov: { type: 'CV3' } });
  });

  it.each<[string[], number, RegExp]>([
    [
      ['y ~ x + twice', '--collinear', 'error'],
      4,
      /regressor "twice" is a linear combination of x; leave it out, or set collinear to omit\n$/,
    ],
    [['y ~ x + one', '--collinear', 'error'], 4, /regressor "one" is constant/],
    [['y ~ x', '--vcov', 'hac:4'], 3, /vcov\.order: expected a column that orders the rows/],
    [['y ~ x', '--vcov', 'cluster:idd'], 3, /did you mean "id"\?/],
    [['y ~ x', '--vcov', 'windmeijer'], 3, /vcov\.type: expected one of unadjusted/],
    [['y ~ x', '--weights', 'z:frequency'], 3, /must be/],
    [
      ['y ~ x', '--weights', 'z'],
      3,
      /--weights: expected what the weights of column z mean, as in z:analytic/,
    ],
  ])('%j is an error in one line', async (args, code, message) => {
    const { status, stdout, stderr } = await place.wasmetrics(['ols', 'panel.csv', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(code);
  });
});
