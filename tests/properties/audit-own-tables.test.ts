/** Tables of this program with random options, in all formats: the audit reads them and calls none impossible. */
import { beforeAll, expect, test } from 'vitest';
import { fitModel, type FitResult } from 'wasmetrics';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { regressionTable, renderTable } from 'wasmetrics/report';
import { drawer } from '../bindings/paper/audit/corpus/numbers/draw.js';
import { panelOf } from '../bindings/paper/audit/corpus/studies/data.js';

let fits: FitResult[];

beforeAll(async () => {
  // Regressors with the names of statistics.
  const data = panelOf(3).map((row) => ({ ...row, k: row['x1']!, n: row['x2']!, r2: row['x3']! }));
  const models = [
    { estimator: 'ols', formula: 'y ~ k', vcov: 'unadjusted' },
    { estimator: 'ols', formula: 'y ~ k + n', vcov: 'HC1' },
    { estimator: 'ols', formula: 'y ~ k + n + r2', vcov: 'cluster:g' },
    { estimator: 'ols', formula: 'y ~ k + n | unit', vcov: 'cluster:unit' },
    { estimator: 'iv', formula: 'y ~ n | endogenous ~ z1 + z2', vcov: 'HC1' },
    {
      estimator: 'ols',
      formula: 'y ~ k + n',
      vcov: 'unadjusted',
      weights: { type: 'analytic', column: 'w' },
    },
  ] as const;
  fits = [];
  for (const model of models) fits.push(await fitModel(data, model as never));
});

const formats = ['markdown', 'latex', 'html', 'docx', 'csv', 'text', 'quarto'] as const;
// prettier-ignore
const belows = [
  ['stdError'], ['t'], ['p'], ['interval'], ['stdError', 'p'], ['stdError', 't'], ['t', 'p'],
  ['stdError', 'interval'],
    ['stdError', 't', 'p'],
] as const;

test('40 tables of 60 random options each are right', async () => {
  const wrong: string[] = [];
  for (let seed = 0; seed < 40; seed++) {
    const draw = drawer(seed + 5000);
    const some = fits.filter(() => draw.chance(0.6));
    const chosen = some.length === 0 ? fits.slice(0, 2) : some;
    const options = {
      below: draw.pick(belows),
      shape: draw.pick(['rows', 'rows', 'columns']),
      decimal: draw.pick(['.', '.', ',']),
      language: draw.pick(['en', 'en', 'zh']),
      digits: draw.pick([
        undefined,
        { estimate: 2, error: 2, stats: 2 },
        { estimate: 4, error: 4, stats: 3 },
      ]),
      stars: draw.pick([undefined, false, { '**': 0.01, '*': 0.05 }]),
      rows: draw.pick([undefined, { clusters: true }, { fixedEffects: true, vcov: true }]),
      title: draw.pick([undefined, 'Main results']),
    };
    const format = formats[seed % formats.length]!;
    const given = Object.fromEntries(
      Object.entries(options).filter(([, value]) => value !== undefined),
    );
    const table = regressionTable(chosen, given as never);
    const tables = readPrintedTables((await renderTable(table, format)) as string, 'T');
    const { findings } = await auditTable(tables);
    const { message } = findings.find(({ severity }) => severity === 'impossible') ?? {};
    if (message !== undefined) wrong.push(`${seed} ${format} ${JSON.stringify(given)}: ${message}`);
  }
  expect(wrong).toEqual([]);
});
