/** What authors of papers ask of a table in addition to its numbers. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { fit, type FitResult, margins } from 'wasmetrics';
import { describeData, readTable } from 'wasmetrics/data';
import {
  descriptiveTable,
  externalFits,
  regressionTable,
  renderTable,
  type TableSpec,
} from 'wasmetrics/report';

let plain: FitResult;
let within: FitResult;
let product: FitResult;
let at90: FitResult;
beforeAll(async () => {
  const data = await readTable(readFileSync('examples/abdata.csv'));
  const vcov = { type: 'CV1', cluster: 'id' } as const;
  plain = await fit(data, { estimator: 'ols', formula: 'n ~ w + k', vcov });
  within = await fit(data, { estimator: 'ols', formula: 'n ~ k + ys | id', vcov });
  product = await fit(data, { estimator: 'ols', formula: 'n ~ w * k' });
  at90 = await fit(data, { estimator: 'ols', formula: 'n ~ w + k', vcov, level: 0.9 });
});

const rowsOf = (fits: readonly FitResult[], spec: TableSpec) =>
  regressionTable(fits, spec).body.flatMap(({ kind, label, cells }) =>
    kind === 'rule' ? [] : [[label, ...cells.map(({ text }) => text)].join('|')],
  );

it('terms of different models with one label share a row', () => {
  const terms = { w: 'Treatment', ys: 'Treatment', k: null };
  expect(rowsOf([plain, within], { terms, below: [], stats: [] })).toEqual([
    `Treatment|-0.364*|${within.params['ys']!.toFixed(3)}***`,
    `k|0.811***|${within.params['k']!.toFixed(3)}***`,
    'id fixed effects|No|Yes',
  ]);
});

it('terms of one model keep their rows, whatever their labels', () => {
  const rows = rowsOf([plain], { terms: { w: 'Inputs', k: 'Inputs' }, below: [], stats: [] });
  expect(rows).toEqual(['Inputs|-0.364*', 'Inputs|0.811***']);
});

it('intervals have the level of the table, as a model of that level has them', () => {
  const spec = { below: ['interval'], digits: 12 } as const;
  const [table, model] = [{ ...spec, level: 0.9 }, spec].map((one, i) =>
    regressionTable([i === 0 ? plain : at90], one),
  );
  expect(table!.body).toEqual(
    model!.body.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        ...(cell.hash !== undefined && { hash: table!.sources![0]!.hash }),
      })),
    })),
  );
  expect(table!.notes).toEqual(model!.notes);
});

it('columns have numbers above their headings, and no headings over them if there are to be none', () => {
  const table = regressionTable([plain, within], { columns: ['A', 'B'], numbers: true, spans: [] });
  expect(table.head).toEqual([
    ['', '(1)', '(2)'],
    ['', 'A', 'B'],
  ]);
  expect(table.spans).toEqual([]);
});

it('rows of yes and no have signs', () => {
  const table = regressionTable([plain, within], { yesNo: ['✓', ''], stats: [] });
  expect(table.body.at(-1)!.cells.map(({ text }) => text)).toEqual(['', '✓']);
  expect(renderTable(table, 'latex')).toMatch(/^% Packages: .*amssymb/);
  expect(renderTable(table, 'latex')).toContain('\\checkmark{}');
});

it('stars of other signs align as asterisks do', () => {
  const latex = renderTable(regressionTable([plain], { stars: { '†': 0.1 } }), 'latex');
  expect(latex).toContain('-0.364\\textsuperscript{†}');
});

it('a fragment has the rows of a tabular only', () => {
  const table = regressionTable([plain, within]);
  const lines = renderTable(table, 'latex', { fragment: true }).split('\n');
  expect(lines[0]).toMatch(/^% Columns: @\{\}l(S\[[^\]]*\]){2}@\{\}$/);
  expect(lines[1]).toBe('\\toprule');
  expect(lines.at(-1)).toBe('\\bottomrule');
  expect(renderTable(table, 'latex')).toContain(lines.slice(1).join('\n'));
});

it('marginal effects are a column next to coefficients', async () => {
  const effect = await margins(product, { of: 'w' });
  const [column] = externalFits(JSON.parse(JSON.stringify(effect)) as object);
  const [one] = effect.effects;
  const table = regressionTable([product, column!], { keep: ['w'], below: ['stdError'] });
  const cells = table.body.slice(0, 2).map(({ cells: shown }) => shown[1]!.value);
  expect(cells).toEqual([one!.estimate, one!.stdError]);
  expect(table.notes[0]).toBe('Standard errors in parentheses; conventional.');
});

it('notes are below each part of a split table, and as wide as a long or turned one', () => {
  const twelve = Array.from({ length: 12 }, () => plain);
  const split = renderTable(regressionTable(twelve, { wide: 'split' }), 'latex');
  expect(split.match(/Standard errors in parentheses/g)).toHaveLength(3);
  const long = renderTable(regressionTable([plain], { long: 'pages' }), 'latex');
  expect(long).toMatch(/TableNotes[^]*\\insertTableNotes\n\\endlastfoot/);
  const turned = renderTable(regressionTable([plain], { wide: 'sideways' }), 'latex');
  expect(turned).toMatch(/resizebox[^]*\\end\{tablenotes\}\n\\end\{threeparttable\}\n\}/);
});

it('no page of Typst ends between an estimate and its errors', () => {
  const typst = renderTable(regressionTable([plain], { below: ['stdError', 'p'] }), 'typst');
  expect(typst).toContain('table.cell(rowspan: 3, breakable: false, "w")');
});

it('many groups of a description stand below each other', async () => {
  const data = await readTable(readFileSync('examples/abdata.csv'));
  const described = await describeData(data, { columns: ['n', 'w'], by: 'year' });
  const table = descriptiveTable(described, { stats: ['n', 'mean'] });
  expect(table.head).toEqual([['', 'N', 'Mean']]);
  expect(table.body.slice(0, 3).map(({ label }) => label)).toEqual(['1976', 'n', 'w']);
  const side = descriptiveTable(described, { stats: ['n', 'mean'], layout: 'side' });
  expect(side.head[0]).toHaveLength(19);
});
