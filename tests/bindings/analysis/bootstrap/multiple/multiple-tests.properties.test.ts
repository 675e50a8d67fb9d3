import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitModel, type FitResult, multipleTests } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';
import {
  benjaminiHochberg,
  holm,
  sharpenedQ,
} from '../../../../../bindings/analysis/bootstrap/multiple/adjustments.js';
import {
  singleP,
  stepDown,
} from '../../../../../bindings/analysis/bootstrap/multiple/step-down.js';

const read = (path: string) =>
  readFileSync(new URL(`../../../../golden/${path}`, import.meta.url), 'utf8');
const provinces = parseCsv(read('provinces/data.csv'));
const { spec, expected } = JSON.parse(read('groups/rw_provinces.json'));
const formulaOf = (outcome: string) => `${outcome} ~ ${spec.regressors.join(' + ')}`;
const vcov = { type: 'cluster', cluster: 'id' } as const;
const fitOf = (outcome: string): Promise<FitResult> =>
  fitModel(provinces, { estimator: 'ols', formula: formulaOf(outcome), vcov });
const alone = { workers: 0 } as const;

describe('multipleTests', () => {
  test("equals R's Holm and Benjamini-Hochberg, and its bootstrap within Monte Carlo error", async () => {
    const fits = await Promise.all((spec.outcomes as string[]).map(fitOf));
    const adjust = ['holm', 'bh', 'romano-wolf', 'westfall-young'] as const;
    const result = await multipleTests(fits, {
      of: ['Gov'],
      adjust,
      reps: 9999,
      seed: 3,
      ...alone,
    });
    result.hypotheses.forEach((hypothesis, i) => {
      const outcome = spec.outcomes[i] as string;
      expect(hypothesis.name).toBe(`${outcome}: Gov`);
      expect(hypothesis.stat / expected.t[outcome]).toBeCloseTo(1, 9);
      expect(hypothesis.pValue).toBeCloseTo(expected.p_model[outcome], 9);
      expect(hypothesis.adjusted.holm).toBeCloseTo(expected.p_holm[outcome], 9);
      expect(hypothesis.adjusted.bh).toBeCloseTo(expected.q_bh[outcome], 9);
      const near = 4 * Math.SQRT2 * expected.mc_error[outcome];
      const romanoWolf = hypothesis.adjusted['romano-wolf']!;
      expect(Math.abs(romanoWolf - expected.p_romano_wolf[outcome])).toBeLessThan(near);
      // Equal degrees of freedom: the order of p-values is that of t.
      expect(hypothesis.adjusted['westfall-young']).toBe(romanoWolf);
    });
    expect(toText(result)).toContain('9,999 replicates, cluster bootstrap, seed 3');
  });

  test('draws wild clusters near the numbers of wildrwolf', async () => {
    const fits = await Promise.all((spec.outcomes as string[]).map(fitOf));
    const result = await multipleTests(fits, {
      of: ['Gov'],
      adjust: ['romano-wolf'],
      scheme: 'wild-cluster',
      imposeNull: false,
      reps: 9999,
      ...alone,
    });
    result.hypotheses.forEach(({ adjusted }, i) => {
      const other = expected.wildrwolf.p_romano_wolf[spec.outcomes[i] as string] as number;
      expect(Math.abs(adjusted['romano-wolf']! - other)).toBeLessThan(0.03);
    });
  });

  test('tests several coefficients of system GMM', async () => {
    const fit = await fitModel(provinces, {
      estimator: 'dpd',
      formula: 'Level ~ L.Level + Gov + IL',
      panel: { unit: 'id', time: 'year' },
      gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
      iv: [{ vars: ['IL'] }],
    });
    const result = await multipleTests([fit], {
      of: ['L1.Level', 'Gov', 'IL'],
      adjust: ['romano-wolf'],
      reps: 499,
      ...alone,
    });
    expect(result.hypotheses.map(({ name }) => name)).toEqual(['L1.Level', 'Gov', 'IL']);
    for (const { adjusted, bootstrapP } of result.hypotheses) {
      expect(adjusted['romano-wolf']).toBeGreaterThanOrEqual(bootstrapP!);
    }
  });

  test('is the same for any number of workers', async () => {
    const fit = await fitOf('ind1');
    const options = { of: ['Gov', 'IL'], adjust: ['romano-wolf'], reps: 999 } as const;
    expect(await multipleTests([fit], { ...options, workers: 2 })).toEqual(
      await multipleTests([fit], { ...options, ...alone }),
    );
  });

  test('refuses coefficients that no model has, other rows and unknown rules', async () => {
    const fit = await fitOf('ind1');
    await expect(multipleTests([fit], { of: ['Gv'] })).rejects.toThrow('found Gv');
    await expect(multipleTests([fit], { of: ['Gov'], adjust: ['x' as never] })).rejects.toThrow(
      'a list of names among holm, bh, sharpened-q, romano-wolf, westfall-young',
    );
    await expect(multipleTests([], { of: ['Gov'] })).rejects.toThrow('one or more results');
    const late = await fitModel(provinces, {
      estimator: 'ols',
      formula: formulaOf('ind2'),
      where: 'year >= 2019',
      vcov,
    });
    const both = multipleTests([fit, late], { of: ['Gov'], adjust: ['romano-wolf'], ...alone });
    await expect(both).rejects.toThrow('ind2 has 90 rows, ind1 has 150');
    expect((await multipleTests([fit, late], { of: ['Gov'] })).hypotheses).toHaveLength(2);
  });
});

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});

describe('adjusted p-values', () => {
  test('keep the order, and Holm is at least Benjamini and Hochberg at least p', () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        const [strict, shares] = [holm(ps), benjaminiHochberg(ps)];
        ps.forEach((p, i) => {
          expect(shares[i]!).toBeGreaterThanOrEqual(p * (1 - 1e-15));
          expect(strict[i]!).toBeGreaterThanOrEqual(shares[i]! - 1e-15);
          ps.forEach((other, j) => {
            if (p >= other) return;
            expect(strict[i]!).toBeLessThanOrEqual(strict[j]!);
            expect(sharpenedQ(ps)[i]!).toBeLessThanOrEqual(sharpenedQ(ps)[j]!);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  test('sharpen q-values in two stages', () => {
    // The second: at q = 0.016 stage one rejects one at 0.01575, stage two has 0.01575 * 4 / 3 * 2 / 4 > 0.01.
    expect(sharpenedQ([0.001, 0.01, 0.02, 0.9])).toEqual([0.005, 0.016, 0.021, 0.291]);
  });

  test('take 10,000 hypotheses', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => (i + 1) / 10_000);
    expect(holm(many)[0]).toBe(1);
    expect(benjaminiHochberg(many).every((q) => q <= 1)).toBe(true);
    expect(sharpenedQ(many)).toHaveLength(10_000);
  });

  test('step down as a plain restatement', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 20 }), (m, reps) => {
        const bounds = Array.from({ length: m }, (_, i) => ((i * 7919) % 13) / 4);
        const draws = bounds.map((_, i) =>
          Float64Array.from({ length: reps }, (__, r) => (((r + 3) * (i + 5) * 31) % 17) / 4),
        );
        const order = bounds.map((_, i) => i).sort((a, b) => bounds[b]! - bounds[a]! || b - a);
        let highest = 0;
        const expectedP = new Array<number>(m);
        order.forEach((place, step) => {
          const left = order.slice(step);
          let beyond = 0;
          for (let r = 0; r < reps; r++) {
            if (Math.max(...left.map((other) => draws[other]![r]!)) >= bounds[place]!) beyond++;
          }
          highest = Math.max(highest, (1 + beyond) / (1 + reps));
          expectedP[place] = highest;
        });
        const joint = { bounds, draws, enumerated: false };
        expect(stepDown(joint)).toEqual(expectedP);
        singleP(joint).forEach((p, i) => expect(p).toBeLessThanOrEqual(expectedP[i]!));
      }),
    );
  });
});
