import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dense, random, relativeDistance, symmetric, wrap } from '../../../dense.js';
import { core, doubles, get } from '../../../linear-design.js';
import { padded } from '../../../lapack/panels.js';
import { drawings, drawnModel, opened, rounding, unpadded, type Opened } from '../opened.js';
import { names } from '../panel.js';
import { covarianceAt, momentsAt, weightDerivative, type Moments } from '../textbook.js';

/** The block of each unit from its rows, and its moments at random parameters from slices of all units. */
function expectUnits({ estimate, n, k }: Opened, expected: Moments, seed: number): void {
  const params = random(k, 1, seed);
  const g = momentsAt(expected, params);
  g.forEach((moments, u) => {
    const size = padded(n) * (k + 2);
    const out = core.allocZeroed(8 * size);
    core.momentsOfUnit(estimate, u, doubles(params.values), out);
    const found = unpadded(get(out, size), n);
    const rows = dense(n, k + 2, (i, j) => {
      const matrix = j < k ? expected.blocks[u]! : j === k ? expected.outcomes[u]! : moments;
      return matrix.values[i + (j < k ? j : 0) * n]!;
    });
    expect(relativeDistance(found, rows)).toBeLessThan(rounding);
  });
}

/** S at random parameters, and its derivative times a random vector. */
function expectCovariance({ estimate, n, k }: Opened, expected: Moments, seed: number): void {
  const params = random(k, 1, seed + 1);
  const a = random(n, 1, seed + 2);
  const weighted = doubles(new Float64Array(padded(n)));
  new Float64Array(core.memory.buffer, weighted, n).set(a.values);
  const size = n * n + padded(n) * k;
  const out = core.allocZeroed(8 * size);
  core.momentCovariance(estimate, doubles(params.values), weighted, out);
  const s = symmetric(wrap(n, n, get(out, n * n)));
  const derivative = unpadded(get(out + 8 * n * n, padded(n) * k), n);
  expect(relativeDistance(s, covarianceAt(expected, params))).toBeLessThan(rounding);
  const { values, rows, columns } = weightDerivative(expected, params, a);
  expect(relativeDistance(derivative, wrap(rows, columns, values))).toBeLessThan(10 * rounding);
}

describe('the moments of a unit, their covariance and its derivative are those of dense matrices', () => {
  for (const name of names) {
    test(name, () => {
      fc.assert(
        fc.property(drawings, (drawing) => {
          const { model, moments } = drawnModel(name, drawing);
          const start = core.mark();
          const estimate = opened(model);
          expectUnits(estimate, moments, drawing.seed);
          expectCovariance(estimate, moments, drawing.seed);
          core.release(start);
        }),
        { numRuns: 5 },
      );
    });
  }
});
