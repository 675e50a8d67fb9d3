import { describe, expect, it } from 'vitest';
import type { Options } from '../../linear-design.js';
import { ivFitOf, type IvDesign, type IvOptions } from './design.js';
import { clustered, gap, robust, sampleOf, twoStage } from './sample.js';

const over = sampleOf(200, 2, 5, 11);

describe('instruments', () => {
  const methods: readonly IvOptions[] = [
    { ...twoStage, covariance: robust },
    { method: 'liml', covariance: clustered },
    { method: 'gmm', steps: 2, weight: clustered, covariance: clustered },
    { method: 'gmm', steps: 4, weight: robust, covariance: robust, tolerance: 1e-10 },
  ];
  const same = (d: IvDesign, tolerance: number) => {
    for (const options of methods) {
      const [found, expected] = [ivFitOf(d, options), ivFitOf(over, options)];
      expect(found.status).toBe(0);
      expect(gap(found.params, expected.params)).toBeLessThan(tolerance);
      expect(gap(found.vcov, expected.vcov)).toBeLessThan(tolerance);
    }
  };

  it('1e8 apart in scale lose no digits', () => {
    const scales = [1e8, 1, 1e-8, 1e4, 3e-5];
    same(
      { ...over, instruments: over.instruments.map((z, l) => z.map((v) => v * scales[l]!)) },
      1e-11,
    );
  });

  it('may be replaced by combinations of themselves and of exogenous regressors', () => {
    const [w] = over.exogenous;
    const mixed = over.instruments.map((z, l) =>
      z.map((v, i) => v + 0.5 * over.instruments[(l + 1) % 5]![i]! - l * w![i]! + 3),
    );
    same({ ...over, instruments: mixed }, 1e-10);
  });

  it('and rows may come in any order', () => {
    const turn = <T>(values: readonly T[]) => [...values.slice(77), ...values.slice(0, 77)];
    same(
      {
        y: turn(over.y),
        endogenous: over.endogenous.map(turn),
        exogenous: over.exogenous.map(turn),
        instruments: over.instruments.map(turn),
        clusters: over.clusters.map(turn),
      },
      1e-10,
    );
  });

  it('are left out when they are combinations of those before, and nothing else changes', () => {
    const [first, second] = over.instruments;
    const sum = first!.map((v, i) => v + second![i]! - over.exogenous[0]![i]!);
    const [a, b, ...rest] = over.instruments;
    const d = { ...over, instruments: [a!, b!, sum, ...rest] };
    same(d, 1e-11);
    const fit = ivFitOf(d, twoStage);
    expect(fit.dropped).toEqual([0, 0, 1, 0, 0, 0]);
    expect(fit.fit['rankInstruments']).toBe(7);
  });

  it('that are too few, or say nothing of an endogenous regressor, do not identify it', () => {
    const [z] = over.instruments;
    const few = ivFitOf({ ...over, instruments: [z!, z!.map((v) => 2 * v)] }, twoStage);
    expect([few.status, few.fit['detail'], few.fit['rankInstruments']]).toEqual([21, -1, 3]);
    const still = over.y.map((_, i) => (i % 4 < 2 ? 1 : -1));
    const useless = over.y.map((_, i) => (i % 2 === 0 ? 1 : -1));
    const none = {
      ...over,
      endogenous: [still],
      exogenous: [over.exogenous[1]!],
      instruments: [useless],
    };
    const fit = ivFitOf(none, twoStage);
    expect([fit.status, fit.fit['detail']]).toEqual([21, 0]);
  });
});

describe('regressors', () => {
  it('that depend on each other are named', () => {
    const [w] = over.exogenous;
    const d = { ...over, endogenous: [over.endogenous[0]!, w!.map((v) => 2 * v - 1)] };
    const fit = ivFitOf(d, twoStage);
    expect(fit.status).toBe(20);
    const explained = fit.dependence.slice(4, 8);
    [0, 1, 2, -1].forEach((share, j) => expect(explained[j]).toBeCloseTo(share, 12));
  });

  it('must be fewer than the observations', () => {
    expect(ivFitOf(sampleOf(4, 2, 2, 3), twoStage).status).toBeGreaterThanOrEqual(20);
  });

  it('need at least two clusters', () => {
    const one = { ...over, clusters: [over.y.map(() => 0)] };
    const fit = ivFitOf(one, { ...twoStage, covariance: clustered });
    expect([fit.status, fit.fit['detail']]).toEqual([22, 0]);
    const gmm = ivFitOf(one, { method: 'gmm', steps: 2, weight: clustered });
    expect([gmm.status, gmm.fit['detail']]).toEqual([22, 0]);
  });
});

describe('rows', () => {
  it('of frequency f count as f rows, in every estimator', () => {
    const counts = over.y.map((_, i) => 1 + (i % 3));
    const repeat = (values: readonly number[]) =>
      values.flatMap((v, i) => new Array<number>(counts[i]!).fill(v));
    const long: IvDesign = {
      y: repeat(over.y),
      endogenous: over.endogenous.map(repeat),
      exogenous: over.exogenous.map(repeat),
      instruments: over.instruments.map(repeat),
      clusters: over.clusters.map(repeat),
    };
    const weighted: IvDesign = { ...over, weights: { type: 2, values: counts } };
    for (const kind of ['unadjusted', 'HC0', 'CV1']) {
      const covariance: Options = { kind, small: true };
      for (const options of [
        { method: 'liml', covariance },
        { method: 'gmm', steps: 2, weight: covariance, covariance, center: true },
        { method: 'gmm', steps: 4, weight: covariance, covariance, tolerance: 1e-10 },
      ] satisfies IvOptions[]) {
        const [found, expected] = [ivFitOf(weighted, options), ivFitOf(long, options)];
        expect(found.fit['nobs']).toBe(long.y.length);
        expect(gap(found.params, expected.params)).toBeLessThan(1e-9);
        expect(gap(found.vcov, expected.vcov)).toBeLessThan(1e-9);
      }
    }
  });

  it('lose the effects of their categories as with dummies', () => {
    const codes = over.y.map((_, i) => (i * 7) % 12);
    const shifted = over.endogenous.map((x) => x.map((v, i) => v + codes[i]! / 3));
    const dummies = Array.from({ length: 11 }, (_, g) => codes.map((code) => Number(code === g)));
    const still = codes.map((code) => code * code);
    const d = { ...over, endogenous: shifted };
    for (const covariance of [
      { kind: 'unadjusted', small: true },
      { kind: 'HC1', small: true },
    ]) {
      const options: IvOptions = { ...twoStage, covariance };
      const absorbed = ivFitOf(
        { ...d, absorb: [codes], instruments: [...d.instruments, still] },
        options,
      );
      const explicit = ivFitOf(
        { ...d, exogenous: [d.exogenous[0]!, ...dummies, d.exogenous[1]!] },
        options,
      );
      expect(absorbed.dropped).toEqual([0, 0, 0, 0, 0, 1]);
      expect(gap(absorbed.params.slice(0, 3), explicit.params.slice(0, 3))).toBeLessThan(1e-10);
      expect(gap(absorbed.stdErrors.slice(0, 3), explicit.stdErrors.slice(0, 3))).toBeLessThan(
        1e-10,
      );
      expect(absorbed.fit['dfResid']).toBe(200 - 4 - 11);
    }
  });
});
