/** Comparisons of groups against R, and against numpy from rows. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareGroups, type GroupOptions, type ModelInput, type Table } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';

const golden = new URL('../../../golden/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, golden), 'utf8');

type Errors = 'HC1' | 'cluster';

/** What R gives for a difference: estimate, standard error, t, degrees of freedom and p. */
type Difference = Readonly<Record<'diff' | 'se' | 't' | 'df' | 'p', number>>;

/** Two groups. `cut` divides a column of numbers. */
interface TwoGroups extends Readonly<Record<Errors | 'common' | 'commonHC1', Difference>> {
  readonly cut: number;
  readonly separate: Readonly<
    Record<string, Readonly<Record<'n' | 'coef' | `se_${Errors}`, number>>>
  >;
  readonly permutation: Readonly<Record<'t' | 'p_plus1' | 'mc_error', number>>;
  readonly bootstrap: Readonly<
    Record<'se' | 'mc_error_se' | 'p_percentile' | 'mc_error_share', number>
  >;
  readonly suest: Readonly<Record<'robust' | 'cluster', Readonly<Record<'se' | 'p', number>>>>;
  readonly rows: Readonly<Record<'less' | 'mc_error', number>>;
  readonly switchingUnits: number;
}

interface Regions extends Readonly<
  Record<`equal_${Errors}`, Readonly<Record<'F' | 'df' | 'df2' | 'p_F', number>>>
> {
  readonly pairwise: Readonly<Record<string, Readonly<Record<Errors, Difference>>>>;
}

/** What numpy gives. */
interface Rows {
  readonly estimates: readonly number[];
  readonly estimate: number;
  readonly stdError: number;
}

const casesOf = <Cases>(path: string): Cases => (JSON.parse(read(path)) as { cases: Cases }).cases;

const splits = ['DigitalTech_row', 'DigitalTech_unit', 'east'] as const;
type Split = (typeof splits)[number];

const provinces = casesOf<Readonly<Record<Split, TwoGroups>> & { readonly region: Regions }>(
  'groups/provinces.json',
);
const firms = casesOf<Readonly<Record<string, Rows>>>('groups/abdata.json');

const formula = 'Level ~ Gov + IL + Open + PGpc + UR + SFE';
const panel = { unit: 'id', time: 'year' };

/** Adds a column to the table. */
function withColumn(table: Table, name: string, values: readonly (string | number)[]): Table {
  const column =
    typeof values[0] === 'string'
      ? ({ kind: 'text', values: values as readonly string[] } as const)
      : ({ kind: 'number', values: Float64Array.from(values as readonly number[]) } as const);
  return { nrows: table.nrows, columns: new Map([...table.columns, [name, column]]) };
}

const data = parseCsv(read('provinces/data.csv'));
const numbers = (name: string) => Array.from(data.columns.get(name)!.values, Number);

function splitOf(name: Split): readonly (string | number)[] {
  const { cut } = provinces[name];
  if (name === 'east') {
    const regions = data.columns.get('Region')!.values as readonly string[];
    return regions.map((region) => (region === 'east' ? 'east' : 'rest'));
  }
  const [values, ids] = [numbers('DigitalTech'), numbers('id')];
  if (name === 'DigitalTech_row') return values.map((value) => (value >= cut ? 'high' : 'low'));
  const means = new Map(
    ids.map((id) => {
      const own = values.filter((_, row) => ids[row] === id);
      return [id, own.reduce((sum, value) => sum + value, 0) / own.length];
    }),
  );
  return ids.map((id) => (means.get(id)! >= cut ? 'high' : 'low'));
}

const levelsOf = (name: Split) => (name === 'east' ? ['rest', 'east'] : ['low', 'high']);

const compare = (name: Split, model: ModelInput, options: Partial<GroupOptions>) =>
  compareGroups(withColumn(data, 'part', splitOf(name)), model, {
    by: 'part',
    of: 'Gov',
    levels: levelsOf(name),
    workers: 0,
    ...options,
  });

const clustered: ModelInput = { estimator: 'ols', formula, panel };
const plain: ModelInput = { estimator: 'ols', formula };

describe.each(splits)('%s, against R', (name) => {
  const expected = provinces[name];

  test('estimates and Wald tests', async () => {
    for (const [model, errors] of [
      [clustered, 'cluster'],
      [plain, 'HC1'],
    ] as const) {
      const methods = ['wald', 'suest'] as const;
      const { groups, differences } = await compare(name, model, { methods });
      groups.forEach(({ value, nobs, estimate, stdError }) => {
        const { coef, n, ...rest } = expected.separate[value]!;
        const se = rest[`se_${errors}`];
        expect(nobs).toBe(n);
        expect(estimate).toBeCloseTo(coef, 12);
        expect(stdError).toBeCloseTo(se, 12);
      });
      const { diff, se, t, df, p } = expected[errors];
      const [one, stacked] = differences as [(typeof differences)[0], (typeof differences)[0]];
      expect(one).toMatchObject({ method: 'wald', statistic: 't', df });
      expect(one.estimate).toBeCloseTo(diff, 12);
      expect(one.stdError).toBeCloseTo(se, 12);
      expect(one.stat).toBeCloseTo(t, 8);
      expect(one.pValue).toBeCloseTo(p, 8);
      const suest = expected.suest[errors === 'cluster' ? 'cluster' : 'robust'];
      expect(stacked.stdError).toBeCloseTo(suest.se, 12);
      expect(stacked.pValue).toBeCloseTo(suest.p, 8);
    }
  });

  test('common coefficients', async () => {
    const options = { methods: ['wald'], common: true } as const;
    for (const [model, of] of [
      [clustered, expected.common],
      [plain, expected.commonHC1],
    ] as const) {
      const [one] = (await compare(name, model, options)).differences;
      expect(one!.estimate).toBeCloseTo(of.diff, 12);
      expect(one!.stdError).toBeCloseTo(of.se, 12);
      expect(one!.df).toBe(of.df);
    }
  });

  test('permutations and bootstrap within their Monte Carlo errors', async () => {
    const { differences, switchingUnits } = await compare(name, clustered, {
      methods: ['permutation', 'bootstrap'],
      compat: 'bdiff',
      reps: 3999,
    });
    expect(switchingUnits).toBe(expected.switchingUnits);
    const [permutation, boot, bdiff] = differences;
    const near = (found: number, of: number, ...errors: number[]) =>
      expect(Math.abs(found - of)).toBeLessThan(4 * Math.hypot(...errors));
    const { t, p_plus1: p, mc_error: error } = expected.permutation;
    expect(permutation!.stat).toBeCloseTo(t, 8);
    near(permutation!.pValue!, p, error, permutation!.monteCarloError!);
    const { se, mc_error_se: seError, p_percentile: q, mc_error_share: share } = expected.bootstrap;
    near(boot!.stdError!, se, seError, seError * Math.sqrt(20000 / 3999));
    near(boot!.pValue!, q, 2 * share, boot!.monteCarloError!);
    const { less, mc_error: rowError } = expected.rows;
    near(bdiff!.pValue!, Math.min(less, 1 - less), rowError, bdiff!.monteCarloError!);
  });
});

test('three regions, against R', async () => {
  const expected = provinces.region;
  for (const [model, errors] of [
    [clustered, 'cluster'],
    [plain, 'HC1'],
  ] as const) {
    const options = { by: 'Region', of: 'Gov', levels: ['east', 'central', 'west'] } as const;
    const { differences, joint } = await compareGroups(data, model, {
      ...options,
      methods: ['wald'],
    });
    for (const { between, estimate, stdError, pValue, df } of differences) {
      const pair = expected.pairwise[`${between[1]} - ${between[0]}`]![errors];
      expect(estimate).toBeCloseTo(pair.diff, 12);
      expect(stdError).toBeCloseTo(pair.se, 12);
      expect(pValue).toBeCloseTo(pair.p, 8);
      expect(df).toBe(pair.df);
    }
    const { F, df, df2, p_F } = expected[`equal_${errors}`];
    expect(joint!.stat).toBeCloseTo(F, 8);
    expect(joint!).toMatchObject({ df: [df, df2] });
    expect(joint!.pValue).toBeCloseTo(p_F, 8);
  }
});

const abdata = (() => {
  const table = parseCsv(read('abdata/data.csv'));
  const column = (name: string) => Array.from(table.columns.get(name)!.values, Number);
  const half = column('id').map((id) => id % 2);
  const late = column('year').map((year) => Number(year >= 1980));
  return withColumn(withColumn(table, 'half', half), 'late', late);
})();

const models: Readonly<Record<string, ModelInput>> = {
  ols: { estimator: 'ols', formula: 'n ~ w + k', panel },
  within: { estimator: 'panel', formula: 'n ~ w + k', panel },
  iv: { estimator: 'iv', formula: 'n ~ k | w ~ L.w', panel },
};

test.each(Object.keys(firms))('%s, against numpy', async (name) => {
  const [kind, by] = name.split(' by ') as [string, string];
  const options = { by, of: 'w', methods: ['wald'] } as const;
  const { groups, differences } = await compareGroups(abdata, models[kind]!, options);
  const { estimates, estimate, stdError } = firms[name]!;
  groups.forEach((group, g) => expect(group.estimate).toBeCloseTo(estimates[g]!, 9));
  expect(differences[0]!.estimate).toBeCloseTo(estimate, 9);
  expect(differences[0]!.stdError).toBeCloseTo(stdError, 9);
});

const dynamic: ModelInput = {
  estimator: 'dpd',
  formula: 'n ~ L.n + w + k',
  panel,
  system: false,
  gmm: [
    { vars: ['n'], lags: [2, 4], collapse: true },
    { vars: ['w'], lags: [1, 3], collapse: true },
  ],
  iv: [{ vars: ['k'] }],
};

describe('a dynamic panel', () => {
  test('of units in one group each has all methods', async () => {
    const { groups, differences } = await compareGroups(abdata, dynamic, {
      by: 'half',
      of: 'w',
      reps: 99,
    });
    const wald = differences.find(({ method }) => method === 'wald')!;
    const variance = groups.reduce((sum, { stdError }) => sum + stdError! ** 2, 0);
    expect(wald.stdError).toBeCloseTo(Math.sqrt(variance), 12);
    for (const { method, pValue, reason } of differences) {
      expect([pValue === null, reason !== undefined]).toEqual([
        method === 'wild',
        method === 'wild',
      ]);
    }
    const [, suest, permutation, boot] = differences;
    expect(permutation!.stdError).toBeCloseTo(wald.stdError!, 8);
    const units = groups.reduce((sum, { ngroups }) => sum + ngroups!, 0);
    expect(suest!.stdError).toBeCloseTo(wald.stdError! * Math.sqrt(units / (units - 1)), 12);
    expect([permutation, boot].map((one) => one!.replicates)).toEqual([99, 99]);
  });

  test('of units that switch has a bootstrap, and reasons for the others', async () => {
    const result = await compareGroups(abdata, dynamic, {
      by: 'late',
      of: 'w',
      reps: 99,
      workers: 0,
    });
    const [wald, suest, permutation, boot] = result.differences;
    expect(result.switchingUnits).toBeGreaterThan(100);
    expect(wald!.reason).toMatch(/units of id are in several groups.*use --method bootstrap/);
    expect(permutation!.reason).toMatch(/a dynamic panel needs the periods of a unit together/);
    expect(boot).toMatchObject({ replicates: 99, pValue: expect.any(Number) as number });
    expect(suest!.pValue).not.toBeNull();
    expect(result.chosen.method).toBe('suest');
  });

  test('names the reason if a group has too few units to draw from', async () => {
    const model: ModelInput = {
      estimator: 'dpd',
      formula: `Level ~ L.Level + Gov + IL + Open + PGpc + UR + SFE`,
      panel,
      gmm: [{ vars: ['L.Level', 'Gov'], lags: [1, 2], collapse: true }],
      iv: [{ vars: ['IL', 'Open', 'PGpc', 'UR', 'SFE'] }],
    };
    const options = { by: 'Region', of: 'Gov', reps: 199, methods: ['bootstrap'] } as const;
    const { differences, groups } = await compareGroups(data, model, options);
    expect(groups.every(({ estimate }) => estimate !== null)).toBe(true);
    expect(differences[0]!.reason).toMatch(
      /replicates failed in group central: .*; a two-step weighting matrix needs as many different units as coefficients, and draws from 8 units of id rarely have 8; use steps 1/,
    );
    const oneStep = await compareGroups(data, { ...model, steps: 1 }, options);
    expect(oneStep.differences.map(({ replicates }) => replicates)).toEqual([199, 199, 199]);
  });
});
