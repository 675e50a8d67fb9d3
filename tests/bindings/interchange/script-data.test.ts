/** What scripts do to their data before they estimate: filters, changed data frames, preserve and restore. */
import { describe, expect, it, test } from 'vitest';
import { importModel, importScript } from '../../../bindings/interchange/index.js';
import type { ModelInput } from '../../../bindings/models/index.js';
import { pointsAt } from './importing.js';

const cluster = { type: 'cluster', cluster: ['id'] };
const group = 'coeftest(p, vcov = vcovHC, type = "HC1", cluster = "group")';

const commands: readonly (readonly [string, object])[] = [
  ['m <- lm(y ~ x, d)\ncoeftest(m, vcov = vcovCL, cluster = ~ id)', { vcov: cluster }],
  ['m <- lm(y ~ x, d)\ncoefci(m, vcov. = vcovHC)', { vcov: { type: 'HC3' } }],
  [`p <- plm(y ~ x, d)\n${group}`, { effects: 'within', vcov: { ...cluster, small: false } }],
  ['feols(y ~ x | id, d, se = "cluster")', { vcov: cluster }],
  ['feols(y ~ x, d, vcov = NW(2) ~ id + year)', { panel: { unit: 'id', time: 'year' } }],
  ['feols(y ~ x, d, subset = ~ year > 1978)', { where: 'year > 1978' }],
  ['d |> subset(year > 1978) |> lm(y ~ x, data = _)', { where: 'year > 1978' }],
  ['d %>% filter(a > 1, b != 3) %>% lm(y ~ x, data = .)', { where: 'a > 1 && b != 3' }],
  ['d %>% mutate(lx = log(x)) %>% lm(y ~ lx, data = .)', { formula: 'y ~ log(x)' }],
  ['lm(y ~ (x + z)^2 + w %in% g, d)', { formula: 'y ~ x + z + x:z + w:g' }],
  [
    'smf.ols("y ~ x", df).fit(cov_type="cluster", cov_kwds={"groups": df[["id", "year"]]})',
    { vcov: { type: 'cluster', cluster: ['id', 'year'] } },
  ],
  ['smf.ols("y ~ x", df).fit().get_robustcov_results(cov_type="HC1")', { vcov: { type: 'HC1' } }],
  ['smf.ols("y ~ x", df, subset=df["a"] > 1).fit()', { where: 'a > 1' }],
  ['smf.ols("y ~ x", df[df["a"] > 1]).fit()', { where: 'a > 1' }],
  ['reg y x o.z', { formula: 'y ~ x' }],
  [
    'xtreg y x, fe vce(bootstrap, reps(99))',
    { bootstrap: { scheme: 'cluster', cluster: 'id', reps: 99 } },
  ],
  ['tsls y const w ; const z --liml --robust', { vcov: { type: 'unadjusted', small: true } }],
];

describe('data and errors of commands', () => {
  test.each(commands)('%s', (text, expected) => {
    expect(importModel(text).model).toMatchObject(expected as Partial<ModelInput>);
  });

  it('refuse a dot for every column', () => {
    pointsAt('lm(y ~ ., data = d)', 'write their names', 'lm');
  });
});

const notesOf = (text: string) => importScript(text).models.map(({ notes }) => notes.join('\n'));
const filters = (text: string) => importScript(text).models.map(({ model }) => model.where);

describe('data of scripts', () => {
  it('drop the rows that a data frame drops and the model would keep', () => {
    const script = (columns: string) =>
      `df = pd.read_csv("a.csv")\ndf = df.dropna(subset=${columns})\nm = smf.ols("y ~ x", df)\n` +
      'm.fit(cov_type="cluster", cov_kwds={"groups": df["id"]})\n';
    expect(filters(script('["y", "x", "id"]'))).toEqual([undefined]);
    expect(filters(script('["y", "x", "wage"]'))).toEqual(['!missing(wage)']);
  });

  it('come back with restore', () => {
    const text = 'use d.dta\npreserve\nkeep if a == 1\nreg y x\nrestore\nreg y x\n';
    expect(filters(text)).toEqual(['a == 1', undefined]);
  });

  it('lose their filter with another file', () => {
    expect(filters('use a.dta\nkeep if a == 1\nreg y x\nuse b.dta\nreg y x\n')).toEqual([
      'a == 1',
      undefined,
    ]);
  });

  test.each([
    ['use d.dta\nmerge 1:1 id using b.dta\nreg y x\n', 'merge on line 2: rows that only the j'],
    [
      "foreach v of varlist a* {\nreplace `v' = 1\n}\nreg y x\n",
      'the block on line 1 changes the data',
    ],
    ['d <- read.csv("a.csv")\nd <- na.omit(d)\nlm(y ~ x, data = d)\n', 'd is changed on line 2'],
    [
      'df = pd.read_csv("a.csv")\ndf.dropna(inplace=True)\nsmf.ols("y ~ x", df).fit()\n',
      'df is changed on line 2',
    ],
    ['df = pd.read_csv("a.csv")\ndf = df.merge(b)\nsmf.ols("y ~ x", df).fit()\n', 'on line 2'],
  ])('say what is not translated: %j', (text, said) => {
    expect(notesOf(text)[0]).toContain(said);
  });
});

describe('names of import delimited', () => {
  const script = (option: string) =>
    `import delimited using d.csv, clear${option}\nxtset id year\ngen lw = ln(wage)\nkeep if age > 5\nreg lw x* age, vce(cluster id)`;
  const model = (option: string, columns?: readonly string[]) =>
    importScript(script(option), { from: 'stata', ...(columns && { columns }) }).models[0]!.model;
  const columns = ['ID', 'Year', 'Wage', 'AGE', 'X1', 'x2'];

  test('are in lower case, and those of the file where they are known', () => {
    expect(model('', columns)).toMatchObject({
      formula: 'log(Wage) ~ X1 + x2 + AGE',
      where: expect.stringContaining('AGE > 5') as string,
      panel: { unit: 'ID', time: 'Year' },
      vcov: { cluster: ['ID'] },
    });
  });

  test('are kept with case(preserve)', () => {
    expect(model(' case(preserve)', columns)).toMatchObject({ formula: 'log(wage) ~ x2 + age' });
  });
});
