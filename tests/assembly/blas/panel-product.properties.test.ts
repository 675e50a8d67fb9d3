import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dense, distance, epsilon, multiply, random, transpose, wrap } from '../dense.js';
import { padded, putPanels } from '../lapack/panels.js';
import { loadKernels } from '../load.js';

const workbench = loadKernels();
const { kernels, get, scope } = workbench;

describe('dgemmPanels', () => {
  test('multiplies packed matrices, of more rows than a block too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(4, 12, 1024, 1028),
        fc.integer(),
        (m, n, k, seed) => {
          const a = random(k, m, seed);
          const b = random(k, n, seed + 1);
          const stride = padded(n);
          const product = scope(() => {
            const c = kernels.alloc(8 * padded(m) * stride);
            kernels.dgemmPanels(
              m,
              n,
              k,
              putPanels(workbench, a),
              putPanels(workbench, b),
              c,
              stride,
            );
            const rows = wrap(stride, m, get(c, stride * m).slice());
            return dense(m, n, (i, j) => rows.values[i * stride + j]!);
          });
          expect(distance(product, multiply(transpose(a), b))).toBeLessThan(2 * k * epsilon);
        },
      ),
    );
  });
});

describe('drawnSums', () => {
  const units = 2060;
  const ranges = [
    [0, 2060],
    [3, 1030],
    [1024, 1025],
    [700, 900],
    [2059, 2060],
    [5, 1500],
  ] as const;
  const stored = (i: number, j: number) => {
    const [first, end] = ranges[j >> 2]!;
    return i >= first && i < end;
  };

  const random6 = Array.from({ length: 6 }, (_, r) =>
    [...random(units, 1, r).values].map((value) => Math.max(0, Math.floor(6 * value))),
  );
  random6[0]!.splice(1020, 7, 0, 40, 7, 1, 16, 0, 4);
  random6[5]!.splice(units - 3, 3, 3, 4, 200);

  /** As many draws as rows, which the lists have no more room for. */
  const full = {
    'each row once': () => 1,
    'every other row twice': (i: number) => 2 * (i % 2),
    'two of four rows twice': (i: number) => (i % 4 < 2 ? 2 : 0),
    'one row always': (i: number) => (i === 1026 ? units : 0),
  };

  /** The sums by tables and by the product with the zeros. */
  const sumsOf = (values: Float64Array, columns: number, counts: readonly number[][]) => {
    const m = counts.length;
    const b = dense(units, columns, (i, j) => (stored(i, j) ? values[i + j * units]! : 0));
    const stride = padded(columns + 1);
    const rows = (c: number) => [...get(c, stride * m)].filter((_, i) => i % stride < columns);
    return scope(() => {
      const whole = kernels.alloc(8 * padded(m) * stride);
      const weights = dense(units, m, (i, r) => counts[r]![i]!);
      const [left, right] = [putPanels(workbench, weights), putPanels(workbench, b)];
      kernels.dgemmPanels(m, columns, units, left, right, whole, stride);
      const tabled = kernels.alloc(8 * m * stride);
      const [panels, table] = putRanged(b, columns);
      const drawn = workbench.putInts(Int32Array.from(counts.flat()));
      const draws = Math.max(...counts.map((own) => own.reduce((sum, count) => sum + count)));
      kernels.sumDrawn(m, columns, units, draws, drawn, panels, table, tabled, stride);
      return [rows(tabled), rows(whole)] as const;
    });
  };

  const wholeNumbers = (columns: number) =>
    random(units, columns, 2).values.map((value) => Math.round(1e6 * value));

  test.each([23, 16, 12, 3])('sums whole numbers as the product does, %i columns', (columns) => {
    const [tabled, whole] = sumsOf(wholeNumbers(columns), columns, random6);
    expect(tabled).toEqual(whole);
    expect(tabled.some((value) => value !== 0)).toBe(true);
  });

  test.each(Object.entries(full))('has room for as many draws as rows: %s', (_, count) => {
    const counts = Array.from({ length: units }, (__, i) => count(i));
    expect(counts.reduce((sum, times) => sum + times)).toBe(units);
    for (const m of [1, 5]) {
      const own = Array.from({ length: m }, () => counts);
      const [tabled, whole] = sumsOf(wholeNumbers(23), 23, own);
      expect(tabled).toEqual(whole);
    }
  });

  test('sums other numbers to their rounding', () => {
    const [tabled, whole] = sumsOf(random(units, 23, 3).values, 23, random6);
    tabled.forEach((value, i) => expect(Math.abs(value - whole[i]!)).toBeLessThan(1e-11));
  });

  function putRanged(b: ReturnType<typeof dense>, columns: number): [number, number] {
    const table = kernels.alloc(4 * 3 * ranges.length);
    let rows = 0;
    ranges.slice(0, Math.ceil(columns / 4)).forEach(([first, end], q) => {
      kernels.setRange(table, q, first, end, rows);
      rows += end - first;
    });
    const panels = kernels.alloc(8 * 4 * rows);
    const memory = new Float64Array(kernels.memory.buffer, panels, 4 * rows).fill(0);
    for (let j = 0; j < columns; j++) {
      for (let i = 0; i < units; i++) {
        const to = kernels.rangedEntry(panels, table, i, j);
        expect(to !== 0).toBe(stored(i, j));
        if (to !== 0) memory[(to - panels) / 8] = b.values[i + j * units]!;
      }
    }
    return [panels, table];
  }
});

describe('quadraticForm', () => {
  test('is the product of the matrix with itself on either side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer(),
        (n, k, seed) => {
          const g = random(12, n, seed);
          const b = random(n, k, seed + 1);
          const form = scope(() => {
            const gram = kernels.allocZeroed(8 * kernels.triangleSize(n));
            kernels.dsyrkPanels(n, 12, 12, putPanels(workbench, g), gram);
            const work = kernels.alloc(8 * padded(n) * padded(k));
            const square = kernels.alloc(8 * padded(k) * padded(k));
            const out = kernels.alloc(8 * (k + 1) * k);
            const panels = putPanels(workbench, b);
            kernels.quadraticForm(n, gram, 0, k, panels, work, square, out, k + 1);
            const values = get(out, (k + 1) * k);
            return dense(k, k, (i, j) => values[i + j * (k + 1)]!);
          });
          const product = multiply(g, b);
          expect(distance(form, multiply(transpose(product), product))).toBeLessThan(
            100 * n * epsilon,
          );
        },
      ),
    );
  });
});
