/** CR2 tests of differences in random panels, against the definition with matrices of n x n, and their invariances. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareGroups } from 'wasmetrics';
import type { GroupDifference } from 'wasmetrics/types';
import { mix, streamKey } from '../../bench/random.js';
import { symmetricEigen } from '../../bindings/core/numerics/quadratic-form.js';

type Matrix = readonly (readonly number[])[];

interface Sample {
  readonly id: readonly number[];
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly y: readonly number[];
  readonly group: readonly number[];
}

/** Units of 2 to 5 rows; w may be the same in all rows of a unit, and the group too. */
const samples = fc
  .record({
    sizes: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 8, maxLength: 14 }),
    isOfUnits: fc.boolean(),
    isSplitByUnit: fc.boolean(),
    seed: fc.integer({ min: 0, max: 2 ** 30 }),
  })
  .map(({ sizes, isOfUnits, isSplitByUnit, seed }): Sample => {
    let place = 0;
    const next = () => mix(streamKey(seed, place++)) / 2 ** 31 - 1;
    const rows = sizes.flatMap((size, id) => {
      const treated = Number(id % 3 === 0);
      return Array.from({ length: size }, (_, t) => ({
        id,
        x: next(),
        w: isOfUnits ? treated : next(),
        y: next(),
        group: isSplitByUnit ? id % 2 : (id + t) % 2,
      }));
    });
    const column = (name: keyof Sample) => rows.map((row) => row[name]);
    return {
      id: column('id'),
      x: column('x'),
      w: column('w'),
      y: column('y'),
      group: column('group'),
    };
  });

async function differenceOf(sample: Sample): Promise<GroupDifference> {
  const { differences } = await compareGroups(
    { ...sample },
    { estimator: 'ols', formula: 'y ~ x + w' },
    { by: 'group', of: 'x', cluster: 'id', methods: ['cr2'] },
  );
  return differences[0]!;
}

const times = (a: Matrix, b: Matrix) =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, i) => sum + value * b[i]![j]!, 0)));
const turned = (a: Matrix) => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** The Moore-Penrose power of a symmetric matrix. */
function power(a: Matrix, exponent: -1 | -0.5): Matrix {
  const { values, vectors } = symmetricEigen(a);
  const powers = values.map((value) =>
    value < 1e-10 ? 0 : exponent === -1 ? 1 / value : 1 / Math.sqrt(value),
  );
  return times(
    vectors.map((row) => row.map((x, j) => x * powers[j]!)),
    turned(vectors),
  );
}

/** Standard error and degrees of freedom from the residual maker (Pustejovsky and Tipton, 2018, sections 2.1 and 3.1). */
function defined({ id, x, w, y, group }: Sample) {
  const design = y.map((_, i) =>
    [0, 1].flatMap((g) => (group[i] === g ? [x[i]!, w[i]!, 1] : [0, 0, 0])),
  );
  const bread = power(times(turned(design), design), -1);
  const hat = times(times(design, bread), turned(design));
  const maker = hat.map((row, i) => row.map((value, j) => Number(i === j) - value));
  const e = times(
    maker,
    y.map((value) => [value]),
  ).map(([value]) => value!);
  const direction = bread.map((row) => row[3]! - row[0]!);
  const units = [...new Set(id)].map((unit) => id.flatMap((one, i) => (one === unit ? [i] : [])));
  let variance = 0;
  const vectors = units.map((rows) => {
    const own = power(
      rows.map((i) => rows.map((j) => maker[i]![j]!)),
      -0.5,
    );
    const along = rows.map((i) => design[i]!.reduce((sum, v, j) => sum + v * direction[j]!, 0));
    const a = own.map((row) => row.reduce((sum, v, j) => sum + v * along[j]!, 0));
    variance += rows.reduce((sum, i, j) => sum + e[i]! * a[j]!, 0) ** 2;
    return y.map((_, row) => rows.reduce((sum, i, j) => sum + maker[row]![i]! * a[j]!, 0));
  });
  const product = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, value, i) => sum + value * q[i]!, 0);
  const mean = vectors.reduce((sum, p) => sum + product(p, p), 0);
  const squares = vectors.reduce(
    (sum, p) => sum + vectors.reduce((s, q) => s + product(p, q) ** 2, 0),
    0,
  );
  return { stdError: Math.sqrt(variance), df: mean ** 2 / squares };
}

test('errors and degrees of freedom are those of the definition', async () => {
  await fc.assert(
    fc.asyncProperty(samples, async (sample) => {
      const { stdError, df } = await differenceOf(sample);
      const expected = defined(sample);
      expect(stdError! / expected.stdError).toBeCloseTo(1, 5);
      expect(df! / expected.df).toBeCloseTo(1, 5);
    }),
    { numRuns: 60, seed: 20260702, endOnFailure: true },
  );
});

test('the p-value depends on no unit of measurement, nor on the order of rows or groups', async () => {
  await fc.assert(
    fc.asyncProperty(
      samples,
      fc.constantFrom(1e-6, 0.1, 1000),
      fc.constantFrom(1e-5, 10, 1e4),
      async (sample, ofX, ofY) => {
        const { pValue, df } = await differenceOf(sample);
        const changed = await differenceOf({
          id: [...sample.id].reverse().map((id) => -id),
          x: [...sample.x].reverse().map((x) => ofX * x),
          w: [...sample.w].reverse(),
          y: [...sample.y].reverse().map((y) => ofY * y),
          group: [...sample.group].reverse().map((g) => 1 - g),
        });
        expect(changed.pValue).toBeCloseTo(pValue!, 8);
        expect(changed.df! / df!).toBeCloseTo(1, 8);
      },
    ),
    { numRuns: 40, seed: 20260703, endOnFailure: true },
  );
});
