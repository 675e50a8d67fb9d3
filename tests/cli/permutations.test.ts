/** `wasmetrics permute` and `groups`, and `influence` of a regression. */
import { afterAll, describe, expect, it } from 'vitest';
import { panelOf } from '../properties/resamples.js';
import { workplace } from './run.js';

const place = workplace();
afterAll(() => place.remove());

const panel = panelOf(6);
const table: Readonly<Record<string, number[]>> = { ...panel, one: panel['y']!.map(() => 1) };
const names = Object.keys(table);
const lines = table['y']!.map((_, row) => names.map((name) => table[name]![row]).join(','));
place.file('data.csv', [names.join(','), ...lines].join('\n'));
place.file('model.yaml', 'estimator: ols\nformula: y ~ x + w\ndata: data.csv\n');

const run = (...args: string[]) => place.wasmetrics(args);

describe('wasmetrics permute', () => {
  it('prints the p-value with its Monte Carlo error', async () => {
    const { status, stdout } = await run('permute', 'model.yaml', '--of', 'x', '--reps', '99');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Permutation test of x = 0\n\npermutations +99 of \d+ rows, seed 1\n/);
    expect(stdout).toMatch(/^x( +-?[\d.]+){5}$/m);
  });

  it('refuses another regressor', async () => {
    const { status, stderr } = await run('permute', 'model.yaml', '--of', 'q');
    expect([status, stderr]).toEqual([3, expect.stringMatching(/among x, w, found q/)]);
  });
});

describe('wasmetrics groups', () => {
  const options = ['--of', 'x', '--by', 'size', '--reps', '49', '--cluster', 'id'];

  it('prints estimates and differences', async () => {
    const methods = ['--method', 'wald,permutation,bootstrap'];
    const { status, stdout } = await run('groups', 'model.yaml', ...options, ...methods);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^x by size, in a model of y\n\nstd\. errors +CV1, clustered by id/);
    expect(stdout.match(/^\d minus \d +wald /gm)).toHaveLength(12);
    expect(stdout.match(/^ {9,}(permutation|bootstrap) +-?\d/gm)).toHaveLength(24);
  });

  it('takes data, a formula and the options of an estimator', async () => {
    const json = async (...args: string[]) => {
      const { stdout } = await run('groups', 'data.csv', ...args, ...options, '--json');
      return JSON.parse(stdout) as Record<string, unknown>;
    };
    const wald = ['--method', 'wald', '--levels', '2,1'];
    const unit = ['--unit', 'id', '--time', 'time'];
    expect(await json('y ~ x + w', ...wald)).toMatchObject({
      estimator: 'ols',
      differences: [{ between: ['2', '1'], method: 'wald', statistic: 't' }],
    });
    const within = await json('y ~ x + w', '--estimator', 'panel', ...unit, ...wald);
    expect(within).toMatchObject({ estimator: 'panel', errors: { type: 'CV1' } });
    const liml = await json('y ~ x | e ~ z + z2', '--estimator', 'iv', '--method', 'liml', ...wald);
    expect(liml).toMatchObject({ estimator: 'iv', differences: [{ statistic: 'z' }] });
  });

  it('has errors of the model, else HC1', async () => {
    const errors = async (...more: string[]) => {
      const args = ['data.csv', 'y ~ x', '--of', 'x', '--by', 'size', '--method', 'wald', '--json'];
      const { stdout } = await run('groups', ...args, ...more);
      return (JSON.parse(stdout) as { errors: { type: string } }).errors.type;
    };
    expect(await errors()).toBe('HC1');
    expect(await errors('--vcov', 'HC3')).toBe('HC3');
  });

  it('gives a reason for units in several groups, and the other methods', async () => {
    const args = ['--of', 'x', '--by', 'time', '--levels', '0,1', '--reps', '9', '--cluster', 'id'];
    const { status, stdout } = await run('groups', 'model.yaml', ...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^in several groups +25 units of id$/m);
    expect(stdout).toMatch(/have the same\s+labels,\s+so\s+exchanging\s+them\s+changes\s+nothing/);
  });
});

describe('what cannot be', () => {
  it.each([
    [['permute', '--of', 'x', '--reps', 'abc'], 2, /'--reps <number>' argument 'abc' is invalid/],
    [['groups', '--of', 'x', '--by', 'size', '--seed', 'x'], 2, /'--seed <number>' argument 'x'/],
    [['permute', '--of', 'x', '--within', 'q'], 3, /: permutation.within: unknown column "q"/],
    [['permute', '--of', 'x', '--within', 'one'], 3, /: permutation: within: column "one" has one/],
    [['groups', '--of', 'x', '--by', 'size', '--reps', '0'], 3, /: groups: reps: expected a whole/],
    [
      ['groups', '--of', 'x', '--by', 'size', '--method', 'scores'],
      3,
      /wild, cr2 or several of them/,
    ],
    [
      ['groups', '--of', 'x', '--by', 'size', '--vcov', 'HC1'],
      2,
      /--vcov: expected data and a form/,
    ],
    [
      ['groups', '--of', 'x', '--by', 'size', '--estimator', 'ols'],
      2,
      /groups: expected a formula/,
    ],
  ])('%j is an error that names the command', async (args, code, message) => {
    const [command, ...options] = args as [string, ...string[]];
    const { status, stderr } = await run(command, 'model.yaml', ...options);
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
  });
});

describe('wasmetrics influence', () => {
  it('leaves out the clusters of a regression', async () => {
    const { status, stdout } = await run('influence', 'model.yaml', '--cluster', 'region');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Influence of the units of region on the estimate of y$/m);
  });
});
