import { describe, expect, it } from 'vitest';
import type { FitResult } from '../../../../bindings/results/fit.js';
import { toText } from '../../../../bindings/paper/report/convert.js';
import { bootstrapped, fit } from './fixture.js';

const lineOf = (text: string, start: string) =>
  text.split('\n').find((line) => line.trimStart().startsWith(start));

const flatten = (text: string) => text.replace(/\s+/g, ' ');

describe('the default form of a fit', () => {
  const text = toText(fit);

  it('is a page of sample, coefficients, tests, a verdict and warnings', () => {
    expect(text.split('\n')).toEqual([
      'System GMM, two-step',
      '',
      'observations  751 of 1,031 rows; 140 units, 5 to 7 rows each',
      'rows lost     280: 140 L1.n missing, 140 L2.n missing',
      'instruments   51 instruments (rank 51), 0.36 per unit',
      'std. errors   Windmeijer-corrected two-step, clustered by unit',
      '',
      'n      estimate  std. error      z       p  95% from      to',
      'L1.n      0.945       0.143   6.61  <0.001     0.665   1.226',
      'L2.n     -0.086       0.108  -0.79   0.427    -0.298   0.126',
      'w        -0.448       0.152  -2.94   0.003    -0.746  -0.149',
      '_cons     1.563       0.499   3.13   0.002     0.584   2.542',
      '',
      'test    null hypothesis                     statistic  under null       p',
      'Hansen  valid instruments (robust)              96.44    chi2(46)  <0.001',
      'AR(1)   no AR(1) in differenced errors          -2.35      N(0,1)   0.019',
      'AR(2)   not available: no pairs of order 2',
      '',
      'At the 5% level Hansen rejects the instruments; 51 instruments for 140 units.',
      'Some instruments are not valid, or the model is misspecified.',
      '',
      'warning: 51 instruments for 140 units [many-instruments]',
    ]);
  });

  it('has decimals, stars and labels if asked', () => {
    const options = { digits: 2, stars: [0.05], labels: { n: 'employment', w: 'wage' } };
    const asked = toText(fit, options);
    expect(asked).toMatch(/^wage +-0\.45\* +0\.15 +-2\.94 +0\.003 +-0\.75 +-0\.15$/m);
    expect(asked).toMatch(/^L1\.employment +0\.95\* +0\.14 /m);
    expect(asked).toMatch(/^L2\.employment +-0\.09 +0\.11 /m);
    expect(asked).toContain('\n* p < 0.05\n');
    expect(toText(fit, { stars: true })).toContain('\n* p < 0.1, ** p < 0.05, *** p < 0.01\n');
  });

  it('has the labels of the data if asked', () => {
    const labels = {
      names: { w: 'Wage', region: 'Region' },
      units: {},
      values: { region: { '1': 'east' } },
    };
    const params = { w: 1, 'region=1': 2, 'region=2:w': 3 };
    const odd = { ...fit, params, labels };
    expect(toText(odd)).toMatch(/^region=1 /m);
    const labelled = toText(odd, { labels: true });
    for (const name of ['Wage', 'Region=east', 'Region=2 × Wage']) {
      expect(labelled.split('\n').some((line) => line.startsWith(`${name} `))).toBe(true);
    }
    expect(toText(odd, { labels: { w: 'Pay' } })).toMatch(/^Region=2 × Pay /m);
  });

  it('is refused options that it does not know', () => {
    expect(() => toText(fit, { form: 'long' as 'full' })).toThrow(
      'text: form: expected one of brief, default, full, found long',
    );
    expect(() => toText(fit, { stars: [2] })).toThrow(/^text: stars: expected true, false or/);
    expect(() => toText(fit, { digits: -1 })).toThrow(/^text: digits: expected a whole number/);
  });
});

describe('the brief form of a fit', () => {
  it('has the coefficients, the observations and the kind of standard error', () => {
    const lines = toText(fit, { form: 'brief' }).split('\n');
    expect(lines).toHaveLength(10);
    expect(lines.slice(0, 5)).toEqual([
      'System GMM, two-step',
      '',
      'observations  751 of 1,031 rows; 140 units, 5 to 7 rows each',
      'std. errors   Windmeijer-corrected two-step, clustered by unit',
      '',
    ]);
  });
});

describe('the full form of a fit', () => {
  const full = (result: FitResult) => toText(result, { form: 'full' });
  const text = full(fit);

  it('names the model, the sample and what was lost', () => {
    expect(text.split('\n')[0]).toBe('System GMM, two-step');
    const flat = flatten(text);
    expect(flat).toContain(
      'rows 1,031 read, 751 used; 280 lost: 140 L1.n missing, 140 L2.n missing',
    );
    expect(flat).toContain('140; observations per unit: min 5, mean 5.36, max 7; unbalanced');
    expect(flat).toContain('51 instruments (rank 51), 0.36 per unit');
  });

  it('says the covariance in words', () => {
    expect(text).toContain('Windmeijer-corrected two-step, clustered by unit');
    expect(text).toContain('small sample  factor none');
    const small = full({ ...fit, vcov: { ...fit.vcov, type: 'robust', factor: 1.0125 } });
    expect(small).toContain('robust, clustered by unit');
    expect(small).toContain('small sample  factor 1.0125');
  });

  it('says what the errors of a dynamic panel are clustered by', () => {
    const unitEffects = { unit: 'id', treatment: 'differenced' } as const;
    expect(full({ ...fit, unitEffects })).toContain(
      'Windmeijer-corrected two-step, clustered by id',
    );
    const clusters = [
      { column: 'ind', count: 9 },
      { column: 'year', count: 7 },
    ];
    const vcov = { ...fit.vcov, type: 'doubly-corrected', clusters };
    expect(flatten(full({ ...fit, vcov }))).toContain(
      'doubly corrected, clustered by ind (9 clusters) and year (7 clusters)',
    );
    expect(full({ ...fit, iterations: 7, converged: true })).toContain(
      'Windmeijer-corrected, clustered by unit',
    );
  });

  it('goes on under the last column where reasons are long', () => {
    const dropped = 'in no row of the sample, nor in any that could have been one with other lags';
    const instruments = fit.instruments!.map((one) => ({ ...one, dropped }));
    const lines = full({ ...fit, instruments }).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('gives every test its null hypothesis', () => {
    expect(lineOf(text, 'Sargan')).toContain('valid instruments (not robust)');
    expect(lineOf(text, 'Hansen')).toContain('valid instruments (robust)');
    expect(lineOf(text, 'AR(1)')).toMatch(
      / no AR\(1\) in differenced errors +-2\.35 +N\(0,1\) +0\.019$/,
    );
    expect(flatten(text)).toContain(
      'AR(1): 471 pairs of residuals in 140 units; the later ones are from 1980 to 1984',
    );
    expect(text).toContain('"difference" tests the group');
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
    expect(text).toContain('warning: 51 instruments for 140 units [many-instruments]');
  });

  it('prints no escape codes unless asked', () => {
    expect(text).not.toContain('\u001b');
    expect(toText(fit, { form: 'full', color: true })).toContain('\u001b[1m');
    expect(toText(fit, { form: 'full', color: true }).replace(/\u001b\[\d+m/g, '')).toBe(text);
  });

  it('leaves no space at line ends and keeps to 80 characters', () => {
    for (const line of [...text.split('\n'), ...full(bootstrapped).split('\n')]) {
      expect(line).toBe(line.trimEnd());
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

describe('toText with a bootstrap', () => {
  const text = toText(bootstrapped, { form: 'full', rate: 48_123.3, width: 100 });

  it('puts bootstrap standard error, interval and Monte Carlo error under the analytic ones', () => {
    const [analytic, percentile, basic] = text
      .split('\n')
      .slice(text.split('\n').findIndex((line) => line.startsWith('L1.n')));
    expect(percentile!.indexOf('0.138')).toBe(analytic!.indexOf('0.143'));
    expect(percentile!.indexOf('0.699')).toBe(analytic!.indexOf('0.665'));
    expect(percentile!.trim().split(/ +/).at(-1)).toBe('0.000584');
    expect(basic!.indexOf('0.683')).toBe(analytic!.indexOf('0.665'));
  });

  it('has the first interval alone in the default form', () => {
    const page = toText(bootstrapped);
    expect(page).toMatch(/^ {2}percentile +0\.138 +0\.002 +0\.699 +1\.208$/m);
    expect(page).not.toMatch(/MC error|^ {2}basic/m);
  });

  it('prints the statistics that were asked for in the default form', () => {
    const hansen = { stat: 30.1, pValue: 0.26, monteCarloError: 0.004, replicates: 9997 };
    const bootstrap = { ...bootstrapped.bootstrap!, tests: { hansen } };
    expect(toText({ ...bootstrapped, bootstrap })).toMatch(/^Hansen J +30\.10 +0\.260 +0\.0040 /m);
  });

  it('prints seed, replicates, failures and the rate when given', () => {
    const flat = flatten(text);
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
