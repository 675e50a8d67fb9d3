/** After a statement that changes the rows and is not translated, no model reads the rows before it. */
import { describe, expect, test } from 'vitest';
import { importStudy } from '../../../bindings/interchange/index.js';

const model = { stata: 'reg y x', r: 'm <- lm(y ~ x, d)', python: 'm = smf.ols("y ~ x", d).fit()' };
const read = { stata: 'use d', r: 'd <- read.csv("d.csv")', python: 'd = pd.read_csv("d.csv")' };

describe('models of rows that are not known read a file to make of them', () => {
  test.each([
    ['stata', 'append using e, force'],
    ['stata', 'expand 2'],
    ['stata', 'joinby id using e'],
    ['stata', 'bysort id: keep if _n == 1'],
    ['stata', 'by id: drop if _N < 3'],
    ['stata', 'keep in 1/100'],
    ['stata', 'duplicates drop id, force'],
    ['stata', 'sample 10'],
    ['stata', 'merge 1:m id using e'],
    ['stata', 'if 1 {\ndrop in 1\n}'],
    ['r', 'd <- rbind(d, e)'],
    ['r', 'd <- head(d, 10)'],
    ['r', 'd <- clean(d)'],
    ['r', 'd <- tidyr::pivot_longer(d, c(a, b))'],
    ['r', 'd <- d[sample(nrow(d), 10), ]'],
    ['r', 'd <- d[!duplicated(d$id), ]'],
    ['r', 'd <- unique(d)'],
    ['python', 'd = pd.concat([d, e])'],
    ['python', 'd = d.drop_duplicates("id")'],
    ['python', 'd = d.sample(frac=0.5)'],
    ['python', 'd = d.head(10)'],
    ['python', 'd = d.melt(id_vars="id")'],
    ['python', 'd = clean(d)'],
  ] as const)('%s: %s', (from, statement) => {
    const ending = from === 'stata' ? 'dta' : 'csv';
    const { study, notes, notTranslated } = importStudy(
      [read[from], statement, model[from]].join('\n'),
      { from },
    );
    const file = `after-line-2.${ending}`;
    expect(study.data).toBe(file);
    expect(notes.join('\n')).toContain(file);
    expect(notTranslated.join('\n')).toContain('line 2');
  });
});

test('models of known rows stay where there are as many', () => {
  const lines = [
    'd <- read.csv("d.csv")',
    'm <- lm(y ~ x, d)',
    'small <- subset(d, n < 5)',
    'a <- lm(y ~ x, small)',
    'g <- foo(d)',
    'b <- lm(y ~ x, g)',
    'h <- bar(d)',
    'c <- lm(y ~ x, h)',
  ];
  const { study, notTranslated } = importStudy(lines.join('\n'), { from: 'r' });
  expect(study.data).toBe('d.csv');
  expect(study.tables).toMatchObject({ T1: { models: [{}, { where: 'n < 5' }] } });
  expect(notTranslated.join('\n')).toMatch(/line 6: [^]*after-line-5\.csv[^]*line 8/);
});

test('a file that a function reads is left to the user', () => {
  const text = 'd <- readRDS("d.rds")\nm <- lm(y ~ x, d)';
  const { study, notes } = importStudy(text, { from: 'r', data: 'd.csv' });
  expect(study.data).toBe('d.csv');
  expect(notes.join('\n')).toContain('the data frame d is made on line 1');
});

test('a statement with a macro that has no value is left, and the others are read', () => {
  const lines = [
    'use d',
    'local k : word count x z',
    "gen a = x^`k'",
    'tempvar u',
    "gen `u' = x^2",
    "reg y x `u'",
    "merge 1:1 id using `rest'",
    'reg y x',
  ];
  const { study, models, notTranslated } = importStudy(lines.join('\n'), { from: 'stata' });
  expect(models).toHaveLength(2);
  expect(study.data).toBe('d.dta');
  expect(study.build).toEqual({ tmp_u: 'x^2' });
  expect(notTranslated.join('\n')).toMatch(/line 3: [^]*`k'[^]*line 7: [^]*`rest'[^]*line 8/);
});

test.each([
  ['var y x, lags(1/2)', 'vector autoregressions are not in this version'],
  ['count if x > 3', undefined],
  ['xtreg y x, pa', 'found pa, which is not in this version; re is generalised least squares'],
])('%s says which method it is', (command, words) => {
  const { notTranslated } = importStudy(['use d', 'reg y x', command].join('\n'), {
    from: 'stata',
  });
  if (words === undefined) expect(notTranslated).toEqual([]);
  else expect(notTranslated.join()).toContain(words);
});

test('a column that is not translated is named by the models that use it, not by all', () => {
  const read = 'd <- read.csv("d.csv")\nd$u <- foo(d$x)\n';
  const { notes } = importStudy(`${read}m <- lm(y ~ x, d)\nb <- lm(y ~ u, d)`, { from: 'r' });
  expect(notes).toEqual([
    'line 4: u is made on line 2 by a statement that is not translated; add it to the data as a column',
  ]);
});
