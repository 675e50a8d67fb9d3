import { describe, expect, test } from 'vitest';
import { nearest, suggestion } from '../../../bindings/data/nearest.js';

describe('nearest', () => {
  test.each([
    ['wagee', ['wage', 'year'], 'wage'],
    ['Wage', ['wage', 'wages'], 'wage'],
    ['yaer', ['id', 'year'], 'year'],
    ['clollapse', ['vars', 'lags', 'collapse'], 'collapse'],
    ['estimater', ['estimator', 'formula'], 'estimator'],
  ])('finds the name that %s misspells', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  test('finds nothing when no name is near', () => {
    expect(nearest('employment', ['wage', 'year'])).toBeUndefined();
    expect(nearest('n', ['w', 'k'])).toBeUndefined();
    expect(nearest('n', [])).toBeUndefined();
  });

  test('is phrased as the end of a message', () => {
    expect(suggestion('wagee', ['wage'])).toBe(' (did you mean "wage"?)');
    expect(suggestion('wagee', ['id', 'year'])).toBe(' (there are id, year)');
  });
});
