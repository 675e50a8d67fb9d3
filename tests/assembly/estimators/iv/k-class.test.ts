import { describe, expect, it } from 'vitest';
import { column, cross, dense, minus, multiply, solve, worst } from '../../dense.js';
import { covarianceOf } from '../../linear-design.js';
import { ivFitOf } from './design.js';
import {
  allInstruments,
  byRow,
  clustered,
  gap,
  matrix,
  meatOf,
  projected,
  regressors,
  robust,
  sampleOf,
  twoStage,
} from './sample.js';

const over = sampleOf(200, 2, 5, 11);
const exact = sampleOf(150, 2, 2, 12);

describe('two-stage least squares', () => {
  it('solves (X^ X)^-1 X^ y with X^ the projection on the instruments', () => {
    const x = projected(over);
    const expected = solve(cross(x, matrix(regressors(over))), cross(x, column(over.y)));
    expect(gap(ivFitOf(over, twoStage).params, expected.values)).toBeLessThan(1e-12);
  });

  it('has the sandwich of the projected regressors as its covariance, by rows and by clusters', () => {
    const x = projected(over);
    const inverse = solve(
      cross(x, x),
      dense(4, 4, (i, j) => Number(i === j)),
    );
    const columns = Array.from({ length: 4 }, (_, j) =>
      Array.from(x.values.slice(j * 200, (j + 1) * 200)),
    );
    for (const [covariance, groups] of [
      [robust, byRow(over)],
      [clustered, over.clusters[0]!],
    ] as const) {
      const fit = ivFitOf(over, { ...twoStage, covariance });
      const expected = multiply(multiply(inverse, meatOf(columns, fit.residuals, groups)), inverse);
      expect(gap(fit.vcov, expected.values)).toBeLessThan(1e-12);
    }
  });

  it('is least squares when the endogenous regressors are instruments', () => {
    const d = { ...over, instruments: [...over.endogenous, ...over.instruments] };
    const fit = ivFitOf(d, { ...twoStage, covariance: robust });
    const own = ivFitOf(d, { method: 'k-class', kappa: 0, covariance: robust });
    const ols = covarianceOf({ y: d.y, x: regressors(d) }, robust);
    expect(gap(fit.vcov, ols.vcov)).toBeLessThan(1e-12);
    expect(gap(own.vcov, ols.vcov)).toBeLessThan(1e-12);
    expect(gap(fit.params, own.params)).toBeLessThan(1e-13);
  });

  it('leaves the columns of the design as they were', () => {
    const copy = { ...over, endogenous: over.endogenous.map((x) => [...x]) };
    const first = ivFitOf(copy, { ...twoStage, covariance: robust });
    expect(ivFitOf(copy, { ...twoStage, covariance: robust })).toEqual(first);
  });

  it('makes moments of zero when just identified', () => {
    const { residuals } = ivFitOf(exact, twoStage);
    const moments = cross(matrix(allInstruments(exact)), column(residuals));
    expect(worst(moments.values)).toBeLessThan(1e-11);
  });
});

describe('the k-class', () => {
  it('solves X(I - kappa M)X for kappa on both sides of 1', () => {
    const [x, fitted] = [matrix(regressors(over)), projected(over)];
    const rest = minus(x, fitted);
    for (const kappa of [0, 0.4, 1.01]) {
      const moments = dense(
        x.rows,
        4,
        (i, j) => x.values[i + j * x.rows]! - kappa * rest.values[i + j * x.rows]!,
      );
      const expected = solve(cross(moments, x), cross(moments, column(over.y)));
      const found = ivFitOf(over, { method: 'k-class', kappa });
      expect(gap(found.params, expected.values)).toBeLessThan(1e-12);
    }
  });

  it('refuses a kappa for which the matrix is not positive definite', () => {
    expect(ivFitOf(over, { method: 'k-class', kappa: 100 }).status).toBe(30);
  });

  it('takes as kappa of LIML the variance ratio of its residuals', () => {
    const fit = ivFitOf(over, { method: 'liml' });
    const e = column(fit.residuals);
    const rest = (columns: readonly (readonly number[])[]) => {
      const z = matrix(columns);
      const off = minus(e, multiply(z, solve(cross(z, z), cross(z, e))));
      return cross(off, off).values[0]!;
    };
    expect(fit.fit['kappa']).toBeCloseTo(rest(over.exogenous) / rest(allInstruments(over)), 12);
    const fuller = ivFitOf(over, { method: 'fuller', kappa: 1 });
    expect(fuller.fit['kappa']).toBeCloseTo(fit.fit['kappa']! - 1 / (200 - 7), 12);
  });

  it('makes LIML two-stage least squares when just identified', () => {
    const liml = ivFitOf(exact, { method: 'liml' });
    expect(liml.fit['kappa']).toBe(1);
    expect(liml.params).toEqual(ivFitOf(exact, twoStage).params);
  });
});
