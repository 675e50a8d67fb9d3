import { describe, expect, it } from 'vitest';
import { count, plural, series } from '../../../../bindings/words/text/counts.js';
import {
  columnFormat,
  errorFormat,
  monteCarloFormat,
  percent,
  pValue,
  short,
  statistic,
} from '../../../../bindings/words/text/format.js';

describe('columnFormat', () => {
  it('gives a column one number of decimals, chosen by its largest number', () => {
    expect([1.5, -0.25].map(columnFormat([1.5, -0.25]))).toEqual(['1.5000', '-0.2500']);
    expect([1234.5678, 0.5].map(columnFormat([1234.5678, 0.5]))).toEqual(['1234.6', '0.5']);
  });

  it('prints what the decimals would hide in scientific notation', () => {
    const show = columnFormat([1, 1e-9, 2e12]);
    expect([1, 1e-9, 2e12, 0].map(show)).toEqual(['1.0000', '1.000e-9', '2.000e+12', '0.0000']);
  });

  it('marks a number that does not exist with a dot', () => {
    expect([NaN, Infinity].map(columnFormat([NaN, Infinity]))).toEqual(['.', 'Infinity']);
  });
});

describe('errorFormat', () => {
  it('gives the standard error three significant digits, and the estimate as many decimals', () => {
    expect([-0.0860069, 0.1082317].map(errorFormat([-0.0860069, 0.1082317]))).toEqual([
      '-0.086',
      '0.108',
    ]);
    expect([123456.7, 5432.1].map(errorFormat([123456.7, 5432.1]))).toEqual(['123457', '5432']);
    expect(errorFormat([1, 0.0999])(0.0999)).toBe('0.0999');
    expect(errorFormat([1, 0.09996])(0.09996)).toBe('0.100');
  });

  it('gives as many decimals as asked for', () => {
    expect([1, 0.12345].map(errorFormat([1, 0.12345], 2))).toEqual(['1.00', '0.12']);
  });

  it('takes the size of the estimate where there is no standard error', () => {
    expect([NaN, 0].map((error) => errorFormat([2.34567, error])(2.34567))).toEqual([
      '2.35',
      '2.35',
    ]);
    expect(errorFormat([NaN, NaN])(NaN)).toBe('.');
  });

  it('uses an exponent for very small errors and very large estimates', () => {
    expect([2.34567e-9, 1.5e-10].map(errorFormat([2.34567e-9, 1.5e-10]))).toEqual([
      '2.346e-9',
      '1.50e-10',
    ]);
    expect([1.23456789e12, 1e9].map(errorFormat([1.23456789e12, 1e9]))).toEqual([
      '1.23457e+12',
      '1000000000',
    ]);
  });
});

describe('monteCarloFormat', () => {
  it('gives the largest error two significant digits', () => {
    expect([-0.272042, 0.008169].map(monteCarloFormat([0.008169, 0.0029]))).toEqual([
      '-0.2720',
      '0.0082',
    ]);
    expect([123.4, 12].map(monteCarloFormat([12]))).toEqual(['123', '12']);
    expect(monteCarloFormat([0])(0.25)).toBe('0.250000');
    expect(monteCarloFormat([NaN, 0.01])(NaN)).toBe('.');
  });
});

describe('series', () => {
  it('separates by commas, and the last by a conjunction', () => {
    expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => series(words, 'or'))).toEqual([
      'a',
      'a or b',
      'a, b or c',
    ]);
  });
});

describe('numbers', () => {
  it('p-values keep three decimals', () => {
    expect([0.5, 0.001, 1.83e-27, 0, NaN, 1].map(pValue)).toEqual([
      '0.500',
      '0.001',
      '<0.001',
      '<0.001',
      '.',
      '1.000',
    ]);
  });

  it('statistics keep two decimals', () => {
    expect([-2.35363, 11683.4512, 1e9, NaN].map(statistic)).toEqual([
      '-2.35',
      '11683.45',
      '1.000e+9',
      '.',
    ]);
  });

  it('counts mark thousands, also with a singular and a plural', () => {
    expect([0, 999, 10_000, 1_234_567].map(count)).toEqual(['0', '999', '10,000', '1,234,567']);
    expect([plural(1, 'unit'), plural(4096, 'replicate')]).toEqual(['1 unit', '4,096 replicates']);
  });

  it('short numbers and percentages lose trailing zeros', () => {
    expect([short(7), short(5.3642857), percent(0.95), percent(0.999)]).toEqual([
      '7',
      '5.36',
      '95%',
      '99.9%',
    ]);
  });
});
