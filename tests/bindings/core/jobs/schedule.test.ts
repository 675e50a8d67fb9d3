import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Runner } from '../../../../bindings/core/jobs/runner.js';
import type { Computed } from '../../../../bindings/core/jobs/study.js';
import type { Crew } from '../../../../bindings/core/jobs/pool.js';
import { schedule as begin } from '../../../../bindings/core/jobs/schedule.js';
import type { Chunk } from '../../../../bindings/analysis/bootstrap/replicates.js';
import { Batch } from '../../../../bindings/generated/codes.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** A schedule in a time that passes as its runners take it, on any machine. */
async function schedule(...given: Parameters<typeof begin<Chunk>>): Promise<void> {
  const work = begin(...given);
  let ended = false;
  const end = () => void (ended = true);
  work.then(end, end);
  while (!ended) await vi.advanceTimersByTimeAsync(1);
  return work;
}

const sizes = { first: Batch.replicates, smallest: Batch.replicates };

/** A runner of which a replicate takes so many milliseconds; calls in `deaths` reject. */
function runner(msPerReplicate: number, deaths: readonly number[] = [], depth: 1 | 2 = 1) {
  const counts: number[] = [];
  /** Where each chunk begins, and how many it had not answered yet when it was asked for it. */
  const requests: { first: number; waiting: number }[] = [];
  let before = Promise.resolve();
  let unanswered = 0;
  const run = async (first: number, count: number): Promise<Computed<Chunk>> => {
    counts.push(count);
    if (deaths.includes(counts.length)) throw new Error('the worker died');
    requests.push({ first, waiting: unanswered++ });
    const ms = count * msPerReplicate;
    before = before.then(() => new Promise((resolve) => setTimeout(resolve, ms)));
    await before;
    unanswered -= 1;
    const values = new Float64Array(count);
    return { chunk: { first, count, values, statuses: new Int32Array(count) }, ms };
  };
  const base: Runner<Chunk> = {
    depth,
    turn: () => Promise.resolve({ run, pass: () => undefined }),
  };
  return { ...base, counts, requests };
}

const never = () => false;

/** A crew whose workers begin. */
function workersOnly(runners: readonly Runner<Chunk>[]): Crew<Chunk> {
  return {
    beginsHere: false,
    here: () => Promise.reject(new Error('the calling thread has nothing to do')),
    repays: never,
    started: never,
    recruit: () => runners.map((one) => Promise.resolve(one)),
  };
}

/** The numbers of the replicates that were taken, in the order of their coming. */
async function numbersOf(
  runners: readonly Runner<Chunk>[],
  ranges: readonly { first: number; end: number }[],
  enough: (count: number) => boolean = never,
): Promise<number[]> {
  const numbers: number[] = [];
  const take = ({ first, count }: Chunk) =>
    Array.from({ length: count }, (_, i) => numbers.push(first + i));
  await schedule(workersOnly(runners), {
    subject: 'bootstrap',
    ranges,
    enough: () => enough(numbers.length),
    take,
    sizes,
  });
  return numbers;
}

const upTo = (end: number) => Array.from({ length: end }, (_, i) => i);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('the schedule', () => {
  test('computes every replicate once, more on the faster runner, in chunks of similar duration', async () => {
    const [fast, slow] = [runner(1 / 32), runner(1 / 4)];
    const numbers = await numbersOf([fast, slow], [{ first: 0, end: 6000 }]);
    expect(sorted(numbers)).toEqual(upTo(6000));
    const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
    expect(sum(fast.counts)).toBeGreaterThan(2 * sum(slow.counts));
    expect(Math.max(...fast.counts)).toBeGreaterThan(2 * Math.max(...slow.counts));
  });

  test('computes what is missing and nothing else', async () => {
    const ranges = [
      { first: 3, end: 5 },
      { first: 100, end: 350 },
    ];
    const numbers = await numbersOf([runner(0), runner(0)], ranges);
    expect(sorted(numbers)).toEqual([3, 4, ...upTo(250).map((i) => 100 + i)]);
  });

  test('hands out the chunk of a dead runner again', async () => {
    const numbers = await numbersOf([runner(0, [1, 3]), runner(0, [2])], [{ first: 0, end: 900 }]);
    expect(sorted(numbers)).toEqual(upTo(900));
  });

  test('sends a runner of depth 2 its next chunk while it computes one, except at the end', async () => {
    const runners = [runner(1 / 8, [], 2), runner(1 / 8, [], 2)];
    const numbers = await numbersOf(runners, [{ first: 0, end: 6000 }]);
    expect(sorted(numbers)).toEqual(upTo(6000));
    const ahead = runners.flatMap(({ requests }) => requests.filter(({ waiting }) => waiting > 0));
    expect(ahead.length).toBeGreaterThan(2);
    for (const { first, waiting } of ahead) {
      expect(waiting).toBe(1);
      expect(first).toBeLessThanOrEqual(6000 - 4 * 64);
    }
  });

  test('sends a runner of depth 2 one chunk at a time if chunks are long', async () => {
    const slow = runner(1, [], 2);
    await numbersOf([slow], [{ first: 0, end: 320 }]);
    expect(slow.requests.map(({ waiting }) => waiting)).toEqual(slow.requests.map(() => 0));
  });

  test('computes each chunk once, two at a time, when runners die', async () => {
    const runners = [runner(1 / 64, [2, 5], 2), runner(1 / 64, [3, 4], 2)];
    const numbers = await numbersOf(runners, [{ first: 0, end: 9000 }]);
    expect(sorted(numbers)).toEqual(upTo(9000));
  });

  test('stops when there are enough', async () => {
    const numbers = await numbersOf([runner(0)], [{ first: 0, end: 1e9 }], (count) => count > 500);
    expect(numbers.length).toBeGreaterThan(500);
    expect(numbers.length).toBeLessThan(100_000);
  });
});

test('a run has one listener on its signal, and none after its end', async () => {
  const { signal } = new AbortController();
  let [listeners, most] = [0, 0];
  const { addEventListener, removeEventListener } = AbortSignal.prototype;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    most = Math.max(most, ++listeners);
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners -= 1;
    removeEventListener.apply(signal, args);
  };
  const runners = Array.from({ length: 20 }, () => runner(1 / 64, [], 2));
  const ranges = [{ first: 0, end: 5000 }];
  await schedule(workersOnly(runners), {
    subject: 'test',
    ranges,
    signal,
    enough: never,
    take: () => undefined,
    sizes,
  });
  expect([most, listeners]).toEqual([1, 0]);
});

describe('a schedule that the calling thread begins', () => {
  const ranges = [{ first: 0, end: 6000 }];
  /** The counts of jobs by runner, of a crew whose workers come as `recruits` says. */
  async function run(recruits: () => readonly Promise<Runner<Chunk>>[], repaidMs = 0) {
    const here = runner(1 / 32);
    let recruited = 0;
    const crew: Crew<Chunk> = {
      beginsHere: true,
      here: () => Promise.resolve(here),
      repays: (ms) => ms > repaidMs,
      started: never,
      recruit: () => {
        recruited += 1;
        return recruits();
      },
    };
    const numbers: number[] = [];
    await schedule(crew, {
      subject: 'test',
      ranges,
      enough: never,
      take: ({ first, count }) => Array.from({ length: count }, (_, i) => numbers.push(first + i)),
      sizes,
    });
    expect(sorted(numbers)).toEqual(upTo(6000));
    return { here: here.counts.reduce((a, b) => a + b, 0), recruited };
  }

  test('hands over to the workers once they have come', async () => {
    const worker = runner(1 / 32);
    const { here, recruited } = await run(() => [Promise.resolve(worker)]);
    expect(recruited).toBe(1);
    expect(here).toBeLessThan(6000);
    expect(here + worker.counts.reduce((a, b) => a + b, 0)).toBe(6000);
  });

  test('starts no workers for work that does not repay them', async () => {
    expect(await run(() => [], Infinity)).toEqual({ here: 6000, recruited: 0 });
  });

  test.each([
    ['cannot be started', () => Promise.reject(new Error('no script'))],
    ['never answer', () => new Promise<never>(() => undefined)],
  ])('does all of the work if the workers %s', async (_, start) => {
    expect(await run(() => [start(), start()])).toEqual({ here: 6000, recruited: 1 });
  });
});

test('the calling thread works if no worker comes where workers begin', async () => {
  const here = runner(0);
  await schedule(
    {
      beginsHere: false,
      here: () => Promise.resolve(here),
      repays: never,
      started: never,
      recruit: () => [Promise.reject(new Error('no script'))],
    },
    {
      subject: 'test',
      ranges: [{ first: 0, end: 700 }],
      enough: never,
      take: () => undefined,
      sizes,
    },
  );
  expect(here.counts.reduce((a, b) => a + b, 0)).toBe(700);
});
