/** Splits of a study: where they cut, who is on both sides, and that the models are those of the rows. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { runStudy, type StudyInput } from 'wasmetrics/study';

const csv = new URL('../../../../examples/provinces/provinces.csv', import.meta.url);
const data = readTable(readFileSync(csv));
const model = { estimator: 'ols', formula: 'Level ~ Gov' } as const;
const panel = { unit: 'province', time: 'year' };

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

async function columnsOf(...names: readonly string[]) {
  const { columns } = await data;
  return names.map((name) => Array.from<unknown>(columns.get(name)!.values));
}

describe('a split', () => {
  test('at the mean of rows has the models of the rows on each side, and counts who switches', async () => {
    const study: StudyInput = {
      panel,
      tables: { T1: { model, split: { by: 'GovSupport', at: 'mean', level: 'row' } } },
    };
    const { models, splits } = await runStudy(study, await data, { workers: 0 });
    const [support, province] = (await columnsOf('GovSupport', 'province')) as [number[], string[]];
    const cut = mean(support);
    const sides = new Map<string, Set<boolean>>();
    province.forEach((name, i) => {
      sides.set(name, (sides.get(name) ?? new Set()).add(support[i]! >= cut));
    });
    const switching = [...sides.values()].filter(({ size }) => size > 1).length;
    expect(splits[0]).toMatchObject({ switchingUnits: switching, level: 'row' });
    expect(splits[0]!.cuts[0]).toBeCloseTo(cut, 12);
    const low = await fitModel(await data, { ...model, panel, where: `GovSupport < ${cut}` });
    const high = await fitModel(await data, { ...model, panel, where: `GovSupport >= ${cut}` });
    expect(models['T1.1']!.params['Gov']).toBeCloseTo(low.params['Gov']!, 12);
    expect(models['T1.2']!.params['Gov']).toBeCloseTo(high.params['Gov']!, 12);
    expect(models['T1.1']!.nobs + models['T1.2']!.nobs).toBe(support.length);
  });

  test.each(['median', 'terciles'] as const)('of units at the %s has no unit twice', async (at) => {
    const study: StudyInput = {
      panel,
      tables: { T1: { model, split: { by: 'GovSupport', at, level: 'unit' } } },
    };
    const { models, splits, tables } = await runStudy(study, await data, { workers: 0 });
    expect(splits[0]!.switchingUnits).toBe(0);
    const counts = Object.values(splits[0]!.counts);
    expect(counts).toHaveLength(at === 'median' ? 2 : 3);
    expect(Object.keys(models)).toHaveLength(counts.length);
    const text = JSON.stringify(tables['T1']);
    for (const value of Object.keys(splits[0]!.counts)) expect(text).toContain(value);
  });

  test('of a built column has its parts in the order of the cut, in tables, effects and coefficients', async () => {
    const study: StudyInput = {
      panel,
      language: 'zh',
      build: { third: { split: 'GovSupport', at: 'terciles' } },
      tables: {
        T1: { models: [{ ...model, formula: 'Level ~ C(third)*Gov' }] },
        T2: { model, split: { by: 'third' } },
        T3: { margins: 'Gov', of: 'T1.1', over: 'third' },
        T4: { describe: ['Gov'], by: 'third', stats: ['mean'] },
      },
    };
    const { tables, models } = await runStudy(study, await data, { workers: 0 });
    expect(Object.keys(models['T1.1']!.params).slice(0, 2)).toEqual(['third=middle', 'third=high']);
    expect(tables['T2']!.head.at(-1)!.slice(1)).toEqual(['低', '中', '高']);
    expect(tables['T3']!.body.map(({ cells }) => cells[0]!.text)).toEqual(['低', '中', '高']);
    expect(JSON.stringify(tables['T4'])).toMatch(/低.*中.*高/);
  });

  test('with an empty group fails by name, and the other table stands', async () => {
    const study: StudyInput = {
      panel,
      tables: {
        T1: { model, split: { by: 'Region', levels: ['east', 'north'] } },
        T2: { models: [model] },
      },
    };
    const { failed, tables } = await runStudy(study, await data, { workers: 0 });
    expect(failed.map(({ id }) => id)).toEqual(['T1']);
    expect(failed[0]!.error.message).toContain('north');
    expect(Object.keys(tables)).toEqual(['T2']);
  });
});
