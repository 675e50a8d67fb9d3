import { describe, expect, it } from 'vitest';
import type { FitResult } from '../../../bindings/results/fit.js';
import { toText } from '../../../bindings/report/convert.js';
import { bootstrapped, fit } from './fixture.js';

const lineOf = (text: string, start: string) =>
  text.split('\n').find((line) => line.trimStart().startsWith(start));

describe('toText', () => {
  const text = toText(fit);

  it('names the model, the sample and what was lost', () => {
    expect(text.split('\n')[0]).toBe('System GMM, two-step');
    expect(text).toContain(
      'rows          1,031 read, 751 used; 280 lost: 140 L1.n missing, 140 L2.n missing',
    );
    expect(text).toContain('140; observations per unit: min 5, mean 5.36, max 7; unbalanced');
    expect(text).toContain('51 instruments (rank 51), 0.36 per unit');
  });

  it('says the covariance in words', () => {
    expect(text).toContain(
      'Windmeijer-corrected two-step, clustered by unit; no small-sample factor',
    );
    const small = { ...fit, vcov: { ...fit.vcov, type: 'robust', factor: 1.0125 } };
    expect(toText(small)).toContain('robust, clustered by unit; small-sample factor 1.0125');
  });

  it('says what the errors of a dynamic panel are clustered by', () => {
    const clusters = [
      { column: 'ind', count: 9 },
      { column: 'year', count: 7 },
    ];
    const vcov = { ...fit.vcov, type: 'doubly-corrected', clusters };
    expect(toText({ ...fit, vcov })).toContain(
      'doubly corrected, clustered by ind (9 clusters) and year (7 clusters)',
    );
    expect(toText({ ...fit, iterations: 7, converged: true })).toContain(
      'Windmeijer-corrected, clustered by unit',
    );
  });

  it('goes on under the last column where reasons are long', () => {
    const dropped = 'in no row of the sample, nor in any that could have been one with other lags';
    const instruments = fit.instruments!.map((one) => ({ ...one, dropped }));
    const lines = toText({ ...fit, instruments }).split('\n');
    expect(lines.filter((line) => line.length > 98)).toEqual([]);
  });

  it('prints a line for each coefficient', () => {
    expect(lineOf(text, 'L1.n')?.split(/ +/)).toEqual([
      'L1.n',
      '0.945381',
      '0.142976',
      '6.612',
      '3.8e-11',
      '0.665152',
      '1.225610',
    ]);
  });

  it('gives every test its null hypothesis', () => {
    expect(lineOf(text, 'Sargan')).toContain('not robust; not weakened by many');
    expect(lineOf(text, 'Hansen')).toContain('robust; low power with many');
    expect(lineOf(text, 'AR(1)')).toContain(
      'no AR(1) in differenced errors (471 pairs, 140 units)',
    );
    expect(lineOf(text, 'AR(1)')).toMatch(/ -2\.354 +N\(0,1\) +0\.0186$/);
    expect(text).toContain('period of the later residual: AR(1) 1980 to 1984\n');
    expect(text).toContain('"difference" tests the group');
  });

  it('keeps the statistic of a test with a long hypothesis', () => {
    const [first] = fit.tests.ar!;
    const long = { ...first!, pairs: 123_456_789, units: 123_456_789 };
    const wide = toText({ ...fit, tests: { ...fit.tests, ar: [long] } });
    expect(lineOf(wide, 'AR(1)')).toMatch(/ -2\.354 +N\(0,1\) +0\.0186$/);
  });

  it('says why a test does not exist', () => {
    expect(lineOf(text, 'AR(2)')).toContain('not available: no pairs of order 2');
    expect(lineOf(text, 'iv(k):')).toBe('iv(k): fewer instruments than regressors');
  });

  it('sums instruments up by group and equation', () => {
    expect(text).toMatch(/^gmm\(n, 2:4\) +diff +3 +2 to 4$/m);
    expect(text).toMatch(/^iv\(k\) +both +1 +1: depends on the others$/m);
  });

  it('prints warnings', () => {
    expect(text).toContain('warning: 51 instruments for 140 units');
  });

  it('prints no escape codes unless asked', () => {
    expect(text).not.toContain('\u001b');
    expect(toText(fit, { color: true })).toContain('\u001b[1m');
    expect(toText(fit, { color: true }).replace(/\u001b\[\d+m/g, '')).toBe(text);
  });

  it('leaves no space at line ends and keeps to 98 characters', () => {
    for (const line of [...text.split('\n'), ...toText(bootstrapped).split('\n')]) {
      expect(line).toBe(line.trimEnd());
      expect(line.length).toBeLessThanOrEqual(98);
    }
  });
});

describe('toText with a bootstrap', () => {
  const text = toText(bootstrapped, { rate: 48_123.3 });

  it('puts bootstrap standard error, interval and Monte Carlo error under the analytic ones', () => {
    const [analytic, percentile, basic] = text
      .split('\n')
      .slice(text.split('\n').findIndex((line) => line.startsWith('L1.n')));
    expect(percentile!.indexOf('0.138449')).toBe(analytic!.indexOf('0.142976'));
    expect(percentile!.indexOf('0.699425')).toBe(analytic!.indexOf('0.665152'));
    expect(percentile!.trim().split(/ +/).at(-1)).toBe('0.000584');
    expect(basic!.indexOf('0.683234')).toBe(analytic!.indexOf('0.665152'));
  });

  it('prints seed, replicates, failures and the rate when given', () => {
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain('10,000 replicates, resampling the units of id');
    expect(flat).toContain(
      'seed 1; 3 failed: singular weighting matrix (3); 48,123 replicates per second',
    );
    expect(toText(bootstrapped)).not.toContain('per second');
  });

  it('marks a partial run', () => {
    const partial: FitResult = {
      ...bootstrapped,
      bootstrap: { ...bootstrapped.bootstrap!, partial: true, completed: 4096 },
    };
    expect(toText(partial)).toContain('PARTIAL: stopped after 4,096 of 10,000 replicates');
  });
});
