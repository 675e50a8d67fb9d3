import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  fitModel,
  type BootstrapProgress,
  streamBootstrap,
  withBootstrap,
} from 'wasmetrics';
import { toJson } from 'wasmetrics/report';
import { modelOf, simulate } from '../../../properties/panels.js';

const panel = simulate({ units: 60, periods: 8, seed: 5 });
const model = { ...modelOf({}, true), bootstrap: { reps: 3000, seed: 7 } };

/** All that a generator yields, and what it returns. */
async function exhaust<T, R>(generator: AsyncGenerator<T, R, void>): Promise<[T[], R]> {
  const yielded: T[] = [];
  for (;;) {
    const { value, done } = await generator.next();
    if (done === true) return [yielded, value];
    yielded.push(value);
  }
}

describe('streamBootstrap', () => {
  test('yields the estimates so far and returns the result that bootstrap gives', async () => {
    const [steps, { result, replicates }] = await exhaust(
      streamBootstrap(panel, model, { workers: 2 }),
    );
    const fit = await fitModel(panel, model);
    const run = bootstrap(fit, { reps: 3000, seed: 7, workers: 0 });
    expect(toJson(result)).toBe(toJson(withBootstrap(fit, await run.result)));
    expect(replicates).toBeUndefined();
    const last = steps.at(-1) as BootstrapProgress;
    expect(last).toMatchObject({ done: 3000, total: 3000, failed: 0, secondsLeft: 0 });
    for (const name of Object.keys(fit.params)) {
      const { stdErrors, monteCarloError } = result.bootstrap!;
      expect(last.stdErrors[name]! / stdErrors[name]!).toBeCloseTo(1, 9);
      expect(last.monteCarloError[name]! / monteCarloError[name]!).toBeCloseTo(1, 9);
    }
  });

  test('takes options before what the model says, and keeps replicates when asked', async () => {
    const options = { reps: 200, workers: 0, keepReplicates: true };
    const [, { result, replicates }] = await exhaust(streamBootstrap(panel, model, options));
    expect(result.bootstrap).toMatchObject({ reps: 200, seed: 7 });
    expect(replicates!.values).toBeInstanceOf(Float64Array);
    expect(replicates!.values.length).toBe(200 * replicates!.width);
  });

  test('that is aborted returns what is done', async () => {
    const stop = new AbortController();
    const options = { reps: 1_000_000, workers: 0, signal: stop.signal };
    const stream = streamBootstrap(panel, model, options);
    await stream.next();
    stop.abort();
    const [, { result }] = await exhaust(stream);
    expect(result.bootstrap!.partial).toBe(true);
  });

  test('that is aborted before it starts rejects with the reason', async () => {
    const reason = new Error('too late');
    const stream = streamBootstrap(panel, model, { workers: 0, signal: AbortSignal.abort(reason) });
    await expect(stream.next()).rejects.toBe(reason);
  });

  test('that is left stops its workers', async () => {
    const counted = { reads: 0, writes: 0 };
    const checkpoint = {
      name: 'counting',
      read: () => Promise.resolve(undefined),
      write: () => Promise.resolve(void (counted.writes += 1)),
    };
    const options = { reps: 1_000_000, workers: 1, checkpoint };
    for await (const { done } of streamBootstrap(panel, model, options)) if (done > 0) break;
    await expect.poll(() => counted.writes).toBe(2); // at the start and, on leaving, at the end
  });

  test('without a number of replicates is refused', async () => {
    await expect(streamBootstrap(panel, modelOf({})).next()).rejects.toThrow(
      /reps: expected it in the model/,
    );
  });
});
