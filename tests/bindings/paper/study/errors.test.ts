/** Errors of a study name the place in its file. */
import { expect, test } from 'vitest';
import { defineStudy, type StudyInput } from 'wasmetrics';

test.each([
  ['y ~ x + I(z > 0)', ': I(z > 0): expected a product or power of columns, found a comparison'],
  ['y ~ x + ', '.formula: expected a variable, found the end'],
])('the formula %s keeps its sentence', (formula, sentence) => {
  const study = { study: 1, tables: { T1: { models: [{ estimator: 'ols', formula }] } } };
  expect(() => defineStudy(study as unknown as StudyInput)).toThrow(
    `study: tables.T1.models[0]${sentence}`,
  );
});
