/** Awaited calls let timers, requests and signals of the host through. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rest } from '../../../../bindings/core/engine/rest.js';
import { fitModel, ols } from '../../../../bindings/index.js';

// Its clock starts anew, so that no earlier test has read a later time.
vi.hoisted(() => vi.resetModules());

const data = { y: [1, 3, 2, 5, 4], x: [1, 2, 3, 4, 6] };

/** Turns of the event loop that a run of calls lets through; the clock moves by `ms` at each call. */
async function turnsOf(calls: number, ms: number, call: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let counts = true;
  const count = () => {
    if (!counts) return;
    turns += 1;
    setImmediate(count);
  };
  setImmediate(count);
  for (let i = 0; i < calls; i++) {
    vi.setSystemTime(Date.now() + ms);
    vi.advanceTimersByTime(ms);
    await call();
  }
  counts = false;
  return turns;
}

describe('awaited calls', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  test('rest after 15 ms of computation, and not before', async () => {
    await rest();
    expect(await turnsOf(60, 5, rest)).toBe(20);
    expect(await turnsOf(60, 20, rest)).toBe(60);
  });

  test('rest after eight calls while the clock stands still', async () => {
    await turnsOf(1, 20, rest);
    expect(await turnsOf(80, 0, rest)).toBe(10);
  });

  test('of fits are heard by a signal that a timer aborts', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('time is up')), 0);
    let fits = 0;
    const fitAll = async () => {
      for (; fits < 100_000; fits++) {
        vi.advanceTimersByTime(1);
        await ols(data, { formula: 'y ~ x', signal: stop.signal });
      }
    };
    await expect(fitAll()).rejects.toThrow('time is up');
    expect(fits).toBeLessThan(1000);
  });

  test('rest where a test of the program replaced setImmediate', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setImmediate', 'setTimeout'] });
    vi.advanceTimersByTime(100);
    await rest();
  });

  test('have the same bits after a rest', async () => {
    const { params } = await fitModel(data, { estimator: 'ols', formula: 'y ~ x' });
    vi.advanceTimersByTime(100);
    const after = await fitModel(data, { estimator: 'ols', formula: 'y ~ x' });
    expect(after.params).toEqual(params);
  });
});
