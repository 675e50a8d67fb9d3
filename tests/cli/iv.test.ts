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
const formula = 'y ~ 1 | x ~ L.x + z';

async function printed(command: string, args: readonly string[]) {
  const { stdout } = await place.wasmetrics([command, 'panel.csv', ...args, '--print-model']);
  return parse(stdout);
}

describe('wasmetrics iv', () => {
  it('prints instrumented variables and their instruments, coefficients and tests', async () => {
    const { status, stdout, stderr } = await place.wasmetrics([
      'iv',
      'panel.csv',
      formula,
      ...keys,
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Two-stage least squares\n/);
    expect(stdout).toMatch(/^instrumented +x by L1\.x z$/m);
    expect(stdout).toMatch(/^first-stage F +irrelevant instruments .*\neffective F /m);
    expect(stdout).toMatch(/^Anderson-Rubin +x has no effect /m);
    expect(stdout).toMatch(/^At the 5% level the effective F rejects weak instruments/m);
  });

  it('prints names, kappa and all tests in full', async () => {
    const { stdout } = await place.wasmetrics(['iv', 'panel.csv', formula, ...keys, '--full']);
    expect(stdout).toMatch(/^instrumented +x$/m);
    expect(stdout).toMatch(
      /^instruments +L1\.x z; \d+ instruments \(rank \d+\) with the exogenous\s+regressors$/m,
    );
    expect(stdout).toMatch(/^kappa +1$/m);
    expect(stdout).toMatch(/^x .*\n_cons /m);
    expect(stdout).toMatch(/^Wald +all slopes are 0 /m);
  });

  it('prints the model file with its options', async () => {
    const options = ['--method', 'fuller', '--fuller', '4', '--vcov', 'cluster:id', '--small'];
    const tests = ['--c-test', 'z', '--c-test', 'L.x z', '--no-diagnostics'];
    expect(await printed('iv', [formula, ...keys, ...options, ...tests])).toEqual({
      data: { file: 'panel.csv' },
      panel: { unit: 'id', time: 'year', step: 1 },
      formula,
      estimator: 'iv',
      method: 'fuller',
      fuller: 4,
      vcov: { type: 'CV1', cluster: ['id'], small: true },
      absorb: { tolerance: 1e-10, maxIterations: 10_000 },
      diagnostics: false,
      cTests: [{ vars: ['z'] }, { vars: ['L.x', 'z'] }],
      collinear: 'omit',
      level: 0.95,
    });
  });

  it.each([
    ['--method', 'liml'],
    ['--method', 'kclass', '--kappa', '0.5'],
    ['--effects', 'within', '--vcov', 'robust'],
    ['--effects', 'first-difference', '--small'],
    ['--vcov', 'hac:2', '--kernel', 'parzen'],
  ])('gives the same result as its model file with %s %s %s %s', async (...options) => {
    const args = ['iv', 'panel.csv', formula, ...keys, ...options];
    const model = (await place.wasmetrics([...args, '--print-model'])).stdout;
    const direct = (await place.wasmetrics([...args, '--json'])).stdout;
    expect((await place.wasmetrics(['fit', '-', '--json'], model)).stdout).toBe(direct);
    expect(JSON.parse(direct)).toMatchObject({ estimator: 'iv', depvar: 'y' });
  });

  it.each<[string[], number, RegExp]>([
    [['y ~ x', ...keys], 3, /has no instruments; expected y ~ exogenous/],
    [['y ~ 1 | x ~ z + z', '--method', '3sls'], 3, /method: expected one of 2sls, liml/],
    [['y ~ 1 | x + L.x ~ z', ...keys], 4, /1 instrument \(z\) for 2 endogenous regressors/],
    [[formula, ...keys, '--vcov', 'HC3'], 3, /vcov\.type: expected unadjusted, HC0, HC1/],
    [
      [formula, '--effects', 'within'],
      3,
      /panel: expected \{unit, time\} with effects within \(add --unit and --time/,
    ],
  ])('%j is an error in one line', async (args, code, message) => {
    const { status, stdout, stderr } = await place.wasmetrics(['iv', 'panel.csv', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(code);
  });
});

describe('wasmetrics gmm', () => {
  it('prints the weighting matrix, how often it was computed, and J', async () => {
    const args = ['gmm', 'panel.csv', formula, ...keys, '--weight', 'cluster:id', '--center'];
    const { status, stdout, stderr } = await place.wasmetrics([...args, '--full']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Linear GMM, two-step\n/);
    expect(stdout).toMatch(
      /^weighting +clustered by id \(40 clusters\); moments centred; rank 3$/m,
    );
    expect(stdout).toMatch(/^std\. errors +CV1, clustered by id \(40 clusters\)$/m);
    expect(stdout).toMatch(/^small sample +factor none$/m);
    expect(stdout).toMatch(/^Hansen +valid instruments .* chi2\(1\) /m);
  });

  it('prints the model file with its options', async () => {
    const options = ['--method', 'cue', '--tolerance', '1e-6', '--max-iterations', '50'];
    const weight = ['--weight', 'hac:2', '--kernel', 'qs', '--order', 'year'];
    expect(await printed('gmm', [formula, ...keys, ...options, ...weight])).toMatchObject({
      estimator: 'gmm',
      method: 'cue',
      tolerance: 1e-6,
      maxIterations: 50,
      weight: { type: 'hac', kernel: 'qs', bandwidth: 2, order: 'year', center: false },
      vcov: { type: 'hac', kernel: 'qs', bandwidth: 2, order: 'year', small: false },
    });
  });

  it.each<[string[], object, object]>([
    [['--weight', 'hac:2', '--vcov', 'robust'], { type: 'hac', kernel: 'qs' }, { type: 'HC0' }],
    [['--vcov', 'hac:2'], { type: 'robust' }, { type: 'hac', kernel: 'qs' }],
    [
      ['--weight', 'hac:1', '--vcov', 'driscoll-kraay:2'],
      { type: 'hac', kernel: 'qs', bandwidth: 1 },
      { type: 'driscoll-kraay', kernel: 'qs', bandwidth: 2 },
    ],
  ])('gives the kernel to the part with lags in %j', async (options, weight, vcov) => {
    const model = await printed('gmm', [formula, ...keys, ...options, '--kernel', 'qs']);
    expect(model).toMatchObject({ weight, vcov });
  });

  it('bootstraps rows with recentred moments, and J', async () => {
    const args = [
      'gmm',
      'panel.csv',
      formula,
      ...keys,
      '--bootstrap',
      '99',
      '--statistics',
      'hansen',
    ];
    const { status, stdout } = await place.wasmetrics([...args, '--workers', '1', '--full']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/99 replicates, resampling 240 rows; moments recentred; seed 1/);
    expect(stdout).toMatch(/^Hansen J +[\d.]+ +[\d.]+ +0\.\d{4} +99$/m);
  });

  it('rejects a kernel if nothing has lags', async () => {
    const args = ['gmm', 'panel.csv', formula, ...keys, '--kernel', 'qs'];
    const { status, stderr } = await place.wasmetrics(args);
    expect(stderr).toMatch(/vcov\.kernel: expected nothing with type HC0, found "qs"/);
    expect(status).toBe(3);
  });

  it('exits with 6 and the best point if an iteration does not converge', async () => {
    const args = ['gmm', 'panel.csv', formula, ...keys, '--method', 'cue', '--max-iterations', '1'];
    const { status, stderr } = await place.wasmetrics([...args, '--tolerance', '1e-14', '--json']);
    const { error } = JSON.parse(stderr);
    expect(error.code).toBe('not-converged');
    expect(error.message).toMatch(/^gmm: the continuously updated estimates have not converged/);
    expect(error.message).toMatch(/best point x -?\d.*, _cons -?\d.*, where J is \d/);
    expect(Object.keys(error.detail.params)).toEqual(['x', '_cons']);
    expect(status).toBe(6);
  });
});
