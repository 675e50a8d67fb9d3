/** CV2 and CV3 of regressors that are constant in clusters, against dense matrices of each cluster. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { mix } from '../../bench/random.js';
import { correctedErrors, type Sample } from './cluster-corrections.js';
import { expectClose } from './panels.js';

const kinds = ['CV2', 'CV3'] as const;

interface Golden extends Omit<Sample, 'w'> {
  readonly w?: readonly number[];
  readonly stdErrors: Readonly<Record<'CV2' | 'CV3', readonly number[]>>;
}

const golden = JSON.parse(
  readFileSync(new URL('../golden/covariance/treated.json', import.meta.url), 'utf8'),
) as readonly Golden[];

/** Standard errors of y on the columns of x and a constant. */
async function fitted({ y, g, x, w }: Sample, type: 'CV2' | 'CV3'): Promise<number[]> {
  const names = x.map((_, j) => `x${j}`);
  const columns = Object.fromEntries(names.map((name, j) => [name, x[j]!]));
  const fit = await fitModel(
    { y, g, ...columns, ...(w && { w }) },
    {
      estimator: 'ols',
      formula: `y ~ ${names.join(' + ')}`,
      vcov: { type, cluster: 'g' },
      ...(w && { weights: { column: 'w', type: 'analytic' } }),
    },
  );
  return Object.values(fit.stdErrors);
}

/** Clusters of unequal size; `treated` of them have a dummy, and each row has one or two covariates. */
const samples = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 10 }),
    treated: fc.integer({ min: 1, max: 9 }),
    covariates: fc.integer({ min: 1, max: 2 }),
    weighted: fc.boolean(),
    seed: fc.nat({ max: 10_000 }),
  })
  .filter(({ sizes }) => sizes.reduce((sum, size) => sum + size, 0) > 10)
  .map(({ sizes, treated, covariates, weighted, seed }): Sample => {
    const draw = (row: number, salt: number) => mix(mix(seed + salt) ^ row) / 2 ** 32 - 0.5;
    const g = sizes.flatMap((size, cluster) => Array<number>(size).fill(cluster));
    const dummy = g.map((cluster) => Number(cluster < Math.min(treated, sizes.length - 1)));
    const drawn = (salt: number) => g.map((_, i) => draw(i, salt));
    const x = [dummy, ...Array.from({ length: covariates }, (_, j) => drawn(1 + j))];
    const y = g.map((cluster, i) => draw(i, 5) + draw(cluster, 6) + dummy[i]! - 2 * x[1]![i]!);
    return { y, g, x, w: weighted ? drawn(7).map((value) => 0.7 + value) : undefined };
  });

describe('CV2 and CV3 of treatments that are constant in clusters', () => {
  test.each(golden.map((item, i) => [i, item] as const))('sample %i by numpy', async (_, item) => {
    for (const kind of kinds) {
      const found = await fitted({ w: undefined, ...item }, kind);
      item.stdErrors[kind].forEach((se, j) => expectClose(found[j]!, se, 1e-10, `${kind} ${j}`));
    }
  });

  test('are those of the pseudo-inverse of each cluster', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.constantFrom(...kinds), async (sample, kind) => {
        const found = await fitted(sample, kind);
        correctedErrors(sample, kind).forEach((se, j) =>
          expectClose(found[j]!, se, 1e-8, `${kind} ${j}`),
        );
      }),
      { numRuns: 150, seed: 12 },
    );
  });
});
