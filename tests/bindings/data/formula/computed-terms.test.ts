/** Functions with arithmetic in a formula, which become columns that are built. */
import { describe, expect, test } from 'vitest';
import { computedTerms } from '../../../../bindings/data/formula/idioms/computed-terms.js';
import { parseFormula } from '../../../../bindings/data/formula/formula.js';
import { parseModel } from '../../../../bindings/models/reading/model-file.js';

describe('functions of a formula', () => {
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['y ~ log(w + 1)', 'y ~ `log(w + 1)`', { 'log(w + 1)': 'log(w + 1)' }],
    ['y ~ std(w) | id', 'y ~ `std(w)` | id', { 'std(w)': 'std(w)' }],
    ['y ~ winsor(w, 1)', 'y ~ `winsor(w, 1)`', { 'winsor(w, 1)': 'winsor(w, 1)' }],
    ['y ~ L.log(w*2)', 'y ~ L.`log(w*2)`', { 'log(w*2)': 'log(w*2)' }],
    ['y ~ lag(log(w + 1), 1)', 'y ~ lag(`log(w + 1)`, 1)', { 'log(w + 1)': 'log(w + 1)' }],
    ['y ~ I(w + k)', 'y ~ `w + k`', { 'w + k': 'w + k' }],
    [
      'y ~ log(`gross output` + 1)',
      'y ~ `log(gross output + 1)`',
      {
        'log(gross output + 1)': 'log(`gross output` + 1)',
      },
    ],
    ['y ~ c.log(w+1)#c.k', 'y ~ c.`log(w+1)`#c.k', { 'log(w+1)': 'log(w+1)' }],
    ['y ~ I(log(w)/log(10))', 'y ~ `log(w)/log(10)`', { 'log(w)/log(10)': 'log(w)/log(10)' }],
    ['y ~ mean(w, by=id)', 'y ~ `mean(w, by=id)`', { 'mean(w, by=id)': 'mean(w, by=id)' }],
    ['y ~ x if (w > 1)', 'y ~ x if (w > 1)', {}],
    ['y ~ log(w) + exp(a:b)', 'y ~ log(w) + exp(a:b)', {}],
    ['y ~ I(w^2) + I(w/k)', 'y ~ I(w^2) + I(w/k)', {}],
    ['y ~ i(year, ref=2)', 'y ~ i(year, ref=2)', {}],
    ['y ~ foo(w + 1)', 'y ~ foo(w + 1)', {}],
    ['y ~ log(w +)', 'y ~ log(w +)', {}],
    ['y ~ `log(w + 1)`', 'y ~ `log(w + 1)`', {}],
    ['y ~ log(w + 1', 'y ~ log(w + 1', {}],
  ])('%s', (written, text, build) => {
    expect(computedTerms(written)).toEqual({ text, build });
  });

  test('are built after the steps of the model', () => {
    const model = { estimator: 'ols', formula: 'y ~ log(b + 1)', build: { b: 'x / z' } };
    expect(parseModel(model)).toMatchObject({
      formula: 'y ~ `log(b + 1)`',
      build: [
        { name: 'b', value: 'x / z' },
        { name: 'log(b + 1)', value: 'log(b + 1)' },
      ],
    });
    const listed = { ...model, build: [{ name: 'b', value: 'x / z' }] };
    expect(parseModel(listed)).toEqual(parseModel(model));
  });

  test('are read in instruments, weights and clusters, and share columns', () => {
    const dynamic = {
      estimator: 'dpd',
      formula: 'y ~ L.y + log(w+1)',
      panel: { unit: 'id', time: 'year' },
      gmm: [{ vars: ['log(w + 1)'], lags: [2, 3] }],
      iv: [{ vars: 'abs(k - 1) L(0:1).k' }],
    };
    expect(parseModel(dynamic)).toMatchObject({
      gmm: [{ vars: ['`log(w+1)`'] }],
      iv: [{ vars: ['`abs(k - 1)`', 'L(0:1).k'] }],
      build: [{ name: 'log(w+1)' }, { name: 'abs(k - 1)' }],
    });
    const weights = { column: 'log(w + 1)', type: 'analytic' };
    const linear = {
      estimator: 'ols',
      formula: 'y ~ x',
      weights,
      vcov: 'cluster:floor(id / 10) g',
    };
    expect(parseModel(linear)).toMatchObject({
      weights,
      vcov: { cluster: ['floor(id / 10)', 'g'] },
      build: [{ name: 'log(w + 1)' }, { name: 'floor(id / 10)' }],
    });
  });

  test('name wrong options, and how to write other logarithms', () => {
    const read = (formula: string) => () => parseModel({ estimator: 'ols', formula });
    expect(read('y ~ winsor(w, p=1)')).toThrow('unknown option "p" of winsor (there are by, type)');
    expect(() => parseFormula('y ~ log10(w)')).toThrow('write I(log(x)/log(10))');
  });

  test('keep a step of the same name and value, and refuse another value', () => {
    const formula = 'y ~ log(x + 1)';
    const same = { estimator: 'ols', formula, build: { 'log(x + 1)': 'log(x + 1)' } };
    expect(parseModel(same)).toMatchObject({ build: [{ name: 'log(x + 1)' }] });
    const other = { estimator: 'ols', formula, build: { 'log(x + 1)': 'x' } };
    expect(() => parseModel(other)).toThrow(/build\.log\(x \+ 1\)/);
  });
});
