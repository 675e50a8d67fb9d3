import { describe, expect, it } from 'vitest';
import { type Result, toCsv, toJson, toMarkdown, toText } from 'wasmetrics/report';
import { bootstrapped, fit } from './fixture.js';

describe('toJson', () => {
  it('reads back as the same result', () => {
    expect(JSON.parse(toJson(bootstrapped))).toEqual(bootstrapped);
  });

  it('prints null for what is not a finite number', () => {
    const odd = { ...fit, sigma2: NaN, rss: -Infinity };
    const text = toJson(odd);
    expect(JSON.parse(text)).toMatchObject({ sigma2: null, rss: null });
    expect(text).not.toMatch(/NaN|Infinity/);
  });

  it('keeps the keys of the contract, the kind first', () => {
    const keys = Object.keys(JSON.parse(toJson(bootstrapped)) as object);
    expect(keys[0]).toBe('kind');
    expect(keys).toEqual(
      expect.arrayContaining(
        'estimator title depvar nobs ngroups ninstruments rankInstruments dfModel dfResid params stdErrors statistics statistic pValues confInt vcov sigma2 rss tests instruments bootstrap sample warnings engine'.split(
          ' ',
        ),
      ),
    );
  });
});

describe('toCsv of a fit', () => {
  it('prints full digits, one line a coefficient', () => {
    const lines = toCsv(fit).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('name,estimate,stdError,statistic,pValue,low,high');
    expect(lines[1]).toBe(
      'L1.n,0.9453809990634658,0.1429764037468165,6.612,3.79e-11,0.6651524,1.2256096',
    );
    expect(toCsv(bootstrapped).split('\n')[1]).toMatch(/,0\.1384486,0\.0005843$/);
  });

  it('quotes names and leaves missing numbers empty', () => {
    const odd = { ...fit, params: { 'i(x, ref=1)': NaN } };
    expect(toCsv(odd).split('\n')[1]).toBe('"i(x, ref=1)",,,,,,');
  });
});

describe('toMarkdown of a fit', () => {
  const text = toMarkdown(fit);

  it('has a heading, facts and tables', () => {
    expect(text).toMatch(/^### System GMM, two-step\n/);
    expect(text).toContain('| L1.n | 0.945 | 0.143 | 6.61 | <0.001 | 0.665 | 1.226 |');
    expect(text).toContain('| :-- | :-- | --: | --: | --: |');
  });

  it('says all that the text says', () => {
    const words = (page: string) => new Set(page.match(/[^\s|]+/g));
    const shown = words(text.replace(/\\(?=[[\]:])/g, ''));
    const missing = [...words(toText(fit))].filter((word) => !shown.has(word));
    expect(missing.map((word) => `${word}:`).filter((label) => !shown.has(label))).toEqual([]);
  });
});

describe('an object that is no result', () => {
  it.each([{}, { kind: 'model' }, { kind: 'toString' }])('is refused: %j', (object) => {
    expect(() => toText(object as Result)).toThrow(
      /^result: kind: expected one of fit, wald, .*, found /,
    );
  });
});
