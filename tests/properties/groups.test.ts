/** Differences between groups: by slow restatements, and what must not depend on names, order and other groups. */
import { describe, expect, test } from 'vitest';
import {
  compareGroups,
  fitModel,
  type GroupComparison,
  type GroupOptions,
  loadEngine,
  type ModelInput,
} from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { labelExchange } from '../../bindings/analysis/bootstrap/groups/permuted/exchange.js';
import {
  percentileInterval,
  percentilePValue,
} from '../../bindings/analysis/bootstrap/groups/drawn/percentile.js';
import { tStatistic } from './plain-ols.js';
import { counts, drawn, draws, noise, panelOf, type Table } from './resamples.js';

const base = panelOf(6);
const [ids, times] = [base['id']!, base['time']!];
const table: Table = {
  ...base,
  half: ids.map((id) => id % 2),
  third: ids.map((id) => id % 3),
  late: times.map((t, row) => Number(t + (ids[row]! % 2) > 2)),
};
const panel = { unit: 'id', time: 'time' };
const run = { by: 'half', of: 'x', reps: 99 } as const;
const clustered: ModelInput = { estimator: 'ols', formula: 'y ~ x + w', panel };
const dynamic: ModelInput = {
  estimator: 'dpd',
  formula: 'y ~ L.y + x',
  panel,
  gmm: [{ vars: ['y'], lags: [2, 3], collapse: true }],
  iv: [{ vars: ['x'] }],
  system: false,
};

const models: Readonly<Record<string, ModelInput>> = {
  ols: clustered,
  within: { estimator: 'panel', formula: 'y ~ x + w', panel },
  twoway: { estimator: 'panel', formula: 'y ~ x + w', panel, effects: 'twoway' },
  random: { estimator: 'panel', formula: 'y ~ x + w', panel, effects: 'random' },
  between: { estimator: 'panel', formula: 'y ~ x + w', panel, effects: 'between' },
  '2sls': { estimator: 'iv', formula: 'y ~ x + w | e ~ z + z2', panel },
  liml: { estimator: 'iv', formula: 'y ~ x + w | e ~ z + z2', panel, method: 'liml' },
  gmm: { estimator: 'gmm', formula: 'y ~ x + w | e ~ z + z2', panel },
  dpd: dynamic,
};

/** The difference of a method, for two groups. */
function by(method: string, { differences }: GroupComparison) {
  return differences.find((one) => one.method === method)!;
}

describe.each(Object.entries(models))('%s', (_, model) => {
  test('groups are estimated as with where, the second minus the first', async () => {
    const { groups, differences } = await compareGroups(table, model, run);
    for (const [g, { value, estimate, nobs }] of groups.entries()) {
      const fit = await fitModel(table, { ...model, where: `half == ${value}` });
      expect([value, nobs]).toEqual([String(g), fit.nobs]);
      expect(estimate).toBeCloseTo(fit.params['x']!, 12);
    }
    for (const { between, method, estimate, pValue, reason } of differences) {
      expect(between).toEqual(['0', '1']);
      expect(estimate).toBe(groups[1]!.estimate! - groups[0]!.estimate!);
      expect(pValue === null).toBe(reason !== undefined);
      expect(reason === undefined || method === 'wild').toBe(true);
    }
  });

  test('other levels flip signs only', async () => {
    const one = await compareGroups(table, model, run);
    const other = await compareGroups(table, model, { ...run, levels: [1, 0] });
    for (const [d, difference] of one.differences.entries()) {
      const flipped = other.differences[d]!;
      expect(flipped.estimate).toBeCloseTo(-difference.estimate!, 12);
      if (difference.pValue === null) continue;
      expect(flipped.stdError).toBeCloseTo(difference.stdError!, 10);
      expect(flipped.pValue).toBeCloseTo(difference.pValue!, 8);
    }
  });

  test('the order of rows is irrelevant', async () => {
    const order = table['order']!.map((_, row) => row).reverse();
    const reversed = Object.fromEntries(
      Object.entries(table).map(([name, values]) => [name, order.map((row) => values[row]!)]),
    );
    const one = await compareGroups(table, model, run);
    const other = await compareGroups(reversed, model, run);
    for (const [d, difference] of one.differences.entries()) {
      expect(other.differences[d]!.estimate).toBeCloseTo(difference.estimate!, 10);
      if (difference.pValue === null) continue;
      expect(other.differences[d]!.pValue).toBeCloseTo(difference.pValue!, 8);
    }
  });
});

describe('restatements', () => {
  const x = (label: number, row: number) => {
    const columns = [base['x']![row]!, base['w']![row]!, 1];
    return [label * columns[0]!, ...columns, ...columns.slice(1).map((value) => label * value)];
  };
  const tUnder = (labels: readonly number[]) =>
    tStatistic(
      labels.map((label, row) => x(label, row)),
      base['y']!,
      ids,
    ).t;

  test.each(['half', 'late'])('permutations of %s by refits of all rows', async (split) => {
    const observed = table[split]!;
    const { permuted, changes } = labelExchange({
      labels: Int32Array.from(observed),
      units: Int32Array.from(ids),
      periods: Int32Array.from(times),
    });
    expect(changes).toBe(true);
    const engine = await loadEngine();
    const bound = Math.abs(tUnder(observed)) - 1e-9;
    const beyond = Array.from({ length: 99 }, (_, r) => r).filter(
      (r) => Math.abs(tUnder([...permuted(engine, 4, r)])) >= bound,
    );
    const options = { ...run, by: split, seed: 4, methods: ['permutation'] } as const;
    const result = await compareGroups(table, clustered, options);
    expect(by('permutation', result).pValue).toBeCloseTo((1 + beyond.length) / 100, 12);
  });

  test.each([
    ['half', clustered],
    ['late', clustered],
    ['half', models['within']!],
    ['late', models['twoway']!],
  ])('bootstrap of %s by estimates of the rows drawn', async (split, model) => {
    const own: number[] = [];
    for (let r = 0; r < 20; r++) {
      const rows = drawn(table, ids, counts(draws.units, 25, r, 4));
      const copies = { ...model, panel: { unit: 'copy', time: 'time' } } as ModelInput;
      const slopes = await Promise.all(
        [0, 1].map(async (g) => {
          const fit = await fitModel(rows, { ...copies, where: `${split} == ${g}` });
          return fit.params['x']!;
        }),
      );
      own.push(slopes[1]! - slopes[0]!);
    }
    const sorted = Float64Array.from(own).sort();
    const options = { ...run, by: split, reps: 20, seed: 4, methods: ['bootstrap'] } as const;
    const { confInt, pValue } = by('bootstrap', await compareGroups(table, model, options));
    percentileInterval(sorted, 0.95).forEach((end, i) => expect(confInt![i]).toBeCloseTo(end, 8));
    expect(pValue).toBeCloseTo(percentilePValue(sorted), 6);
  });
});

test('interval and p-value agree in 200 random samples', () => {
  const next = noise(3);
  const rejections = { interval: 0, pValue: 0 };
  for (let sample = 0; sample < 200; sample++) {
    const [shift, n] = [2.5 * next(), 99 + (sample % 7)];
    const sorted = Float64Array.from({ length: n }, () => shift + next()).sort();
    for (const level of [0.9, 0.95, 0.99]) {
      const [low, high] = percentileInterval(sorted, level);
      const excludes = low > 0 || high < 0;
      expect(percentilePValue(sorted) < 1 - level).toBe(excludes);
      rejections.interval += Number(excludes);
    }
  }
  expect(rejections.interval).toBeGreaterThan(100);
});

describe('options', () => {
  const compare = (options: Partial<GroupOptions>, model: ModelInput = clustered) =>
    compareGroups(table, model, { ...run, ...options });

  test('a method that is named twice is used once', async () => {
    const { differences } = await compare({ methods: ['wald', 'wald'] });
    expect(differences.map(({ method }) => method)).toEqual(['wald']);
  });

  test('levels choose the groups, and other rows are counted', async () => {
    const { groups, differences, warnings } = await compare({ by: 'third', levels: [2, '0'] });
    expect(groups.map(({ value }) => value)).toEqual(['2', '0']);
    expect(differences[0]!.between).toEqual(['2', '0']);
    const rows = ids.filter((id) => id % 3 === 1).length;
    expect(warnings[0]).toEqual({
      code: 'rows-in-no-group',
      message: `${rows} rows are in no group`,
      detail: { rows },
    });
  });

  test('errors are clustered by unit, by another column, or the model’s', async () => {
    const errors = async (model: ModelInput, cluster?: string) =>
      (await compare({ methods: ['wald'], cluster }, model)).errors;
    const formula = 'y ~ x';
    expect(await errors(clustered)).toEqual({
      type: 'CV1',
      clusters: [{ column: 'id', count: 25 }],
    });
    expect(await errors(clustered, 'region')).toMatchObject({ clusters: [{ column: 'region' }] });
    expect(await errors({ estimator: 'ols', formula })).toEqual({ type: 'HC1' });
    const written = { estimator: 'ols', formula, panel, vcov: { type: 'HC3' } } as const;
    expect(await errors(written)).toEqual({ type: 'HC3' });
    expect(await errors(dynamic)).toEqual({ type: 'windmeijer', unit: 'id' });
  });

  test('a group with too few rows has a reason, and the others are compared', async () => {
    const few = ids.map((id, row) => (row < 2 ? 9 : id % 2));
    const { groups, differences, warnings } = await compareGroups({ ...table, few }, clustered, {
      ...run,
      by: 'few',
    });
    expect(groups[2]).toMatchObject({ value: '9', nobs: 2, estimate: null, stdError: null });
    expect(groups[2]!.reason).toMatch(
      /group 9 has one unit of id, which has no clustered error; merge it/,
    );
    for (const { between, pValue, reason } of differences) {
      expect(pValue === null).toBe(between.includes('9'));
      expect(reason === undefined).toBe(pValue !== null);
    }
    expect(warnings.map(({ code }) => code)).toContain('group-not-estimated');
  });

  test('labels of a split by period cannot be exchanged', async () => {
    const split = { ...table, after: times.map((t) => Number(t > 1)) };
    const result = await compareGroups(split, clustered, { ...run, by: 'after' });
    expect(by('permutation', result)).toMatchObject({
      pValue: null,
      reason: expect.stringMatching(
        /have the same labels, so exchanging them changes nothing/,
      ) as string,
    });
    expect(by('bootstrap', result).pValue).not.toBeNull();
    expect(result.switchingUnits).toBe(25);
  });

  test('what rows cannot show has a reason', async () => {
    const switching = await compare({ by: 'late' }, models['between']);
    expect(by('wald', switching).reason).toMatch(/units of id are in several groups/);
    const weights = { column: 'size', type: 'frequency' } as const;
    const weighted = await compare({}, { estimator: 'ols', formula: 'y ~ x', weights });
    expect(by('permutation', weighted).reason).toMatch(/frequency weight represents several rows/);
    expect(by('bootstrap', weighted).reason).toMatch(/frequency weight represents several rows/);
    expect(by('wald', weighted).pValue).not.toBeNull();
  });

  test('three groups have a joint test, and each pair its differences', async () => {
    const result = await compare({ by: 'third', reps: 49 }, dynamic);
    const pairs = result.differences.map(({ between }) => between.join(''));
    expect([...new Set(pairs)]).toEqual(['01', '02', '12']);
    expect(result.joint).toMatchObject({ df: 2, pValue: expect.any(Number) as number });
    expect(toText(result)).toMatch(/^2 minus 0 +wald /m);
  });

  test('common coefficients have all methods', async () => {
    for (const model of [clustered, models['within']!, models['2sls']!]) {
      const { differences, common } = await compare({ common: true }, model);
      expect(common).toBe(true);
      for (const { method, reason } of differences) {
        expect(reason === undefined).toBe(method !== 'suest');
      }
    }
  });

  test('errors give the reason', async () => {
    const reason = async (options: Partial<GroupOptions>, model?: ModelInput) =>
      compareGroups({ ...table, one: ids.map(() => 1) }, model ?? clustered, {
        ...run,
        ...options,
      }).then(
        () => 'nothing',
        (error: Error) => error.message,
      );
    expect(await reason({ by: 'nope' })).toMatch(/unknown column "nope"/);
    expect(await reason({ by: 'one' })).toMatch(/at least two groups, found 1 of one/);
    expect(await reason({ of: 'z' })).toMatch(/coefficient of group 0 \(x, w, _cons\), found z/);
    expect(await reason({ reps: 0.5 })).toMatch(/reps: expected a whole number/);
    expect(await reason({ methods: [] })).toMatch(
      /expected wald, suest, permutation, bootstrap, wild, cr2 or several/,
    );
    expect(await reason({ methods: ['t' as never] })).toMatch(/several of them, found \["t"\]$/);
    expect(await reason({ levels: ['0', '7'] })).toMatch(
      /levels: expected values of half \(0, 1\), found 7/,
    );
    expect(await reason({ common: true }, dynamic)).toMatch(/common: expected false with dpd/);
    expect(await reason({ ci: ['bca'] } as never)).toMatch(
      /options: expected keys among by, of, .*ci$/,
    );
  });
});
