/** Percentiles by two definitions, as R's `quantile()` has them, and choices without a second value. */
import { describe, expect, test } from 'vitest';
import { buildColumns } from '../../../../bindings/data/steps/columns.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { hostMath, inputErrorOf } from '../support.js';

const table = toTable({ x: [4, 1, 3, 2, null], g: [1, 1, 2, 2, 2] });

function built(expression: string): (number | null)[] {
  const site = { math: hostMath, index: () => new Float64Array(0), panel: undefined };
  const { table: after } = buildColumns(table, [{ name: 'v', value: expression }], site);
  return [...(after.columns.get('v')!.values as Float64Array)].map((v) => (v === v ? v : null));
}

describe('quantile(), winsor() and if()', () => {
  test.each([
    ['quantile(x, 25)', [1.75, 1.75, 1.75, 1.75, 1.75]],
    ['quantile(x, 25, type: 2)', [1.5, 1.5, 1.5, 1.5, 1.5]],
    ['quantile(x, 10, type: 2)', [1, 1, 1, 1, 1]],
    ['quantile(x, 33.333333333333336, type: 2)', [2, 2, 2, 2, 2]],
    ['quantile(x, 50, type: 2, by: g)', [2.5, 2.5, 2.5, 2.5, 2.5]],
    ['quantile(x, 0, type: 2)', [1, 1, 1, 1, 1]],
    ['quantile(x, 100, type: 2)', [4, 4, 4, 4, 4]],
    ['winsor(x, 25, 75, type: 2)', [3.5, 1.5, 3, 2, null]],
    ['winsor(x, 25, 75)', [3.25, 1.75, 3, 2, null]],
    ['if(x > 2, x)', [4, null, 3, null, null]],
    ['if(missing(x), 0)', [null, null, null, null, 0]],
  ])('%s', (expression, values) => {
    expect(built(expression)).toEqual(values);
  });

  test.each([
    ['quantile(x, 101)', 'quantile needs a percentile from 0 to 100'],
    ['quantile(x, 25, type: 3)', 'type: expected 7, or 2'],
    ['mean(x, type: 2)', 'type'],
  ])('refuses %s', (expression, message) => {
    expect(inputErrorOf(() => built(expression)).message).toContain(message);
  });
});
