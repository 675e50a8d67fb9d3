/** A signal that has aborted before the call. */
import { beforeAll, expect, test } from 'vitest';
import { ols } from 'wasmetrics';
import * as jobs from 'wasmetrics/jobs';
import { computing } from '../repository/computing.js';
import { callsWith } from './every-call.js';

const reason = new Error('early');
const signal = AbortSignal.abort(reason);

let calls: Awaited<ReturnType<typeof callsWith>>;
beforeAll(async () => {
  calls = await callsWith({ signal });
});

/** A task of replicates, as a runner gets it. */
async function taskOf() {
  let found: { readonly kind: string } | undefined;
  await jobs.bootstrapStored(
    await ols({ y: [1, 3, 2, 5], x: [1, 2, 3, 4] }, 'y ~ x'),
    { reps: 9 },
    ({ task }) => {
      found = task;
      return Promise.resolve(undefined);
    },
  );
  return found!;
}

test('there is a call of each function that computes', () => {
  const apart = ['computeJobs', 'fitModel']; // see below; the earlier name of fit
  const names = new Set(Object.values(computing).flat());
  expect([...Object.keys(calls), ...apart].sort()).toEqual([...names].sort());
});

test('ends computeJobs before it takes any: a runner then returns what is left', async () => {
  const task = await taskOf();
  const take = () => expect.unreachable();
  await expect(
    jobs.computeJobs(task, { ranges: [{ first: 0, end: 9 }], take, signal }),
  ).resolves.toBe(undefined);
});

test('ends each with its reason', async () => {
  const found: [string, unknown][] = [];
  for (const [name, start] of Object.entries(calls)) {
    const error = await Promise.resolve(start()).then(String, (thrown: unknown) => thrown);
    found.push([name, error]);
  }
  expect(found.filter(([, error]) => error !== reason)).toEqual([]);
});
