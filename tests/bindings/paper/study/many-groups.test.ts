/** Comparisons of many groups, and what a comparison and its models say of the data. */
import { expect, it } from 'vitest';
import { parseCsv } from 'wasmetrics/data';
import { runStudy } from 'wasmetrics/study';

const n = 120;
const data = {
  firm: Float64Array.from({ length: n }, (_, i) => i),
  x: Float64Array.from({ length: n }, (_, i) => (i * 37) % 11),
  y: Float64Array.from({ length: n }, (_, i) => ((i * 37) % 11) * (1 + (i % 5)) + ((i * i) % 7)),
  region: Array.from({ length: n }, (_, i) => `r${i % 5}`),
};

it('print the joint test, and the pairs in a table of the appendix', async () => {
  const study = (levels: readonly string[]) => ({
    tables: {
      T1: {
        title: 'By region',
        model: { estimator: 'ols', formula: 'y ~ x' },
        split: { by: 'region', levels: [...levels] },
        compare: { of: 'x', by: ['wald'] },
      },
      T2: { describe: ['x'] },
    },
  });
  const five = await runStudy(study(['r0', 'r1', 'r2', 'r3', 'r4']) as never, data);
  expect(five.failed).toEqual([]);
  expect(Object.keys(five.tables)).toEqual(['T1', 'T2', 'T1-pairs']);
  const labels = five.tables['T1']!.body.map(({ label }) => label);
  expect(labels).toContain('p, equal in all groups of region, Wald');
  expect(labels.filter((label) => / minus /.test(label))).toEqual([]);
  expect(five.tables['T1-pairs']!.title).toBe('By region: differences between groups of region');
  const pairs = five.tables['T1-pairs']!.body.flatMap(({ label }) =>
    / minus /.test(label) ? [label.split(',')[0]] : [],
  );
  expect(new Set(pairs).size).toBe(10);
  const three = await runStudy(study(['r0', 'r1', 'r2']) as never, data);
  expect(Object.keys(three.tables)).toEqual(['T1', 'T2']);
});

it('say once what models and comparison both say of the data', async () => {
  const rows = data.region.map(
    (region, i) => `${data.x[i]},${i === 7 ? '-' : data.y[i]},${region}`,
  );
  const table = parseCsv(`x,y,region\n${rows.join('\n')}\n`);
  const study = {
    tables: {
      T1: {
        model: { estimator: 'ols', formula: 'y ~ x' },
        split: { by: 'region', levels: ['r0', 'r1'] },
        compare: { of: 'x', by: ['wald'] },
      },
    },
  };
  const { tables } = await runStudy(study as never, table);
  const codes = tables['T1']!.warnings!.map(({ code }) => code);
  expect(codes.filter((code) => code === 'missing-codes')).toHaveLength(1);
});
