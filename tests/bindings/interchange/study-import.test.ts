/** Whole do-files as studies. */
import { describe, expect, test } from 'vitest';
import { importModel, importStudy } from '../../../bindings/interchange/index.js';
import { defineStudy } from '../../../bindings/paper/study/run-study.js';
import { inputErrorOf } from '../data/support.js';

const study = (text: string) => importStudy(text, { from: 'stata' });
const built = (line: string, command = 'reg y v') => {
  const { study: one } = study(`xtset id year\n${line}\n${command}`);
  return (one.build as Record<string, unknown> | undefined)?.['v'];
};

describe('columns of a do-file', () => {
  test.each([
    ['gen v = ln(x + 1)', 'log(x + 1)'],
    ['gen double v = L.x / L2.x', 'L1.x / L2.x'],
    ['gen byte v = year >= 2000', 'if(year >= 2000, 1, 0)'],
    ['gen v = x > 5', 'if(missing(x) || holds(x > 5), 1, 0)'],
    ['gen v = x > 5 if x < .', 'x > 5'],
    ['gen v = cond(x == 1, ., z)', 'if(!holds(x == 1), z)'],
    ['gen v = max(x, 0)', 'if(missing(x), 0, max(x, 0))'],
    ['egen v = mean(x), by(g)', 'mean(x, by: g)'],
    ['bysort g h: egen v = sd(x)', 'sd(x, by: [g, h])'],
    ['egen v = total(x) if year > 2000', 'if(year > 2000, sum(if(year > 2000, x)))'],
    ['egen v = pctile(x), p(90)', 'quantile(x, 90, type: 2)'],
    ['egen v = rowmax(x z)', 'if(missing(x), z, if(missing(z), x, max(x, z)))'],
    ['bysort id (year): gen v = _n', 'rank(year, by: id)'],
    ['bysort id (year): gen v = x - x[_n-1]', 'x - L1.x'],
    ['by id: gen v = _N', 'count(by: id)'],
    ['winsor2 x, cuts(5 95) suffix(_v)\nrename x_v v', undefined],
    ['xtile v = x, nq(2)', '1 + if(x > quantile(x, 50, type: 2), 1, 0)'],
    ['keep if g == 1\negen v = mean(x)', 'mean(if(holds(g == 1), x))'],
    ['drop if missing(x)\ngen v = D.x', 'D1.(if(!missing(x), x))'],
    [
      'recode x (1 2 = 0) (5 = .), gen(v)',
      'if(holds(x == 1) || holds(x == 2), 0, if(!holds(x == 5), x))',
    ],
    [
      'recode x (min/3 = 1 "low") (4/max = 2 "high"), generate(v)',
      'if(holds(x <= 3), 1, if(holds(x >= 4), 2, x))',
    ],
    ['recode x (nonmissing = 1) (missing = 0), gen(v)', 'if(!missing(x), 1, if(missing(x), 0, x))'],
    [
      'recode x 1/3=1 if g == 2, gen(v)',
      'if(holds(g == 2), if(holds(x >= 1) && holds(x <= 3), 1, x))',
    ],
    [
      'recode v .=0 if year > 2000',
      { value: 'if(year > 2000, if(missing(v), 0, v), v)', replace: true },
    ],
    ['recode x (1=2) (else=.), prefix(z)\nrename zx v', undefined],
  ])('%s', (line, expression) => {
    expect(built(line)).toEqual(expression);
  });

  test.each([
    'recode x (a = 1), gen(v)',
    'recode x z (1 = 0), gen(v)',
    'recode x (1 = 0), gen(v) undo',
  ])('%s is left out with its line', (line) => {
    const { notTranslated } = study(`${line}\nreg y z`);
    expect(notTranslated[0]).toContain('recode makes values by a rule that build does not have');
  });

  test('have the name of the script, or another where an earlier one is still needed', () => {
    const { study: one } = study(
      'gen v = x\nreplace v = 0 if z == 1\nreg y v\nreplace x = x^2\nreg y x v\nreplace x = x + 1\nreg y x',
    );
    expect(one.build).toEqual({
      v: 'if(holds(z == 1), 0, x)',
      x: { value: 'x^2', replace: true },
      x_2: 'x + 1',
    });
    expect(one.labels).toEqual({ x_2: 'x' });
  });

  test('serve windows of instruments, clusters and filters alike', () => {
    const { study: one } = study(
      'xtset id year\negen f = group(firm)\ngen ly = ln(y)\nwinsor2 x, replace\nkeep if ly > 1\n' +
        'xtabond2 ly L.ly x, gmm(ly x, lag(2 3)) iv(z)\nreg ly x, vce(cluster f)',
    );
    const [table] = Object.values(one.tables) as { models: Record<string, unknown>[] }[];
    expect(table!.models[0]).toMatchObject({
      formula: 'ly ~ L1.ly + x',
      gmm: [{ vars: ['ly', 'x'], lags: [2, 3] }],
    });
    expect(table!.models[1]).toMatchObject({ vcov: { cluster: ['firm'] }, formula: 'ly ~ x' });
  });
});

describe('tables of a do-file', () => {
  const doFile = [
    'use d.dta',
    'xtset id year',
    'label variable x "Size"',
    'foreach y in a b {',
    "  eststo `y': reg `y' x i.year, vce(cluster id)",
    '  estadd local fe "No"',
    '}',
    'esttab a b using t.tex, se(2) b(4) star(* .1 ** .05) drop(*.year) mtitles("A" "B") ///',
    '  scalars("fe FE" r2 foo) label title("Main") addnotes("Source: mine.")',
    'qreg y x',
    'reg y x',
    'outreg2 using o.doc, replace ctitle(One) dec(2)',
    'reg y x z',
    'outreg2 using o.doc, append ctitle(Two) addtext(FE, YES)',
    'sum y x if year > 2000',
  ].join('\n');
  const imported = study(doFile);

  test('are tables of a study that can be run', () => {
    expect(() => defineStudy(imported.study as Parameters<typeof defineStudy>[0])).not.toThrow();
    const { T1, T2, T3 } = imported.study.tables as Record<string, Record<string, unknown>>;
    expect(T1).toMatchObject({
      title: 'Main',
      columns: ['A', 'B'],
      drop: ['/^year=.*$/'],
      digits: { estimate: 4, error: 2 },
      below: ['stdError'],
      stars: { '**': 0.05, '*': 0.1 },
      labels: { x: 'Size' },
      rows: { FE: ['No', 'No'] },
      stats: ['nobs', 'rsquared'],
      notes: ['auto', 'Source: mine.'],
    });
    expect(T2).toMatchObject({ columns: ['One', 'Two'], rows: { FE: ['', 'YES'] } });
    expect(T3).toMatchObject({ describe: ['y', 'x'], where: 'year > 2000' });
    expect(imported.study.out).toEqual({
      latex: 'results/tables.tex',
      docx: 'results/tables.docx',
    });
  });

  test('name what they leave out', () => {
    expect(imported.notTranslated).toEqual([
      expect.stringMatching(/^line 8: esttab .* is translated in part: the statistic foo/),
      expect.stringMatching(
        /^line 10: qreg y x is not translated; qreg: quantile regression is not/,
      ),
    ]);
  });
});

const columnOf = (from: 'r' | 'python', lines: string) => {
  const { study: one } = importStudy(lines, { from });
  return (one.build as Record<string, unknown> | undefined)?.['v'];
};

describe('groups of summaries', () => {
  test.each([
    ['tabstat y x, by(g) s(mean sd)', { describe: ['y', 'x'], by: 'g', stats: ['mean', 'sd'] }],
    ['bysort g: sum y', { describe: ['y'], by: 'g' }],
    [
      'summarize y if x > 1, detail',
      { describe: ['y'], stats: ['n', 'mean', 'sd', 'min', 'p25', 'median', 'p75', 'max'] },
    ],
  ])('%s', (line, table) => {
    expect(study(`reg y x\n${line}`).study.tables['T1']).toMatchObject(table);
  });

  test('of several columns are not translated', () => {
    expect(study('reg y x\ntabstat y, by(g h)').notTranslated).toHaveLength(1);
  });
});

describe('columns of R', () => {
  test.each([
    ['d$v <- ifelse(d$x > 0, log(d$x), NA)', 'if(x > 0, log(x))'],
    [
      'd$v <- as.integer(d$x > 0 & d$z == 1)',
      'if(holds(x > 0) && holds(z == 1), 1, if(holds(x <= 0) || holds(z != 1), 0))',
    ],
    ['d$v <- ifelse(is.na(d$x), 0, d$x)', 'if(missing(x), 0, x)'],
    ['d <- d |> dplyr::group_by(g) |> mutate(v = x - mean(x, na.rm = TRUE))', 'x - mean(x, by: g)'],
    ['d$v <- d$x / mean(d$x)', 'x / if(count(x) == count(), mean(x))'],
    ['d <- d %>% arrange(id, year) %>% group_by(id) %>% mutate(v = lag(x, 2))', 'L2.x'],
    [
      'd <- mutate(d, v = case_when(x > 1 ~ 2, x > 0 ~ 1, TRUE ~ 0))',
      'if(holds(x > 1), 2, if(holds(x > 0), 1, 0))',
    ],
    ['d$v <- ave(d$x, d$g, FUN = function(z) mean(z, na.rm = TRUE))', 'mean(x, by: g)'],
    ['d$v <- Winsorize(d$x, probs = c(0.01, 0.99))', 'winsor(x, 1, 99)'],
    ['d$v <- as.numeric(scale(d$x))', 'std(x)'],
    ['for (k in c("x")) { d$v <- pmin(d$x, 3) }', 'min(x, 3)'],
  ])('%s', (line, expression) => {
    expect(columnOf('r', `d <- read.csv("d.csv")\n${line}\nlm(y ~ v, data = d)`)).toBe(expression);
  });
});

describe('columns of pandas', () => {
  test.each([
    ['df["v"] = np.where(df["x"] > 0, 1, np.nan)', 'if(holds(x > 0), 1)'],
    ['df["v"] = ((df.x > 0) & (df.z == 1)).astype(int)', 'if(holds(x > 0) && holds(z == 1), 1, 0)'],
    ['df["v"] = df.groupby("g")["x"].transform("mean")', 'mean(x, by: g)'],
    ['df = df.sort_values(["id", "year"])\ndf["v"] = df.groupby("id")["x"].shift(1)', 'L1.x'],
    ['df["v"] = (df["x"] - df["x"].mean()) / df["x"].std()', '(x - mean(x)) / sd(x)'],
    [
      'df["v"] = df["x"].clip(df["x"].quantile(0.01), df["x"].quantile(0.99))',
      'min(max(x, quantile(x, 1)), quantile(x, 99))',
    ],
    ['df["v"] = np.log1p(df["x"].fillna(0))', 'log(1 + if(missing(x), 0, x))'],
    ['df = df.assign(v=lambda d: d.x / d.z)', 'x / z'],
  ])('%s', (line, expression) => {
    const script = `df = pd.read_csv("d.csv")\n${line}\nsmf.ols("y ~ v", df).fit()`;
    expect(columnOf('python', script)).toBe(expression);
  });
});

describe('tables of R and Python', () => {
  test('have the models of loops, lists and several formulas', () => {
    const r = importStudy(
      [
        'd <- read.csv("d.csv")',
        'm <- list()',
        'for (y in c("a", "b")) {',
        '  m[[y]] <- lm(as.formula(paste(y, "~ x")), data = d)',
        '}',
        'modelsummary(m, stars = c("*" = .1), coef_omit = "Intercept", gof_map = c("nobs"))',
        'e <- feols(c(a, b) ~ x + csw0(z, w) | id, d, vcov = ~ id)',
        'etable(e)',
        'stargazer(lm(a ~ x, d), unknown.argument = 1)',
      ].join('\n'),
      { from: 'r' },
    );
    const tables = r.study.tables as Record<string, { models: { formula: string }[] }>;
    expect(tables['T1']).toMatchObject({
      columns: ['a', 'b'],
      drop: ['_cons'],
      stars: { '*': 0.1 },
    });
    expect(tables['T2']!.models.map(({ formula }) => formula)).toEqual([
      'a ~ x | id',
      'a ~ x + z | id',
      'a ~ x + z + w | id',
      'b ~ x | id',
      'b ~ x + z | id',
      'b ~ x + z + w | id',
    ]);
    expect(r.notTranslated).toEqual([expect.stringMatching(/^line 9: stargazer/)]);
    const python = importStudy(
      [
        'df = pd.read_csv("d.csv")',
        'res = []',
        'for y in ["a", "b"]:',
        '    res.append(smf.ols(f"{y} ~ x", data=df).fit(cov_type="HC1"))',
        'print(summary_col(res, stars=True, model_names=["One", "Two"]))',
      ].join('\n'),
      { from: 'python' },
    );
    expect(python.study.tables['T1']).toMatchObject({
      columns: ['One', 'Two'],
      models: [{ formula: 'a ~ x' }, { formula: 'b ~ x' }],
      stars: { '***': 0.01 },
    });
  });
});

describe('methods that do not exist', () => {
  test.each([
    ['qreg y x', 'qreg; quantile regression is not in this version'],
    ['logit y x', 'logit; binary and censored models'],
    ['fepois(y ~ x | id, d)', 'fepois; count models'],
    ['csdid y, ivar(id) time(t) gvar(g)', 'csdid; difference-in-differences'],
  ])('%s names the method', (text, message) => {
    const error = inputErrorOf(() => importModel(text));
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('did you mean');
  });
});

test('computed weights of several models have a column for each expression', () => {
  const lines = ['use d.dta', 'regress y x [aw=1/w]', 'regress y x [aw=sqrt(w)]'];
  const { study } = importStudy([...lines, 'replace w = 2*w', 'regress y w'].join('\n'));
  expect(study.build).toEqual({ w_2: '2 * w', _weight: '1 / w', _weight_2: 'sqrt(w)' });
  const shown = JSON.stringify(study.tables);
  expect(shown.match(/_weight(_2)?/g)).toEqual(['_weight', '_weight_2']);
});
