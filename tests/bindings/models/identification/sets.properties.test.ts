/** Confidence sets by inversion, projections, C tests, critical values. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from 'wasmetrics';
import type { ConfidenceSet } from '../../../../bindings/results/fit.js';
import { cStatistic } from '../../../../bindings/models/instruments/identify/c-tests.js';
import {
  confidenceSets,
  projections,
} from '../../../../bindings/models/identification/confidence-sets/confidence-sets.js';
import {
  equations,
  type Equations,
} from '../../../../bindings/models/identification/reduced-form.js';
import { conditionalPValue } from '../../../../bindings/models/identification/confidence-sets/clr.js';
import { robustStatistics } from '../../../../bindings/models/identification/confidence-sets/robust-tests.js';
import { stockYogo } from '../../../../bindings/models/identification/identification.js';
import { twoStage } from '../../../../bindings/models/identification/structural.js';
import { tf } from '../../../../bindings/models/identification/identification.js';
import { leastSquares } from '../../../../bindings/core/numerics/householder.js';
import { inner, meat, orthonormal, reducedForm, simulate } from './data.js';
import { firms, golden } from './samples.js';

const engine = await loadEngine();
const level = 0.95;

const contains = ({ intervals }: ConfidenceSet, b: number) =>
  intervals.some(([low, high]) => (low ?? -Infinity) <= b && b <= (high ?? Infinity));

/** Values from -1e4 to 1e4, dense about 0. */
const values = Array.from({ length: 401 }, (_, i) => ((i - 200) / 20) ** 5 / 10);

function tests(form: Equations, b: number) {
  const { ninstruments, factor, dfReference } = form.form;
  const { ar, k, clr, rank } = robustStatistics(form, [1, -b], [[0, 1]])!;
  const { f_sf, chi2_sf } = engine.exports;
  return {
    ar: f_sf(ar / (factor * ninstruments), ninstruments, dfReference),
    k: chi2_sf(k, 1),
    clr: conditionalPValue(engine, clr, rank, [1, ninstruments]),
  };
}

describe('confidence sets of one coefficient', () => {
  test('contain exactly the values that their test does not reject, with weak and strong instruments', () => {
    fc.assert(
      fc.property(
        fc.record({
          ninstruments: fc.integer({ min: 1, max: 4 }),
          strength: fc.constantFrom(0, 0.05, 0.2, 1),
          kind: fc.constantFrom('unadjusted', 'robust', 'cluster'),
          seed: fc.integer({ min: 1, max: 1e6 }),
        }),
        ({ kind, ...design }) => {
          const data = simulate({ nobs: 60, nendogenous: 1, ...design });
          const form = equations(reducedForm(data, kind as 'robust'));
          const sets = confidenceSets(engine, form, level);
          for (const b of values) {
            const p = tests(form, b);
            for (const name of ['ar', 'k', 'clr'] as const) {
              if (Math.abs(p[name] - 0.05) < 1e-6) continue;
              expect(contains(sets[name], b), `${name} at ${b}, p ${p[name]}`).toBe(p[name] > 0.05);
            }
          }
        },
      ),
      { numRuns: 20, seed: 5 },
    );
  });

  /** (y - b x)'(P - c M)(y - b x) <= 0 with c = F L / (n - q): a quadratic in b (Dufour and Taamouti 2005). */
  test('of AR under homoskedasticity end at the roots of a quadratic', () => {
    for (const [strength, seed] of [
      [1, 1],
      [0.3, 2],
      [0.02, 3],
      [0, 4],
    ] as const) {
      const data = simulate({ nobs: 100, ninstruments: 3, nendogenous: 1, strength, seed });
      const form = equations(reducedForm(data, 'unadjusted'));
      const { ninstruments, dfResid } = form.form;
      const c = (engine.exports.f_isf(0.05, ninstruments, dfResid) * ninstruments) / dfResid;
      const product = (i: number, j: number) =>
        inner(form.coefficients[i]!, form.coefficients[j]!) -
        c * inner(form.errors[i]!, form.errors[j]!);
      const [a, half, constant] = [product(1, 1), -product(0, 1), product(0, 0)];
      const root = Math.sqrt(half * half - a * constant);
      const { intervals, kind } = confidenceSets(engine, form, level).ar!;
      if (Number.isNaN(root)) {
        expect(kind).toBe(a < 0 ? 'everything' : 'empty');
        continue;
      }
      const roots = [(-half - root) / a, (-half + root) / a].sort((x, y) => x - y);
      const ends = intervals.flat().filter((end) => end !== null);
      expect(kind).toBe(a < 0 ? 'unbounded' : 'bounded');
      ends.forEach((end, i) => expect(end / roots[i]! - 1).toBeCloseTo(0, 9));
    }
  });

  test('are empty if every value is rejected', () => {
    const data = simulate({ nobs: 200, ninstruments: 3, nendogenous: 1, strength: 1, seed: 9 });
    const [z1, z2] = data.instruments as [number[], number[]];
    const outcome = data.outcome.map((y, i) => y + 2 * z1[i]! - 2 * z2[i]!);
    const form = equations(reducedForm({ ...data, outcome }, 'robust'));
    expect(confidenceSets(engine, form, level).ar).toEqual({ kind: 'empty', intervals: [] });
  });

  test('shift and stretch with the outcome', () => {
    const data = simulate({ nobs: 80, ninstruments: 2, nendogenous: 1, strength: 0.4, seed: 21 });
    const other = {
      ...data,
      outcome: data.outcome.map((y, i) => 1e6 * (y + 3 * data.endogenous[0]![i]!)),
    };
    const [one, two] = [data, other].map((d) =>
      confidenceSets(engine, equations(reducedForm(d, 'robust')), level),
    );
    for (const name of ['ar', 'k', 'clr'] as const) {
      expect(two![name]!.kind).toBe(one![name]!.kind);
      one![name]!.intervals.flat().forEach((end, i) => {
        const moved = two![name]!.intervals.flat()[i];
        if (end !== null) expect(moved! / (1e6 * (end + 3)) - 1).toBeCloseTo(0, 8);
      });
    }
  });
});

describe('projections', () => {
  const data = simulate({ nobs: 150, ninstruments: 4, nendogenous: 2, strength: 1.5, seed: 33 });

  test.each(['unadjusted', 'robust'] as const)(
    'reach as far as the joint set with %s covariance',
    (kind) => {
      const form = equations(reducedForm(data, kind));
      const { ninstruments, factor, dfReference } = form.form;
      const critical =
        factor * ninstruments * engine.exports.f_isf(0.05, ninstruments, dfReference);
      const sets = projections(engine, form, level);
      const { params, stdErrors } = twoStage(form);
      const steps = Array.from({ length: 121 }, (_, i) => (i - 60) / 10);
      const inside = steps.flatMap((s) =>
        steps.flatMap((t) => {
          const b = [params[0]! + s * stdErrors[0]!, params[1]! + t * stdErrors[1]!];
          const directions = [
            [0, 1, 0],
            [0, 0, 1],
          ];
          const statistics = robustStatistics(form, [1, -b[0]!, -b[1]!], directions)!;
          return statistics.ar <= critical ? [b] : [];
        }),
      );
      expect(inside.length).toBeGreaterThan(20);
      sets.forEach((set, j) => {
        expect(set!.kind).toBe('bounded');
        const [low, high] = set!.intervals[0] as [number, number];
        const reached = inside.map((b) => b[j]!);
        const step = stdErrors[j]! / 10;
        for (const [end, extreme] of [
          [low, Math.min(...reached)],
          [high, Math.max(...reached)],
        ] as const) {
          expect(Math.abs(end - extreme)).toBeLessThan(2 * step);
        }
        expect(low).toBeLessThanOrEqual(Math.min(...reached));
        expect(high).toBeGreaterThanOrEqual(Math.max(...reached));
      });
    },
  );
});

describe('C tests', () => {
  const data = firms();
  const expected = JSON.parse(golden('instruments/ivreg2-abdata.json')) as {
    cluster: Record<'hansen' | 'cWithoutD2W', { stat: number }>;
  };
  const { basis, triangle } = orthonormal([...data.exogenous, ...data.instruments]);
  const project = (y: readonly number[]) => basis.map((q) => inner(q, y));
  const regressors = [...data.exogenous, ...data.endogenous].map(project);
  const outcome = project(data.outcome);
  /** Products of scores at the coefficients that GMM with weight `s` gives; 2SLS without. */
  const weightOf = (params: readonly number[]) => {
    const x = [...data.exogenous, ...data.endogenous];
    const e = data.outcome.map((y, i) => params.reduce((r, b, j) => r - b * x[j]![i]!, y));
    return meat(basis, [e], data.clusters);
  };
  const weight = weightOf(leastSquares(regressors, outcome).params);
  const moments = { triangle, regressors, outcome, weight };

  test('of one instrument and of all overidentifying ones are those of ivreg2', () => {
    const one = cStatistic(engine, moments, [4]);
    expect(one.stat! / expected.cluster.cWithoutD2W.stat - 1).toBeCloseTo(0, 6);
    const all = cStatistic(engine, moments, [4, 5, 6]);
    expect(all.stat! / expected.cluster.hansen.stat - 1).toBeCloseTo(0, 6);
  });

  test('do not exist if the other instruments do not identify the model', () => {
    expect(cStatistic(engine, moments, [3, 4, 5, 6])).toMatchObject({
      stat: null,
      reason: expect.stringContaining('3 instruments for 4 coefficients') as string,
    });
  });
});

describe('tables', () => {
  test("Stock and Yogo's hold the published corners and nothing beyond", () => {
    const one = stockYogo(1, 3);
    expect(one.tslsBias).toEqual({ 5: 13.91, 10: 9.08, 20: 6.46, 30: 5.39 });
    expect(one.tslsSize).toEqual({ 10: 22.3, 15: 12.83, 20: 9.54, 25: 7.8 });
    expect(one.limlSize).toEqual({ 10: 6.46, 15: 4.36, 20: 3.69, 25: 3.32 });
    expect(stockYogo(2, 2).tslsSize).toEqual({ 10: 7.03, 15: 4.58, 20: 3.95, 25: 3.63 });
    expect(stockYogo(3, 5).tslsBias!['5']).toBe(9.53);
    expect(stockYogo(1, 1).tslsBias).toBeUndefined();
    expect(stockYogo(3, 30).tslsBias!['30']).toBe(4.17);
    expect(stockYogo(1, 31)).toEqual({});
    expect(stockYogo(4, 10)).toEqual({});
  });

  test('tF has no critical value for weak instruments and 1.96 from 104.67 on', () => {
    expect(tf(engine, 3.84).reason).toContain('3.84');
    expect(tf(engine, 104.6).criticalValue).toBeGreaterThan(tf(engine, 104.68).criticalValue!);
    expect(tf(engine, 104.68)).toEqual({
      criticalValue: engine.exports.normal_isf(0.025),
      adjustment: 1,
    });
  });

  /** Lee, McCrary, Moreira and Porter (2022), table 3, by the square root of F in steps of 0.1 from 2. */
  test('tF has the published critical values', () => {
    const published =
      '18.66 9.74 7.37 6.18 5.43 4.92 4.54 4.25 4.01 3.82 3.65 3.51 3.39 3.29 3.19 3.11 3.03 2.97 2.91 ' +
      '2.85 2.80 2.75 2.71 2.67 2.63 2.60 2.57 2.54 2.51 2.48 2.46 2.43 2.41 2.39 2.37 2.35 2.33 2.32';
    published.split(' ').forEach((value, i) => {
      if (i % 5 > 1) return;
      const criticalValue = tf(engine, (2 + i / 10) ** 2).criticalValue!;
      expect(Number(value) - criticalValue).toBeGreaterThan(-0.005);
      expect(Number(value) - criticalValue).toBeLessThan(0.011); // the table rounds up
    });
  });
});

test('a covariance that is not positive definite makes sets unavailable, with the reason', () => {
  const data = simulate({ nobs: 60, ninstruments: 2, nendogenous: 1, strength: 1, seed: 8 });
  const form = reducedForm(data, 'robust');
  const covariance = form.covariance!.map((value, i) => (i === 0 ? -value : value));
  const sets = confidenceSets(engine, equations({ ...form, covariance }), level);
  expect(sets.ar).toMatchObject({ kind: 'unavailable', intervals: [] });
  expect(sets.ar.reason).toContain('positive definite');
});
