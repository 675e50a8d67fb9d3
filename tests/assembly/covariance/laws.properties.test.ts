/** Laws that covariance matrices of linear models obey whatever the data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covarianceOf, distance, kinds, type Design } from '../linear-design.js';

const value = fc.integer({ min: -400, max: 400 }).map((v) => v / 100);
const drawnRow = fc.record({
  y: value,
  a: value,
  b: value,
  cluster: fc.integer({ min: 0, max: 4 }),
  other: fc.integer({ min: 0, max: 3 }),
  count: fc.integer({ min: 1, max: 3 }),
});
type Row = typeof drawnRow extends fc.Arbitrary<infer T> ? T : never;

/** 12 to 40 rows on a constant and two regressors; each cluster has a row, each period is its own. */
const sample = fc.array(drawnRow, { minLength: 12, maxLength: 40 }).map((rows) =>
  rows.map((row, i) => ({
    ...row,
    time: i,
    cluster: i < 5 ? i : row.cluster,
    other: i < 4 ? i : row.other,
    a: row.a + Math.sin(i),
    b: row.b + Math.cos(2 * i),
  })),
);
type Sample = (Row & { readonly time: number })[];

function design(rows: Sample, extra: Partial<Design> = {}): Design {
  return {
    y: rows.map((row) => row.y),
    x: [rows.map(() => 1), rows.map((row) => row.a), rows.map((row) => row.b)],
    clusters: [rows.map((row) => row.cluster)],
    time: rows.map((row) => row.time),
    ...extra,
  };
}

function permuted<T>(rows: readonly T[], seed: number): T[] {
  const keys = rows.map((_, i) => ((i + 1) * (2 * seed + 1) * 7919) % 10007);
  return rows
    .map((_, i) => i)
    .sort((i, j) => keys[i]! - keys[j]!)
    .map((i) => rows[i]!);
}

const kind = fc.constantFrom(...kinds);

describe('laws of covariance matrices', () => {
  it('HC1 is clusters of one row, whose factors are n/(n-k) both', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const single = design(rows, { clusters: [rows.map((_, i) => i)] });
        const found = covarianceOf(single, { kind: 'CV1' });
        const HC1 = covarianceOf(single, { kind: 'HC1' });
        expect(distance(found.vcov, HC1.vcov)).toBeLessThan(1e-10);
        expect(found.factor).toBeCloseTo(HC1.factor, 13);
      }),
    );
  });

  it('CV2 and CV3 of clusters of one row are HC2 and (n-1)/n HC3', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const single = design(rows, { clusters: [rows.map((_, i) => i)] });
        for (const [cluster, row] of [
          ['CV2', 'HC2'],
          ['CV3', 'HC3'],
        ] as const) {
          const found = covarianceOf(single, { kind: cluster });
          const expected = covarianceOf(single, { kind: row }).vcov.map((v) => v * found.factor);
          expect(distance(found.vcov, expected)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('HC2 to HC4 are the same with leverages that the model brings', () => {
    fc.assert(
      fc.property(sample, fc.constantFrom('HC2', 'HC3', 'HC4'), (rows, name) => {
        const weighted = design(rows, { weights: { type: 2, values: rows.map((r) => r.count) } });
        const found = covarianceOf(weighted, { kind: name, withLeverages: true });
        expect(distance(found.vcov, covarianceOf(weighted, { kind: name }).vcov)).toBeLessThan(
          1e-12,
        );
      }),
    );
  });

  it('a row of frequency f is f rows', () => {
    const takesFrequencies = kind.filter((name) => name !== 'HAC');
    fc.assert(
      fc.property(sample, takesFrequencies, fc.boolean(), (rows, name, small) => {
        const repeated = rows.flatMap((row) => Array<Sample[number]>(row.count).fill(row));
        const weights = { type: 2, values: rows.map((row) => row.count) };
        const found = covarianceOf(design(rows, { weights }), { kind: name, small });
        const expected = covarianceOf(design(repeated), { kind: name, small });
        expect(distance(found.vcov, expected.vcov)).toBeLessThan(1e-9);
        expect(found.factor).toBeCloseTo(expected.factor, 12);
      }),
    );
  });

  it('does not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(sample, kind, (rows, name) => {
        const weighted = (scale: number) =>
          design(rows, { weights: { type: 1, values: rows.map((row) => scale * row.count) } });
        const found = covarianceOf(weighted(1000), { kind: name, bandwidth: 2 });
        const expected = covarianceOf(weighted(1), { kind: name, bandwidth: 2 });
        expect(distance(found.vcov, expected.vcov)).toBeLessThan(1e-10);
      }),
    );
  });

  it('follows the scale of a column', () => {
    fc.assert(
      fc.property(sample, kind, fc.integer({ min: -30, max: 30 }), (rows, name, power) => {
        const scale = 2 ** power;
        const plain = design(rows);
        const scaled = {
          ...plain,
          x: plain.x.map((column, j) => (j === 1 ? column.map((v) => v * scale) : column)),
        };
        const found = covarianceOf(scaled, { kind: name, bandwidth: 2 });
        const expected = covarianceOf(plain, { kind: name, bandwidth: 2 }).vcov.map(
          (v, i) => v / (i % 3 === 1 ? scale : 1) / (Math.floor(i / 3) === 1 ? scale : 1),
        );
        expect(distance(found.vcov, expected)).toBeLessThan(1e-9);
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(sample, kind, fc.nat(1000), (rows, name, seed) => {
        const shuffled = permuted(rows, seed);
        const found = covarianceOf(design(shuffled), { kind: name, bandwidth: 3 });
        const expected = covarianceOf(design(rows), { kind: name, bandwidth: 3 });
        expect(distance(found.vcov, expected.vcov)).toBeLessThan(1e-9);
      }),
    );
  });

  it('two dimensions of which one is nested in the other are the coarse one, but for the factor', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const coarse = rows.map((row) => row.cluster);
        const fine = rows.map((row) => 10 * row.cluster + row.other);
        const both = covarianceOf(design(rows, { clusters: [coarse, fine] }), { kind: 'CV1' });
        const one = covarianceOf(design(rows, { clusters: [coarse] }), { kind: 'CV1' });
        expect(distance(both.vcov, one.vcov)).toBeLessThan(1e-9);
        expect(both.factor).toBeCloseTo(one.factor, 13);
      }),
    );
  });

  it('HAC without lags is HC1, and Driscoll-Kraay without lags is clusters by period', () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(0, 1), (rows, kernel) => {
        const HAC = covarianceOf(design(rows), { kind: 'HAC', kernel });
        expect(distance(HAC.vcov, covarianceOf(design(rows), { kind: 'HC1' }).vcov)).toBeLessThan(
          1e-10,
        );
        const time = rows.map((row) => row.cluster);
        const byPeriod = design(rows, { time });
        const found = covarianceOf(byPeriod, { kind: 'Driscoll-Kraay', kernel });
        const expected = covarianceOf(byPeriod, { kind: 'CV1' });
        expect(distance(found.vcov, expected.vcov)).toBeLessThan(1e-10);
        expect(found.factor).toBeCloseTo(expected.factor, 13);
      }),
    );
  });

  it('a gap in time is a period without a row, not a step', () => {
    const y = [1, 3, 2, 5, 4, 4, 6, 2];
    const x = [y.map(() => 1), [2, 1, 4, 3, 5, 7, 6, 9]];
    const gaps = [0, 1, 2, 5, 6, 9, 10, 11];
    const found = covarianceOf({ y, x, time: gaps }, { kind: 'HAC', bandwidth: 2 });
    const joined = covarianceOf({ y, x, time: y.map((_, i) => i) }, { kind: 'HAC', bandwidth: 2 });
    const apart = covarianceOf(
      { y, x, unit: [0, 0, 0, 1, 1, 2, 2, 2], time: [0, 1, 2, 0, 1, 0, 1, 2] },
      { kind: 'HAC', bandwidth: 2 },
    );
    expect(found.vcov).not.toEqual(joined.vcov);
    expect(distance(found.vcov, apart.vcov)).toBeLessThan(1e-13);
  });
});
