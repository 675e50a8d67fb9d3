/** One line or file that describes several models, in every command that takes several. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { csv, panelRows } from '../panel-rows.js';
import { workplace, type Workplace } from './run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  place.file(
    'model.yaml',
    'data: panel.csv\nestimator: ols\nformula: "c(y, z) ~ x"\nsamples: {all: null, late: year > 2004}\n',
  );
});
afterAll(() => place.remove());

interface Fits {
  readonly models: readonly {
    readonly depvar: string;
    readonly name?: string;
    readonly params: object;
  }[];
}

const jsonOf = async (...args: readonly string[]) => {
  const { stdout, stderr } = await place.wasmetrics([...args, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Fits;
};

describe('several models', () => {
  test('of a formula are a list', async () => {
    const { models } = await jsonOf('ols', 'panel.csv', 'c(y, z) ~ csw0(x)');
    expect(models.map(({ depvar, params }) => [depvar, Object.keys(params)])).toEqual([
      ['y', ['_cons']],
      ['y', ['x', '_cons']],
      ['z', ['_cons']],
      ['z', ['x', '_cons']],
    ]);
    expect(await jsonOf('fit', 'panel.csv', 'c(y, z) ~ csw0(x)')).toEqual({ models });
  });

  test('of a file have the names of their samples', async () => {
    const { models } = await jsonOf('fit', 'model.yaml');
    expect(models.map(({ name, depvar }) => [name, depvar])).toEqual([
      ['all', 'y'],
      ['all', 'z'],
      ['late', 'y'],
      ['late', 'z'],
    ]);
    const samples = '{all: null, late: year > 2004}';
    expect(await jsonOf('ols', 'panel.csv', 'c(y, z) ~ x', '--samples', samples)).toEqual({
      models,
    });
    expect(
      await jsonOf('ols', '-', 'c(y, z) ~ x', '--samples', samples).catch(() => 'no input'),
    ).toBe('no input');
  });

  test('share standard input', async () => {
    const args = ['ols', '-', 'c(y, z) ~ x', '--json'];
    const { stdout } = await place.wasmetrics(args, csv(panelRows()));
    expect((JSON.parse(stdout) as Fits).models).toHaveLength(2);
  });

  test('are columns of a table', async () => {
    const { stdout } = await place.wasmetrics([
      'table',
      'panel.csv',
      'c(y, z) ~ sw0(x)',
      '--fsplit',
      'year',
    ]);
    expect(stdout).toMatch(/Full sample +year: 2000 +year: 2001/);
    expect(stdout).toMatch(/\(1\) +\(2\) +\(3\)/);
    const one = await place.wasmetrics(['table', 'model.yaml', '--to', 'csv']);
    expect(one.stdout).toMatch(/all,all,late,late/);
  });

  test('of a column that only the file names are read from it', async () => {
    place.file('by.yaml', 'data: panel.csv\nestimator: ols\nformula: y ~ x\nsplit: id\n');
    const { models } = await jsonOf('fit', 'by.yaml');
    expect(models).toEqual((await jsonOf('ols', 'panel.csv', 'y ~ x', '--split', 'id')).models);
  });

  test('are printed as a file of models, whose names differ', async () => {
    const { stdout } = await place.wasmetrics(['fit', 'model.yaml', '--print-model']);
    const { models } = parse(stdout) as { readonly models: readonly object[] };
    expect(models).toMatchObject([
      { formula: 'y ~ x', name: 'all 1' },
      { formula: 'z ~ x', name: 'all 2' },
      { where: 'year > 2004', name: 'late 1' },
      { where: 'year > 2004', name: 'late 2' },
    ]);
    place.file('printed.yaml', stdout);
    expect((await jsonOf('fit', 'printed.yaml')).models).toHaveLength(4);
  });

  test.each(['save', 'tidy', 'glance', 'fixed-effects', 'checkpoint', 'replicates'])(
    'refuse one --%s',
    async (option) => {
      const args = [`--${option}`, 'rows.csv', '--bootstrap', '9'];
      const { status, stderr } = await place.wasmetrics([
        'ols',
        'panel.csv',
        'c(y, z) ~ x',
        ...args,
      ]);
      expect(status).toBe(2);
      expect(stderr).toMatch(
        new RegExp(`--${option}: expected a formula of one model with it, found one of 2`),
      );
    },
  );

  test('name the formula that fails', async () => {
    const { status, stderr } = await place.wasmetrics(['ols', 'panel.csv', 'y ~ sw(x, q)']);
    expect(status).toBe(3);
    expect(stderr).toMatch(/model 2: y ~ q: unknown column "q"/);
  });
});
