/** Sizes of chunks, which decide after how many jobs the signal is looked at. */
import { describe, expect, test } from 'vitest';
import { openPace, type Pace } from '../../../../bindings/core/jobs/pace.js';

/** The sizes of `count` chunks whose time is read as `msOf` says. */
function sizesOf(pace: Pace, count: number, msOf: (jobs: number) => number): number[] {
  return Array.from({ length: count }, () => {
    const { size } = pace;
    pace.took(size, msOf(size));
    return size;
  });
}

describe('the size of chunks', () => {
  test('follows the speed of the runner, in multiples of the smallest', () => {
    const sizes = sizesOf(openPace({ first: 64, smallest: 64 }), 5, (jobs) => jobs / 100);
    expect(sizes).toEqual([64, 512, 1536, 1536, 1536]);
  });

  test.each([
    [64, 64],
    [2, 1],
  ])('stays at that of the first (%i) while the clock stands still', (first, smallest) => {
    const sizes = sizesOf(openPace({ first, smallest }), 100, () => 0);
    expect(Math.max(...sizes)).toBe(first);
  });

  test('is found with a clock that moves every 10 ms', () => {
    let [time, read] = [0, 0];
    const sizes = sizesOf(openPace({ first: 4, smallest: 1 }), 2000, (jobs) => {
      const before = read;
      time += jobs / 100;
      read = 10 * Math.floor(time / 10);
      return read - before;
    });
    const last = sizes.slice(-20);
    expect(Math.min(...last)).toBeGreaterThan(750);
    expect(Math.max(...last)).toBeLessThan(3000);
  });

  test('halves at most when chunks take longer', () => {
    const pace = openPace({ first: 64, smallest: 1 });
    pace.took(64, 1000);
    expect(pace.size).toBe(32);
    expect(pace.isBrief).toBe(false);
  });
});
