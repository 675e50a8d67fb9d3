/** Runners of programs, which compute elsewhere what they are sent. */
import { expect, test } from 'vitest';
import { bootstrap, compareDesigns, fitModel, loadEngine, withBootstrap } from 'wasmetrics';
import type { JobRunner, SharedWork } from 'wasmetrics/jobs';
import { toJson } from 'wasmetrics/report';
import { studyOf } from '../../../../bindings/workers/studies.js';
import { modelOf, simulate } from '../../../properties/panels.js';

const panel = simulate({ units: 40, periods: 7, seed: 8 });
const fitted = fitModel(panel, modelOf({}, true));
const options = { reps: 500, seed: 4 } as const;

/** A runner that computes in this thread, on copies, in chunks that `order` puts in another order. */
function runner(order: <T>(parts: T[]) => T[]): JobRunner {
  return {
    async run({ task, ranges, smallest, take }: SharedWork) {
      const copy = structuredClone(task);
      const prepared = await studyOf(copy).prepare(await loadEngine(), copy);
      const parts: [number, number][] = [];
      for (const { first, end } of ranges) {
        for (let from = first; from < end; from += smallest) {
          parts.push([from, Math.min(smallest, end - from)]);
        }
      }
      for (const [first, count] of order(parts)) take(structuredClone(prepared.run(first, count)));
    },
  };
}

test('a runner gives the bits of this process, in any order and with repeated chunks', async () => {
  const fit = await fitted;
  const whole = toJson(withBootstrap(fit, await bootstrap(fit, { ...options, workers: 0 }).result));
  for (const order of [
    <T>(parts: T[]) => parts.reverse(),
    <T>(parts: T[]) => [...parts, ...parts],
  ]) {
    const { result } = bootstrap(fit, { ...options, runner: runner(order) });
    expect(toJson(withBootstrap(fit, await result))).toBe(whole);
  }
  const elsewhere = await compareDesigns(fit, { reps: 5, runner: runner((parts) => parts) });
  expect(toJson(elsewhere)).toBe(toJson(await compareDesigns(fit, { reps: 5, workers: 0 })));
});

test.each<[string, (work: SharedWork) => void, RegExp]>([
  ['ends early', () => undefined, /ended without 500 jobs/],
  [
    'throws',
    () => {
      throw new Error('no queue');
    },
    /the runner failed: no queue/,
  ],
  ['returns nothing', ({ take }) => take(undefined), /something else than the jobs/],
  ['returns text', ({ take }) => take('x'), /something else than the jobs/],
  ['returns other jobs', ({ take }) => take(chunk(499, 2, 6)), /something else than the jobs/],
  ['returns other numbers', ({ take }) => take(chunk(0, 64, 1)), /expected \d+ numbers of 64/],
])('a runner that %s is an error', async (_, run, message) => {
  const broken: JobRunner = { run: async (work) => Promise.resolve(work).then(run) };
  const { result } = bootstrap(await fitted, { ...options, runner: broken });
  await expect(result).rejects.toMatchObject({
    code: 'runner-failed',
    message: expect.stringMatching(message),
  });
});

function chunk(first: number, count: number, width: number): object {
  return { first, count, values: new Float64Array(count * width), statuses: new Int32Array(count) };
}
