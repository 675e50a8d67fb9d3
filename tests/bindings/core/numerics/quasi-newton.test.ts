import { describe, expect, test } from 'vitest';
import { quasiNewton } from '../../../../bindings/core/numerics/quasi-newton.js';

const banana = ([x, y]: readonly number[]) => (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2;

describe('the BFGS method', () => {
  test('finds the minimum of a quadratic function and of a curved valley', () => {
    const bowl = (x: readonly number[]) =>
      x.reduce((sum, xi, i) => sum + (i + 1) * (xi - i) ** 2, 3);
    const minimum = quasiNewton(bowl, [5, 5, 5, 5], { tolerance: 1e-12 })!;
    expect(minimum.value).toBeCloseTo(3, 9);
    minimum.x.forEach((xi, i) => expect(xi).toBeCloseTo(i, 4));
    expect(quasiNewton(banana, [-1.2, 1], { tolerance: 1e-12 })!.value).toBeLessThan(1e-6);
  });

  test('ends early at a value below enough', () => {
    const minimum = quasiNewton(banana, [-1.2, 1], { tolerance: 1e-12, enough: 4 })!;
    expect(minimum.value).toBeLessThan(4);
    expect(minimum.value).toBeGreaterThan(1);
  });

  test('stays where the function is finite, and is undefined if it starts elsewhere', () => {
    const halfLine = ([x]: readonly number[]) => (x! > 0.5 ? x! : NaN);
    const minimum = quasiNewton(halfLine, [2], { tolerance: 1e-12 })!;
    expect(minimum.value).toBeGreaterThan(0.5);
    expect(minimum.value).toBeLessThan(1);
    expect(quasiNewton(halfLine, [0], { tolerance: 1e-12 })).toBeUndefined();
  });

  test('has nothing to search without coordinates', () => {
    expect(quasiNewton(() => 7, [], { tolerance: 1e-12 })).toEqual({ x: [], value: 7 });
  });
});
