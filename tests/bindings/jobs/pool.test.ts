import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { withRunners } from '../../../bindings/jobs/pool.js';

test('more workers than two per processor are not started', async () => {
  const study = { kinds: ['none'], prepare: () => ({ run: () => 0 }) };
  const work = { subject: 'test', study, task: { kind: 'none' }, useful: 1 };
  let count = 0;
  await withRunners(work, { workers: 100 }, (runners) => {
    count = runners.length;
    return Promise.resolve();
  });
  expect(count).toBe(Math.min(100, 2 * availableParallelism()));
});
