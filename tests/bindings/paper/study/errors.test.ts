/** Errors of a study name the place in its file. */
import { expect, test } from 'vitest';
import { defineStudy, type StudyInput } from 'wasmetrics/study';

test.each([
  ['y ~ x + I(2)', ': I(2): expected a product or power of columns, found the number 2'],
  ['y ~ x + ', '.formula: expected a variable, found the end'],
])('the formula %s keeps its sentence', (formula, sentence) => {
  const study = { study: 1, tables: { T1: { models: [{ estimator: 'ols', formula }] } } };
  expect(() => defineStudy(study as unknown as StudyInput)).toThrow(
    `study: tables.T1.models[0]${sentence}`,
  );
});

const model = { estimator: 'ols', formula: 'y ~ x' };
const studyOf = (defaults: object, keys: object) =>
  ({
    study: 1,
    defaults,
    tables: { T1: { models: [{ ...model, ...keys }] } },
  }) as unknown as StudyInput;

test('null takes a default away, and is refused for a key that no model has', () => {
  expect(() => defineStudy(studyOf({}, { vcov: null, gmm: null, bootstrap: null }))).not.toThrow();
  const typo = studyOf({ vcov: { type: 'HC1' } }, { vcof: null });
  expect(() => defineStudy(typo)).toThrow(
    'study: tables.T1.models[0].vcof: unknown key (did you mean "vcov"?)',
  );
});

test.each(['data', 'reshape', 'merge', 'build'])(
  '%s is the same for all models, so neither defaults nor a model have it',
  (key) => {
    const sentence = `expected ${key} once, at the top of the study, found "x.csv"`;
    const [value, place] = [{ [key]: 'x.csv' }, 'tables.T1.models[0]'];
    expect(() => defineStudy(studyOf(value, {}))).toThrow(`study: defaults.${key}: ${sentence}`);
    expect(() => defineStudy(studyOf({}, value))).toThrow(`study: ${place}.${key}: ${sentence}`);
  },
);
