/** Draws that equal the sample count as extreme, and neither units nor the order of rows decide which draws those are. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  multipleTests,
  permutationTest,
} from 'wasmetrics';
import { permuteStatistic } from 'wasmetrics/resampling';
import { omit } from '../../bindings/core/values/omit.js';
import {
  type Columns,
  discrete,
  discreteRows,
  isRegular,
  positive,
  scaled,
  shuffled,
} from './discrete-rows.js';

const folder = new URL('../golden/wild/', import.meta.url);
const golden = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const reference = JSON.parse(golden('expected.json'));
const byR = JSON.parse(golden('grunfeld.json')).expected;

function columnsOf(csv: string): Record<string, number[]> {
  const [head, ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return Object.fromEntries(head!.map((name, j) => [name, rows.map((row) => Number(row[j]))]));
}

const clusterOf = (file: string) => (file.includes('grunfeld') ? 'firm' : 'g');

interface Alone {
  readonly formula: string;
  readonly of: string;
}

describe('all sign vectors, counted in rational arithmetic', () => {
  const cases = Object.entries(reference.cases as Record<string, (Alone & Columns)[]>).flatMap(
    ([file, all]) => all.map((one) => [file, one.formula, one.of, one] as const),
  );
  test.each(cases)(
    '%s: %s, %s, in any unit of the outcome',
    async (file, formula, of, expected) => {
      const data = columnsOf(golden(file));
      const cluster = clusterOf(file);
      const outcome = formula.split(' ')[0]!;
      for (const unit of positive) {
        const vcov = { type: 'cluster', cluster } as const;
        const fit = await fitModel(scaled(data, { [outcome]: unit }), {
          estimator: 'ols',
          formula,
          vcov,
        });
        for (const pValue of ['symmetric', 'equal-tail', 'greater', 'less'] as const) {
          const wild = { scheme: 'wild-cluster', reps: 4000, ci: [], workers: 0, pValue } as const;
          const { pValues } = await bootstrap(fit, wild).result;
          expect(pValues[of]).toBe((expected as unknown as Record<string, number>)[pValue]);
        }
      }
    },
  );

  const joint = Object.entries(reference.joint as Record<string, Joint[]>).flatMap(([file, all]) =>
    all.map((one) => [file, one.of, one.regressors.join(' + '), one] as const),
  );
  interface Joint {
    readonly outcomes: readonly string[];
    readonly regressors: readonly string[];
    readonly of: string;
    readonly 'romano-wolf': Readonly<Record<string, number>>;
  }
  test.each(joint)('%s: several outcomes on %s of %s', async (file, of, _, one) => {
    for (const unit of positive) {
      const data = scaled(columnsOf(golden(file)), { [one.outcomes[0]!]: unit });
      const fits = await Promise.all(
        one.outcomes.map((outcome) =>
          fitModel(data, {
            estimator: 'ols',
            formula: `${outcome} ~ ${one.regressors.join(' + ')}`,
            vcov: { type: 'cluster', cluster: 'g' },
          }),
        ),
      );
      const adjust = ['romano-wolf', 'westfall-young'] as const;
      const scheme = 'wild-cluster' as const;
      const result = await multipleTests(fits, { of: [of], adjust, scheme, workers: 0 });
      expect(result.bootstrap).toMatchObject({ enumerated: true });
      for (const [i, { bootstrapP, adjusted, monteCarloError }] of result.hypotheses.entries()) {
        const p = one['romano-wolf'][one.outcomes[i]!];
        expect(adjusted).toEqual({ 'romano-wolf': p, 'westfall-young': p });
        expect(monteCarloError).toEqual({ 'romano-wolf': 0, 'westfall-young': 0 });
        const run = bootstrap(fits[i]!, { scheme, reps: 9999, ci: [], workers: 0 });
        expect(bootstrapP).toBe((await run.result).pValues[of]);
      }
    }
  });

  test("the firms of Grunfeld have the p-values of R's enumeration with ties", async () => {
    const fit = await fitModel(columnsOf(golden('../grunfeld/data.csv')), {
      estimator: 'ols',
      formula: 'inv ~ value + capital',
      vcov: { type: 'cluster', cluster: 'firm' },
    });
    const wild = { scheme: 'wild-cluster', reps: 1024, ci: [], workers: 0 } as const;
    const p = async (choice: Partial<BootstrapOptions>) =>
      (await bootstrap(fit, { ...wild, ...choice }).result).pValues['value'];
    expect(await p({})).toBe(byR.own_enumeration.null.p_two_ge);
    const free = byR.own_enumeration.unrestricted.p_two_ge;
    expect(await p({ imposeNull: false })).toBe(free);
    // Under jackknifed residuals or errors no vector gives the statistic of the sample.
    expect(await p({ variant: '31' })).toBe(byR.type31_null.p);
    expect(await p({ variant: '33' })).toBe(byR.type33_null.p);
  });
});

const vcov = { type: 'cluster', cluster: 'g' } as const;
const ols = { estimator: 'ols', formula: 'y ~ x + w', vcov } as const;

const schemes: readonly (readonly [string, Partial<BootstrapOptions>])[] = [
  ['all sign vectors', { scheme: 'wild-cluster', reps: 200, ci: [] }],
  [
    'all sign vectors, residuals of the estimate',
    { scheme: 'wild-cluster', imposeNull: false, ci: [] },
  ],
  ['random signs', { scheme: 'wild-cluster', reps: 15, ci: [] }],
  ['Webb weights', { scheme: 'wild-cluster', weights: 'webb', ci: [] }],
  ['clusters', { scheme: 'cluster', cluster: 'g' }],
  ['clusters, studentized', { scheme: 'cluster', cluster: 'g', ci: ['studentized'] }],
];

/** p-values of a model in other units and another order of rows, next to those of the data as they are. */
async function variants(
  data: Columns,
  pValuesOf: (data: Columns) => Promise<readonly (number | null)[]>,
  columns: readonly string[] = ['y', 'x'],
): Promise<void> {
  const known = await pValuesOf(data);
  for (const unit of positive.slice(1)) {
    for (const name of columns) {
      expect(await pValuesOf(scaled(data, { [name]: unit })), `${name} times ${unit}`).toEqual(
        known,
      );
    }
  }
  expect(await pValuesOf(shuffled(data)), 'rows in another order').toEqual(known);
}

/** p-values without the constant, which other units move. */
const slopes = (pValues: Readonly<Record<string, number>>) => [pValues['x']!, pValues['w']!];

describe('units and the order of rows do not change', () => {
  test.each(schemes)('p-values of a bootstrap: %s', async (_, options) => {
    await fc.assert(
      fc.asyncProperty(
        discrete,
        fc.constantFrom('symmetric', 'equal-tail', 'greater', 'less'),
        async (data, pValue) => {
          fc.pre(await isRegular(data, ols));
          await variants(data, async (columns) => {
            const run = { reps: 200, seed: 2, workers: 0, ...options, pValue } as const;
            return slopes((await bootstrap(await fitModel(columns, ols), run).result).pValues);
          });
        },
      ),
      { numRuns: 2, seed: 3 },
    );
  });

  test('p-values of expressions, of which the estimate may be 0', async () => {
    const data = discreteRows(6, 5);
    // Two regressors with the same coefficient: their difference is 0 up to rounding.
    const mirrored = {
      g: [...data['g']!, ...data['g']!],
      x: [...data['x']!, ...data['w']!],
      w: [...data['w']!, ...data['x']!],
      y: [...data['y']!, ...data['y']!],
    };
    await variants(
      mirrored,
      async (columns) => {
        const fit = await fitModel(columns, ols);
        const kept = ['symmetric', 'greater', 'less'] as const;
        const results = await Promise.all(
          kept.map(
            (pValue) =>
              bootstrap(fit, {
                scheme: 'cluster',
                cluster: 'g',
                reps: 200,
                workers: 0,
                pValue,
                statistics: ['x - w'],
              }).result,
          ),
        );
        const found = results.map(({ expressions }) => Object.values(expressions!.pValues)[0]!);
        expect(found).toEqual([1, 1, 1]);
        return found;
      },
      ['y'],
    );
  });

  test.each(schemes)('adjusted p-values of several hypotheses: %s', async (_, options) => {
    await fc.assert(
      fc.asyncProperty(discrete, async (data) => {
        const other = { ...ols, formula: 'z ~ x + w' } as const;
        fc.pre((await isRegular(data, ols)) && (await isRegular(data, other)));
        await variants(
          data,
          async (columns) => {
            const fits = await Promise.all([ols, other].map((model) => fitModel(columns, model)));
            const { hypotheses } = await multipleTests(fits, {
              reps: 200,
              seed: 2,
              workers: 0,
              ...omit(options, 'ci'),
              of: ['x', 'w'],
              adjust: ['romano-wolf', 'westfall-young'],
            });
            return hypotheses.flatMap(({ bootstrapP, adjusted }) => [
              bootstrapP!,
              ...Object.values(adjusted),
            ]);
          },
          ['y', 'z'],
        );
      }),
      { numRuns: 1, seed: 4 },
    );
  });

  test.each(['t', 'coefficient'] as const)('p-values of permutations: %s', async (statistic) => {
    await fc.assert(
      fc.asyncProperty(discrete, async (data) => {
        fc.pre(await isRegular(data, ols));
        const pOf = async (columns: Columns, within?: string) => {
          const fit = await fitModel(columns, ols);
          const { pValue } = await permutationTest(fit, {
            of: 'x',
            reps: 150,
            workers: 0,
            statistic,
            ...(within !== undefined && { within }),
          });
          return pValue;
        };
        const known = await pOf(data);
        for (const unit of positive) {
          expect(await pOf(scaled(data, { y: unit }))).toBe(known);
          expect(await pOf(scaled(data, { x: unit }))).toBe(known);
        }
      }),
      { numRuns: 2, seed: 5 },
    );
  });

  test('p-values of permutations of a statistic of the caller', async () => {
    await fc.assert(
      fc.asyncProperty(
        discrete,
        fc.constantFrom('two-sided', 'greater', 'less'),
        async (data, alternative) => {
          const pOf = async (columns: Columns) => {
            const { pValues } = await permuteStatistic(
              columns['x']!.map((x, row) => [x, columns['y']![row]!] as const),
              slope,
              { reps: 200, alternative },
            );
            return [...pValues];
          };
          const known = await pOf(data);
          for (const unit of positive) {
            expect(await pOf(scaled(data, { y: unit }))).toEqual(known);
            expect(await pOf(scaled(data, { x: unit }))).toEqual(known);
          }
        },
      ),
      { numRuns: 3, seed: 6 },
    );
  });
});

/** The slope of y on x by deviations, with x in another order. */
function slope(order: Int32Array, rows: readonly (readonly [x: number, y: number])[]): number {
  const mean = (place: 0 | 1) => rows.reduce((sum, row) => sum + row[place], 0) / rows.length;
  const [mx, my] = [mean(0), mean(1)];
  let [xy, xx] = [0, 0];
  order.forEach((from, to) => {
    const dx = rows[from]![0] - mx;
    xy += dx * (rows[to]![1] - my);
    xx += dx * dx;
  });
  return xx === 0 ? 0 : xy / xx;
}
