/** `linear.wasm` and `wasmetrics.wasm` give the same bits. */
import { describe, expect, test, vi } from 'vitest';

/** The entry points of arrays in a new program, which computes in the linear part or in the whole. */
async function program(part: 'linear' | 'whole') {
  vi.resetModules();
  if (part === 'whole') await import('../../../../bindings/core/engine.js');
  const { ols } = await import('../../../../bindings/estimators/ols.js');
  const linalg = await import('../../../../bindings/linalg/index.js');
  const distributions = await import('../../../../bindings/distributions/index.js');
  const random = await import('../../../../bindings/random/index.js');
  await random.ready();
  const { linearEngine } = await import('../../../../bindings/core/linear-engine.js');
  expect('dpd_open' in linearEngine('test').exports).toBe(part === 'whole');
  return { ols, linalg, distributions, random };
}

type Program = Awaited<ReturnType<typeof program>>;

function draws({ random }: Program, count: number, seed: number): Float64Array {
  return random.normal(random.stream({ seed }), count);
}

const rows = 500;

function regressions(built: Program): unknown {
  const columns = [1, 2, 3].map((seed) => draws(built, rows, seed));
  const noise = draws(built, rows, 4);
  const y = noise.map((e, i) => e + columns[0]![i]! - 2 * columns[1]![i]!);
  const cluster = Array.from({ length: rows }, (_, i) => i % 20);
  const weights = noise.map((e) => 1 + e * e);
  const kinds = ['unadjusted', 'HC0', 'HC1', 'HC2', 'HC3', 'HC4', 'hac'] as const;
  return [
    ...kinds.map((vcov) => built.ols(y, columns, { vcov })),
    ...(['CV1', 'CV2', 'CV3'] as const).map((vcov) => built.ols(y, columns, { vcov, cluster })),
    built.ols(y, columns, { weights }),
    built.ols(y, [...columns, columns[0]!]),
  ];
}

function matrices(built: Program): unknown {
  const { linalg } = built;
  const a = linalg.matrix(10, 6, draws(built, 60, 5));
  const b = linalg.matrix(10, 2, draws(built, 20, 6));
  const gram = linalg.crossprod(a);
  return [
    gram,
    linalg.cholesky(gram),
    linalg.inverse(gram),
    linalg.qr(a),
    linalg.lstsq(a, b),
    linalg.svdvals(a),
    linalg.pinv(a),
    linalg.eigSymmetric(gram),
  ];
}

function probabilities({ distributions }: Program): unknown {
  const { normal, studentT, chi2, f, beta, gamma, noncentralChi2, clr } = distributions;
  const xs = [0.01, 0.3, 1, 2.5, 7, 30];
  const ps = [1e-9, 0.025, 0.5, 0.9];
  return [
    xs.map((x) => [normal.sf(x), studentT.sf(x, 7), chi2.logSf(x, 3), f.cdf(x, 3, 17)]),
    xs.map((x) => [gamma.cdf(x, 2.5), noncentralChi2.sf(x, 3, 2), clr.sf(x, 2, 3, 4)]),
    ps.map((p) => [normal.isf(p), studentT.quantile(p, 7), chi2.isf(p, 3), f.quantile(p, 3, 17)]),
    ps.map((p) => [beta.quantile(p, 2, 3), gamma.isf(p, 2.5)]),
  ];
}

describe('the linear part and the whole give the same bits', () => {
  test.each(Object.entries({ regressions, matrices, probabilities }))(
    'of %s',
    async (_, compute) => {
      expect(compute(await program('linear'))).toEqual(compute(await program('whole')));
    },
  );
});
