/** Differences between groups against bootstraps of each, and against all labellings. */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  compareGroups,
  fitModel,
  type ModelInput,
  type Replicates,
  toText,
} from 'wasmetrics';
import { noise, panelOf } from './resamples.js';

const base = panelOf(6);
const [ids, times] = [base['id']!, base['time']!];
const table = { ...base, half: ids.map((id) => id % 2) };
const panel = { unit: 'id', time: 'time' };
const run = { by: 'half', of: 'x', reps: 299, workers: 0 } as const;

const models: readonly ModelInput[] = [
  { estimator: 'ols', formula: 'y ~ x + w', vcov: { cluster: 'id' } },
  { estimator: 'panel', formula: 'y ~ x + w', panel },
  { estimator: 'iv', formula: 'y ~ x + w | e ~ z + z2', vcov: { cluster: 'id' } },
];

describe('compareGroups', () => {
  test.each(models)('draws within the groups of %j', async (model) => {
    const { groups, differences } = await compareGroups(table, model, run);
    const fits = await Promise.all(
      [0, 1].map((half) => fitModel(table, { ...model, where: `half == ${half}` })),
    );
    const draws = await Promise.all(
      fits.map((fit, g) => bootstrap(fit, { reps: 299, seed: 1 + g, workers: 0 }).replicates),
    );
    expect(groups.map(({ estimate }) => estimate)).toEqual(fits.map(({ params }) => params['x']));
    const [{ difference, bootstrap: boot, permutation }] = differences as [(typeof differences)[0]];
    const place = Object.keys(fits[0]!.params).indexOf('x');
    const valueOf = ({ values, width }: Replicates, r: number) => values[r * width + place]!;
    const values = Array.from(
      { length: 299 },
      (_, r) => valueOf(draws[0]!, r) - valueOf(draws[1]!, r),
    );
    const beyond = values.filter((d) => Math.abs(d - difference) >= Math.abs(difference)).length;
    expect(difference).toBe(groups[0]!.estimate - groups[1]!.estimate);
    expect(boot!.pValue).toBeCloseTo((1 + beyond) / 300, 12);
    expect(permutation!.replicates).toBe(299);
  });

  test('permutes labels among rows as all labellings do', async () => {
    const next = noise(8);
    const rows = Array.from({ length: 10 }, (_, i) => ({ x: next(), y: next(), g: i % 2, i }));
    const model = { estimator: 'ols', formula: 'y ~ x' } as const;
    const slope = (set: typeof rows) => {
      const [mx, my] = (['x', 'y'] as const).map((name) => mean(set.map((row) => row[name])));
      const cross = mean(set.map(({ x, y }) => (x - mx!) * (y - my!)));
      return cross / mean(set.map(({ x }) => (x - mx!) ** 2));
    };
    const differenceOf = (first: (i: number) => boolean) =>
      slope(rows.filter(({ i }) => first(i))) - slope(rows.filter(({ i }) => !first(i)));
    const expected = differenceOf((i) => i % 2 === 0);
    const labellings = Array.from({ length: 1024 }, (_, bits) => bits).filter(
      (bits) => [...bits.toString(2)].filter((bit) => bit === '1').length === 5,
    );
    const beyond = labellings.filter(
      (bits) => Math.abs(differenceOf((i) => ((bits >> i) & 1) === 1)) >= Math.abs(expected) - 1e-9,
    );
    const options = { by: 'g', of: 'x', reps: 4000, methods: ['permutation'] } as const;
    const [result] = (await compareGroups(rows, model, options)).differences;
    const { difference, permutation } = result!;
    expect(difference).toBeCloseTo(expected, 12);
    expect(Math.abs(permutation!.pValue - beyond.length / labellings.length)).toBeLessThan(
      4 * permutation!.monteCarloError,
    );
  });

  test('compares dynamic panels, every two of three groups', async () => {
    const model: ModelInput = {
      estimator: 'dpd',
      formula: 'y ~ L.y + x',
      panel,
      gmm: [{ vars: ['y'], lags: [2, 3], collapse: true }],
      iv: [{ vars: ['x'] }],
      system: false,
    };
    const third = ids.map((id) => ['a', 'b', 'c'][id % 3]!);
    const result = await compareGroups({ ...table, third }, model, {
      ...run,
      by: 'third',
      reps: 49,
    });
    expect(result.differences.map(({ groups }) => groups.join(''))).toEqual(['ab', 'ac', 'bc']);
    expect(result.differences.every(({ permutation }) => permutation!.replicates > 40)).toBe(true);
    expect(toText(result)).toMatch(/^a minus c /m);
  });

  test('gives the reason if it cannot compare', async () => {
    const [, within] = models as [ModelInput, ModelInput];
    const reason = async (more: object) =>
      compareGroups({ ...table, one: ids.map(() => 1) }, within, { ...run, ...more }).then(
        () => 'nothing',
        (error: Error) => error.message,
      );
    expect(await reason({ by: 'nope' })).toMatch(/unknown column "nope"/);
    expect(await reason({ by: 'one' })).toMatch(/at least two values, found one with 1/);
    expect(await reason({ of: 'z' })).toMatch(/coefficient of group 0 \(x, w, _cons\), found z/);
    expect(await reason({ reps: 0.5 })).toMatch(/reps: expected a whole number/);
    expect(await reason({ methods: [] })).toMatch(
      /methods: expected bootstrap, permutation or both/,
    );
    expect(await reason({ ci: ['bca'] })).toMatch(
      /^groups: options: expected keys among by, of, .*, found ci$/,
    );
    const late = { ...table, late: times.map((t) => Number(t > 1)) };
    const rows = await compareGroups(late, within, { ...run, by: 'late' }).catch((e: Error) => e);
    expect(rows).toMatchObject({
      message: expect.stringMatching(/25 of 25 units are in both groups/) as string,
    });
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
