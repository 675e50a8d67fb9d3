/**
 * Difference GMM with h = 1 is two-stage least squares on the differenced data: here once more, with
 * the differences and the instruments written out row by row.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { dense, type Dense, multiply, transpose, worst, wrap } from '../assembly/dense.js';
import { type Columns, expectClose, modelOf, panels } from './panels.js';

interface Stack {
  readonly y: Dense;
  readonly x: Dense;
  readonly z: Dense;
}

/** Differences of y ~ L.y + z1, with y lagged 2 to `deepest` (one column per lag) and D.z1 as instruments. */
function differenced(panel: Columns, deepest: number): Stack {
  const places = new Map<string, number>(
    panel['unit']!.map((unit, row) => [`${unit} ${panel['time']![row]}`, row] as const),
  );
  const value = (name: string, row: number, back: number): number => {
    const place = places.get(`${panel['unit']![row]} ${panel['time']![row]! - back}`);
    return place === undefined ? NaN : panel[name]![place]!;
  };
  const change = (name: string, row: number, back: number) =>
    value(name, row, back) - value(name, row, back + 1);
  const rows = panel['unit']!.map((_, row) => row).filter(
    (row) => !Number.isNaN(change('y', row, 0) + change('y', row, 1) + change('z1', row, 0)),
  );
  const orZero = (x: number) => (Number.isNaN(x) ? 0 : x);
  return {
    y: dense(rows.length, 1, (i) => change('y', rows[i]!, 0)),
    x: dense(rows.length, 2, (i, j) =>
      j === 0 ? change('y', rows[i]!, 1) : change('z1', rows[i]!, 0),
    ),
    z: dense(rows.length, deepest, (i, j) =>
      j === 0 ? change('z1', rows[i]!, 0) : orZero(value('y', rows[i]!, j + 1)),
    ),
  };
}

/** A^-1 B by Gauss and Jordan with row pivoting. */
function solve(a: Dense, b: Dense): Dense {
  const n = a.rows;
  const rows = Array.from({ length: n }, (_, i) => [
    ...[a, b].flatMap((m) => Array.from({ length: m.columns }, (__, j) => m.values[i + j * n]!)),
  ]);
  for (let k = 0; k < n; k++) {
    const best = rows.findIndex(
      (row, i) => i >= k && Math.abs(row[k]!) === worst(rows.slice(k).map((other) => other[k]!)),
    );
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    const pivot = rows[k]!.map((element) => element / rows[k]![k]!);
    rows.forEach((row, i) => {
      rows[i] = i === k ? pivot : row.map((element, j) => element - row[k]! * pivot[j]!);
    });
  }
  return dense(n, b.columns, (i, j) => rows[i]![n + j]!);
}

/** (X'Z (Z'Z)^-1 Z'X)^-1 X'Z (Z'Z)^-1 Z'y. */
function twoStage({ y, x, z }: Stack): number[] {
  const across = multiply(transpose(z), x);
  const projected = transpose(solve(multiply(transpose(z), z), across));
  const [left, right] = [across, multiply(transpose(z), y)].map((m) => multiply(projected, m));
  return [...solve(left!, right!).values];
}

function model(deepest: number, steps: 1 | 2) {
  return modelOf({
    formula: 'y ~ L.y + z1',
    system: false,
    gmm: [{ vars: 'y', lags: [2, deepest], collapse: true }],
    h: 1,
    steps,
  });
}

const settings = { numRuns: 25 };

describe('difference GMM with h = 1', () => {
  test('is two-stage least squares on the differenced rows', async () => {
    await fc.assert(
      fc.asyncProperty(panels, fc.constantFrom(2, 3, 5), async (panel, deepest) => {
        const stack = differenced(panel, deepest);
        const { params, nobs, rss } = await fitModel(panel, model(deepest, 1));
        const expected = twoStage(stack);
        expect(nobs).toBe(stack.y.rows);
        Object.values(params).forEach((value, j) =>
          expectClose(value, expected[j]!, 1e-9, `coefficient ${j}`),
        );
        expectClose(rss, sumOfSquares(residuals(stack, Object.values(params))), 1e-10, 'rss');
      }),
      settings,
    );
  });

  test('makes every moment zero when it is exactly identified, in one step and two', async () => {
    await fc.assert(
      fc.asyncProperty(panels, fc.constantFrom<1 | 2>(1, 2), async (panel, steps) => {
        const stack = differenced(panel, 2);
        const { params, rankInstruments } = await fitModel(panel, model(2, steps));
        expect(rankInstruments).toBe(2);
        const errors = residuals(stack, Object.values(params));
        const moments = multiply(transpose(stack.z), errors).values;
        const size = Math.sqrt(sumOfSquares(stack.z) * sumOfSquares(errors));
        expect(worst(moments) / size).toBeLessThan(1e-12);
      }),
      settings,
    );
  });
});

function residuals({ y, x }: Stack, params: readonly number[]): Dense {
  const fitted = multiply(x, wrap(params.length, 1, Float64Array.from(params)));
  return dense(y.rows, 1, (i) => y.values[i]! - fitted.values[i]!);
}

function sumOfSquares(a: Dense): number {
  return a.values.reduce((sum, value) => sum + value * value, 0);
}
