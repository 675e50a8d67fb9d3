import { describe, expect, it } from 'vitest';
import { column, cross, dense, minus, multiply, solve, type Dense } from '../../dense.js';
import { type Options } from '../../linear-design.js';
import { reducedFormOf } from './design.js';
import {
  byRow,
  clustered,
  gap,
  matrix,
  meatOf,
  robust,
  sampleOf,
  twoStage,
  type Columns,
} from './sample.js';
import { ivFitOf } from './design.js';

const d = sampleOf(200, 2, 3, 21);
const kept = [...d.exogenous, ...d.instruments];
const n = 200;

const columnsOf = (a: Dense): Columns =>
  Array.from({ length: a.columns }, (_, j) =>
    Array.from(a.values.slice(j * a.rows, (j + 1) * a.rows)),
  );

/** Scores q_j e_a from the triangle's own basis, as columns. */
function scores(triangle: readonly number[], restricted: boolean): Columns {
  const width = 8;
  const r = dense(width, width, (i, j) => triangle[i + j * width]!);
  const all = matrix([...kept, ...d.endogenous, d.y]);
  const basis = columnsOf(
    multiply(
      all,
      solve(
        r,
        dense(width, width, (i, j) => Number(i === j)),
      ),
    ),
  );
  const z = matrix(restricted ? d.exogenous : kept);
  return [d.y, ...d.endogenous].flatMap((values) => {
    const v = column(values);
    const e = minus(v, multiply(z, solve(cross(z, z), cross(z, v)))).values;
    return [2, 3, 4].map((j) => basis[j]!.map((q, i) => q * e[i]!));
  });
}

describe('the reduced form', () => {
  it('has the triangle of exogenous, instruments, endogenous and outcome, its diagonal positive', () => {
    const { triangle, fields, covariance } = reducedFormOf(d, { kind: 'unadjusted', small: true });
    const r = dense(8, 8, (i, j) => triangle[i + j * 8]!);
    const all = matrix([...kept, ...d.endogenous, d.y]);
    expect(gap(Array.from(cross(r, r).values), cross(all, all).values)).toBeLessThan(1e-13);
    for (let j = 0; j < 8; j++) expect(triangle[j * 9]).toBeGreaterThan(0);
    expect(covariance).toEqual([]);
    expect(fields['factor']).toBeCloseTo(n / (n - 5), 14);
    expect(fields['dfResid']).toBe(n - 5);
    expect(fields['dfReference']).toBe(n - 5);
  });

  it('sums products of the scores over rows and clusters, of either residual', () => {
    const kinds: readonly (readonly [Options, readonly number[]])[] = [
      [robust, byRow(d)],
      [clustered, d.clusters[0]!],
    ];
    for (const restricted of [false, true]) {
      for (const [options, groups] of kinds) {
        const { triangle, covariance } = reducedFormOf(d, options, restricted);
        const ones = new Array<number>(n).fill(1);
        const expected = meatOf(scores(triangle, restricted), ones, groups);
        expect(gap(covariance, expected.values)).toBeLessThan(1e-12);
      }
    }
  });

  it('has the factor and degrees of freedom of a first-stage regression', () => {
    const { fields } = reducedFormOf(d, { kind: 'CV1', small: true });
    expect(fields['factor']).toBeCloseTo(((25 / 24) * (n - 1)) / (n - 5), 14);
    expect(fields['dfReference']).toBe(24);
    expect(reducedFormOf(d, { kind: 'HC1', small: true }).fields['factor']).toBeCloseTo(
      n / (n - 5),
      14,
    );
  });

  it('is that of dummies where effects are absorbed', () => {
    const codes = d.y.map((_, i) => (i * 7) % 12);
    const dummies = Array.from({ length: 11 }, (_, g) => codes.map((code) => Number(code === g)));
    const options: Options = { kind: 'HC1', small: true };
    const absorbed = reducedFormOf({ ...d, absorb: [codes] }, options);
    const explicit = reducedFormOf(
      { ...d, exogenous: [d.exogenous[0]!, ...dummies, d.exogenous[1]!] },
      options,
    );
    expect(gap(absorbed.covariance, explicit.covariance)).toBeLessThan(1e-9);
    expect(absorbed.fields['factor']).toBeCloseTo(explicit.fields['factor']!, 14);
    expect(absorbed.fields['dfResid']).toBe(n - 5 - 11);
  });

  it('needs a bandwidth for HAC, and gives the kernel-weighted sum with it', () => {
    const series = { ...d, time: byRow(d) };
    expect(reducedFormOf(series, { kind: 'HAC', bandwidth: -1 }).status).toBe(13);
    const none = reducedFormOf(series, { kind: 'HAC', bandwidth: 0, small: false });
    expect(gap(none.covariance, reducedFormOf(d, robust).covariance)).toBeLessThan(1e-13);
  });
});

describe('an automatic bandwidth', () => {
  it('is that of the scores of the instruments, for the covariance and the weight alike', () => {
    const series = { ...d, time: byRow(d) };
    const hac: Options = { kind: 'HAC', bandwidth: -1, small: false };
    const fit = ivFitOf(series, { ...twoStage, covariance: hac });
    const gmm = ivFitOf(series, { method: 'gmm', steps: 2, weight: hac, covariance: hac });
    expect(gmm.fit['weightBandwidth']).toBe(fit.fit['bandwidth']);
    const given = ivFitOf(series, {
      ...twoStage,
      covariance: { ...hac, bandwidth: fit.fit['bandwidth']! },
    });
    expect(fit.vcov).toEqual(given.vcov);
  });
});
