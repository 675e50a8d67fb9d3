/** Commands that nest deeply or name long ranges end in a typed error, whatever their size. */
import { describe, expect, test } from 'vitest';
import { importModel, importScript } from '../../../bindings/interchange/index.js';
import { inputErrorOf } from '../data/support.js';

const many = (part: string) => part.repeat(1000);
/** Each macro is the one before it twice. */
const doublingMacros = [
  'local a0 x',
  ...Array.from({ length: 40 }, (_, i) => `local a${i + 1} \`a${i}' \`a${i}'`),
  "regress y `a40'",
].join('\n');
const closed = (open: string, inner: string) => many(open) + inner + many(')');

describe('importModel', () => {
  test.each([
    `xtabond2 n ${closed('(', 'w')}, gmm(n)`,
    `xtabond2 n ${many('(')}`,
    `xtabond2 n ${many('L. ')}n, gmm(n)`,
    `xtabond2 n L.n, gmm(${closed('(', 'n')})`,
    `xtdpdgmm n ${closed('(', 'w')}, gmm(n)`,
    `n ${closed('(', 'w')} | gmm(n, 2:4)`,
    `dpanel 2 ; n ${closed('lags(2, ', 'w')}`,
    `pgmm(n ~ ${closed('log(', 'n')} | lag(n, 2:99), d)`,
    `pgmm(n ~ lag(n, ${closed('c(', '1')}) | lag(n, 2:99), d)`,
  ])('refuses 1000 nested parts: %.40s', (text) => {
    const { code, message } = inputErrorOf(() => importModel(text));
    expect(code).toBe('command-syntax');
    expect(message).toContain('expected at most 100 nested parentheses');
  });

  test.each([
    'xtabond2 n L(1/999999999).n, gmm(n)',
    'xtdpdgmm n L.n, iv(w, lagrange(0 999999999) model(fodev))',
    'dpanel 999999999 ; n w',
    'dpanel 1 ; n lags(999999999, w)',
    'dpanel 1 ; n w(-1 to -999999999)',
    'pgmm(n ~ lag(n, 1:999999999) | lag(n, 2:99), d)',
  ])('refuses long ranges: %s', (text) => {
    const { code, message } = inputErrorOf(() => importModel(text));
    expect(code).toBe('command-syntax');
    expect(message).toContain('expected at most 1001 numbers in a range, found ');
  });

  test.each([
    'xtabond2 n L(0/99)L(0/99).n, gmm(n)',
    `regress y ${Array.from({ length: 40 }, (_, i) => `x${i}`).join('##')}`,
    `lm(y ~ ${Array.from({ length: 40 }, (_, i) => `x${i}`).join(' * ')}, data = d)`,
    `lm(y ~ (${Array.from({ length: 60 }, (_, i) => `x${i}`).join(' + ')})^4, data = d)`,
    `smf.ols("y ~ ${Array.from({ length: 40 }, () => '(a + b)').join(':')}", data=df).fit()`,
  ])('refuses products of many terms: %.40s', (text) => {
    const { code, message } = inputErrorOf(() => importModel(text));
    expect(code).toBe('command-syntax');
    expect(message).toContain('expected at most 1024 terms from a product or lags, found ');
  });

  test.each([
    [`regress y ${'x '.repeat(6000)}`, 'expected statements of at most 10000 characters'],
    [`regress y ${' '.repeat(300)} x`, 'expected at most 200 blanks between the words'],
    ['regress y x\n'.repeat(100_000), 'expected a script of at most 1048576 characters'],
    [doublingMacros, 'expected statements of at most 10000 characters'],
  ])('refuses more than people write: %.40s', (text, message) => {
    const error = inputErrorOf(() => importScript(text, { from: 'stata' }));
    expect(error.code).toBe('command-syntax');
    expect(error.message).toContain(message);
  });

  test('reads the other statements of a script with one that is too long', () => {
    const { models, notTranslated } = importScript(`
      regress y ${'x '.repeat(6000)}
      regress y x
    `);
    expect(models.map(({ model }) => model.formula)).toEqual(['y ~ x']);
    expect(notTranslated).toEqual([
      expect.stringMatching(/^line 2: regress y x .* expected statements of at most 10000/),
    ]);
  });

  test('reads what people nest', () => {
    const { model } = importModel('xtabond2 n L.(((n))) ((w k)), gmm(n)');
    expect(model.formula).toBe('n ~ L1.n + w + k');
  });
});
