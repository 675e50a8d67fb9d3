/** Runs that a signal stops, wherever they run: in workers that others share, in the calling thread, without a clock. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bootstrap, ols } from 'wasmetrics';

const x = Array.from({ length: 3000 }, (_, i) => ((i * 37) % 101) / 101);
const y = x.map((value, i) => value + ((i * 71) % 101) / 101);
const fitted = ols({ y, x }, { formula: 'y ~ x' });
const reps = 6400;

/** A store in memory, as a folder or a database would be. */
function store(name: string) {
  let stored: Uint8Array<ArrayBuffer> | undefined;
  return {
    name,
    read: () => Promise.resolve(stored),
    write: (bytes: Uint8Array) => {
      stored = Uint8Array.from(bytes);
      return Promise.resolve();
    },
  };
}

afterEach(() => void vi.useRealTimers());

describe('a run that is stopped', () => {
  test.each([0, 1])('can be resumed, next to others: %i workers', async (workers) => {
    const fit = await fitted;
    const seeds = [1, 2, 3, 4, 5, 6];
    const resumed = seeds.map(async (seed) => {
      const checkpoint = store(`run ${seed}`);
      const options = { reps, seed, workers, checkpoint };
      const stop = new AbortController();
      const stopped = await bootstrap(fit, {
        ...options,
        signal: stop.signal,
        onProgress: ({ done }) => done > 640 && stop.abort(),
      }).result;
      expect(stopped.partial).toBe(true);
      const again = bootstrap(fit, { ...options, resume: true });
      expect((await again.replicates).values.length).toBeGreaterThan(0);
      return again.result;
    });
    const whole = seeds.map((seed) => bootstrap(fit, { reps, seed, workers: 0 }).result);
    expect(await Promise.all(resumed)).toEqual(await Promise.all(whole));
  });

  test('before it begins rejects with the reason, and computes nothing', async () => {
    const reason = new Error('stopped before');
    const onProgress = vi.fn();
    const signal = AbortSignal.abort(reason);
    const run = bootstrap(await fitted, { reps, signal, onProgress });
    await expect(run.result).rejects.toBe(reason);
    expect(onProgress).not.toHaveBeenCalled();
  });

  test('by a timer of the host ends in the calling thread', async () => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onProgress = () => (timer ??= setTimeout(() => stop.abort(), 1));
    const { signal } = stop;
    const run = bootstrap(await fitted, { reps: 5_000_000, workers: 0, signal, onProgress });
    const { partial, completed } = await run.result;
    expect(partial).toBe(true);
    expect(completed).toBeLessThan(5_000_000);
  });

  test('is asked after 64 replicates at most where the clock stands still', async () => {
    const fit = await fitted;
    vi.useFakeTimers({ toFake: ['performance', 'Date'] });
    const stop = new AbortController();
    const steps: number[] = [];
    let before = 0;
    const onProgress = ({ done }: { readonly done: number }) => {
      steps.push(done - before);
      before = done;
      if (done >= 64 * 300) stop.abort();
    };
    const { signal } = stop;
    const run = bootstrap(fit, { reps: 1_000_000, workers: 0, signal, onProgress });
    const { completed } = await run.result;
    expect(completed).toBe(64 * 300);
    expect(new Set(steps)).toEqual(new Set([64]));
  });
});

test('an exception of onProgress ends the run with it, and computes no chunk again', async () => {
  const problem = new Error('mine');
  const onProgress = vi.fn(() => {
    throw problem;
  });
  const run = bootstrap(await fitted, { reps, workers: 0, onProgress });
  await expect(run.result).rejects.toBe(problem);
  expect(onProgress).toHaveBeenCalledTimes(1);
});
