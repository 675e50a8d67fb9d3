import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decimalsFor, fixed, significant } from '../../../bindings/tables/rounding.js';

const golden = readFileSync(
  new URL('../../golden/roundings/roundings.csv', import.meta.url),
  'utf8',
);

describe('fixed', () => {
  it('equals exact decimal arithmetic in 10,000 cases', () => {
    const wrong = golden
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .filter(([value, decimals, text]) => fixed(Number(value), Number(decimals)) !== text);
    expect(wrong).toEqual([]);
  });

  it('sends ties to the even digit', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5].map((x) => fixed(x, 0))).toEqual(['0', '2', '2', '0', '-2']);
    expect([0.125, 0.375].map((x) => fixed(x, 2))).toEqual(['0.12', '0.38']);
  });

  it('gives no sign to a number that rounds to zero', () => {
    expect([-0.0004, -0, 0].map((x) => fixed(x, 3))).toEqual(['0.000', '0.000', '0.000']);
  });

  it('shows numbers without digits after the point by an exponent', () => {
    expect([1e21, -2.5e30, Infinity, NaN].map((x) => fixed(x, 2))).toEqual([
      '1.00e+21',
      '-2.50e+30',
      'Infinity',
      'NaN',
    ]);
  });
});

describe('significant', () => {
  it('keeps so many digits, without an exponent', () => {
    expect([0.0450123, 123.456, 99.96, 0.00099996].map((x) => significant(x, 3))).toEqual([
      '0.0450',
      '123',
      '100',
      '0.00100',
    ]);
  });

  it('counts decimals after rounding', () => {
    expect([9.996, 9.994, 0, NaN].map((x) => decimalsFor(x, 3))).toEqual([1, 2, 0, 0]);
  });
});
