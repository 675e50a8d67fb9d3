/** Scripts of other programs. */
import { type ExportProgram, importScript } from 'wasmetrics/interchange';
import { type Generator, texts } from '../generator.js';
import { many } from './tables.js';

const from = (program?: ExportProgram) => (text: string) =>
  importScript(text, program === undefined ? {} : { from: program });

const stata = from('stata');
const r = from('r');
const python = from('python');
const gretl = from('gretl');

export const scripts: readonly Generator[] = [
  texts('stata: factors of ##', 2000, (n) => `regress y ${many(n, (i) => `x${i}`, '##')}`, stata),
  texts('stata: lags of lags', 2000, (n) => `regress y ${'L(0/9)'.repeat(n)}.x`, stata),
  texts(
    'stata: macros in macros',
    4000,
    (n) =>
      `local a0 x\n${many(n, (i) => `local a${i + 1} \`a${i}' \`a${i}'\n`)}regress y \`a${n}'\n`,
    stata,
  ),
  texts('stata: slashes', 100_000, (n) => '/'.repeat(n), stata),
  texts('stata: quotes', 50_000, (n) => `di ${'"a"'.repeat(n)}`, stata),
  texts('stata: stars of a comment', 50_000, (n) => `* ${'/*'.repeat(n)}`, stata),
  texts('stata: filters', 8000, (n) => `${'keep if x > 1\n'.repeat(n)}regress y x\n`, stata),
  texts(
    'stata: filters and models',
    1600,
    (n) => `${'keep if x > 1\n'.repeat(n)}${'regress y x\n'.repeat(n)}`,
    stata,
  ),
  texts(
    'stata: columns of columns',
    2000,
    (n) => `gen x0 = x\n${many(n, (i) => `gen x${i + 1} = x${i}*x${i}\n`)}regress y x${n}\n`,
    stata,
  ),
  texts('stata: statements', 20_000, (n) => 'foo bar\n'.repeat(n) + 'regress y x\n', stata),
  texts('stata: one long statement', 200_000, (n) => `regress y ${'x '.repeat(n / 2)}`, stata),
  texts('stata: blanks', 200_000, (n) => `merge 1:1 id using${' '.repeat(n)}`, stata),
  texts('r: quotes that never close', 100_000, (n) => `x <- ${'\\"'.repeat(n / 2)}\nlm(y ~ x)`, r),
  texts('r: brackets', 100_000, (n) => `lm(${'('.repeat(n)}`, r),
  texts('r: products', 2000, (n) => `lm(y ~ ${many(n, (i) => `x${i}`, ' * ')}, data = d)`, r),
  texts('r: a power of a sum', 2000, (n) => `lm(y ~ (${many(n, (i) => `x${i}`, '+')})^4)`, r),
  texts('r: pipes', 2000, (n) => `m <- d ${many(n, () => '|> f(_, _, _)', ' ')}`, r),
  texts('r: models', 800, (n) => 'm <- lm(y ~ x, data = d)\n'.repeat(n), r),
  texts('r: data frames', 10_000, (n) => `${many(n, () => 'd <- f(d)\n')}lm(y ~ x, data = d)`, r),
  texts(
    'python: lines',
    20_000,
    (n) => `${'x = f(x)\n'.repeat(n)}smf.ols("y ~ x", df).fit()`,
    python,
  ),
  texts('python: dots', 50_000, (n) => `df${'.x'.repeat(n)}\nsmf.ols("y ~ x", df).fit()`, python),
  texts(
    'gretl: lists of lists',
    2000,
    (n) => `list A = x z\n${'list A = A A\n'.repeat(n)}ols y A`,
    gretl,
  ),
  texts('gretl: semicolons', 20_000, (n) => `print x${'; print x'.repeat(n)}\nols y x`, gretl),
  texts('script of no program: empty lines', 100_000, (n) => '\n'.repeat(n), from()),
  texts('script of no program: calls', 60_000, (n) => 'lm('.repeat(n / 3), from()),
  texts('script of no program: prefixes', 60_000, (n) => 'qui\n'.repeat(n / 4), from()),
];
