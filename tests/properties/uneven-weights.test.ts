/** Absorbed effects whose levels are linked by rows of very small weights, against the regression on dummies. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { uniform } from '../assembly/dense.js';

interface Slopes {
  readonly params: { readonly x: number };
  readonly stdErrors: { readonly x: number };
}

test('are those of dummies with weights over twelve orders of magnitude', () =>
  fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 60, max: 140 }), async (seed, nrows) => {
      const next = uniform(seed);
      const share = () => (next() + 1) / 2;
      const rows = Array.from({ length: nrows }, (_, i) => {
        const [a, b] = [Math.floor(i / 3), Math.floor(share() * share() * (nrows / 4))];
        const effects = 3 * Math.sin(a * a) + 3 * Math.cos(b * b);
        const x = next() + 0.3 * effects;
        return { a, b, x, w: 10 ** (6 * next()), y: x + effects + next() };
      });
      const slope = async (formula: string) => {
        const weights = { column: 'w', type: 'analytic' } as const;
        const vcov = { type: 'unadjusted' } as const;
        const fit = await fitModel(rows, { estimator: 'ols', formula, weights, vcov });
        const { params, stdErrors } = fit as unknown as Slopes;
        return [params.x, stdErrors.x] as const;
      };
      const [found] = await slope('y ~ x | a + b');
      const [expected, error] = await slope('y ~ x + i(a) + i(b)');
      expect(Math.abs(found - expected)).toBeLessThan(1e-7 * error);
    }),
    { numRuns: 200, seed: 3 },
  ));
