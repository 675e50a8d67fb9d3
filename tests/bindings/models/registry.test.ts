/** What is known of estimators by their names. */
import { describe, expect, test } from 'vitest';
import { has, estimatorNames, traitsOf } from '../../../bindings/models/registry.js';
import { parseModel } from '../../../bindings/models/reading/model-file.js';

describe('the registry of estimators', () => {
  test('names the estimators in the order of the alphabet', () => {
    expect(estimatorNames()).toEqual([...estimatorNames()].sort());
  });

  test.each(estimatorNames())('%s: its shortest model is one of its own', (name) => {
    const { shortest } = traitsOf(name)!;
    expect(parseModel(shortest).estimator).toBe(name);
  });

  test('a result of an estimator that this version lacks has no traits', () => {
    expect(traitsOf('poisson')).toBeUndefined();
    expect(Object.values(has({ estimator: 'poisson' })).every((trait) => !trait)).toBe(true);
  });
});
