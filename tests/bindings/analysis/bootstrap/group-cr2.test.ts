/** CR2 and HTZ tests of differences between groups, against R's clubSandwich and against numpy from full matrices. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareGroups, type GroupComparison, type ModelInput, type Table } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';

const golden = new URL('../../../golden/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, golden), 'utf8');

function withColumn(table: Table, name: string, values: readonly (string | number)[]): Table {
  const column =
    typeof values[0] === 'string'
      ? ({ kind: 'text', values: values as readonly string[] } as const)
      : ({ kind: 'number', values: Float64Array.from(values as readonly number[]) } as const);
  return { nrows: table.nrows, columns: new Map([...table.columns, [name, column]]) };
}

const panel = { unit: 'id', time: 'year' };
const close = (found: number | null | undefined, expected: number, share = 1e-8) =>
  expect(Math.abs(found! / expected - 1)).toBeLessThan(share);

interface Cr2 {
  readonly se: number;
  readonly df: number;
  readonly p: number;
}
const { cases: provinces } = JSON.parse(read('groups/provinces.json')) as {
  readonly cases: Readonly<Record<string, { readonly cut: number; readonly cr2: Cr2 }>> & {
    readonly region: {
      readonly equal_cr2: Readonly<Record<'F' | 'df1' | 'df2' | 'p', number>>;
    };
  };
};
const data = parseCsv(read('provinces/data.csv'));
const numbers = (name: string) => Array.from(data.columns.get(name)!.values, Number);
const model: ModelInput = {
  estimator: 'ols',
  formula: 'Level ~ Gov + IL + Open + PGpc + UR + SFE',
  panel,
};

const splits: Readonly<Record<string, () => readonly string[]>> = {
  east() {
    const regions = data.columns.get('Region')!.values as readonly string[];
    return regions.map((region) => (region === 'east' ? 'high' : 'low'));
  },
  DigitalTech_row() {
    const { cut } = provinces['DigitalTech_row']!;
    return numbers('DigitalTech').map((value) => (value >= cut ? 'high' : 'low'));
  },
  DigitalTech_unit() {
    const { cut } = provinces['DigitalTech_unit']!;
    const [values, ids] = [numbers('DigitalTech'), numbers('id')];
    const of = (id: number) => values.filter((_, row) => ids[row] === id);
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    return ids.map((id) => (mean(of(id)) >= cut ? 'high' : 'low'));
  },
};

test.each(Object.keys(splits))('%s, against clubSandwich', async (name) => {
  const { differences } = await compareGroups(withColumn(data, 'part', splits[name]!()), model, {
    by: 'part',
    of: 'Gov',
    levels: ['low', 'high'],
    methods: ['cr2'],
  });
  const [{ stdError, df, pValue, statistic } = {}] = differences;
  const { se, df: expected, p } = provinces[name]!.cr2;
  expect(statistic).toBe('t');
  close(stdError, se);
  close(df, expected);
  close(pValue, p);
});

function freedomOf(joint: GroupComparison['joint']): readonly [number, number] {
  if (joint === undefined || joint.stat === null || typeof joint.df !== 'object') return [NaN, NaN];
  return joint.df;
}

test('three regions, against clubSandwich', async () => {
  const levels = ['east', 'central', 'west'];
  const options = { by: 'Region', of: 'Gov', levels, methods: ['wald', 'cr2'] } as const;
  const { joint } = await compareGroups(data, model, options);
  const { F, df1, df2, p } = provinces.region.equal_cr2;
  expect(joint).toMatchObject({ method: 'cr2', df: [df1, expect.any(Number)] });
  close(joint!.stat, F);
  close(freedomOf(joint)[1], df2);
  close(joint!.pValue, p);
});

interface Numpy {
  readonly pairs: Readonly<
    Record<string, Readonly<Record<'estimate' | 'stdError' | 'df' | 'pValue', number>>>
  >;
  readonly joint?: {
    readonly stat: number;
    readonly df: readonly [number, number];
    readonly pValue: number;
  };
}
const { cases: firms } = JSON.parse(read('groups/cr2.json')) as {
  readonly cases: Readonly<Record<string, Numpy>>;
};

const abdata = (() => {
  const table = parseCsv(read('abdata/data.csv'));
  const column = (name: string) => Array.from(table.columns.get(name)!.values, Number);
  const groups = {
    half: column('id').map((id) => id % 2),
    late: column('year').map((year) => Number(year >= 1980)),
    third: column('id').map((id) => Math.floor(id / 3) % 3),
    era: column('year').map((year) => Number(year >= 1979) + Number(year >= 1982)),
  };
  return Object.entries(groups).reduce((all, [name, values]) => {
    return withColumn(all, name, values);
  }, table);
})();

const models: Readonly<Record<string, ModelInput>> = {
  pooled: { estimator: 'ols', formula: 'n ~ w + k', panel },
  within: { estimator: 'panel', formula: 'n ~ w + k', panel },
  twoway: { estimator: 'panel', effects: 'twoway', formula: 'n ~ w + k', panel },
  rows: { estimator: 'ols', formula: 'n ~ w + k' },
};

test.each(Object.keys(firms))('%s, against numpy', async (name) => {
  const [kind, by] = name.split(' by ') as [string, string];
  const where = 'id - 3 * floor(id / 3) == 0';
  const options = { by, of: 'w', methods: ['cr2'] } as const;
  const { differences, joint } = await compareGroups(abdata, { ...models[kind]!, where }, options);
  const expected = firms[name]!;
  for (const { between, estimate, stdError, df, pValue } of differences) {
    const pair = expected.pairs[`${between[1]} - ${between[0]}`]!;
    close(estimate, pair.estimate, 1e-6);
    close(stdError, pair.stdError, 1e-7);
    close(df, pair.df, 1e-7);
    close(pValue, pair.pValue, 1e-6);
  }
  if (expected.joint === undefined) return;
  close(joint!.stat, expected.joint.stat, 1e-6);
  expect(freedomOf(joint)).toEqual([expected.joint.df[0], expect.closeTo(expected.joint.df[1], 6)]);
  close(joint!.pValue, expected.joint.pValue, 1e-6);
});
