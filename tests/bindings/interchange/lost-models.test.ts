/** What follows a command that is not translated: no table shows an earlier model, and tests name the command that does them. */
import { describe, expect, test } from 'vitest';
import { importScript, importStudy } from '../../../bindings/interchange/index.js';

type Tables = Record<string, { models?: { formula: string }[] }>;

function imported(from: 'stata' | 'r' | 'python', lines: readonly string[]) {
  const { study, notTranslated } = importStudy(lines.join('\n'), { from });
  const tables = Object.values(study.tables as Tables);
  return {
    tables: tables.flatMap(({ models }) => (models ? [models.map(({ formula }) => formula)] : [])),
    notTranslated,
  };
}

describe('a table leaves out the column of a model that is not translated', () => {
  test.each([
    [
      'names of do-files',
      'stata',
      [
        'use d',
        'reg y x',
        'eststo a',
        'probit d x',
        'eststo b',
        'eststo c: logit d x',
        'esttab a b c',
      ],
      2,
    ],
    [
      'a command with an unknown option',
      'stata',
      ['eststo a: reg y x', 'eststo b: reg y z, foo(1)', 'esttab a b'],
      1,
    ],
    ['all that eststo stored', 'stata', ['eststo: reg y x', 'eststo: xtfoo y x', 'esttab'], 1],
    [
      'outreg2',
      'stata',
      ['reg y x', 'outreg2 using a', 'poisson c x', 'outreg2 using a, append'],
      1,
    ],
    [
      'names of R',
      'r',
      ['m <- lm(y ~ x, d)', 'b <- lm(y ~ z, d)', 'b <- glm(g ~ z, d)', 'stargazer(m, b)'],
      1,
    ],
    [
      'elements of R',
      'r',
      ['m[["a"]] <- lm(y ~ x, d)', 'm[["b"]] <- glm(y ~ x, d)', 'modelsummary(m)'],
      1,
    ],
    [
      'lists of R',
      'r',
      ['m <- lm(y ~ x, d)', 'b <- foo(y ~ x, d)', 'all <- list(A = m, B = b)', 'modelsummary(all)'],
      1,
    ],
    [
      'names of Python',
      'python',
      [
        'm = smf.ols("y ~ x", df).fit()',
        'b = smf.ols("y ~ z", df).fit()',
        'b = smf.logit("g ~ z", df).fit()',
        'print(summary_col([m, b]))',
      ],
      1,
    ],
  ] as const)('%s', (_, from, lines, count) => {
    const { tables, notTranslated } = imported(from, lines);
    expect(tables[0]).toEqual(['y ~ x']);
    const said =
      count === 1
        ? 'one of its models is not translated, so its column is left out'
        : `${count} of its models are not translated, so their columns are left out`;
    expect(notTranslated.join('\n')).toContain(`is translated in part: ${said}`);
  });

  test('keeps its headings and cells in place', () => {
    const { study } = importStudy(
      'eststo a: reg y x\neststo b: tobit y x\neststo c: reg y z\nesttab a b c, mtitles("A" "B" "C")',
      { from: 'stata' },
    );
    expect(study.tables['T1']).toMatchObject({ columns: ['A', 'C'] });
  });

  test('a statement that estimates nothing keeps the last model', () => {
    const between = [
      'margins, dydx(x)',
      'test x',
      'tab g',
      'gen q = x',
      'twoway scatter y x',
      'sum y',
    ];
    const { tables } = imported('stata', ['reg y x', ...between, 'eststo a', 'esttab a']);
    expect(tables.at(-1)).toEqual(['y ~ x']);
  });

  test('boottest after such a command amends no earlier model', () => {
    const { notTranslated } = imported('stata', ['reg y x', 'qreg y x', 'boottest x']);
    expect(notTranslated.at(-1)).toBe('line 3: boottest x is not translated');
  });
});

describe('a statement after estimates names the command that does it', () => {
  test.each([
    ['margins, dydx(x)', 'wasmetrics margins model.yaml --of x does this'],
    ['margins, dydx(x) at(z=(1 2 3)) atmeans', 'margins model.yaml --of x --at "z=1,2,3" --means'],
    ['margins, at(x=(1 2))', 'predictive margins are not in this version'],
    ['margins, eyex(x)', 'elasticities are not in this version'],
    ['test x z', 'test model.yaml "x = 0, z = 0"'],
    ['test x = z = 1', 'test model.yaml "x = z, z = 1"'],
    ['test (x = 1) (_b[L.z] = 0)', 'test model.yaml "x = 1, L1.z = 0"'],
    ['testparm x z', 'test model.yaml "x = 0, z = 0"'],
    ['testparm i.year', 'wasmetrics test model.yaml "HYPOTHESIS"'],
    ['lincom x - 2*z', 'test model.yaml --function "x - 2*z"'],
    ['nlcom (r: _b[x]/_b[z])', 'test model.yaml --function "x/z"'],
    ['hausman fe re, sigmamore', 'test fe.yaml --hausman re.yaml'],
    ['predict e, resid', 'predict model.yaml --save rows.csv'],
    ['estat vif', 'test model.yaml --diagnostics'],
    ['estat firststage', 'the result of the model has these tests'],
    ['xttest3', 'no test here replaces it'],
    ['append using e.dta, force', 'the key append takes files as they are'],
    ['collapse (first) y, by(g)', 'no first or last row of a group'],
    ['tab g h, chi2', 'a table of counts is not in this version'],
    ['coefplot', 'figures of a study'],
  ])('%s', (line, advice) => {
    const { notTranslated } = importScript(['use d', 'reg y x z', line].join('\n'), {
      from: 'stata',
    });
    expect(notTranslated[0]).toContain(advice);
  });

  test.each([
    ['r', 'linearHypothesis(m, c("x = 0", "z = w"))', 'test model.yaml "x = 0, z = w"'],
    ['r', 'phtest(m, n)', 'test fixed.yaml --hausman random.yaml'],
    ['r', 'avg_slopes(m)', 'margins model.yaml --of VARIABLE'],
    ['r', 'bptest(m)', 'test model.yaml --diagnostics'],
    ['r', 'ggplot(d, aes(x, y))', 'graphs of the data are not translated'],
    ['python', 'print(m.f_test("x = z"))', 'test model.yaml "x = z"'],
    ['python', 'f = m.t_test("x")', 'test model.yaml "x = 0"'],
  ] as const)('%s: %s', (from, line, advice) => {
    const model = from === 'r' ? 'm <- lm(y ~ x, d)' : 'm = smf.ols("y ~ x", df).fit()';
    const { notTranslated } = importScript([model, line].join('\n'), { from });
    expect(notTranslated[0]).toContain(advice);
  });
});
