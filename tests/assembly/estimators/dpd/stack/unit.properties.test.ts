import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dense, distance, type Dense } from '../../../dense.js';
import { core, get } from '../../../linear-design.js';
import { putDesign, shapeOf } from '../design.js';
import { constant, gmm, modelOf, names, ordinary, panelOf, type Model } from '../panel.js';
import { unitsOf } from '../units.js';

interface Stacked {
  readonly used: readonly boolean[];
  readonly weights: readonly number[];
  readonly x: Dense;
  readonly y: Dense;
  readonly z: Dense;
}

/** The stacked rows of every unit as the core has them. */
function stackedUnits(model: Model): Stacked[] {
  const start = core.mark();
  const opened = core.openedModel(putDesign(model));
  const { nrows, n, k } = shapeOf(opened);
  const width = 2 + k + 1 + n;
  const units = Array.from({ length: model.panel.nunits }, (_, i) => {
    const out = core.allocZeroed(8 * nrows * width);
    core.stackedUnit(opened, i, out);
    const values = get(out, nrows * width);
    const part = (from: number, columns: number) =>
      dense(nrows, columns, (r, j) => values[r * width + from + j]!);
    return {
      used: Array.from(part(0, 1).values, (value) => value === 1),
      weights: Array.from(part(1, 1).values),
      x: part(2, k),
      y: part(2 + k, 1),
      z: part(3 + k, n),
    };
  });
  core.release(start);
  return units;
}

/** Differences and means of values around 5: a few roundings. */
const rounding = 1e-14;

function expectSame(found: readonly Stacked[], model: Model): void {
  const expected = unitsOf(model);
  found.forEach((unit, i) => {
    const { used, weights, x, y, z } = expected[i]!;
    expect(unit.used).toEqual(used);
    expect(unit.z.columns).toBe(z.columns);
    expect(distance(unit.x, x)).toBeLessThan(rounding);
    expect(distance(unit.y, y)).toBeLessThan(rounding);
    expect(distance(unit.z, z)).toBeLessThan(rounding);
    unit.weights.forEach((weight, r) => {
      if (used[r]) expect(Math.abs(weight - weights[r]!)).toBeLessThan(rounding);
    });
  });
}

describe('a unit of a dynamic panel has the rows and instruments that its definition writes out', () => {
  for (const name of names) {
    test(name, () => {
      fc.assert(
        fc.property(
          fc.integer(),
          fc.constantFrom(0, 0.1, 0.35),
          fc.constantFrom('none', 'analytic', 'frequency'),
          (seed, gaps, weights) => {
            const model = modelOf(name, { seed, gaps, weights, nunits: 6 });
            expectSame(stackedUnits(model), model);
          },
        ),
        { numRuns: 8 },
      );
    });
  }
});

describe('a lag window', () => {
  const base = modelOf('system of differences', { seed: 3, gaps: 0.2, nunits: 8 });

  for (const [from, to] of [
    [0, 0],
    [0, 2],
    [1, 1],
    [-1, 1],
    [-2, -1],
    [2, 5],
  ] as const) {
    for (const collapse of [false, true]) {
      const words = `${from} to ${to}${collapse ? ', collapsed' : ''}`;

      test(`of ${words} takes the variable at those lags in both equations`, () => {
        const model = { ...base, specs: [gmm(3, from, to, { collapse }), ordinary(2), constant] };
        expectSame(stackedUnits(model), model);
      });

      test(`of ${words} takes differences at those lags in the level equation alone`, () => {
        const specs = [gmm(3, from, to, { collapse, equation: 'level' }), ordinary(2), constant];
        expectSame(stackedUnits({ ...base, specs }), { ...base, specs });
      });
    }
  }
});

test('forward deviations of a complete unit have the variance of the levels and no mean', () => {
  const panel = panelOf({ seed: 5, gaps: 0, nunits: 4, nperiods: 7 });
  const complete = panel.complete.map((bits) => bits.map((_, t) => (t > 0 ? 3 : 0)));
  const specs = [gmm(0, 2, 3, { collapse: true })];
  const model = {
    ...modelOf('forward deviations', { seed: 5 }),
    panel: { ...panel, complete },
    specs,
  };
  stackedUnits(model).forEach(({ y }, i) => {
    const levels = panel.vars[0]![i]!.slice(1);
    const mean = levels.reduce((sum, value) => sum + value, 0) / levels.length;
    const within = levels.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const squares = y.values.reduce((sum, value) => sum + value * value, 0);
    expect(Math.abs(squares / within - 1)).toBeLessThan(1e-14);
  });
});
