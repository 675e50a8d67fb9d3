/** Columns of models that other programs estimated. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fit, type FitResult } from 'wasmetrics';
import { runStudy } from 'wasmetrics/study';
import { readTable } from 'wasmetrics/data';
import {
  externalFits,
  regressionTable,
  renderFigure,
  renderTable,
  type TableSpec,
} from 'wasmetrics/report';

const abdata = await readTable(readFileSync('examples/abdata.csv'));
const parsed = async (csv: string) => externalFits(await readTable(new TextEncoder().encode(csv)));
const rowsOf = (fits: readonly FitResult[], spec: TableSpec = {}) =>
  regressionTable(fits, spec).body.flatMap(({ kind, label, cells }) =>
    kind === 'rule' ? [] : [[label, ...cells.map(({ text }) => text)].join('|')],
  );

describe('coefficients of other programs', () => {
  it.each([
    // R: write.csv(coef(summary(lm(...))))
    [',Estimate,Std. Error,t value,Pr(>|t|)\n(Intercept),1.5,.5,3,0.01\nx,2,.5,4,0.001\n'],
    // broom
    ['term,estimate,std.error,statistic,p.value\n(Intercept),1.5,.5,3,0.01\nx,2,.5,4,0.001\n'],
    // parmest of Stata
    ['parm,estimate,stderr,t,p,min95,max95\n_cons,1.5,.5,3,0.01,.5,2.5\nx,2,.5,4,0.001,1,3\n'],
    // statsmodels
    [',coef,std err,t,P>|t|,[0.025,0.975]\nconst,1.5,0.5,3,0.01,.5,2.5\nx,2,0.5,4,0.001,1,3\n'],
    // the long form of check
    ['table,column,row,coef,se,t,p,stat,value\nT,1,const,1.5,.5,3,.01,,\nT,1,x,2,.5,4,.001,,\n'],
  ])('are read from %j', async (csv) => {
    const [one] = await parsed(csv);
    expect(rowsOf([one!], { below: ['stdError', 't', 'p'] })).toEqual([
      'x|2.000***',
      '|(0.500)',
      '|(4.000)',
      '|[0.001]',
      'Constant|1.500**',
      '|(0.500)',
      '|(3.000)',
      '|[0.010]',
    ]);
  });

  const params = { Intercept: 1.5, x: 2 };
  const bse = { Intercept: 0.5, x: 0.5 };
  const pvalues = { Intercept: 0.01, x: 0.001 };
  const records = Object.entries(params).map(([term, estimate]) => ({
    term,
    estimate,
    'std.error': 0.5,
    'p.value': term === 'x' ? 0.001 : 0.01,
  }));
  it.each([
    ['the dictionaries of statsmodels', { params, bse, pvalues, nobs: 9 }],
    ['tidy and glance', { tidy: records, glance: [{ nobs: 9 }] }],
    ['records', records.map((record) => ({ ...record, nobs: 9 }))],
    ['models by name', { A: { params, bse, pvalues, nobs: 9 } }],
  ])('are read from JSON with %s', (_, document) => {
    expect(rowsOf(externalFits(document), { stats: ['nobs'] })).toEqual([
      'x|2.000***',
      '|(0.500)',
      'Constant|1.500**',
      '|(0.500)',
      'Observations|9',
    ]);
  });

  it('are read from JSON with models of several forms, intervals, and our own results', async () => {
    const fits = externalFits({
      A: { params: { x: 2 }, conf_int: { 0: { x: 1 }, 1: { x: 3 } } },
      B: [{ term: 'x', estimate: 4, 'std.error': 1 }],
    });
    expect(fits.map(({ name, params, confInt }) => [name, params['x'], confInt['x']])).toEqual([
      ['A', 2, [1, 3]],
      ['B', 4, undefined],
    ]);
    const own = await fit(abdata, { estimator: 'ols', formula: 'n ~ w' });
    const stored = JSON.parse(JSON.stringify({ models: [own, own] })) as object;
    expect(externalFits(stored).map(({ params }) => params)).toEqual([own.params, own.params]);
  });

  it('get what follows from their numbers, and nothing else', async () => {
    const [z] = await parsed('term,b,z\nx,1.96,1.96\n');
    expect(z!.stdErrors['x']).toBeCloseTo(1, 14);
    expect(z!.pValues['x']).toBeCloseTo(0.05, 3);
    expect(z!.confInt['x']![0]).toBeCloseTo(0, 4);
    const [t] = await parsed('term,b,se,df_resid\nx,2,1,10\n');
    expect(t!.pValues['x']).toBeCloseTo(0.07338803477, 9); // 2 * pt(-2, 10) in R
    const [bare] = await parsed('term,b,se\nx,2,1\ny,2,1\n');
    expect(bare!.pValues).toEqual({});
    expect(bare!.warnings.map(({ code }) => code)).toEqual(['external-p']);
    expect(rowsOf([bare!])).toEqual(['x|2.000', '|(1.000)', 'y|2.000', '|(1.000)']);
  });

  it('have the statistics that were written, with estimator, effects and errors', async () => {
    const [other] = await parsed(`term,estimate,se,p,stat,value
w,-.4,.1,.001,,
,,,,N,751
,,,,adj.r.squared,.91
,,,,ar2_p,.4
,,,,hansen.p,.2
,,,,depvar,n
,,,,estimator,ivreghdfe
,,,,effects,id + year
,,,,errors,clustered by id
`);
    const own = await fit(abdata, { estimator: 'ols', formula: 'n ~ w | id' });
    const stats = ['nobs', 'rsquaredAdj', 'ar[2].p', 'hansen.p'];
    const table = regressionTable([own, other!], { stats, drop: ['_cons'] });
    expect(renderTable(table, 'markdown')).toMatchInlineSnapshot(`
      "|  | Dependent variable: n |  |
      | :-- | --: | --: |
      |  | (1) | (2) |
      | w | -0.670\\*\\*\\* | -0.400\\*\\*\\* |
      |  | (0.075) | (0.100) |
      | Estimator | OLS | ivreghdfe |
      | id fixed effects | Yes | Yes |
      | year fixed effects | No | Yes |
      | Observations | 1,031 | 751 |
      | Adjusted R² | 0.978 | 0.910 |
      | AR(2) p-value |  | 0.400 |
      | Hansen J p-value |  | 0.200 |

      Standard errors in parentheses; (1): conventional; (2): clustered by id.

      Samples differ across columns: 751 to 1,031 observations; fewer in (2).

      \\* p &lt; 0.1, \\*\\* p &lt; 0.05, \\*\\*\\* p &lt; 0.01."
    `);
  });

  it('are separated by a column, and other columns are said to be unused', async () => {
    const csv =
      'model,term,estimate,se,p,nobs,id\nA,x,1,1,.3,10,1\nA,y,1,1,.3,10,2\nB,x,1,1,.3,9,3\n';
    const [a, b, ...others] = await parsed(csv);
    expect(others).toEqual([]);
    expect([a!.name, a!.nobs, b!.name, b!.nobs]).toEqual(['A', 10, 'B', 9]);
    expect(a!.warnings.map(({ message }) => message)).toEqual([
      'id of another program is not used',
    ]);
  });

  it.each([
    ['a,b\n1,2\n', /expected columns with terms and estimates/],
    ['term,estimate,se\nx,1,-2\n', /row 2, se: expected a number that is possible there, found -2/],
    ['term,estimate,p\nx,1,1.2\n', /row 2, p: .*found 1.2/],
    ['term,estimate\nx,1***\n', /row 2, estimate: .*found 1\*\*\*/],
    ['term,estimate\nx,1\nx,2\n', /the term x is twice; name the models in a column model/],
  ])('are refused in %j', async (csv, message) => {
    await expect(parsed(csv)).rejects.toThrow(message);
  });

  it('have columns after the models of a study, and its heatmaps are drawn', async () => {
    const read = (place: object) =>
      Promise.resolve('file' in place && place.file === 'other.csv' ? other : abdata);
    const csv = 'term,estimate,se,p,head,errors\nw,-.5,.1,.01,fixest,HC3\n';
    const other = await readTable(new TextEncoder().encode(csv));
    const study = {
      data: 'd.csv',
      panel: { unit: 'id', time: 'year' },
      tables: {
        T1: {
          models: [{ estimator: 'ols', formula: 'n ~ w' }],
          external: 'other.csv',
          vcov: 'HC1',
          stats: ['nobs'],
        },
      },
      figures: { F1: { heatmap: 'w' } },
      claims: { H1: 'T1.1: w < 0' },
    } as const;
    const { tables, claims, failed, figures } = await runStudy(study, undefined, { read });
    expect(failed).toEqual([]);
    expect(tables['T1']!.head).toEqual([['', '(1)', 'fixest']]);
    expect(tables['T1']!.notes[0]).toContain('(2): heteroskedasticity-robust (HC3)');
    expect(claims[0]!.verdict).not.toBe('not testable');
    const pdf = await renderFigure(figures['F1']!, 'pdf');
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
  });
});
