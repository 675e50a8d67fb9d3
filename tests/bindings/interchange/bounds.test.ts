/** Commands that nest deeply or name long ranges end in a typed error, whatever their size. */
import { describe, expect, test } from 'vitest';
import { importModel } from '../../../bindings/interchange/index.js';
import { inputErrorOf } from '../data/support.js';

const many = (part: string) => part.repeat(10_000);
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
  ])('refuses 10,000 nested parts: %.40s', (text) => {
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

  test('reads what people nest', () => {
    const { model } = importModel('xtabond2 n L.(((n))) ((w k)), gmm(n)');
    expect(model.formula).toBe('n ~ L1.n + w + k');
  });
});
