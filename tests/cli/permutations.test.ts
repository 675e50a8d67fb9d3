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
  it('prints estimates and differences', async () => {
    const args = ['--of', 'x', '--by', 'size', '--reps', '49', '--cluster', 'id'];
    const { status, stdout } = await run('groups', 'model.yaml', ...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^x by size, in a model of y\n/);
    expect(stdout.match(/^\d minus \d /gm)).toHaveLength(6);
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
      ['groups', '--of', 'x', '--by', 'time', '--reps', '9', '--cluster', 'id'],
      3,
      /: groups: \d+ of \d+ units are in both groups, so labels cannot be permuted by unit/,
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
