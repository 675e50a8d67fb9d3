/** How a plan chooses parts, from a sample whose times are given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayExpression } from '../../../cli/cluster/array.js';
import { chooseParts } from '../../../cli/cluster/choose.js';
import type { Sample } from '../../../cli/cluster/sample.js';

const sample = (reps: number, secondsPerReplicate: number): Sample => ({
  work: { run: { reps } as Sample['work']['run'], width: 10 },
  replicates: 100,
  secondsPerReplicate,
  secondsToStart: 2,
  baseBytes: 150 * 2 ** 20,
});

describe('chosen parts', () => {
  it('take the minutes and the memory that were given, or about half an hour', () => {
    expect(chooseParts(sample(1e6, 0.036), { workers: 1 }).parts).toBe(20);
    expect(chooseParts(sample(1e6, 0.036), { workers: 2 }).parts).toBe(10);
    expect(chooseParts(sample(1e9, 0.036), { workers: 1 }).parts).toBe(1000);
    const timed = chooseParts(sample(1e6, 0.036), { workers: 1, minutes: 6 });
    expect(timed.parts).toBe(100);
    expect(timed.estimate.minutesEach).toBeCloseTo(6 + 2 / 60, 10);
    expect(timed.estimate.minutesTotal).toBeCloseTo(100 * (6 + 2 / 60), 8);
    const narrow = chooseParts(sample(1e8, 1e-9), { workers: 1, memory: 0.5 });
    expect(narrow.parts).toBe(189);
    expect(narrow.estimate.megabytesEach).toBeLessThanOrEqual(512);
    expect(narrow.estimate.megabytesOfParts).toBe(Math.ceil((84 * 1e8) / 2 ** 20));
    expect(chooseParts(sample(10, 1), { workers: 1, parts: 10 }).parts).toBe(10);
    expect(() => chooseParts(sample(10, 1), { workers: 1, parts: 11 })).toThrow(
      'plan: parts: expected a whole number from 1 to 10, the number of replicates, found 11',
    );
  });
});

describe('an array expression', () => {
  it('names each number once, as runs', () => {
    expect(arrayExpression([7, 19, 20, 21, 22])).toBe('7,19-22');
    expect(arrayExpression([])).toBe('');
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const read = arrayExpression(sorted)
          .split(',')
          .filter((run) => run !== '')
          .flatMap((run) => {
            const [first, last = first] = run.split('-').map(Number);
            return Array.from({ length: last! - first! + 1 }, (_, i) => first! + i);
          });
        expect(read).toEqual(sorted);
      }),
    );
  });
});
