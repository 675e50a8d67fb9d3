/** Stacked scores of separate models against sandwich's scores and bread, and against numpy. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Column, compareGroups, type GroupOptions, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';

const golden = new URL('../../../golden/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, golden), 'utf8');

type Expected = Readonly<Record<'estimate' | 'robust' | 'cluster' | 'pValue', number>>;

const { cases } = JSON.parse(read('groups/suest.json')) as {
  readonly cases: Readonly<Record<string, Expected>>;
};

const abdata = (() => {
  const table = parseCsv(read('abdata/data.csv'));
  const column = (name: string) => Array.from(table.columns.get(name)!.values, Number);
  const added = {
    half: column('id').map((id) => id % 2),
    late: column('year').map((year) => Number(year >= 1980)),
  };
  const columns = Object.entries(added).map(
    ([name, values]) => [name, { kind: 'number', values: Float64Array.from(values) }] as const,
  );
  return { nrows: table.nrows, columns: new Map<string, Column>([...table.columns, ...columns]) };
})();

const panel = { unit: 'id', time: 'year' };
const models: Readonly<Record<string, ModelInput>> = {
  ols: { estimator: 'ols', formula: 'n ~ w + k', panel },
  within: { estimator: 'panel', formula: 'n ~ w + k', panel },
  iv: { estimator: 'iv', formula: 'n ~ k | w ~ L.w', panel },
};

const stacked = async (model: ModelInput, options: Partial<GroupOptions>) => {
  const result = await compareGroups(abdata, model, {
    by: 'half',
    of: 'w',
    methods: ['suest'],
    ...options,
  });
  return result.differences[0]!;
};

describe.each(Object.entries(cases))('%s', (name, expected) => {
  const [kind, by] = name.split(' by ') as [string, string];

  test('clustered by unit, and robust', async () => {
    const clustered = await stacked(models[kind]!, { by });
    expect(clustered.estimate).toBeCloseTo(expected.estimate, 9);
    expect(clustered.stdError).toBeCloseTo(expected.cluster, 9);
    expect(clustered.pValue).toBeCloseTo(expected.pValue, 9);
    const vcov = { type: 'HC1' } as const;
    const robust = await stacked({ ...models[kind]!, vcov } as ModelInput, { by });
    expect(robust.stdError).toBeCloseTo(expected.robust, 9);
  });
});
