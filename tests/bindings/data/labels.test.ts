import { describe, expect, it } from 'vitest';
import type { Column } from '../../../bindings/data/column.js';
import type { Table } from '../../../bindings/data/table.js';
import { parseCsv } from '../../../bindings/data/readers/csv/index.js';
import { compareGroups } from '../../../bindings/analysis/bootstrap/groups/groups.js';
import { correlate } from '../../../bindings/analysis/describe/correlate.js';
import { describeData as describeTable } from '../../../bindings/analysis/describe/describe.js';
import { panelReport } from '../../../bindings/analysis/describe/panel-report.js';
import { dpd, iv, ols, panel } from '../../../bindings/models/functions/estimate.js';
import { toText } from '../../../bindings/paper/report/index.js';
import { parseResult } from '../../../bindings/results/read.js';
import { multiverse } from '../../../bindings/analysis/sensitivity/multiverse/multiverse.js';

const nunits = 20;
const nperiods = 6;
const nrows = nunits * nperiods;

function numbers(cell: (unit: number, period: number) => number): Float64Array {
  return Float64Array.from({ length: nrows }, (_, row) =>
    cell(Math.floor(row / nperiods), row % nperiods),
  );
}

const noise = (seed: number) => numbers((u, t) => Math.sin(seed + 12.9 * u + 78.2 * t) * 2);

const regions = new Map([
  ['1', 'east'],
  ['2', 'west'],
  ['9', 'abroad'],
]);

function labelled(): Table {
  const columns = new Map<string, Column>([
    ['id', { kind: 'number', values: numbers((u) => u) }],
    ['year', { kind: 'number', values: numbers((_, t) => 2000 + t) }],
    ['wage', { kind: 'number', values: noise(1), label: 'Hourly wage', unit: 'euros' }],
    ['hours', { kind: 'number', values: noise(2), unit: 'hours' }],
    ['region', { kind: 'number', values: numbers((u) => 1 + (u % 2)), valueLabels: regions }],
    ['junk', { kind: 'number', values: noise(3), label: 'Not used' }],
  ]);
  return { nrows, columns };
}

const values = { region: { '1': 'east', '2': 'west' } };
const both = {
  names: { wage: 'Hourly wage' },
  units: { wage: 'euros', hours: 'hours' },
  values: {},
};
const keys = { unit: 'id', time: 'year' };

describe('labels of the columns of a result', () => {
  it('are those that the model names, and of values those that occur', async () => {
    const fit = await ols(labelled(), { formula: 'wage ~ hours + i(region)' });
    expect(fit.labels).toEqual({ ...both, values });
    expect(parseResult(JSON.parse(JSON.stringify(fit))).labels).toEqual(fit.labels);
  });

  it('are absent where the file has none', async () => {
    const fit = await ols(parseCsv('y,x\n1,2\n2,1\n4,4\n'), { formula: 'y ~ x' });
    expect(fit).not.toHaveProperty('labels');
  });

  it('are those of units rows of text files', async () => {
    const table = parseCsv('y,x\neuros,\n1,2\n2,1\n4,4\n', { unitsRow: true });
    const fit = await ols(table, { formula: 'y ~ x' });
    expect(fit.labels).toEqual({ names: {}, units: { y: 'euros' }, values: {} });
  });

  it('are there for every estimator', async () => {
    const gmm = [{ vars: 'wage', lags: [2, 3] as [number, number] }];
    const fits = await Promise.all([
      panel(labelled(), { formula: 'wage ~ hours', panel: keys }),
      iv(labelled(), { formula: 'wage ~ 1 | hours ~ junk' }),
      dpd(labelled(), { formula: 'wage ~ L1.wage + hours', panel: keys, gmm }),
    ]);
    for (const { labels } of fits) expect(labels).toMatchObject({ units: both.units });
    expect(fits[1].labels?.names).toEqual({ wage: 'Hourly wage', junk: 'Not used' });
  });

  it('are on descriptions, correlations, panel reports, comparisons and curves', async () => {
    const table = labelled();
    const model = { formula: 'wage ~ hours', estimator: 'ols' } as const;
    const groups = await compareGroups(table, model, {
      by: 'region',
      of: 'hours',
      methods: ['wald'],
    });
    expect(groups.labels).toEqual({ ...both, values });
    expect((await correlate(table, { columns: ['wage', 'hours'] })).labels).toEqual(both);
    expect(
      (await describeTable(table, { columns: ['wage', 'hours'], by: 'region' })).labels,
    ).toEqual({
      ...both,
      values,
    });
    const report = await panelReport(table, { ...keys, categories: ['region'] });
    expect(report.labels).toEqual({ names: {}, units: {}, values });
    const gmm = [{ vars: 'wage', lags: [2, 3] as [number, number] }];
    const dynamic = {
      formula: 'wage ~ L1.wage + hours',
      panel: keys,
      gmm,
      estimator: 'dpd',
    } as const;
    const curve = await multiverse(table, dynamic, { over: { steps: [1, 2] }, workers: 0 });
    expect(curve.labels).toEqual(both);
  });

  it('are a column of descriptions, with those of frequent values', async () => {
    const text = toText(await describeTable(labelled(), { columns: ['wage', 'id', 'region'] }));
    expect(text).toMatch(/^column .* label *$/m);
    expect(text).toMatch(/^wage .* Hourly wage\n +\(euros\)$/m);
    expect(text).toContain('1 east (60), 2 west (60)');
    expect(toText(await describeTable(labelled(), { columns: ['id'] }))).not.toMatch(/\blabel\b/);
  });
});
