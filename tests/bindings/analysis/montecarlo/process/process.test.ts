/** The simulated process against the formulas of its moments, and its columns against those of the data. */
import { describe, expect, it } from 'vitest';
import { fitModel, loadEngine } from '../../../../../bindings/index.js';
import type { DynamicFit } from '../../../../../bindings/models/dpd/index.js';
import type { DpdModelInput } from '../../../../../bindings/models/dpd/model.js';
import { contextOf } from '../../../../../bindings/models/context.js';
import { toTable } from '../../../../../bindings/data/index.js';
import { simulatedSample } from '../../../../../bindings/analysis/montecarlo/simulated-fit.js';
import { memoryOf } from '../../../../../bindings/analysis/montecarlo/process/lag-process.js';
import {
  processOf,
  type Source,
} from '../../../../../bindings/analysis/montecarlo/process/process.js';
import { drawsOf, simulate } from '../../../../../bindings/analysis/montecarlo/process/simulate.js';
import { followersOf } from '../../../../../bindings/analysis/montecarlo/process/variables.js';
import type { Violation } from '../../../../../bindings/analysis/montecarlo/process/violations.js';
import { elementaryMath } from '../../../../../bindings/core/numerics/elementary.js';
import { normals } from '../../../../../bindings/core/numerics/random.js';
import { inputErrorOf } from '../../../data/support.js';
import { model, simulatedRows } from './panel.js';

const [UNITS, PERIODS] = [2000, 6];
const rows = simulatedRows(UNITS, PERIODS);
const engine = await loadEngine();

async function sourceOf(written: DpdModelInput, data = rows): Promise<Source> {
  const fit = await fitModel(data, written);
  const { model: parsed, sample } = contextOf(fit) as DynamicFit;
  const params = { ...fit.params, 'L1.y': 0.5, x: 1 };
  const math = elementaryMath(engine);
  const shared = { table: toTable(data), math, variances: 'common' } as const;
  return { ...shared, model: parsed, sample, estimates: params, params };
}

function drawn(source: Source, violation?: Violation) {
  const process = processOf(source, violation);
  return { process, series: simulate(process, normals(engine, 3, 0, drawsOf(process))) };
}

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const covariance = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((v, i) => (v - mean(a)) * (b[i]! - mean(b))));
const correlation = (a: readonly number[], b: readonly number[]) =>
  covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
const differences = (a: readonly number[], b: readonly number[]) => a.map((v, i) => v - b[i]!);

/** Values of every unit in a period. */
const valuesIn = (values: ArrayLike<number>, t: number) =>
  Array.from({ length: UNITS }, (_, u) => values[u * PERIODS + t]!);
const x = rows.map((row) => row.x);

/** y(t) - 0.5 y(t-1) - x(t): the effect and the error of every unit. */
function disturbances(y: ArrayLike<number>, t: number, xs: ArrayLike<number> = x): number[] {
  const [before, regressor] = [valuesIn(y, t - 1), valuesIn(xs, t)];
  return valuesIn(y, t).map((v, u) => v - 0.5 * before[u]! - regressor[u]!);
}

/** Four standard errors of a correlation, or of a variance relative to itself, over the units. */
const LARGE = 4 / Math.sqrt(UNITS);

describe('a simulated panel', () => {
  it('has the variance components of the residuals, here 1 and 1', async () => {
    const { process, series } = drawn(await sourceOf(model));
    expect(process.effectSd).toBeCloseTo(1, 1);
    expect(process.errorSds[0]).toBeCloseTo(1, 1);
    const y = series.get('y')!;
    const [u3, u5] = [disturbances(y, 3), disturbances(y, 5)];
    const expected = process.effectSd ** 2;
    expect(Math.abs(covariance(u3, u5) - expected)).toBeLessThan(2 * LARGE);
    const errors = covariance(differences(u5, u3), differences(u5, u3)) / 2;
    expect(Math.abs(errors / process.errorSds[0]! ** 2 - 1)).toBeLessThan(2 * LARGE);
  });

  it('starts from the stationary distribution around the mean at its first regressors', async () => {
    const { process, series } = drawn(await sourceOf(model));
    const start = differences(
      valuesIn(series.get('y')!, 0),
      valuesIn(x, 0).map((v) => v / (1 - 0.5)),
    );
    const { effectSd, errorSds } = process;
    const expected = effectSd ** 2 / (1 - 0.5) ** 2 + errorSds[0]! ** 2 / (1 - 0.5 ** 2);
    expect(Math.abs(covariance(start, start) / expected - 1)).toBeLessThan(2 * LARGE);
    const change = differences(valuesIn(series.get('y')!, 1), valuesIn(series.get('y')!, 0));
    expect(Math.abs(correlation(change, disturbances(series.get('y')!, 4)))).toBeLessThan(LARGE);
  });

  it('has errors with the first autocorrelation theta / (1 + theta^2) of an MA(1)', async () => {
    const y = drawn(await sourceOf(model), { kind: 'serial-correlation', size: 0.5 }).series.get(
      'y',
    )!;
    const [d2, d3, d4, d5] = [2, 3, 4, 5].map((t) => disturbances(y, t));
    const [early, late] = [differences(d3!, d2!), differences(d5!, d4!)];
    const rho = 0.5 / (1 + 0.5 ** 2);
    expect(Math.abs(correlation(late, early) + rho / (2 * (1 - rho)))).toBeLessThan(LARGE);
  });

  it('starts away from its mean by the given multiple of the effect', async () => {
    const source = await sourceOf(model);
    const valid = drawn(source).series.get('y')!;
    const { process, series } = drawn(source, { kind: 'initial-conditions', size: 2 });
    const shift = differences(valuesIn(series.get('y')!, 0), valuesIn(valid, 0));
    expect(covariance(shift, shift) / (2 * process.effectSd) ** 2).toBeCloseTo(1, 0);
    const later = differences(valuesIn(series.get('y')!, 3), valuesIn(valid, 3));
    later.forEach((v, u) => expect(v).toBeCloseTo(0.5 ** 3 * shift[u]!, 10));
  });

  it('gives a regressor the requested correlation with the error', async () => {
    const violation = { kind: 'endogeneity', size: 0.4, variables: ['x'] } as const;
    const { series } = drawn(await sourceOf(model), violation);
    const moved = series.get('x')!;
    const y = series.get('y')!;
    const u = (t: number) => disturbances(y, t, moved);
    const dx = differences(valuesIn(moved, 4), valuesIn(moved, 2));
    expect(Math.abs(correlation(dx, differences(u(4), u(2))) - 0.4)).toBeLessThan(LARGE);
  });

  it('keeps rows, gaps and missing values, and has columns that are lags of one another', async () => {
    const holed = rows.slice(0, 600).filter(({ id, t }) => !(id % 3 === 0 && t === 3));
    const source = await sourceOf({ ...model, gmm: [{ vars: 'y', lags: [1, 2] }] }, holed);
    const { process, series } = drawn(source);
    const followers = followersOf(source.model, source.sample, process.simulated);
    const { design } = simulatedSample(source.sample, followers, series);
    const { vars, nrows } = source.sample.design;
    expect(design.complete).toEqual(source.sample.design.complete);
    for (let row = 0; row < nrows; row++) {
      expect(Number.isNaN(design.vars[nrows + row]!)).toBe(Number.isNaN(vars[nrows + row]!));
      const lag = design.vars[nrows + row]!;
      if (!Number.isNaN(lag)) expect(lag).toBe(design.vars[row - 1]);
    }
  });
});

describe('a process that cannot be simulated', () => {
  it('has persistence of 1 or more', () => {
    expect(inputErrorOf(() => memoryOf([0.7, 0.4]))).toMatchObject({
      code: 'cannot-simulate',
      message:
        'simulation: expected a stationary process, found coefficients of the lagged outcome with sum 1.1000; set persistence to a value below 1',
    });
    expect(memoryOf([0.5])).toBe(7);
    expect(memoryOf([])).toBe(1);
  });

  it('lacks a coefficient', async () => {
    const source = await sourceOf(model);
    const estimates = { 'L1.y': 0.5, _cons: 0 };
    const error = inputErrorOf(() => processOf({ ...source, estimates }, undefined));
    expect(error.message).toBe(
      'simulation: expected a value of every coefficient, found no value of x',
    );
  });

  it('has errors that are all 0', async () => {
    const source = await sourceOf(model);
    const { design } = source.sample;
    const sample = { ...source.sample, design: { ...design, vars: design.vars.map(() => 0) } };
    const error = inputErrorOf(() => processOf({ ...source, sample }, undefined));
    expect(error.message).toBe('simulation: expected an estimated error variance above 0, found 0');
  });

  it('uses the outcome other than by its lags', async () => {
    const square = { ...model, formula: 'y ~ L.y + x + L.y:x' };
    const source = await sourceOf(square);
    const error = inputErrorOf(() => followersOf(source.model, source.sample, ['y']));
    expect(error.message).toBe(
      'simulation: expected only lags and differences of y, found L1.y:x, another function of the simulated y',
    );
  });
});
