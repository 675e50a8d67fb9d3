/** Tests, marginal effects and comparisons after the models of scripts, as tables of a study. */
import { readFileSync } from 'node:fs';
import { readTable } from 'wasmetrics/data';
import { importStudy } from 'wasmetrics/interchange';
import { defineStudy, runStudy } from 'wasmetrics/study';
import { describe, expect, test } from 'vitest';

type Tables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function tableOf(from: 'stata' | 'r' | 'python', lines: readonly string[]) {
  const { study, notTranslated } = importStudy(lines.join('\n'), { from });
  const [last = {}] = Object.values(study.tables as Tables).filter(
    (table) => 'tests' in table || 'margins' in table,
  );
  const { title, of: column, ...keys } = last;
  return title === undefined ? notTranslated : { ...keys, ...(column !== undefined && { column }) };
}

const doFile = ['use d.dta', 'xtset id year', 'gen lk = ln(k + 5)'];
const model = 'reg n w c.w#c.k i.year lk L.w, vce(cl id)';

describe('statements of a do-file', () => {
  test.each([
    ['test w', { tests: 'T1.1', hypotheses: ['w = 0'] }],
    ['test w lk', { tests: 'T1.1', hypotheses: ['w = 0', 'lk = 0'] }],
    ['test w==lk', { tests: 'T1.1', hypotheses: ['w = lk'] }],
    ['test (w = 1) (_b[lk] = 0)', { tests: 'T1.1', hypotheses: ['w = 1', 'lk = 0'] }],
    ['test 1979.year L.w', { tests: 'T1.1', hypotheses: ['year=1979 = 0', 'L1.w = 0'] }],
    ['test c.w#c.k = 0.5', { tests: 'T1.1', hypotheses: ['w:k = 0.5'] }],
    ['lincom w + 2*lk, level(90)', { tests: 'T1.1', functions: ['w + 2*lk'], level: 0.9 }],
    ['nlcom (r: _b[w]/_b[lk]) (s: _b[_cons])', { tests: 'T1.1', functions: ['w/lk', '_cons'] }],
    ['testnl _b[w]*_b[lk] = 1', { tests: 'T1.1', functions: ['w*lk - 1'] }],
    [
      'margins, dydx(w) at(k=(0(1)2) lk=4) atmeans',
      { margins: ['w'], column: 'T1.1', at: { k: [0, 1, 2], lk: [4] }, means: true },
    ],
    ['estat vif', { tests: 'T1.1', diagnostics: true }],
    ['probit n w\nest restore a\ntest w', { tests: 'T1.1', hypotheses: ['w = 0'] }],
    ['est sto b\nxtreg n w, re\nhausman b .', { tests: 'T1.1', hausman: 'T1.2' }],
    ['ivregress 2sls n (w = L.w)\nestat overid', { tests: 'T1.2' }],
  ])('%s', (line, keys) => {
    expect(tableOf('stata', [...doFile, `eststo a: ${model}`, line])).toEqual(keys);
  });

  test.each([
    ['test z', '"z = 0"'],
    ['test w, mtest', 'the option mtest of test'],
    ['testparm i.year', 'HYPOTHESIS'],
    ['margins year', 'predictive margins'],
    ['margins, dydx(*)', '--of VARIABLE'],
    ['margins, dydx(w) over(k)', 'the option over of margins'],
    ['margins, dydx(w) at(k=1) at(k=2)', 'the option at() of margins'],
    ['testparm w lk, equal', 'the option equal of testparm'],
    ['testnl (_b[w] = 1) (_b[lk] = 2)', 'joint tests'],
    ['lincom w + lk, eform', 'the option eform of lincom'],
    ['estat vif, uncentered', 'the option uncentered of estat vif'],
    ['estat hettest, iid', 'the option iid of estat hettest'],
    ['hettest w', 'the option varlist of hettest'],
    ['estat imtest', 'skewness'],
    ['estat ovtest, rhs', 'the option rhs of estat ovtest'],
    ['estat bgodfrey, lags(2)', 'the option lags(2) of estat bgodfrey'],
    ['xtreg n w, re\nhausman a ., constant', 'the option constant of hausman'],
    ['ivregress 2sls n (w = L.w)\nestat endogenous w', 'the option varlist of estat endogenous'],
    ['hausman a b', '--hausman b.yaml'],
  ])('%s stays a named command', (line, advice) => {
    const left = tableOf('stata', [...doFile, `eststo a: ${model}`, line]);
    expect(left).toEqual([expect.stringContaining(advice)]);
  });

  test('no test is of the model before one that is not translated, nor of a model in groups', () => {
    const left = tableOf('stata', [
      ...doFile,
      model,
      'probit n w',
      'test w',
      'by g: reg n w',
      'test w',
    ]);
    expect(left).toHaveLength(3);
  });
});

describe('statements of R and Python', () => {
  const r = ['d <- read.csv("d.csv")', 'd$lk <- log(d$k + 5)', 'm <- lm(n ~ w + lk + log(z), d)'];
  test.each([
    ['linearHypothesis(m, c("w = 1", "lk = log(z)"))', ['w = 1', 'lk = log(z)']],
    ['print(car::linearHypothesis(m, "(Intercept)"))', ['_cons = 0']],
    ['deltaMethod(m, "w/lk")', undefined],
    ['linearHypothesis(m, "w = 0", test = "F", singular.ok = TRUE)', ['w = 0']],
    ['vif(m)', undefined],
    ['bptest(m, studentize = FALSE)', undefined],
    ['resettest(m, power = 2:4)', undefined],
    ['avg_slopes(m, variables = c("w", "lk"))', undefined],
  ])('%s', (line, hypotheses) => {
    const keys = tableOf('r', [...r, line]);
    expect(keys).toMatchObject(hypotheses === undefined ? {} : { tests: 'T1.1', hypotheses });
    expect(keys).not.toEqual([expect.anything()]);
  });

  test.each([
    ['linearHypothesis(m, "q = 0")', 'wasmetrics test'],
    ['linearHypothesis(m, "w = 0", test = "Chisq")', 'takes chi-squared'],
    ['linearHypothesis(m, "w", rhs = 1)', 'the option rhs of'],
    ['linearHypothesis(m, "w = 0", white.adjust = "hc1")', 'the option white.adjust of'],
    ['deltaMethod(m, "w * a", constants = c(a = 2))', 'the option constants of'],
    ['avg_slopes(m, variables = "w", by = "g")', 'the option by of'],
    ['margins(m, variables = "w", at = list(lk = 1))', 'the option at of'],
    ['bptest(m, ~ w)', 'the option varformula of'],
    ['resettest(m)', 'squares and cubes'],
    ['resettest(m, power = 2:4, type = "regressor")', 'the option type of'],
    ['bgtest(m, order = 2)', 'order of the rows'],
    ['dwtest(m)', 'order of the rows'],
    ['vif(m, type = "predictor")', 'the option type of'],
  ])('%s has no table', (line, words) => {
    expect(tableOf('r', [...r, line])).toEqual([expect.stringContaining(words)]);
  });

  test('a test has the errors that it names, and those of its model after coeftest()', () => {
    const { study } = importStudy(
      [
        ...r,
        'coeftest(m, vcov = vcovHC(m, "HC3"))',
        'linearHypothesis(m, "w = 0")',
        'linearHypothesis(m, "w = 0", vcov. = vcovHC(m, "HC1"))',
        'modelsummary(list(m))',
      ].join('\n'),
      { from: 'r' },
    );
    const { T1, T2, T3, T4 } = study.tables as Tables;
    const typesOf = ({ models }: Record<string, unknown> = {}) =>
      (models as { vcov: { type: string } }[]).map(({ vcov }) => vcov.type);
    expect([T1, T2].map(typesOf)).toEqual([['unadjusted'], ['HC3', 'HC1']]);
    expect([T3!['tests'], T4!['tests']]).toEqual(['T1.1', 'T2.2']);
  });

  test('phtest() and tests of statsmodels', () => {
    const panel = ['f <- plm(n ~ w, d, model = "within")', 'e <- plm(n ~ w, d, model = "random")'];
    const index = 'd <- pdata.frame(d, index = c("id", "year"))';
    expect(tableOf('r', [...r, index, ...panel, 'phtest(f, e)'])).toMatchObject({
      hausman: 'T1.3',
    });
    const fit = 'm = smf.ols("n ~ w + k", data=df).fit()';
    const python = (line: string) => tableOf('python', ['df = pd.read_csv("d.csv")', fit, line]);
    expect(python('print(m.f_test("w = 0, k = 1"))')).toMatchObject({
      hypotheses: ['w = 0', 'k = 1'],
    });
    expect(python('t = m.t_test("w + k = 1")')).toMatchObject({ hypotheses: ['w + k = 1'] });
    expect(python('m.wald_test("C(g)[T.2] = 0")')).toEqual([expect.any(String)]);
    expect(python('m.wald_test("w = 0", use_f=True)')).toMatchObject({ hypotheses: ['w = 0'] });
    expect(python('m.wald_test("w = 0", use_f=False)')).toEqual([
      expect.stringContaining('takes chi-squared'),
    ]);
    expect(python('m.t_test("w = 0", cov_p=V)')).toEqual([expect.stringContaining('cov_p')]);
    const robust = 'm = smf.ols("n ~ w + k", data=df).fit(cov_type="HC1")';
    expect(python(`${robust}\nm.f_test("w = 0")`)).toEqual([expect.stringContaining('takes F')]);
  });
});

test('a study with these tables runs', async () => {
  const { study } = importStudy(
    [
      ...doFile,
      model,
      'test w = lk',
      'test w lk',
      'lincom w + lk',
      'margins, dydx(w)',
      'estat vif',
    ].join('\n'),
  );
  const table = await readTable(
    readFileSync(new URL('../../../examples/abdata.csv', import.meta.url)),
  );
  const plan = defineStudy({ ...study, data: undefined } as Parameters<typeof defineStudy>[0]);
  const { tables } = await runStudy(plan, table);
  expect(Object.keys(tables)).toHaveLength(6);
});
