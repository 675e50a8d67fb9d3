import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeDistance } from '../../../dense.js';
import { core } from '../../../linear-design.js';
import { openFit } from '../fit.js';
import { drawings, drawnModel, opened, rounding, summed } from '../opened.js';
import { modelOf, names } from '../panel.js';
import { enteringOf } from '../textbook.js';
import { unitsOf } from '../units.js';

describe("the sums Z'X and Z'y over the rows of all units are those of dense matrices", () => {
  for (const name of names) {
    test(name, () => {
      fc.assert(
        fc.property(drawings, (drawing) => {
          const { model, moments } = drawnModel(name, drawing);
          const start = core.mark();
          const { a, s } = summed(opened(model));
          expect(relativeDistance(a, moments.a)).toBeLessThan(rounding);
          expect(relativeDistance(s, moments.s)).toBeLessThan(rounding);
          core.release(start);
        }),
        { numRuns: 6 },
      );
    });
  }
});

test('units without a row in any equation do not enter', () => {
  const model = modelOf('differences, collapsed instruments', { seed: 4, gaps: 0.1 });
  const complete = model.panel.complete.map((bits, i) => (i % 3 === 0 ? bits.map(() => 0) : bits));
  const thinned = { ...model, panel: { ...model.panel, complete } };
  const start = core.mark();
  const { numbers } = openFit(thinned);
  const units = unitsOf(thinned);
  const entering = enteringOf(units);
  expect(entering.length).toBeLessThanOrEqual(20);
  expect(numbers['ngroups']).toBe(entering.length);
  const counts = entering.map((i) => units[i]!.used.filter(Boolean).length);
  expect([numbers['minRows'], numbers['maxRows']]).toEqual([
    Math.min(...counts),
    Math.max(...counts),
  ]);
  expect(numbers['ndiff']).toBe(counts.reduce((sum, count) => sum + count, 0));
  core.release(start);
});
