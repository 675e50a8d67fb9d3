import { describe, expect, test } from 'vitest';
import { loadKernels } from '../load.js';

const bench = loadKernels();
const { kernels, put, get } = bench;

/** The search for the minimum of Rosenbrock's valley, which is 0 at (1, 1). */
function descend(x: number, y: number, tolerance: number, most: number) {
  return bench.scope(() => {
    const params = put([x, y]);
    const trace = kernels.allocZeroed(8 * 3 * (most + 1));
    const iterations = kernels.descendValley(params, tolerance, most, trace);
    const rows = get(trace, 3 * (Math.abs(iterations) + 1));
    return {
      converged: iterations > 0,
      iterations: Math.abs(iterations),
      params: Array.from(get(params, 2)),
      trace: Array.from({ length: rows.length / 3 }, (_, i) =>
        Array.from(rows.slice(3 * i, 3 * i + 3)),
      ),
    };
  });
}

const valley = (x: number, y: number) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;

describe('the quasi-Newton search', () => {
  test('follows a curved valley to its minimum from either side', () => {
    for (const [x, y] of [
      [-1.2, 1],
      [2, -3],
      [0, 0],
      [10, 10],
    ] as const) {
      const { converged, params, iterations } = descend(x, y, 1e-10, 200);
      expect(converged).toBe(true);
      expect(iterations).toBeLessThan(120);
      expect(params[0]).toBeCloseTo(1, 8);
      expect(params[1]).toBeCloseTo(1, 8);
    }
  });

  test('never goes up, and writes down every point with its value', () => {
    const { trace, params, iterations } = descend(-1.2, 1, 1e-10, 200);
    expect(trace.length).toBe(iterations + 1);
    expect(trace[0]!.slice(0, 2)).toEqual([-1.2, 1]);
    expect(trace.at(-1)!.slice(0, 2)).toEqual(params);
    trace.forEach(([x, y, value], i) => {
      expect(Math.abs(value! - valley(x!, y!))).toBeLessThan(1e-13 * (1 + value!));
      if (i > 0) expect(value).toBeLessThanOrEqual(trace[i - 1]![2]!);
    });
  });

  test('stops after the iterations it may take, without convergence', () => {
    const { converged, iterations, params } = descend(-1.2, 1, 1e-10, 5);
    expect(converged).toBe(false);
    expect(iterations).toBe(5);
    expect(valley(params[0]!, params[1]!)).toBeLessThan(valley(-1.2, 1));
  });

  test('is over where it starts at the minimum', () => {
    const { converged, iterations, params } = descend(1, 1, 1e-10, 50);
    expect(converged).toBe(true);
    expect(iterations).toBe(1);
    expect(params).toEqual([1, 1]);
  });
});

test('a search has settled when no parameter moved by more than the tolerance of itself or its scale', () => {
  const settled = (from: number[], to: number[], scales: number[]) =>
    bench.scope(() => kernels.settled(from.length, put(from), put(to), put(scales), 1e-3));
  expect(settled([1, 1000], [1.0009, 1000.9], [0, 0])).toBe(1);
  expect(settled([1, 1000], [1.002, 1000], [0, 0])).toBe(0);
  expect(settled([0, 1], [0.0005, 1], [1, 0])).toBe(1);
  expect(settled([0, 1], [0.0005, 1], [0.1, 0])).toBe(0);
  expect(settled([0], [NaN], [1])).toBe(0);
});
