import { describe, expect, test } from 'vitest';
import { handOut, type Job } from '../../../../bindings/core/jobs/ranges.js';

describe('jobs', () => {
  test('are handed out in order, in chunks that become small toward the end', () => {
    const jobs = handOut([{ first: 0, end: 1000 }], 8);
    const chunks: Job[] = [];
    for (let job = jobs.claim(200, 4); job !== undefined; job = jobs.claim(200, 4)) {
      chunks.push(job);
    }
    expect(chunks.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    chunks.forEach(({ first, count }, i) => {
      expect(first).toBe(i === 0 ? 0 : chunks[i - 1]!.first + chunks[i - 1]!.count);
      expect(count % 8).toBe(0);
      expect(count).toBeLessThanOrEqual(Math.min(200, i === 0 ? 200 : chunks[i - 1]!.count));
      expect(count).toBeLessThan((1000 - first) / 4 + 8);
    });
    expect(chunks.at(-1)!.count).toBe(8);
    expect(jobs.left).toBe(0);
  });

  test('that were returned come before all others and count their attempts', () => {
    const jobs = handOut([{ first: 5, end: 105 }], 10);
    const first = jobs.claim(10, 1)!;
    expect(first).toEqual({ first: 5, count: 10, attempt: 1 });
    jobs.giveBack(first);
    expect(jobs.claim(20, 1)).toEqual({ first: 5, count: 10, attempt: 2 });
    expect(jobs.claim(20, 1)).toEqual({ first: 15, count: 20, attempt: 1 });
  });

  test('of separate ranges are never in one chunk', () => {
    const ranges = [
      { first: 3, end: 5 },
      { first: 100, end: 101 },
    ];
    const jobs = handOut(ranges, 64);
    expect(jobs.claim(64, 1)).toEqual({ first: 3, count: 2, attempt: 1 });
    expect(jobs.claim(64, 1)).toEqual({ first: 100, count: 1, attempt: 1 });
    expect(jobs.claim(64, 1)).toBeUndefined();
  });
});
