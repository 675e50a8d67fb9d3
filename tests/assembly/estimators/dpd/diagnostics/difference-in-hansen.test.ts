import { describe, expect, test } from 'vitest';
import { inverse, scale, type Dense } from '../../../dense.js';
import { solveWith } from '../../../gmm/problem.js';
import { fitOf, type Fit } from '../fit.js';
import { modelOf, names, type Model } from '../panel.js';
import { momentsOf, nextStep, oneStep, rowsOf, submatrix, type Moments } from '../textbook.js';
import { instrumentsOf, unitsOf, type Instrument } from '../units.js';

type Mask = readonly (readonly [boolean, boolean])[];

/** Every spec alone, every part of one, and all level parts but the constant, which nothing else identifies. */
function masksOf({ specs }: Model): Mask[] {
  const none = specs.map(() => [false, false] as const);
  const without = (places: readonly number[], parts: readonly [boolean, boolean]) =>
    none.map((part, i) => (places.includes(i) ? parts : part));
  return [
    ...specs.map((_, i) => without([i], [true, true])),
    without([0], [true, false]),
    without([0], [false, true]),
    specs.map(({ kind }) => [false, kind !== 'constant'] as const),
  ];
}

/** The columns that a test keeps; one of both equations goes with either part. */
function keptBy(model: Model, instruments: readonly Instrument[], mask: Mask): number[] {
  return instruments.flatMap(({ spec, transformed, level }, column) => {
    const [diff, levels] = mask[model.specs.indexOf(spec)]!;
    return (diff && transformed) || (levels && level) ? [] : [column];
  });
}

/** J without the other columns, weighted by the block of the full model's S. */
function objective(moments: Moments, s: Dense, kept: readonly number[]): number {
  const covariance = submatrix(s, kept);
  const problem = { a: rowsOf(moments.a, kept), s: rowsOf(moments.s, kept), covariance };
  return solveWith(inverse(covariance), problem).objective;
}

function expectTests(
  found: Fit,
  keptColumns: readonly (readonly number[])[],
  moments: Moments,
  { s, j }: { readonly s: Dense; readonly j: number },
): void {
  const [n, k] = [moments.a.rows, moments.a.columns];
  expect(found.status).toBe(0);
  keptColumns.forEach((kept, test) => {
    const [without, df, difference, dfDifference] = found.tests[test]!;
    if (kept.length < k || kept.length === n) {
      expect([without, difference]).toEqual([NaN, NaN]);
      return;
    }
    const expected = objective(moments, s, kept);
    expect([df, dfDifference]).toEqual([kept.length - k, n - kept.length]);
    // With as many instruments as parameters nothing but rounding is left.
    expect(Math.abs(without! - expected)).toBeLessThan(1e-8 * (1 + j));
    expect(Math.abs(difference! - (j - expected))).toBeLessThan(1e-8 * (1 + j));
    expect(difference).toBeGreaterThan(-1e-8 * (1 + j));
  });
}

describe('J without some instruments takes the block of the covariance of the others', () => {
  for (const name of names) {
    test(name, () => {
      const model = modelOf(name, { seed: 21 });
      const tests = masksOf(model);
      const instruments = instrumentsOf(model);
      const kept = tests.map((mask) => keptBy(model, instruments, mask));
      const moments = momentsOf(unitsOf(model));
      const first = oneStep(moments);
      const second = nextStep(moments, first.params);
      const full = { s: second.covariance, j: second.objective };
      for (const steps of [1, 2] as const) {
        expectTests(fitOf(model, { steps, tests }), kept, moments, full);
      }
      const classical = fitOf(model, { covariance: 'unadjusted', tests });
      const sigma2 = classical.numbers['sigma2']!;
      const sargan = { s: scale(sigma2, first.covariance), j: first.objective / sigma2 };
      expectTests(classical, kept, moments, sargan);
    });
  }
});
