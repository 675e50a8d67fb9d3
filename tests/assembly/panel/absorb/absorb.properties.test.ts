import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { panelFit } from '../../../../bindings/generated/records.js';
import { core, doubles, get, integers, read, record } from '../../linear-design.js';
import {
  basisOf,
  dummies,
  meanOf,
  norm,
  putOptions,
  putWeights,
  residual,
  ringOf,
  sampleOf,
  type Sample,
} from '../effects.js';

const Ok = 0;
const RankDeficient = 20;
const NotConverged = 40;

interface Absorbed {
  readonly status: number;
  readonly detail: number;
  readonly iterations: number;
  readonly columns: readonly (readonly number[])[];
}

interface Settings {
  /** Place of a column of ones among the regressors. */
  readonly constant?: number;
  /** Columns that must vary within levels; all unless it says otherwise. */
  readonly required?: number;
  readonly options?: Readonly<Record<string, number>>;
}

/** Absorbs the effects of a sample; its last column is the outcome. */
function absorb(sample: Sample, { constant = -1, required, options }: Settings = {}): Absorbed {
  const start = core.mark();
  const { nrows } = sample;
  const k = sample.columns.length - 1;
  const x = doubles(sample.columns.slice(0, k).flat());
  const y = doubles(sample.columns[k]!);
  const columns = integers([nrows, k, required ?? k, x, y, putWeights(sample), constant]);
  const fit = record(panelFit, {});
  const status = core.absorb(columns, putOptions(sample, { constant, ...options }), fit);
  const { detail, iterations } = read(panelFit, fit);
  const found = Array.from({ length: k + 1 }, (_, j) =>
    Array.from(get(core.columnAddress(columns, j), nrows)),
  );
  core.release(start);
  return { status, detail: detail!, iterations: iterations!, columns: found };
}

/** Largest difference, as a share of the root mean square of the expected column. */
function apart(found: readonly number[], expected: readonly number[]): number {
  const scale = norm(expected) / Math.sqrt(expected.length);
  return Math.max(...found.map((value, i) => Math.abs(value - expected[i]!))) / scale;
}

const cases = fc.record({
  seed: fc.integer(),
  levels: fc.constantFrom([5], [6, 4], [4, 6], [7, 3, 4]),
  weighted: fc.boolean(),
});

describe('absorbed effects', () => {
  test('leave the residuals of least squares on the dummies of all levels', () => {
    fc.assert(
      fc.property(cases, ({ seed, levels, weighted }) => {
        const sample = sampleOf(40, levels, 6, { seed, weighted });
        const basis = basisOf(dummies(sample), sample.weights);
        const { status, columns } = absorb(sample);
        expect(status).toBe(Ok);
        // One dimension is exact but for rounding; several leave what the tolerance of 1e-12 allows.
        const tolerance = levels.length === 1 ? 1e-13 : 1e-10;
        sample.columns.forEach((column, j) => {
          const expected = residual(column, basis, sample.weights);
          expect(apart(columns[j]!, expected)).toBeLessThan(tolerance);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('with a constant keep the weighted mean of every column, and the constant itself', () => {
    fc.assert(
      fc.property(cases, ({ seed, levels, weighted }) => {
        const drawn = sampleOf(40, levels, 3, { seed, weighted });
        const [a, b, y] = drawn.columns as [number[], number[], number[]];
        const ones = a.map(() => 1);
        const sample = { ...drawn, columns: [a, ones, b, y] };
        const basis = basisOf(dummies(sample), sample.weights);
        const { columns } = absorb(sample, { constant: 1 });
        expect(columns[1]).toEqual(ones);
        for (const j of [0, 2, 3]) {
          const column = sample.columns[j]!;
          const average = meanOf(column, sample.weights);
          const rest = residual(column, basis, sample.weights).map((value) => value + average);
          expect(apart(columns[j]!, rest)).toBeLessThan(1e-10);
        }
      }),
      { numRuns: 40 },
    );
  });

  const rings = fc.record({
    seed: fc.integer(),
    parts: fc.constantFrom(1, 2, 3),
    weighted: fc.boolean(),
    others: fc.constantFrom([], [4], [4, 3]),
  });

  test('are those of dummies where the levels hang together by few rows', () => {
    fc.assert(
      fc.property(rings, (options) => {
        const sample = ringOf(180, 20, 5, options);
        const basis = basisOf(dummies(sample), sample.weights);
        const { status, columns } = absorb(sample);
        expect(status).toBe(Ok);
        sample.columns.forEach((column, j) => {
          const expected = residual(column, basis, sample.weights);
          expect(apart(columns[j]!, expected)).toBeLessThan(1e-10);
        });
      }),
      { numRuns: 20 },
    );
  });

  test('take few iterations on a long ring', () => {
    const sample = ringOf(1200, 400, 1, { seed: 9 });
    const start = core.mark();
    const effects = core.openedEffects(sample.nrows, putOptions(sample), 0);
    const column = sample.columns[0]!.flatMap((value) => [value, 0]);
    const plain = core.iterations(effects, 1000, 1e-12, doubles(column));
    core.release(start);
    expect(plain).toBeGreaterThan(100);
    expect(
      absorb({ ...sample, columns: [...sample.columns, ...sample.columns] }).iterations,
    ).toBeLessThan(30);
  });

  test('have the same factors for every seed of the draws', () => {
    const sample = ringOf(180, 20, 5, { seed: 8, others: [4] });
    core.seed(1, 2);
    const first = absorb(sample);
    core.seed(3, 4);
    expect(absorb(sample)).toEqual(first);
  });

  test('give the slopes of the regression with dummies', () => {
    const sample = sampleOf(60, [9, 5], 2, { seed: 3 });
    const [x, y] = sample.columns as [number[], number[]];
    const { columns } = absorb(sample);
    const [within, outcome] = columns as [number[], number[]];
    const slope =
      within.reduce((sum, value, i) => sum + value * outcome[i]!, 0) / norm(within) ** 2;
    const basis = basisOf([...dummies(sample), x]);
    const rest = residual(y, basis);
    const expected = y.map((value, i) => value - slope * x[i]!);
    expect(apart(residual(expected, basisOf(dummies(sample))), rest)).toBeLessThan(1e-11);
  });

  test('do not change when they are absorbed again', () => {
    const sample = sampleOf(50, [8, 5], 5, { seed: 4, weighted: true });
    const once = absorb(sample);
    const twice = absorb({ ...sample, columns: once.columns });
    expect(once.iterations).toBeGreaterThan(0);
    once.columns.forEach((column, j) => {
      expect(apart(twice.columns[j]!, column)).toBeLessThan(1e-11);
    });
  });

  test('name the required column that they explain in full', () => {
    const drawn = sampleOf(30, [6, 4], 4, { seed: 5 });
    const explained = drawn.codes[0]!.map((a, i) => 3 * a - 2 * drawn.codes[1]![i]!);
    const columns = [...drawn.columns.slice(0, 2), explained, ...drawn.columns.slice(2)];
    const { status, detail } = absorb({ ...drawn, columns });
    expect([status, detail]).toEqual([RankDeficient, 2]);
  });

  test('leave a column that need not vary constant', () => {
    const drawn = sampleOf(30, [6, 4], 3, { seed: 6 });
    const explained = drawn.codes[0]!.map((a) => 3 * a - 2);
    const columns = [...drawn.columns.slice(0, 2), explained, drawn.columns[2]!];
    const found = absorb({ ...drawn, columns }, { required: 2 });
    expect(found.status).toBe(Ok);
    expect(found.columns[2]).toEqual(explained.map(() => 0));
  });

  test('say that they did not converge, and the first column of the block', () => {
    const sample = sampleOf(60, [12, 11], 7, { seed: 7 });
    const { status, detail, iterations } = absorb(sample, { options: { maxIterations: 1 } });
    expect([status, detail, iterations]).toEqual([NotConverged, 0, 1]);
  });
});
