/** `linear.wasm` and `wasmetrics.wasm` give the same bits. */
import { describe, expect, test, vi } from 'vitest';

/** The entry points of arrays in a new program, which computes in one of the parts. */
async function program(part: 'linear' | 'estimation') {
  vi.resetModules();
  if (part === 'estimation') await import('../../../../../bindings/core/engine/engine.js');
  const { ols } = await import('../../../../../bindings/analysis/estimators/ols.js');
  const random = await import('../../../../../bindings/core/random/index.js');
  await random.ready();
  const { anyEngine } = await import('../../../../../bindings/core/engine/instances/any-engine.js');
  expect('dpd_open' in anyEngine('test').exports).toBe(part === 'estimation');
  return { ols, random };
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

function sequences({ random }: Program): unknown {
  const drawn = random.stream({ seed: 5 });
  return [random.uniform(drawn, 50), random.integers(drawn, 7, 50), random.permutation(drawn, 20)];
}

describe('both parts give the same bits', () => {
  test.each(Object.entries({ regressions, sequences }))('of %s', async (_, compute) => {
    expect(compute(await program('linear'))).toEqual(compute(await program('estimation')));
  });
});
