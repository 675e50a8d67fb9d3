import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeDistance } from '../../../dense.js';
import { core } from '../../../linear-design.js';
import { drawings, opened, rounding, summed } from '../opened.js';
import { modelOf, names } from '../panel.js';
import { momentsOf } from '../textbook.js';
import { unitsOf } from '../units.js';

/** The models of the list that differ in more than H. */
const stacks = names.filter((name) => !name.includes('H '));

for (const h of [1, 2, 3] as const) {
  describe(`the one-step matrix with h = ${h} is the sum of Z'H Z, H written out`, () => {
    for (const name of stacks) {
      test(name, () => {
        fc.assert(
          fc.property(drawings, (drawing) => {
            const model = { ...modelOf(name, { nunits: 10, ...drawing }), h };
            const { a, s1 } = momentsOf(unitsOf(model));
            fc.pre(a.rows >= a.columns);
            const start = core.mark();
            expect(relativeDistance(summed(opened(model)).s1, s1)).toBeLessThan(rounding);
            core.release(start);
          }),
          { numRuns: 3 },
        );
      });
    }
  });
}

test('H is 2 on the diagonal and -1 beside it for differences of a complete unit', () => {
  const model = modelOf('differences, collapsed instruments', { seed: 1, gaps: 0 });
  const complete = model.panel.complete.map((bits) => bits.map((_, t) => (t > 0 ? 3 : 0)));
  const { h, used } = unitsOf({ ...model, panel: { ...model.panel, complete } })[0]!;
  used.forEach((there, r) => {
    used.forEach((other, q) => {
      const expected = there && other ? (r === q ? 2 : Math.abs(r - q) === 1 ? -1 : 0) : 0;
      expect(h.values[r + q * h.rows]).toBe(expected);
    });
  });
});
