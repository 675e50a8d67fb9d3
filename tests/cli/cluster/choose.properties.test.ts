/** How a plan chooses parts, from a sample whose times are given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayExpression } from '../../../cli/cluster/status.js';
import { chooseParts } from '../../../cli/cluster/choose.js';
import type { Discovery } from '../../../cli/cluster/discover.js';
import { partsOfPieces, pieceCount } from '../../../cli/cluster/works/pieces.js';

const work = (jobs: number, secondsPerJob: number, streams = true) => ({
  subject: 'bootstrap',
  digest: String(jobs),
  bytes: Buffer.alloc(1000),
  jobs,
  secondsPerJob,
  smallest: 1,
  sampled: 100,
  bytesPerJob: 84,
  streams,
});

const found = (...works: Discovery['works'][number][]): Discovery => ({
  works,
  secondsToStart: 2,
  baseBytes: 150 * 2 ** 20,
});

describe('chosen parts', () => {
  it('take the minutes that were given, or about half an hour', () => {
    expect(chooseParts(found(work(1e6, 0.036)), { workers: 1 }).parts).toBe(20);
    expect(chooseParts(found(work(1e6, 0.036)), { workers: 2 }).parts).toBe(10);
    expect(chooseParts(found(work(1e9, 0.036)), { workers: 1 }).parts).toBe(1000);
    const timed = chooseParts(found(work(1e6, 0.036)), { workers: 1, minutes: 6 });
    expect(timed.parts).toBe(100);
    expect(timed.estimate.minutesEach).toBeCloseTo(6 + 2 / 60, 10);
    expect(timed.estimate.minutesTotal).toBeCloseTo(100 * (6 + 2 / 60), 8);
    expect(chooseParts(found(work(10, 1)), { workers: 1, parts: 10 }).parts).toBe(10);
    expect(() => chooseParts(found(work(10, 1)), { workers: 1, parts: 11 })).toThrow(
      'plan: parts: expected a whole number from 1 to 10, the pieces into which the jobs can be divided, found 11',
    );
  });

  it('take memory that does not grow with the jobs, unless the merge needs all at once', () => {
    const few = chooseParts(found(work(1e5, 1e-3)), { workers: 1 }).estimate;
    const many = chooseParts(found(work(1e9, 1e-3)), { workers: 1 }).estimate;
    expect(many.megabytesEach).toBe(few.megabytesEach);
    expect(many.megabytesToMerge).toBe(few.megabytesToMerge);
    expect(many.megabytesOfParts).toBe(Math.ceil((84 * 1e9) / 2 ** 20));
    const held = chooseParts(found(work(1e8, 1e-3, false)), { workers: 1 }).estimate;
    expect(held.megabytesToMerge).toBeGreaterThan(held.megabytesOfParts);
    const narrow = { workers: 1, memory: 0.1 };
    expect(() => chooseParts(found(work(10, 1)), narrow)).toThrow(/memory: expected more than 0.2/);
  });

  it('divide several works so that all parts take about as long, and each piece belongs to one', () => {
    const several = found(work(1000, 0.5), work(7, 20), work(100_000, 1e-4));
    const { works, estimate, parts } = chooseParts(several, { workers: 1, parts: 12 });
    const seconds = new Float64Array(parts);
    const jobs = works.map(() => 0);
    for (const [part, { work: number, first, end }] of partsOfPieces(works, parts)) {
      expect(first).toBe(jobs[number]);
      jobs[number] = end;
      seconds[part - 1]! += (end - first) * works[number]!.secondsPerJob;
    }
    expect(jobs).toEqual([1000, 7, 100_000]);
    expect(works.map(pieceCount)[1]).toBe(7);
    const longest = Math.max(...seconds) / 60;
    expect(longest).toBeLessThan(estimate.minutesEach + 20 / 60);
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
