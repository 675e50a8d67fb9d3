/** Options and formulas in the notation of other programs make the canonical model. */
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

async function model(command: string, formula: string, ...options: string[]): Promise<unknown> {
  const { stdout, stderr } = await place.wasmetrics([
    command,
    'panel.csv',
    formula,
    ...options,
    '--print-model',
  ]);
  expect(stderr).toBe('');
  return parse(stdout);
}

const panel = ['--unit', 'id', '--time', 'year'];

describe('short options', () => {
  it('--robust and --cluster are those of --vcov', async () => {
    expect(await model('ols', 'y ~ x', '--robust')).toMatchObject({ vcov: { type: 'HC1' } });
    expect(await model('ols', 'y ~ x', '--cluster', 'id year')).toMatchObject({
      vcov: { type: 'CV1', cluster: ['id', 'year'] },
    });
    expect(await model('ols', 'y ~ x', '--robust', '--cluster', 'id')).toMatchObject({
      vcov: { type: 'CV1', cluster: ['id'] },
    });
    expect(await model('ols', 'y ~ x', '--vcov', 'cv3', '--cluster', 'id')).toMatchObject({
      vcov: { type: 'CV3', cluster: ['id'] },
    });
    expect(await model('ols', 'y ~ x', '--vcov', 'cluster:id,year')).toMatchObject({
      vcov: { type: 'CV1', cluster: ['id', 'year'] },
    });
  });

  it('--absorb adds effects to any formula', async () => {
    expect(await model('ols', 'y ~ x | id', '--absorb', 'year')).toMatchObject({
      formula: 'y ~ x | id + year',
    });
    expect(await model('iv', 'y (x = z), robust', '--absorb', 'id,year')).toMatchObject({
      formula: 'y ~ 1 | id + year | x ~ z',
      vcov: { type: 'HC0' },
    });
  });

  it.each([
    ['--fe', 'within'],
    ['--re', 'random'],
    ['--be', 'between'],
    ['--fd', 'first-difference'],
  ])('%s is --effects %s', async (flag, effects) => {
    expect(await model('panel', 'y ~ x', flag, ...panel)).toMatchObject({ effects });
  });

  it('clusters of gmm are those of its weighting matrix', async () => {
    expect(await model('gmm', 'y ~ 1 | x ~ z', '--cluster', 'id', '--method', 'CUE')).toMatchObject(
      {
        method: 'cue',
        weight: { type: 'cluster', cluster: ['id'] },
        vcov: { type: 'CV1', cluster: ['id'] },
      },
    );
  });

  it.each([
    [['ols', '--robust', '--vcov', 'HC3'], /'--robust' cannot be used with option '--vcov/],
    [['panel', '--fe', '--re', ...panel], /cannot be used with option '--(?:fe|re)'/],
    [['ols', '--vcov', 'cluster:id', '--cluster', 'id'], /--cluster: expected .* omit one/],
  ])('contradictions are refused: %j', async ([command, ...options], message) => {
    const { status, stderr } = await place.wasmetrics([command!, 'panel.csv', 'y ~ x', ...options]);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(message);
  });
});

describe('formulas of other programs', () => {
  it('print the canonical form', async () => {
    expect(
      await model('panel', 'y c.x##c.x i.year l.z, fe vce(cluster id)', ...panel),
    ).toMatchObject({
      formula: 'y ~ x + x^2 + i(year) + L1.z',
      effects: 'within',
      vcov: { type: 'CV1', cluster: ['id'] },
    });
  });

  it('estimate what the canonical form estimates', async () => {
    const run = async (formula: string) =>
      (await place.wasmetrics(['ols', 'panel.csv', formula, ...panel, '--robust'])).stdout;
    expect(await run('y = factor(year) + lag(x, 1:2)')).toBe(await run('y ~ i(year) + L(1:2).x'));
  });
});

it('lists have commas or spaces', async () => {
  const run = async (columns: string) =>
    (await place.wasmetrics(['describe', 'panel.csv', '--columns', columns])).stdout;
  const expected = await run('x,y');
  expect(expected).toMatch(/^x /m);
  expect(await run('x y')).toBe(expected);
  expect(await run('x, y')).toBe(expected);
  expect(await run('`x` y')).toBe(expected);
});

/** Words of other programs, and the command line's answer, which no page needs to know. */
it.each<[string, readonly string[], string]>([
  ['clustered', ['y ~ x', '--vcov', 'clustered'], 'did you mean cluster:id?'],
  ['robust cluster', ['y ~ x', '--vcov', 'robust cluster'], 'did you mean cluster:id?'],
  ['cluster alone', ['y ~ x', '--vcov', 'cluster'], 'did you mean cluster:id?'],
  ['CV2 alone', ['y ~ x', '--vcov', 'CV2'], 'did you mean CV2:id?'],
  ['twoway', ['y ~ x', '--vcov', 'twoway'], 'did you mean cluster:id,year?'],
  ['white', ['y ~ x', '--vcov', 'white'], 'did you mean HC1?'],
  ['newey west', ['y ~ x', '--vcov', 'newey west'], 'did you mean hac:4?'],
  ['driscoll', ['y ~ x', '--vcov', 'driscoll'], 'did you mean driscoll-kraay:4?'],
  ['nonrobust', ['y ~ x', '--vcov', 'nonrobust'], 'did you mean unadjusted?'],
  ['pairs', ['y ~ x', '--cluster', 'id^year'], 'cluster:id,year clusters by both columns; '],
  ['cumsum', ['y ~ cumsum(x)'], 'running sums, products and means are not in this version; '],
  ['no tilde', ['y'], 'a formula is an outcome, ~ and regressors, as in "y ~ x"'],
])('%s leads to what there is', async (_, words, next) => {
  const { status, stderr } = await place.wasmetrics(['ols', 'panel.csv', ...words]);
  expect([status, stderr]).toEqual([3, expect.stringContaining(`\nnext: ${next}`)]);
});

it('a lag as a cluster suggests no other column, and methods by name say what there is', async () => {
  const lag = await place.wasmetrics(['ols', 'panel.csv', 'y ~ x', '--cluster', 'L.x']);
  expect(lag.stderr).toMatch(/unknown column "L\.x"; compute columns by build/);
  const words = ['table', 'panel.csv', 'y ~ x', '--estimator', '门槛'];
  expect((await place.wasmetrics(words)).stderr).toMatch(/found 门槛; threshold models are not in/);
});
