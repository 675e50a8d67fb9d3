/** The wild restricted efficient bootstrap: a replicate against an estimate from the rows it generates, and its tests. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  type ModelInput,
  type FitResult,
} from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { IvModelInput } from 'wasmetrics/types';
import { multipliers, panelOf, replicatesOf, weights } from './resamples.js';

const SEED = 5;
const table = panelOf(2);
const cluster = 'region';
const codes = table[cluster]!;
const G = new Set(codes).size;
const names = ['e', 'x', 'w', '_cons'] as const;
const model = {
  estimator: 'iv',
  formula: 'y ~ x + w | e ~ z + z2',
  vcov: { cluster },
  diagnostics: false,
} as const;

type Method = NonNullable<IvModelInput['method']>;

/** The constant as a column: a formula cannot name one _cons. */
const written = (name: string) => (name === '_cons' ? 'one' : name);
const column = (name: string) => (name === '_cons' ? codes.map(() => 1) : table[name]!);

/** Residuals of a regression on these columns, instrumented where instruments are given. */
async function residualsOf(y: number[], exogenous: readonly string[], u = y) {
  const data = { ...table, _cons: column('_cons'), one: column('_cons'), o: y, u };
  const { params } = await fitModel(data, {
    estimator: 'ols',
    formula: `o ~ 0 + ${exogenous.join(' + ')}`,
  });
  return { params, residuals: y.map((value, row) => value - sum(params, data, row)) };
}

function sum(
  params: Readonly<Record<string, number>>,
  data: Record<string, number[]>,
  row: number,
) {
  return Object.entries(params).reduce((total, [name, b]) => total + b * data[name]![row]!, 0);
}

/** Coefficients of the structural equation under b_j = r. */
async function restricted(j: number, r: number, method: Method) {
  const name = names[j]!;
  const y = table['y']!.map((value, row) => value - r * column(name)[row]!);
  if (j === 0) {
    const { params } = await residualsOf(y, ['x', 'w', 'one']);
    return { ...params, e: r };
  }
  const others = names.slice(1).filter((one) => one !== name);
  const formula = `o ~ 0 + ${others.map(written).join(' + ')} | e ~ z + z2 + ${written(name)}`;
  const data = { ...table, _cons: column('_cons'), one: column('_cons'), o: y };
  const { params } = await fitModel(data, { estimator: 'iv', method, formula, diagnostics: false });
  return { ...params, [name]: r };
}

/** b*_j - b_j of the population generated, and its standard error over that of the sample. */
async function direct(j: number, r: number | undefined, v: readonly number[], method: Method) {
  const input = { ...model, method };
  const sample = await fitModel(table, input);
  const params = r === undefined ? sample.params : await restricted(j, r, method);
  const data = { ...table, _cons: column('_cons'), one: column('_cons') };
  const u = table['y']!.map((value, row) => value - sum(params, data, row));
  const first = await residualsOf(table['e']!, ['x', 'w', 'one', 'z', 'z2', 'u'], u);
  const delta = first.params['u']!;
  const errors = first.residuals.map((value, row) => value + delta * u[row]!);
  const e = table['e']!.map((value, row) => value + (v[codes[row]!]! - 1) * errors[row]!);
  const y = codes.map((code, row) => sum(params, { ...data, e }, row) + v[code]! * u[row]!);
  const again = await fitModel({ ...table, e, y } as typeof table, input);
  const name = names[j]!;
  return {
    distance: again.params[name]! - (r ?? sample.params[name]!),
    ratio: again.stdErrors[name]! / sample.stdErrors[name]!,
  };
}

const options = { scheme: 'wild-cluster', cluster, weights: 'webb', reps: 3, seed: SEED } as const;

describe('a replicate', () => {
  test.each([
    ['2sls', true, 'webb'],
    ['2sls', false, 'webb'],
    ['liml', true, 'webb'],
    ['liml', false, 'mammen'],
    ['liml', true, 'rademacher'],
    ['fuller', true, 'webb'],
    ['fuller', false, 'rademacher'],
  ] as const)(
    'is an estimate from the rows it generates: %s, null imposed %s, %s',
    async (method, imposeNull, kind) => {
      const fit = await fitModel(table, { ...model, method });
      const how = { ...options, weights: kind, imposeNull, ci: [] };
      const replicates = await replicatesOf(fit, how);
      for (const [replicate, { status, values }] of replicates.entries()) {
        expect(status).toBe(0);
        const v = weights(multipliers[kind], G, replicate, SEED);
        for (const j of names.keys()) {
          const { distance, ratio } = await direct(j, imposeNull ? 0 : undefined, v, method);
          const [n0, d0] = values.slice(names.length + 2 * j);
          const unit = fit.stdErrors[names[j]!]!;
          expect(Math.abs(n0! - distance) / unit).toBeLessThan(1e-9);
          expect(Math.abs(Math.sqrt(d0!) / ratio - 1)).toBeLessThan(1e-9);
        }
      }
    },
  );
});

test.each(['2sls', 'liml', 'fuller'] as const)(
  'equal signs give the sample back, also with effects and weights: %s',
  async (method) => {
    const panel = { unit: 'id', time: 'time' };
    const weights = { column: 'size', type: 'analytic' } as const;
    const fit: FitResult = await fitModel(table, {
      ...model,
      method,
      effects: 'within',
      panel,
      weights,
    });
    const how = { scheme: 'wild-cluster', cluster, reps: 512, ci: [] } as const;
    const [first] = await replicatesOf(fit, how);
    Object.entries(fit.params).forEach(([name, b], j) => {
      if (name === '_cons') return;
      const [n0, d0] = first!.values.slice(Object.keys(fit.params).length + 2 * j);
      expect(Math.abs(n0! - b) / fit.stdErrors[name]!).toBeLessThan(1e-10);
      expect(Math.abs(d0! - 1)).toBeLessThan(1e-10);
    });
  },
);

describe('tests', () => {
  const reference = JSON.parse(
    readFileSync(new URL('../golden/wre/abdata.json', import.meta.url), 'utf8'),
  ) as {
    readonly reps: number;
    readonly pValues: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  };

  test.each([
    ['2sls', 'symmetric'],
    ['2sls', 'equal-tail'],
    ['liml', 'symmetric'],
    ['liml', 'equal-tail'],
  ] as const)(
    'p-values are those of all sign vectors, enumerated by another program: %s, %s',
    async (method, pValue) => {
      const csv = readFileSync(new URL('../../examples/abdata.csv', import.meta.url), 'utf8');
      const fit = await fitModel(parseCsv(csv), {
        estimator: 'iv',
        method,
        formula: `n ~ ys | w + k ~ L.w + L2.w + L.k${method === 'liml' ? ' + L.ys + L2.ys' : ''}`,
        panel: { unit: 'id', time: 'year' },
        vcov: { cluster: 'ind' },
        diagnostics: false,
      });
      const wild = { scheme: 'wild-cluster', reps: 1000, pValue, ci: [], workers: 0 } as const;
      const result = await bootstrap(fit, wild).result;
      expect(result).toMatchObject({ reps: reference.reps, enumerated: true, failed: 0 });
      const place = pValue === 'symmetric' ? 0 : 1;
      for (const [name, values] of Object.entries(reference.pValues[method]!)) {
        expect(result.pValues[name]).toBe(values[place]);
      }
    },
  );

  test.each(['2sls', 'liml'] as const)(
    'ends of the interval separate rejected values from others: %s',
    async (method) => {
      const run = { ...options, reps: 199, workers: 0 } as const;
      const input = { ...model, method };
      const fit = await fitModel(table, input);
      const { confInt } = await bootstrap(fit, run).result;
      const pAt = async (r: number) => {
        const y = table['y']!.map((value, row) => value - r * table['e']![row]!);
        const moved = await fitModel({ ...table, y }, input);
        return (await bootstrap(moved, { ...run, ci: [] }).result).pValues['e']!;
      };
      const [low, high] = confInt.inverted!['e']!;
      const step = 1e-5 * fit.stdErrors['e']!;
      expect(await pAt(low - step)).toBeLessThanOrEqual(0.05);
      expect(await pAt(low + step)).toBeGreaterThan(0.05);
      expect(await pAt(high - step)).toBeGreaterThan(0.05);
      expect(await pAt(high + step)).toBeLessThanOrEqual(0.05);
    },
  );

  test('weak instruments have a set without end', async () => {
    const fit = await fitModel(table, { ...model, formula: 'y ~ x + w | e ~ size' });
    const { confInt, confSets } = await bootstrap(fit, { ...options, reps: 99, workers: 0 }).result;
    expect(confInt.inverted!['e']).toContain(Infinity);
    expect(confSets).toHaveProperty('e');
  });

  test('the same seed gives the same tests for any number of workers', async () => {
    const fit = await fitModel(table, model);
    const values = async (workers: number) =>
      (await bootstrap(fit, { ...options, reps: 1200, ci: [], workers }).replicates).values;
    expect(await values(2)).toEqual(await values(0));
  });

  test('sets by inversion are the same for any number of workers, and none when stopped', async () => {
    const fit = await fitModel(table, { ...model, method: 'liml' });
    const run = { ...options, reps: 99, ci: ['inverted', 'normal'] } as const;
    const results = [0, 1, 3].map((workers) => bootstrap(fit, { ...run, workers }).result);
    const [one, ...others] = await Promise.all(results);
    expect(Object.keys(one!.confInt.inverted!)).toEqual(Object.keys(fit.params));
    for (const other of others) expect(other).toEqual(one);
    const stop = new AbortController();
    const stopped = bootstrap(fit, { ...run, workers: 2, signal: stop.signal });
    stop.abort();
    await expect(stopped.result).rejects.toBe(stop.signal.reason);
  });

  const refused: readonly [string, Partial<ModelInput>, Partial<BootstrapOptions>, RegExp][] = [
    [
      'a given kappa',
      { method: 'kclass', kappa: 0.5 } as Partial<ModelInput>,
      {},
      /needs method 2sls, liml or fuller, found kclass/,
    ],
    ['variants', {}, { variant: '33' }, /variant: expected 11 with instruments, found 33/],
  ];
  test.each(refused)('%s: the error gives the reason', async (_, keys, choice, message) => {
    const fit = await fitModel(table, { ...model, ...keys } as ModelInput);
    expect(() => bootstrap(fit, { ...options, workers: 0, ...choice })).toThrow(message);
  });
});

describe('absorbed effects give the replicates of dummies', () => {
  const effects = [['time'], ['id', 'time'], ['time', 'size'], ['id', 'size']];
  const choices = (['2sls', 'liml', 'fuller'] as const).flatMap((method) =>
    [true, false].flatMap((imposeNull) =>
      (['webb', 'rademacher'] as const).map((kind) => ({ method, imposeNull, kind })),
    ),
  );
  const weightings = [undefined, { column: 'size2', type: 'analytic' }] as const;
  const data = { ...table, size2: table['size']!.map((size, row) => size + (row % 3)) };
  const cases = effects.flatMap((absorbed) => choices.map((choice) => ({ absorbed, ...choice })));

  test.each(cases)('%o', async ({ absorbed, method, imposeNull, kind }) => {
    for (const weights of weightings) {
      const replicates = async (exogenous: string, effect: string) => {
        const formula = `y ~ ${exogenous} | ${effect}e ~ z + z2`;
        const input = { ...model, formula, method, weights } as IvModelInput;
        const fit = await fitModel(data, { ...input, estimator: 'iv' });
        const k = Object.keys(fit.params).length;
        const how = { ...options, weights: kind, imposeNull, ci: [] };
        const each = await replicatesOf(fit, how);
        return each.flatMap(({ values }) =>
          ['e', 'x', 'w'].flatMap((name) => {
            const place = Object.keys(fit.params).indexOf(name);
            return [values[place]!, ...values.slice(k + 2 * place, k + 2 * place + 2)];
          }),
        );
      };
      const found = await replicates('x + w', `${absorbed.join(' + ')} | `);
      const dummies = absorbed.map((effect) => ` + i(${effect})`).join('');
      const expected = await replicates(`x + w${dummies}`, '');
      expect(found).toHaveLength(27);
      found.forEach((value, i) => {
        expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-9);
      });
    }
  });
});
