import { expect, test } from 'vitest';
import { bracketedRoot, minimum } from '../../../../bindings/core/numerics/root.js';

/** The function, and how often it was called. */
function counted(f: (x: number) => number) {
  const count = { calls: 0 };
  const called = (x: number) => {
    ++count.calls;
    return f(x);
  };
  return { called, count };
}

test.each<[string, (x: number) => number, number, number, number]>([
  ['a cubic', (x) => x * x * x - 2, 0, 2, Math.cbrt(2)],
  ['a root at an end', (x) => x, 0, 1, 0],
  ['a steep tail', (x) => Math.exp(-x) - 1e-12, 0, 100, Math.log(1e12)],
  ['a jump', (x) => (x < 0.3 ? -1 : 1), 0, 1, 0.3],
  ['a flat root', (x) => (x - 0.25) ** 5, -1, 1, 0.25],
  ['an end of infinite value', (x) => 1 / x - 4, 0, 3, 0.25],
])('the root of %s is found', (_, f, a, b, root) => {
  const { called, count } = counted(f);
  expect(bracketedRoot(called, a, b)).toBeCloseTo(root, 3);
  expect(count.calls).toBeLessThan(130);
});

test('a smooth root takes a dozen steps to the last bits', () => {
  const { called, count } = counted((x) => x * x * x - 2);
  expect(Math.abs(bracketedRoot(called, 0, 2) - Math.cbrt(2))).toBeLessThan(5e-16);
  expect(count.calls).toBeLessThan(16);
});

test.each<[string, (x: number) => number, number]>([
  ['a smooth valley', (x) => Math.cosh(x - 0.4), 0.4],
  ['an edge', (x) => Math.abs(x - 0.4), 0.4],
  ['a slope', (x) => x, -1],
  ['a plain', () => 1, NaN],
])('the least value of %s is found', (_, f, place) => {
  const { called, count } = counted(f);
  const x = minimum(called, -1, 2, { tolerance: 1e-7 });
  if (!Number.isNaN(place)) expect(Math.abs(x - place)).toBeLessThan(1e-6);
  expect(count.calls).toBeLessThan(60);
});

test('a search for a value below enough ends there', () => {
  const { called, count } = counted((x) => (x - 0.4) ** 2 - 1);
  const x = minimum(called, -1, 2, { tolerance: 1e-7, enough: 0 });
  expect(called(x)).toBeLessThan(0);
  expect(count.calls).toBe(2);
});
