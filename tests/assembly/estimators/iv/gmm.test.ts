import { describe, expect, it } from 'vitest';
import { column, cross, identity, multiply, solve, transpose, wrap } from '../../dense.js';
import type { Options } from '../../linear-design.js';
import { ivFitOf, reducedFormOf, type IvOptions } from './design.js';
import {
  allInstruments,
  byRow,
  clustered,
  gap,
  gmmStep,
  matrix,
  meatOf,
  regressors,
  residualsOf,
  robust,
  sampleOf,
  twoStage,
} from './sample.js';

const over = sampleOf(200, 2, 5, 11);

describe('GMM', () => {
  const unadjusted: IvOptions = { method: 'gmm', steps: 2 };

  it('with the unadjusted weight is two-stage least squares, its objective that of Sargan', () => {
    const fit = ivFitOf(over, unadjusted);
    expect(ivFitOf(over, { ...unadjusted, center: true }).fit['objective']).toBe(
      fit.fit['objective'],
    );
    expect(gap(fit.params, ivFitOf(over, twoStage).params)).toBeLessThan(1e-13);
    const z = matrix(allInstruments(over));
    const e = column(fit.residuals);
    const g = cross(z, e);
    const sargan = (200 * cross(g, solve(cross(z, z), g)).values[0]!) / fit.fit['rss']!;
    expect(fit.fit['objective']).toBeCloseTo(sargan, 11);
  });

  it('takes its second step with the covariance of the moments at the first, centred when asked', () => {
    const first = residualsOf(over, column(ivFitOf(over, twoStage).params));
    for (const center of [false, true]) {
      for (const [weight, groups] of [
        [robust, byRow(over)],
        [clustered, over.clusters[0]!],
      ] as const) {
        const fit = ivFitOf(over, { ...unadjusted, weight, covariance: weight, center });
        const s = meatOf(allInstruments(over), first, groups, center);
        const { params, objective } = gmmStep(over, s);
        expect(gap(fit.params, params.values)).toBeLessThan(1e-10);
        expect(fit.fit['objective']).toBeCloseTo(objective, 8);
        const a = cross(matrix(allInstruments(over)), matrix(regressors(over)));
        const map = solve(cross(a, solve(s, a)), transpose(solve(s, a)));
        const final = meatOf(allInstruments(over), residualsOf(over, params), groups, center);
        const vcov = multiply(multiply(map, final), transpose(map));
        expect(gap(fit.vcov, vcov.values)).toBeLessThan(1e-10);
      }
    }
  });

  it('has coefficients that centring does not change once iterated', () => {
    const options: IvOptions = { ...unadjusted, steps: 3, weight: robust, tolerance: 1e-12 };
    const fit = ivFitOf(over, options);
    expect(gap(ivFitOf(over, { ...options, center: true }).params, fit.params)).toBeLessThan(1e-11);
    expect(fit.fit['converged']).toBe(1);
    expect(fit.trace.length).toBe(fit.fit['iterations']);
    expect(fit.trace.at(-1)!.slice(0, -1)).toEqual(fit.params);
  });

  it('reports an iteration that did not converge, with its last coefficients', () => {
    const fit = ivFitOf(over, {
      ...unadjusted,
      steps: 3,
      weight: robust,
      maxIterations: 2,
      tolerance: 1e-15,
    });
    expect(fit.status).toBe(40);
    expect(fit.fit['converged']).toBe(0);
    expect(fit.params).toEqual(fit.trace.at(-1)!.slice(0, -1));
  });

  it('continuously updated lies no higher than iterated, and its moments are stationary', () => {
    for (const weight of [robust, clustered]) {
      for (const center of [false, true]) {
        const options: IvOptions = { ...unadjusted, weight, center, tolerance: 1e-10 };
        const cue = ivFitOf(over, { ...options, steps: 4 });
        const iterated = ivFitOf(over, { ...options, steps: 3 });
        expect(cue.status).toBe(0);
        expect(cue.fit['objective']).toBeLessThanOrEqual(iterated.fit['objective']!);
        const groups = weight === robust ? byRow(over) : over.clusters[0]!;
        const value = (b: readonly number[]) => {
          const e = residualsOf(over, column(b));
          const g = cross(matrix(allInstruments(over)), column(e));
          return cross(g, solve(meatOf(allInstruments(over), e, groups, center), g)).values[0]!;
        };
        expect(cue.fit['objective']).toBeCloseTo(value(cue.params), 9);
        cue.params.forEach((b, j) => {
          for (const step of [-1e-3, 1e-3]) {
            const moved = cue.params.map((other, i) => (i === j ? b + step : other));
            expect(value(moved)).toBeGreaterThan(cue.fit['objective']!);
          }
        });
      }
    }
  });

  it('continuously updated with the unadjusted weight is LIML', () => {
    const cue = ivFitOf(over, { ...unadjusted, steps: 4 });
    expect(cue.params).toEqual(ivFitOf(over, { method: 'liml' }).params);
    const kappa = cue.fit['kappa']!;
    expect(cue.fit['objective']).toBeCloseTo(200 * (1 - 1 / kappa), 9);
  });

  it('inverts a singular weighting matrix in the sense of Moore and Penrose, and says its rank', () => {
    const few = { ...over, clusters: [over.clusters[0]!.map((id) => id % 6)] };
    const fit = ivFitOf(few, { ...unadjusted, weight: clustered, covariance: clustered });
    expect(fit.status).toBe(0);
    expect(fit.fit['rankWeight']).toBe(6);
    expect(fit.fit['rankInstruments']).toBe(7);
    const fewer = { ...over, clusters: [over.clusters[0]!.map((id) => id % 3)] };
    expect(ivFitOf(fewer, { ...unadjusted, weight: clustered }).status).toBe(31);
  });

  it('gives the covariance of its moments, from which the objective follows', () => {
    const { triangle } = reducedFormOf(over, robust);
    const r = wrap(10, 10, Float64Array.from(triangle));
    const all = matrix([...allInstruments(over), ...over.endogenous, over.y]);
    const q = multiply(all, solve(r, identity(10))).values.slice(0, 7 * 200);
    for (const [steps, weight] of [
      [1, robust],
      [2, clustered],
      [4, robust],
    ] as const) {
      const fit = ivFitOf(over, { ...unadjusted, steps, weight, tolerance: 1e-10 });
      const s = wrap(7, 7, Float64Array.from(fit.momentCovariance));
      const g = cross(wrap(200, 7, q), column(fit.residuals));
      expect(fit.fit['objective']).toBeCloseTo(cross(g, solve(s, g)).values[0]!, 9);
    }
  });

  it('has the degrees of freedom of the smallest of several clusterings', () => {
    const two = { ...over, clusters: [over.clusters[0]!, byRow(over).map((i) => (i * 3) % 8)] };
    const fit = ivFitOf(two, { ...unadjusted, weight: robust, covariance: clustered });
    expect(fit.status).toBe(0);
    expect(fit.fit['dfReference']).toBe(7);
  });

  it('refuses kinds that rest on leverages', () => {
    for (const kind of ['HC2', 'HC3', 'HC4', 'CV2', 'CV3']) {
      const options: Options = { kind, small: false };
      expect(ivFitOf(over, { ...unadjusted, weight: options }).status).toBe(13);
      expect(ivFitOf(over, { ...twoStage, covariance: options }).status).toBe(13);
    }
  });
});
