import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, doubles, get, getInts, integers, writeDesign } from '../linear-design.js';
import { sampleOf, type Sample } from './effects.js';

/** Places of the integers of `Columns` and `UnitMeans`, which hold no doubles. */
const UNIT_MEANS = ['nunits', 'rows', 'x', 'y'] as const;

function opened(sample: Sample) {
  const [y, ...x] = sample.columns;
  const design = writeDesign({ y: y!, x, unit: sample.codes[0] });
  const means = integers(UNIT_MEANS.map(() => 0));
  expect(core.openUnitMeans(means, design)).toBe(1);
  const [nunits, rows, xAt, yAt] = getInts(means, UNIT_MEANS.length) as unknown as number[];
  return { design, nunits: nunits!, rows: rows!, x: xAt!, y: yAt! };
}

const cases = fc.record({
  seed: fc.integer(),
  nunits: fc.integer({ min: 1, max: 9 }),
  more: fc.integer({ min: 0, max: 30 }),
});

/** Mean of the values of each unit. */
function byUnit(sample: Sample, column: readonly number[], nunits: number): number[] {
  return Array.from({ length: nunits }, (_, unit) => {
    const values = column.filter((_value, i) => sample.codes[0]![i] === unit);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

test('every unit has the mean of its rows, in each column and the outcome', () => {
  fc.assert(
    fc.property(cases, ({ seed, nunits, more }) => {
      const start = core.mark();
      const sample = sampleOf(nunits + more, [nunits], 4, { seed });
      const means = opened(sample);
      const [y, ...x] = sample.columns;
      expect(means.nunits).toBe(nunits);
      expect(Array.from(getInts(means.rows, nunits))).toEqual(
        Array.from(
          { length: nunits },
          (_, unit) => sample.codes[0]!.filter((code) => code === unit).length,
        ),
      );
      const found = [
        ...x.map((_, j) => get(means.x + 8 * j * nunits, nunits)),
        get(means.y, nunits),
      ];
      [...x, y!].forEach((column, j) => {
        expect(Array.from(found[j]!)).toEqual(byUnit(sample, column, nunits));
      });
      core.release(start);
    }),
  );
});

test('deviations take off the mean, or the share of it that a unit has', () => {
  fc.assert(
    fc.property(cases, ({ seed, nunits, more }) => {
      const start = core.mark();
      const sample = sampleOf(nunits + more, [nunits], 2, { seed });
      const means = opened(sample);
      const y = sample.columns[0]!;
      const theta = Array.from({ length: nunits }, (_, unit) => 1 / (unit + 2));
      const average = byUnit(sample, y, nunits);
      const out = doubles(y);
      core.lessMeans(means.design, doubles(y), means.y, 0, out);
      expect(Array.from(get(out, y.length))).toEqual(
        y.map((value, i) => value - average[sample.codes[0]![i]!]!),
      );
      core.lessMeans(means.design, doubles(y), means.y, doubles(theta), out);
      expect(Array.from(get(out, y.length))).toEqual(
        y.map((value, i) => {
          const unit = sample.codes[0]![i]!;
          return value - theta[unit]! * average[unit]!;
        }),
      );
      core.release(start);
    }),
  );
});
