/** Rows of R-squared and of fixed effects have one meaning. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fit, type FitResult, glance } from 'wasmetrics';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { readTable } from 'wasmetrics/data';
import {
  type PaperTable,
  regressionTable,
  renderTable,
  resultHash,
  toJson,
} from 'wasmetrics/report';

const csv = new URL('../../../../../examples/abdata.csv', import.meta.url);
const panel = { unit: 'id', time: 'year' };
let fits: FitResult[];

beforeAll(async () => {
  const table = await readTable(readFileSync(csv));
  const gmm = [{ vars: 'n', lags: [2, 4] as const, collapse: true }];
  const dynamic = { estimator: 'dpd', formula: 'n ~ L.n + w + k', panel, gmm } as const;
  const iv = [{ vars: ['w', 'k'] }];
  fits = await Promise.all([
    fit(table, { estimator: 'ols', formula: 'n ~ w + k | id' }),
    fit(table, { estimator: 'panel', formula: 'n ~ w + k', panel }),
    fit(table, { estimator: 'panel', formula: 'n ~ w + k', panel, effects: 'first-difference' }),
    fit(table, { estimator: 'ols', formula: 'n ~ w + k + i(id)' }),
    fit(table, { estimator: 'panel', formula: 'n ~ w + k', panel, effects: 'random' }),
    fit(table, { ...dynamic, iv }),
    fit(table, { ...dynamic, iv, system: false }),
    fit(table, { ...dynamic, iv, system: false, transform: 'fod' }),
  ]);
});

const texts = ({ body }: PaperTable, label: string) =>
  body.find((row) => row.label === label)?.cells.map(({ text }) => text);

describe('R-squared', () => {
  it('of the outcome and of transformed data stand in rows of their own', () => {
    const table = regressionTable(fits.slice(0, 3), { stats: ['rsquared', 'rsquaredAdj'] });
    expect(texts(table, 'R²')).toEqual(['0.991', '', '']);
    expect(texts(table, 'Within R²')).toEqual(['0.570', '0.570', '']);
    expect(texts(table, 'R² of transformed data')).toEqual(['', '0.570', '0.361']);
    expect(texts(table, 'Adjusted R²')).toEqual(['0.990', '', '']);
    expect(texts(table, 'Adjusted R² of transformed data')).toEqual(['', '0.502', '0.359']);
  });

  it('has no empty row', () => {
    const table = regressionTable([fits[1]!], { stats: ['nobs', 'rsquared'] });
    expect(texts(table, 'R²')).toBeUndefined();
    expect(texts(table, 'Within R²')).toEqual(['0.570']);
  });
});

describe('the short names of R-squared', () => {
  it('have one meaning in JSON and in glance, and leave the hash of the result', () => {
    const [absorbed, within] = [fits[0]!, fits[1]!];
    const read = JSON.parse(toJson(within)) as FitResult & Record<string, number>;
    expect(read['r2Within']).toBe(within.rsquaredWithin);
    expect(read['r2Overall']).toBe(within.rsquaredOverall);
    expect(read['r2Transformed']).toBe(within.rsquaredTransformed);
    expect(read.rsquared).toBe(within.rsquared);
    expect(resultHash(read)).toBe(resultHash(within));
    expect(glance(absorbed)['r2Within']).toEqual(glance(within)['r2Within']);
    expect(glance(absorbed)).not.toHaveProperty('r2Transformed');
  });
});

describe('fixed effects', () => {
  it('are never denied to models that remove, instrument or estimate them', () => {
    const table = regressionTable(fits, { drop: ['/^id=/'] });
    expect(texts(table, 'id fixed effects')).toEqual([
      ...['Yes', 'Yes', 'Differenced', 'Yes', 'Random'],
      ...['Instrumented', 'Differenced', 'Deviations'],
    ]);
  });
});

describe('check', () => {
  it('reads dummies and every kind of R-squared in its own tables', async () => {
    const shown = [fits[0]!, fits[1]!, fits[2]!, fits[4]!];
    const stats = ['nobs', 'rsquared', 'rsquaredAdj', 'rsquaredBetween', 'rsquaredOverall'];
    for (const language of ['en', 'zh'] as const) {
      const table = regressionTable(shown, { stats, language });
      const printed = readPrintedTables(await renderTable(table, 'markdown'));
      const { findings, warnings } = await auditTable(printed);
      expect(findings).toEqual([]);
      expect(warnings).toEqual([]);
    }
  });
});
