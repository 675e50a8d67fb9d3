import { beforeAll, describe, expect, it } from 'vitest';
import type { FitResult } from 'wasmetrics';
import {
  lintTable,
  type PaperTable,
  regressionTable,
  type TableSpec,
  tableWarningTexts,
} from 'wasmetrics/report';
import { fits as makeFits } from './fits.js';

let fits: FitResult[];
beforeAll(async () => {
  fits = await makeFits();
});

const labelsOf = ({ body }: PaperTable, kind: string) =>
  body.filter((row) => row.kind === kind).map(({ label }) => label);
const rowOf = ({ body }: PaperTable, label: string) => body.find((row) => row.label === label)!;
const reason = (spec: TableSpec) => {
  try {
    regressionTable(fits, spec);
    return 'no error';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the table of models', () => {
  it('has a column for each model and a row for each term, the constant last', () => {
    const table = regressionTable(fits);
    expect(table.head).toEqual([['', '(1)', '(2)', '(3)', '(4)']]);
    expect(table.spans).toEqual([{ head: 'Dependent variable: n', over: [1, 4] }]);
    expect(labelsOf(table, 'estimate')).toEqual(['w', 'k', 'L1.n', 'Constant']);
  });

  it('gives each cell the number behind its text', () => {
    const { cells } = rowOf(regressionTable(fits), 'w');
    expect(cells.map(({ value }) => value)).toEqual(fits.map(({ params }) => params['w']));
    expect(cells.map(({ column }) => column)).toEqual([1, 2, 3, 4]);
    for (const { text, value, stars } of cells) expect(text).toBe(value!.toFixed(3) + stars!);
  });

  it('leaves the cell of a model without the term empty', () => {
    const { cells } = rowOf(regressionTable(fits), 'L1.n');
    expect(cells.map(({ text }) => text !== '')).toEqual([false, false, false, true]);
  });

  it('keeps, orders, drops and folds terms', () => {
    expect(labelsOf(regressionTable(fits, { keep: ['L1.n', '/^[kw]$/'] }), 'estimate')).toEqual([
      'L1.n',
      'w',
      'k',
    ]);
    expect(labelsOf(regressionTable(fits, { drop: ['_cons'] }), 'estimate')).not.toContain(
      'Constant',
    );
    const folded = regressionTable(fits, { fold: { Lags: ['/^L/'] } });
    expect(rowOf(folded, 'Lags').cells.map(({ text }) => text)).toEqual(['No', 'No', 'No', 'Yes']);
  });

  it('makes labels of lags, interactions and levels from those of their columns', () => {
    const labels = { n: 'Employment', w: 'Wages' };
    const table = regressionTable(fits, { labels });
    expect(labelsOf(table, 'estimate')).toContain('Employment, lagged');
    expect(table.spans[0]!.head).toBe('Dependent variable: Employment');
  });

  it('reads statistics by their paths', () => {
    const stats = [
      'nobs',
      'ar[2].p',
      'hansen.p',
      'hansen',
      'firstStage[w].partialF',
      'vcov.factor',
    ];
    const table = regressionTable(fits, { stats });
    const value = (label: string, j: number) => rowOf(table, label).cells[j]!.value;
    const { tests } = fits[3]!;
    expect(value('AR(2) p-value', 3)).toBe(tests.ar!.find(({ order }) => order === 2)!.pValue);
    expect(value('Hansen J p-value', 3)).toBe(tests.hansen!.pValue);
    expect(value('Hansen J', 3)).toBe(tests.hansen!.stat);
    expect(value('First-stage F', 2)).toBe(fits[2]!.tests.firstStage![0]!.partialF.stat);
    expect(rowOf(table, 'Observations').cells[0]!.text).toBe('1,031');
  });

  it('names errors by column and says what stars mean', () => {
    const { notes } = regressionTable(fits);
    expect(notes[0]).toBe(
      'Standard errors in parentheses; (1), (2), (3): clustered by id; (4): Windmeijer-corrected, clustered by id.',
    );
    expect(notes).toContain('* p < 0.1, ** p < 0.05, *** p < 0.01.');
  });

  it('never drops a warning of a model', () => {
    const warned = {
      ...fits[0]!,
      warnings: [{ code: 'few-clusters' as const, message: 'few clusters' }],
    };
    const message = 'few clusters.';
    const { notes, warnings } = regressionTable([warned, warned], { notes: [] });
    expect([notes, warnings]).toEqual([
      [],
      [{ code: 'few-clusters', columns: '(1), (2)', message }],
    ]);
    const printed = regressionTable([fits[1]!, warned], { notes: ['warnings', 'Mine.'] });
    expect(printed.notes).toEqual(['Warning (2): few clusters.', 'Mine.']);
    expect(printed.warnings).toBeUndefined();
    expect(tableWarningTexts(regressionTable([warned]), 'T4')).toEqual([
      'Warning T4 (1): few clusters.',
    ]);
    expect(regressionTable([{ ...warned, warnings: [] }]).warnings).toBeUndefined();
  });

  it('prints Chinese words', () => {
    const table = regressionTable(fits, { language: 'zh' });
    expect(labelsOf(table, 'stat')).toContain('观测值');
    expect(labelsOf(table, 'estimate')).toContain('常数项');
    expect(table.notes[0]).toMatch(/^括号内为标准误/);
  });

  it('reads yes and no of YAML, and rows of effects and clusters', () => {
    const rows = { fixedEffects: true, clusters: true, Dummies: ['no', true, 'Yes', 2] };
    const table = regressionTable(fits, { rows });
    expect(labelsOf(table, 'text')).toEqual([
      'Estimator',
      'id fixed effects',
      'year fixed effects',
      'Clusters (id)',
      'Dummies',
    ]);
    const headed = regressionTable(fits, { rows, columns: ['OLS', 'FE', '2SLS', 'GMM'] });
    expect(labelsOf(headed, 'text')).not.toContain('Estimator');
    expect(rowOf(table, 'Dummies').cells.map(({ text }) => text)).toEqual([
      'No',
      'Yes',
      'Yes',
      '2',
    ]);
  });

  it('has no stars in the style of a journal without them', () => {
    const table = regressionTable(fits, { style: 'aer' });
    expect(table.stars).toEqual({});
    expect(rowOf(table, 'k').cells[0]!.text).not.toContain('*');
  });
});

describe('a table that cannot be made', () => {
  it.each<[TableSpec, string]>([
    [{ keep: ['W'] }, 'table: keep: no model has a term W (did you mean "w"?)'],
    [{ keep: ['/(/'] }, 'table: keep: expected a regular expression between slashes, found "/(/"'],
    [
      { stats: ['rsquard'] },
      'table: stats: no model has the statistic rsquard (did you mean "rsquared"?)',
    ],
    [{ columns: ['a'] }, 'table: columns: expected 4 headings, one for each model, found 1'],
    [{ rows: { x: [1] } }, 'table: rows.x: expected 4 cells, one for each column, found 1'],
    [
      { spans: [{ head: 'a', over: [1, 5] }] },
      'table: spans: expected columns from 1 to 4, found 5',
    ],
    [
      { stars: { a: 0.1, b: 0.1 } },
      'table: stars: expected a different p-value for each kind of stars, found {"a":0.1,"b":0.1}',
    ],
  ])('%j', (spec, message) => {
    expect(reason(spec)).toBe(message);
  });
});

describe('lintTable', () => {
  const codes = (chosen: FitResult[], spec: TableSpec = {}) =>
    lintTable(regressionTable(chosen, spec), chosen, spec).map(({ code }) => code);

  it('finds nothing in a good table', () => {
    expect(codes(fits)).toEqual([]);
  });

  it('finds columns, legends, errors and samples', () => {
    expect(codes(Array.from({ length: 11 }, () => fits[0]!))).toEqual(['table-too-wide']);
    expect(codes(fits, { notes: [] })).toEqual(['stars-without-legend', 'errors-unnamed']);
    expect(codes([fits[0]!, { ...fits[0]!, nobs: 900 }])).toEqual(['samples-differ']);
  });
});
