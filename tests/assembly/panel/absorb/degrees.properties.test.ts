import fc from 'fast-check';
import { expect, test } from 'vitest';
import { panelFit } from '../../../../bindings/generated/records.js';
import { core, getInts, read, record, writeDesign } from '../../linear-design.js';
import { basisOf, dummies, levelCounts, putOptions, sampleOf, type Sample } from '../effects.js';

interface Degrees {
  readonly dfAbsorbed: number;
  readonly dfNested: number;
  /** Levels, redundant ones, and 1 when nested in a cluster, of each dimension. */
  readonly dimensions: readonly (readonly number[])[];
}

function degreesOf(sample: Sample, constant: number, clusters: number[][] = []): Degrees {
  const start = core.mark();
  const y = Array.from({ length: sample.nrows }, () => 0);
  const design = writeDesign({ y, x: [y], clusters });
  const fit = record(panelFit, {});
  expect(core.countDegrees(design, putOptions(sample, { constant }), fit)).toBe(1);
  const { dfAbsorbed, dfNested, degrees } = read(panelFit, fit);
  const numbers = Array.from(getInts(degrees!, 3 * sample.codes.length));
  core.release(start);
  return {
    dfAbsorbed: dfAbsorbed!,
    dfNested: dfNested!,
    dimensions: sample.codes.map((_, d) => numbers.slice(3 * d, 3 * d + 3)),
  };
}

test('two dimensions take as many degrees of freedom as their dummies have rank', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 2, max: 8 }),
      fc.integer({ min: 2, max: 8 }),
      fc.integer({ min: 0, max: 6 }),
      (seed, a, b, more) => {
        // Few rows beyond the levels: the graph of levels often falls apart.
        const sample = sampleOf(Math.max(a, b) + more, [a, b], 0, { seed });
        const rank = basisOf(dummies(sample)).length;
        expect(degreesOf(sample, -1).dfAbsorbed).toBe(rank);
        expect(degreesOf(sample, 0).dfAbsorbed).toBe(rank - 1);
      },
    ),
  );
});

test('three dimensions take at least as many as their dummies have rank', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 20 }), (seed, more) => {
      const sample = sampleOf(6 + more, [6, 4, 5], 0, { seed });
      const { dfAbsorbed, dimensions } = degreesOf(sample, -1);
      expect(dfAbsorbed).toBeGreaterThanOrEqual(basisOf(dummies(sample)).length);
      expect(dimensions.map(([levels]) => levels)).toEqual(levelCounts(sample));
      expect(dimensions[0]![1]).toBe(0);
      expect(dfAbsorbed).toBe(
        dimensions.reduce((sum, [levels, redundant]) => sum + levels! - redundant!, 0),
      );
    }),
  );
});

test('a dimension is nested when each of its levels lies in one cluster', () => {
  const sample = sampleOf(24, [8, 3], 0, { seed: 2 });
  const [unit, year] = sample.codes as [number[], number[]];
  const within = unit.map((code) => code % 4);
  const nested = degreesOf(sample, 0, [within]);
  expect(nested.dimensions.map(([, , inside]) => inside)).toEqual([1, 0]);
  // Of the eight levels, one is the constant that they contain.
  expect(nested.dfNested).toBe(7);
  const across = unit.map((_, i) => i % 5);
  const other = degreesOf(sample, 0, [across]);
  expect(other.dimensions.map(([, , inside]) => inside)).toEqual([0, 0]);
  expect(other.dfNested).toBe(0);
  const either = degreesOf(sample, 0, [across, year]);
  expect(either.dimensions.map(([, , inside]) => inside)).toEqual([0, 1]);
  expect(either.dfNested).toBe(3 - either.dimensions[1]![1]! - 1);
});
