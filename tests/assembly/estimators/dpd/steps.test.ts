import { describe, expect, test } from 'vitest';
import { column, cross, inverse, minus, multiply, plus, relativeDistance } from '../../dense.js';
import { fitOf } from './fit.js';
import { modelOf, names, type Model } from './panel.js';
import {
  covarianceAt,
  momentsOf,
  nextStep,
  oneStep,
  residualSquares,
  stepWith,
  type Moments,
  type Step,
} from './textbook.js';
import { LEVELS, PRIMARY, unitsOf, type Unit } from './units.js';

const samples = [
  { seed: 1 },
  { seed: 2, weights: 'analytic' },
  { seed: 3, weights: 'frequency' },
] as const;

/** Elimination in the comparison loses the squared condition of moments that are conditioned to about 100. */
const tolerance = 1e-9;

/** The minimum of a step, but for rounding. */
function expectStep(found: ReturnType<typeof fitOf>, { params, bread }: Step): void {
  expect(found.status).toBe(0);
  expect(relativeDistance(found.params, params)).toBeLessThan(tolerance);
  expect(relativeDistance(found.bread, bread)).toBeLessThan(tolerance);
}

/** sigma2 of Sargan's test: of e'e over rows, halved for differences whose H is that of uncorrelated levels. */
function sigma2Of(model: Model, units: readonly Unit[], { params }: Step): number {
  const level = model.system && (model.h === 1 || model.transform === 'level');
  const { nperiods } = model.panel;
  const first = nperiods * (level ? LEVELS : PRIMARY);
  const frequency = model.frequency ?? false;
  const block = { first, nperiods, frequency };
  const { rss, rows } = residualSquares(units, params, block);
  return rss / (model.transform === 'fd' && model.h > 1 ? 2 * rows : rows);
}

describe('one and two steps are those of the textbook', () => {
  for (const name of names) {
    test(name, () => {
      for (const sample of samples) {
        const model = modelOf(name, sample);
        const units = unitsOf(model);
        const moments = momentsOf(units);
        const first = oneStep(moments);
        const second = nextStep(moments, first.params);
        const one = fitOf(model, { steps: 1 });
        const two = fitOf(model, { steps: 2 });
        expectStep(one, first);
        expectStep(two, second);
        const g = minus(moments.s, multiply(moments.a, second.params));
        expect(relativeDistance(plus(two.moments, moments.s), plus(g, moments.s))).toBeLessThan(
          tolerance,
        );
        const sigma2 = sigma2Of(model, units, first);
        expect(one.numbers['sigma2']! / sigma2).toBeCloseTo(1, 9);
        expect(two.numbers['sargan']! / (first.objective / sigma2)).toBeCloseTo(1, 7);
        expect(two.numbers['hansen']! / second.objective).toBeCloseTo(1, 7);
        // After one step Hansen's J is that of a second one.
        expect(one.numbers['hansen']).toBe(two.numbers['hansen']);
      }
    });
  }
});

test('the Wald statistic of the slopes is b V^-1 b', () => {
  for (const name of names) {
    const { params, vcov, numbers } = fitOf(modelOf(name, { seed: 5 }), { steps: 2 });
    const slopes = column(Array.from(params.values.slice(0, 2)));
    const k = params.rows;
    const block = [0, 1, k, k + 1].map((place) => vcov.values[place]!);
    const v = { rows: 2, columns: 2, values: Float64Array.from(block) };
    const wald = multiply(multiply(cross(slopes, inverse(v)), slopes), column([1])).values[0]!;
    expect(numbers['wald']! / wald).toBeCloseTo(1, 10);
    expect(numbers['waldDf']).toBe(2);
  }
});

describe('an iterated estimate', () => {
  test('is the step that its own moments weight', () => {
    for (const name of ['forward deviations', 'system across gaps', 'levels alone']) {
      const model = modelOf(name, { seed: 6, nunits: 50 });
      const fit = fitOf(model, { steps: 3, tolerance: 1e-11 });
      expect(fit.status).toBe(0);
      expect(fit.numbers['converged']).toBe(1);
      const again = nextStep(momentsOf(unitsOf(model)), fit.params);
      expect(relativeDistance(fit.params, again.params)).toBeLessThan(1e-9);
    }
  });

  test('passes through the one- and the two-step estimate', () => {
    const model = modelOf('system of differences', { seed: 7 });
    const { trace } = fitOf(model, { steps: 3 });
    [1, 2].forEach((steps, i) => {
      const { params } = fitOf(model, { steps: steps as 1 | 2 });
      expect(trace[i]!.slice(0, -1)).toEqual(Array.from(params.values));
    });
  });

  test('says where it did not converge', () => {
    const model = modelOf('system of differences', { seed: 7 });
    const { numbers, status } = fitOf(model, { steps: 3, maxIterations: 3, tolerance: 1e-15 });
    expect([status, numbers['converged'], numbers['iterations']]).toEqual([0, 0, 3]);
  });
});

/** g(b)'S(b)^-1 g(b). */
function criterion(moments: Moments, b: readonly number[]): number {
  const params = column(b);
  const g = minus(moments.s, multiply(moments.a, params));
  return cross(g, multiply(inverse(covarianceAt(moments, params)), g)).values[0]!;
}

describe('a continuously updated estimate', () => {
  for (const name of ['differences, collapsed instruments', 'system of differences']) {
    test(`is a minimum of the criterion, no higher than the iterated one: ${name}`, () => {
      const model = modelOf(name, { seed: 8, nunits: 60 });
      const moments = momentsOf(unitsOf(model));
      const { status, numbers, params, trace } = fitOf(model, { steps: 4, tolerance: 1e-10 });
      const iterated = fitOf(model, { steps: 3 });
      expect([status, numbers['converged']]).toEqual([0, 1]);
      const b = Array.from(params.values);
      const value = criterion(moments, b);
      expect(numbers['hansen']! / value).toBeCloseTo(1, 9);
      expect(value).toBeLessThanOrEqual(criterion(moments, Array.from(iterated.params.values)));
      expect(trace.at(-1)!.slice(0, -1)).toEqual(b);
      b.forEach((_, j) => {
        for (const step of [-1e-3, 1e-3]) {
          const moved = b.map((other, i) => (i === j ? other + step : other));
          expect(criterion(moments, moved)).toBeGreaterThan(value);
        }
      });
    });
  }
});

test('with as many instruments as parameters every step solves the moments', () => {
  const model = modelOf('differences, collapsed instruments', { seed: 9 });
  const exact = { ...model, specs: model.specs.slice(0, 2).map((s) => ({ ...s, to: s.from })) };
  const moments = momentsOf(unitsOf(exact));
  expect(moments.a.rows).toBe(2);
  const expected = stepWith(moments, moments.s1).params;
  for (const steps of [1, 2] as const) {
    const { params, numbers } = fitOf(exact, { steps });
    expect(relativeDistance(params, expected)).toBeLessThan(1e-11);
    expect(numbers['hansen']).toBeLessThan(1e-18);
  }
});
