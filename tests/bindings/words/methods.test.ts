/** Names of methods of other programs lead to what exists, in both languages. */
import { expect, test } from 'vitest';
import { methodNamed } from '../../../bindings/words/text/method-names.js';
import { parseModel } from '../../../bindings/models/reading/model-file.js';
import type { EconError } from '../../../bindings/core/errors/errors.js';
import { errorText } from '../../../bindings/paper/study/error-text.js';

test.each([
  ['reghdfe', 'regression'],
  ['XTREG', 'effects'],
  ['xtabond2', 'dynamic'],
  ['poisson', 'count'],
  ['Event_Study', 'event-study'],
  ['qreg', 'quantile'],
  ['areg2', undefined],
  ['constructor', undefined],
])('%s', (name, method) => {
  expect(methodNamed(name)).toBe(method);
});

test('an estimator of another program is refused with what exists', () => {
  const run = (estimator: string) => {
    try {
      parseModel({ estimator, formula: 'y ~ x' });
    } catch (error) {
      return [(error as Error).message, errorText(error as EconError, { language: 'zh' })];
    }
    throw new Error('not refused');
  };
  expect(run('poisson')).toEqual([
    'model: there is no estimator "poisson"; count models are not in this version; ols of log(y) takes positive counts only and answers another question; this version has the estimators dpd, gmm, iv, ols, panel',
    'model：没有估计方法 "poisson"；此版本没有计数模型；对 log(y) 作 ols 只能用于正的计数，且回答的是另一个问题；此版本的估计方法有 dpd、gmm、iv、ols、panel',
  ]);
  expect(run('nothing')[0]).toBe(
    'model: there is no estimator "nothing"; this version has the estimators dpd, gmm, iv, ols, panel',
  );
});
