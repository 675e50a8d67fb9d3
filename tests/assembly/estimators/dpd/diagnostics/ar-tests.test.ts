import { describe, expect, test } from 'vitest';
import { cross, dense, minus, multiply, scale, transpose, type Dense } from '../../../dense.js';
import { fitOf, type Fit } from '../fit.js';
import { modelOf, names, ordinary, type Model } from '../panel.js';
import { enteringOf, momentsAt, momentsOf, nextStep, oneStep, type Step } from '../textbook.js';
import { LEVELS, unitsOf, type Unit } from '../units.js';

/** Differenced residuals, or level ones, of the units that enter, on the calendar; with their regressors. */
interface Residuals {
  /** T; zero where there is none. */
  readonly w: Dense;
  readonly used: readonly boolean[];
  /** T x K. */
  readonly x: Dense;
  /** T x T: the residuals' transformation of the levels, with rows of zeros where there is none. */
  readonly d: Dense;
}

/** Rows of T periods from `first` on. */
const block = (a: Dense, first: number, nperiods: number): Dense =>
  dense(nperiods, a.columns, (t, j) => a.values[first + t + j * a.rows]!);

function residualsOf(model: Model, b: Dense, levels: boolean): Residuals[] {
  const { nperiods } = model.panel;
  // A model of differences alone, or of levels alone, has the rows, whatever the transformation of the estimate.
  const rows = unitsOf({
    ...model,
    specs: [ordinary(2)],
    mixed: false,
    ...(levels ? { transform: 'level', system: true } : { transform: 'fd', system: false }),
  });
  const first = levels ? LEVELS * nperiods : 0;
  return enteringOf(unitsOf(model)).map((i) => {
    const { used, x, y, f } = rows[i]!;
    const regressors = block(x, first, nperiods);
    return {
      used: used.slice(first, first + nperiods),
      w: minus(block(y, first, nperiods), multiply(regressors, b)),
      x: regressors,
      d: block(f, first, nperiods),
    };
  });
}

/** w(-m): the residual m periods before, zero where either is missing. */
function lagged({ w, used }: Residuals, m: number): Dense {
  return dense(w.rows, 1, (t) => (used[t] && used[t - m] ? w.values[t - m]! : 0));
}

const paired = ({ used }: Residuals, m: number) =>
  used.filter((there, t) => there && used[t - m]).length;

/**
 * The statistic of order m and its variance: `spread` gives Z_i'(the covariance of the errors with w) w(-m) and
 * w(-m)'(that of w) w(-m) of a unit; with robust variances these are g_i r_i and r_i^2.
 */
function arellanoBond(
  residuals: readonly Residuals[],
  m: number,
  { map, vcov }: { readonly map: Dense; readonly vcov: Dense },
  spread: (i: number, lag: Dense, product: number) => { moments: Dense; square: number },
): { statistic: number; variance: number; pairs: number; units: number } {
  let [sum, square, pairs, units] = [0, 0, 0, 0];
  let q = dense(vcov.rows, 1, () => 0);
  let h = dense(map.columns, 1, () => 0);
  const add = (a: Dense, b: Dense) => minus(a, scale(-1, b));
  residuals.forEach((unit, i) => {
    const lag = lagged(unit, m);
    const count = paired(unit, m);
    if (count === 0) return;
    const product = cross(unit.w, lag).values[0]!;
    const part = spread(i, lag, product);
    sum += product;
    square += part.square;
    pairs += count;
    units += 1;
    q = add(q, cross(unit.x, lag));
    h = add(h, part.moments);
  });
  const through = cross(q, multiply(map, h)).values[0]!;
  const variance = square - 2 * through + cross(q, multiply(vcov, q)).values[0]!;
  return { statistic: sum / Math.sqrt(variance), variance, pairs, units };
}

function expectTests(
  found: Fit,
  expected: (m: number) => ReturnType<typeof arellanoBond>,
  orders: number,
): void {
  expect(found.status).toBe(0);
  for (let m = 1; m <= orders; m++) {
    const [statistic, pairs, units, variance] = found.ar[m - 1]!;
    const test = expected(m);
    expect([pairs, units]).toEqual([test.pairs, test.units]);
    expect(variance! / test.variance).toBeCloseTo(1, 7);
    if (test.variance > 0) expect(Math.abs(statistic! - test.statistic)).toBeLessThan(1e-7);
  }
}

const orders = 3;

describe('tests of serial correlation after a robust estimate follow their formula', () => {
  for (const name of names) {
    test(name, () => {
      const model = modelOf(name, { seed: 11 });
      const moments = momentsOf(unitsOf(model));
      const first = oneStep(moments);
      const second = nextStep(moments, first.params);
      for (const levels of [false, true]) {
        const check = (found: Fit, { map, params }: Step) => {
          const residuals = residualsOf(model, params, levels);
          const g = momentsAt(moments, params);
          const robust = (i: number, _lag: Dense, r: number) => ({
            moments: scale(r, g[i]!),
            square: r * r,
          });
          expectTests(
            found,
            (m) => arellanoBond(residuals, m, { map, vcov: found.vcov }, robust),
            orders,
          );
        };
        if (levels && !model.system) continue;
        const options = { arOrders: orders, arLevels: levels };
        check(fitOf(model, { ...options, steps: 1 }), first);
        check(fitOf(model, { ...options, steps: 2, covariance: 'windmeijer' }), second);
      }
    });
  }
});

describe('after an unadjusted first step they rest on sigma2 H', () => {
  for (const name of names.filter((model) => model !== 'both transformations and levels')) {
    test(name, () => {
      const model = modelOf(name, { seed: 12 });
      const units = unitsOf(model);
      const entering = enteringOf(units).map((i) => units[i]!);
      const first = oneStep(momentsOf(units));
      const found = fitOf(model, { covariance: 'unadjusted', arOrders: orders });
      const residuals = residualsOf(model, first.params, false);
      const classical = (i: number, lag: Dense) => {
        const spread = classicalSpread(model, entering[i]!, residuals[i]!.d, lag);
        const sigma2 = found.numbers['sigma2']!;
        return {
          moments: scale(sigma2, spread.moments),
          square: sigma2 * spread.square,
        };
      };
      const estimate = { map: first.map, vcov: found.vcov };
      expectTests(found, (m) => arellanoBond(residuals, m, estimate, classical), orders);
    });
  }
});

/** Z'M D'w(-m) and |D'w(-m)|^2, over the transformed rows also of a system; with h = 1 of w(-m) itself. */
function classicalSpread(model: Model, { z, f }: Unit, d: Dense, lag: Dense) {
  const { nperiods } = model.panel;
  const first = model.transform === 'level' ? LEVELS * nperiods : 0;
  const instruments = block(z, first, nperiods);
  if (model.h === 1 && model.transform !== 'level') {
    return { moments: cross(instruments, lag), square: cross(lag, lag).values[0]! };
  }
  const errors = multiply(transpose(d), lag);
  const spread = multiply(block(f, first, nperiods), errors);
  return { moments: cross(instruments, spread), square: cross(errors, errors).values[0]! };
}

test('an order that no pair of periods has is missing', () => {
  const { ar } = fitOf(modelOf('system of differences', { seed: 13 }), { arOrders: 8 });
  const [statistic, pairs, units] = ar[7]!;
  expect(statistic).toBeNaN();
  expect([pairs, units]).toEqual([0, 0]);
});
