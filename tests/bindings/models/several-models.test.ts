/** One model that describes several: each estimate is that of the model by itself. */
import { describe, expect, test } from 'vitest';
import { fit, fitAll, type FitResult, type ModelInput, parseModel } from 'wasmetrics';

const n = 60;
const wave = (step: number) =>
  Array.from({ length: n }, (_, i) => Math.sin(step * (i + 1)) + i / n);
const data = {
  y: wave(1.7),
  v: wave(2.3),
  x: wave(0.9),
  z: wave(3.1),
  size: Array.from({ length: n }, (_, i) => [10, 2, -1][i % 3]!),
  region: Array.from({ length: n }, (_, i) => ['west', 'east', 'a "b"', ''][i % 4]!),
};
const vcov = { type: 'HC1' } as const;

/** The numbers of a result, without its warnings and sample. */
const numbers = ({ params, stdErrors, nobs }: FitResult) => ({
  params,
  stdErrors,
  nobs,
});

async function alone(models: readonly Partial<ModelInput>[]) {
  const fits = [];
  for (const model of models)
    fits.push(numbers(await fit(data, { estimator: 'ols', vcov, ...model } as ModelInput)));
  return fits;
}

async function together(model: Partial<ModelInput>) {
  return fitAll(data, { estimator: 'ols', vcov, ...model } as ModelInput);
}

describe('fitAll', () => {
  test('estimates outcomes and steps', async () => {
    const fits = await together({ formula: 'c(y, v) ~ x + csw0(z)' });
    expect(fits.map(numbers)).toEqual(
      await alone(['y ~ x', 'y ~ x + z', 'v ~ x', 'v ~ x + z'].map((formula) => ({ formula }))),
    );
    expect(fits.map(({ depvar }) => depvar)).toEqual(['y', 'y', 'v', 'v']);
  });

  test('estimates one model as fit does', async () => {
    const [only, ...others] = await together({ formula: 'y ~ x', name: 'base' });
    expect(others).toEqual([]);
    expect(only).toEqual(
      await fit(data, { estimator: 'ols', formula: 'y ~ x', vcov, name: 'base' }),
    );
  });

  test('estimates named samples in the rows that the model keeps', async () => {
    const fits = await together({
      formula: 'y ~ x',
      where: 'z > 0',
      samples: { all: null, big: 'size > 1', 'not big': 'size < 1 || size == 1' },
    });
    expect(fits.map(({ name }) => name)).toEqual(['all', 'big', 'not big']);
    expect(fits.map(numbers)).toEqual(
      await alone(
        ['z > 0', 'z > 0 && size > 1', 'z > 0 && size < 1'].map((where) => ({
          formula: 'y ~ x',
          where,
        })),
      ),
    );
  });

  test('splits by the values of a column in ascending order, after the whole sample', async () => {
    const fits = await together({ formula: 'y ~ x', fsplit: 'size', name: 'base' });
    expect(fits.map(({ name }) => name)).toEqual([
      'base, all',
      'base, size: -1',
      'base, size: 2',
      'base, size: 10',
    ]);
    const where = ['size == -1', 'size == 2', 'size == 10'];
    expect(fits.map(numbers)).toEqual(
      await alone([
        { formula: 'y ~ x' },
        ...where.map((one) => ({ formula: 'y ~ x', where: one })),
      ]),
    );
  });

  test('are in the order of fixest: samples, effects, outcomes, other terms', async () => {
    const fits = await together({ formula: 'c(y, v) ~ csw(x, z) | sw0(size)', fsplit: '~size' });
    expect(fits).toHaveLength(4 * 8);
    expect(fits.slice(0, 8).map(({ depvar, params }) => [depvar, Object.keys(params)])).toEqual(
      [1, 2].flatMap(() =>
        ['y', 'v'].flatMap((depvar) => [
          [depvar, ['x', '_cons']],
          [depvar, ['x', 'z', '_cons']],
        ]),
      ),
    );
    expect(fits.slice(0, 8).map(({ absorbed = [] }) => absorbed.length)).toEqual([
      ...[0, 0, 0, 0],
      ...[1, 1, 1, 1],
    ]);
  });

  test('splits the rows that the model keeps', async () => {
    const fits = await together({ formula: 'y ~ x', split: '`size`', where: 'size > 0' });
    expect(fits.map(({ name }) => name)).toEqual(['size: 2', 'size: 10']);
  });

  test('warns of named samples that share rows', async () => {
    const samples = { all: null, big: 'size > 1', two: 'size == 2', small: 'size < 1' };
    const fits = await together({ formula: 'y ~ x', samples });
    for (const { warnings } of fits) {
      expect(warnings.at(-1)).toMatchObject({
        code: 'overlapping-samples',
        detail: { overlaps: [{ samples: ['big', 'two'], rows: 20 }] },
      });
    }
  });

  test('names the sample that is empty or has an unknown column', async () => {
    const formula = 'y ~ x';
    await expect(
      together({ formula, samples: { none: 'size > 99', all: null } }),
    ).rejects.toMatchObject({
      code: 'empty-sample',
      message: expect.stringMatching(/model 1, none: y ~ x: /) as string,
    });
    await expect(
      together({ formula, samples: { big: 'sise > 1', small: 'size < 1' } }),
    ).rejects.toMatchObject({
      code: 'unknown-column',
      message: expect.stringMatching(/^samples.big: /) as string,
    });
  });

  test('refuses a step without regressors next to absorbed effects', async () => {
    await expect(together({ formula: 'y ~ sw0(x, z) | size' })).rejects.toMatchObject({
      code: 'formula-syntax',
      message: expect.stringMatching(
        /^sw0\(x, z\): expected a variable in every model.*sw\(\)/s,
      ) as string,
    });
  });

  test('splits by texts, without rows that have none, and by columns that the model builds', async () => {
    const fits = await together({ formula: 'y ~ x', split: 'region' });
    expect(fits.map(({ name, nobs }) => [name, nobs])).toEqual([
      ['region: a "b"', 15],
      ['region: east', 15],
      ['region: west', 15],
    ]);
    const built = await together({
      formula: 'y ~ x',
      split: 'large',
      build: { large: 'size > 5' },
    });
    expect(built.map(({ nobs }) => nobs)).toEqual([40, 20]);
  });

  test('uses the labels of values', async () => {
    const { parseCsv } = await import('wasmetrics/data');
    const table = parseCsv('y,x,g\n1,2,1\n2,1,1\n3,5,1\n4,4,2\n5,7,2\n9,8,2\n');
    const g = {
      ...table.columns.get('g')!,
      valueLabels: new Map([
        ['1', 'east'],
        ['2', 'west'],
      ]),
    };
    const labelled = { ...table, columns: new Map([...table.columns, ['g', g]]) };
    const fits = await fitAll(labelled, { estimator: 'ols', formula: 'y ~ x', split: 'g' });
    expect(fits.map(({ name }) => name)).toEqual(['g: east', 'g: west']);
  });

  test('names the model that fails', async () => {
    await expect(together({ formula: 'y ~ sw(x, q)' })).rejects.toMatchObject({
      code: 'unknown-column',
      message: expect.stringMatching(/model 2: y ~ q: /) as string,
    });
  });

  test.each<[Partial<ModelInput>, string]>([
    [{ split: 'size', samples: { all: null } }, 'bad-value'],
    [{ split: 'size', fsplit: 'region' }, 'bad-value'],
    [{ split: 'nope' }, 'unknown-column'],
    [{ samples: {} }, 'bad-value'],
    [{ samples: { a: 3 } as never }, 'bad-value'],
    [{ samples: { a: 'size >' } }, 'where-syntax'],
    [{ split: 3 as never }, 'bad-value'],
  ])('refuses %o', async (keys, code) => {
    await expect(together({ formula: 'y ~ x', ...keys })).rejects.toMatchObject({ code });
  });

  test.each(['samples', 'split', 'fsplit'] as const)('is no single model with %s', (key) => {
    const value = key === 'samples' ? { all: null } : 'size';
    const model = { estimator: 'ols', formula: 'y ~ x', [key]: value };
    expect(() => parseModel(model)).toThrow(new RegExp(`model: ${key} describes several`));
  });
});
