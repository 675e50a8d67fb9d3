/** Columns that scripts make: factors stay factors, and what is not translated is said. */
import { describe, expect, it, test } from 'vitest';
import { importScript } from '../../../bindings/interchange/index.js';

/** Formulas of all models of a script. */
const formulas = (text: string) => importScript(text).models.map(({ model }) => model.formula);
const notesOf = (text: string) =>
  importScript(text)
    .models.flatMap(({ notes }) => notes)
    .join('\n');

const r = (line: string, formula = 'y ~ f') =>
  `d <- read.csv("d.csv")\n${line}\nlm(${formula}, data = d)`;
const python = (line: string, formula = 'y ~ f') =>
  `df = pd.read_csv("d.csv")\n${line}\nsmf.ols("${formula}", df).fit()`;

describe('factors', () => {
  test.each([
    'd$f <- factor(d$g)',
    'd$f = as.factor(d[["g"]])',
    'd[["f"]] <- factor(d$g)',
    'd[, "f"] <- factor(d$g)',
    'd$f <- as.character(d$g)',
    'd <- mutate(d, f = factor(g))',
    'd <- d |> dplyr::mutate(f = as.factor(g))',
    'd <- d %>% filter(!is.na(g)) %>% mutate(f = factor(g))',
    'd <- transform(d, f = factor(g))',
    'd <- within(d, { f <- factor(g) })',
    'd <- within(d, f <- factor(g))',
    'd[, f := factor(g)]',
    'd[, `:=`(f = factor(g), q = log(x))]',
    'd$h <- d$g; d$f <- factor(d$h)',
    'd <- rename(d, h = g); d$f <- factor(d$h)',
  ])('of R: %s', (line) => {
    expect(formulas(r(line))).toEqual(['y ~ i(g)']);
    expect(formulas(r(line, 'y ~ f:x + f + x'))).toEqual(['y ~ i(g):x + i(g) + x']);
  });

  test.each([
    'df["f"] = df["g"].astype("category")',
    'df["f"] = df.g.astype(str)',
    'df["f"] = pd.Categorical(df["g"])',
    'df.loc[:, "f"] = df["g"].astype("category")',
    'df = df.assign(f=df["g"].astype("category"))',
    'df = df.assign(f=lambda d: d["g"].astype("category"))',
    'df = df.rename(columns={"g": "f"}).astype({"f": "category"})',
    'df["h"] = df["g"]\ndf["f"] = df["h"].astype("category")',
  ])('of Python: %s', (line) => {
    expect(formulas(python(line))).toEqual(['y ~ i(g)']);
    expect(formulas(python(line, 'y ~ C(f)'))).toEqual(['y ~ i(g)']);
  });

  it('keep their reference level', () => {
    expect(formulas(r('d$f <- relevel(factor(d$g), ref = "2")'))).toEqual(['y ~ i(g, ref=2)']);
    expect(formulas(r('d$f <- factor(d$g); d$f <- relevel(d$f, ref = "2")'))).toEqual([
      'y ~ i(g, ref=2)',
    ]);
  });

  it('are absorbed and clustered by', () => {
    const [one] = importScript(
      'd$f <- factor(d$g)\nfeols(y ~ x | f + f^year, d, cluster = ~ f)',
    ).models;
    expect(one!.model).toMatchObject({
      formula: 'y ~ x | g + g:year',
      vcov: { cluster: ['g'] },
    });
  });

  it('belong to their data frame', () => {
    const text = 'd <- read.csv("d.csv")\ne <- mutate(d, g = factor(g))\n';
    expect(formulas(`${text}lm(y ~ g, data = d)\nlm(y ~ g, data = e)`)).toEqual([
      'y ~ g',
      'y ~ i(g)',
    ]);
  });

  it('of texts say that their order is another one', () => {
    expect(notesOf(r('d$f <- as.character(d$g)'))).toContain('reference level');
    expect(notesOf(python('df["f"] = df["g"].astype(str)'))).toContain('reference level');
    expect(notesOf(r('d$f <- factor(d$g)'))).toBe('');
  });

  it('of Stata are dummies and groups, and no numbers', () => {
    const text = 'encode g, gen(f)\negen q = group(h)\n';
    expect(formulas(`${text}reg y i.f\nreghdfe y x, absorb(f q)`)).toEqual([
      'y ~ i(g)',
      'y ~ x | g + h',
    ]);
    expect(notesOf(`${text}reg y f`)).toContain('f is made on line 1');
    expect(notesOf(`${text}reg y ib2.f`)).toContain('f is made on line 1');
    expect(notesOf(`${text}reg y x if f > 2`)).toContain('f is made on line 1');
  });
});

describe('columns and data that are not translated', () => {
  test.each([
    ...[
      'd$f <- factor(d$g, levels = c(3, 1))',
      'd$f <- factor(d$g, labels = c("a", "b"))',
      'd$f <- ordered(d$g)',
      'd$f <- cut(d$g, 3)',
      'd$f <- lag(d$g)',
      'd$f <- as.numeric(factor(d$g))^2',
      'd <- mutate(d, f = lag(g))',
      'd <- mutate(d, across(where(is.numeric), factor))',
      'd[g > 1, f := 1]',
      'd[, f := mean(g), by = id]',
      'd$f[2] <- NA',
      'names(d)[2] <- "f"',
      'levels(d$f) <- c("a", "b")',
      'setnames(d, "g", "f")',
      'd <- merge(d, e)',
    ].map((line) => r(line)),
    ...[
      'df["f"] = pd.Categorical(df["g"], categories=[3, 1])',
      'df["f"] = pd.cut(df["g"], 3)',
      'df["f"] = df["g"].shift(1)',
      'df["f"] = df.groupby("id")["g"].shift(1)',
      'df["f"] = df["g"].astype(int)',
      'df["f"] = other["g"]',
      'df.loc[2, "f"] = np.nan',
      'df["f"].fillna(0, inplace=True)',
      'df.columns = ["y", "f"]',
      'df[["f", "x"]] = df[["g", "x"]]',
      'df = df.fillna(0)',
      'df = df[df.groupby("id")["g"].transform("count") > 3]',
      'for c in names:\n    df[c] = df[c].astype("category")',
    ].map((line) => python(line)),
    'mvencode f, mv(0)\nreg y f',
    'winsor x, gen(f) p(0.01)\nreg y f',
    'replace f = f[3]\nreg y f',
    'gen str3 f = "a"\nreg y i.f',
    'use d.dta if z > 3 in 1/5 using d\nreg y f',
    'setmiss -99\nols y const f',
    'smpl 5 50\nols y const f',
  ])('are said: %s', (text) => {
    expect(notesOf(text)).not.toBe('');
  });

  it('do not hide models that fit in another way', () => {
    const text = 'm = smf.ols("y ~ x", df)\nres = m.fit_regularized()\nsmf.ols("y ~ z", df).fit()';
    expect(formulas(text)).toEqual(['y ~ z']);
  });
});

describe('files', () => {
  const dataOf = (text: string) => importScript(text).models[0]!.model.data;

  test.each([
    [
      r('', 'y ~ x').replace('"d.csv"', '"d.csv", sep = ";", dec = ","'),
      { delimiter: ';', decimal: ',' },
    ],
    [r('', 'y ~ x').replace('read.csv(', 'read.csv2('), { delimiter: ';', decimal: ',' }],
    [
      r('', 'y ~ x').replace('"d.csv"', '"d.csv", na.strings = c("NA", "-99")'),
      { missing: ['-99'] },
    ],
    [
      python('', 'y ~ x').replace('"d.csv"', '"d.csv", sep=";", na_values=[-99]'),
      { delimiter: ';', missing: ['-99'] },
    ],
    ['import delimited "d.csv", delimiters(tab) clear\nreg y x', { delimiter: '\t' }],
  ])('have the options of %s', (text, options) => {
    expect(dataOf(text)).toEqual({ file: 'd.csv', ...options });
  });
});

describe('long scripts', () => {
  it('end in a comment where calls nest too deeply', () => {
    const pipes = `d <- read.csv("d.csv")${' |> filter(z > 1)'.repeat(2000)}\nlm(y ~ x, data = d)`;
    expect(notesOf(pipes)).toContain('the data frame d is made on line 1');
    const calls = `d <- ${'subset('.repeat(2000)}d${', z > 1)'.repeat(2000)}\nlm(y ~ x, data = d)`;
    expect(notesOf(calls)).toContain('the data frame d is made on line 1');
  });

  it('keep what a column means at each line', () => {
    const text =
      'd$f <- factor(d$g)\nlm(y ~ f, d)\ne <- d\nd$f <- log(d$x)\nlm(y ~ f, d)\nlm(y ~ f, e)';
    expect(formulas(text)).toEqual(['y ~ i(g)', 'y ~ log(x)', 'y ~ i(g)']);
    expect(formulas(`${text}\ne$f <- e$g\nlm(y ~ f, e)\nlm(y ~ f, d)`).slice(3)).toEqual([
      'y ~ g',
      'y ~ log(x)',
    ]);
  });
});

it('builds a column that is replaced twice in the order of the script', () => {
  const lines = ['use d.dta', 'replace x = 0 if x < 0', 'replace x = 2 - x'];
  const [one] = importScript([...lines, 'regress y x [aw=1/w]'].join('\n')).models;
  expect(one!.model.build).toEqual([
    { name: 'x', value: 'if(holds(x < 0), 0, x)', replace: true },
    { name: 'x', value: '2 - x', replace: true },
    { name: '_weight', value: '1 / w' },
  ]);
});
