/** Which workers are kept between two runs. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Connection } from '../../../../bindings/core/jobs/workers/connection.js';
import { leaveWorker, takeWorker } from '../../../../bindings/core/jobs/workers/recruit.js';
import { processors } from '../../../../bindings/core/jobs/processors.js';

let ended: Connection<unknown>[];

function worker(script: string, state: Partial<Connection<unknown>> = {}): Connection<unknown> {
  const connection = {
    script,
    memory: 2 ** 20,
    free: true,
    failed: false,
    started: Promise.resolve(),
    load: () => Promise.resolve(),
    ask: () => Promise.resolve(undefined),
    hold: vi.fn(),
    end: () => void ended.push(connection),
    ...state,
  };
  return connection;
}

beforeEach(() => {
  ended = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe('a worker after its run', () => {
  test('serves the next run of its script and keeps the process alive only then', () => {
    const one = worker('a');
    leaveWorker(one);
    expect(one.hold).toHaveBeenLastCalledWith(false);
    expect(takeWorker({ name: 'a' })).toBe(one);
    expect(one.hold).toHaveBeenLastCalledWith(true);
    vi.runAllTimers();
    expect(ended).toEqual([]);
  });

  test('ends after ten idle seconds', () => {
    const one = worker('a');
    leaveWorker(one);
    vi.advanceTimersByTime(9_999);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ended).toEqual([one]);
  });

  test.each([
    ['computes still', { free: false }],
    ['holds more than 64 MB', { memory: 2 ** 26 + 2 ** 16 }],
  ])('ends if it %s', (_, state) => {
    const one = worker('a', state);
    leaveWorker(one);
    expect(ended).toEqual([one]);
  });

  test('ends if as many workers of its script as processors are idle', () => {
    const workers = Array.from({ length: processors() + 1 }, () => worker('a'));
    [worker('b'), ...workers].forEach(leaveWorker);
    expect(ended).toEqual(workers.slice(-1));
  });
});
