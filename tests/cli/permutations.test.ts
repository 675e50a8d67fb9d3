/** `wasmetrics permute` and `groups`, and `influence` of a regression. */
import { afterAll, describe, expect, it } from 'vitest';
import { panelOf } from '../properties/resamples.js';
import { workplace } from './run.js';

const place = workplace();
afterAll(() => place.remove());

const table: Readonly<Record<string, number[]>> = panelOf(6);
const names = Object.keys(table);
const lines = table['y']!.map((_, row) => names.map((name) => table[name]![row]).join(','));
place.file('data.csv', [names.join(','), ...lines].join('\n'));
place.file('model.yaml', 'estimator: ols\nformula: y ~ x + w\ndata: data.csv\n');

const run = (...args: string[]) => place.wasmetrics(args);

describe('wasmetrics permute', () => {
  it('prints the p-value with its Monte Carlo error', () => {
    const { status, stdout } = run('permute', 'model.yaml', '--of', 'x', '--reps', '99');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Permutation test of x = 0\n99 permutations, seed 1 of \d+ rows\n/);
    expect(stdout).toMatch(/^t -?[\d.]+: permutation p [\d.]+, MC error [\d.]+$/m);
  });

  it('refuses another regressor', () => {
    const { status, stderr } = run('permute', 'model.yaml', '--of', 'q');
    expect([status, stderr]).toEqual([3, expect.stringMatching(/among x, w, found q/)]);
  });
});

describe('wasmetrics groups', () => {
  it('prints estimates and differences', () => {
    const args = ['--of', 'x', '--by', 'size', '--reps', '49', '--cluster', 'id'];
    const { status, stdout } = run('groups', 'model.yaml', ...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^x by size, in an estimate of y\n/);
    expect(stdout.match(/^\d less \d /gm)).toHaveLength(6);
  });
});

describe('wasmetrics influence', () => {
  it('leaves out the clusters of a regression', () => {
    const { status, stdout } = run('influence', 'model.yaml', '--cluster', 'region');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Influence of the units of region on the estimate of y$/m);
  });
});
