/** Time limits of parts. */
import { expect, it, vi } from 'vitest';
import { stoppable } from '../../../cli/cluster/stopping.js';
import type { Host } from '../../../cli/host.js';

const host = { once: () => undefined, off: () => undefined } as unknown as Host;

it.each([
  ['that passed while the program was loaded', 1e-3, 1],
  ['of a year', 366 * 86_400, 2 ** 31 - 1],
])('a limit %s is a time that a timer can wait', async (_, seconds, expected) => {
  const timer = vi.spyOn(globalThis, 'setTimeout');
  try {
    await stoppable(host, seconds, () => Promise.resolve());
    expect(timer.mock.calls.map(([, ms]) => ms)).toEqual([expected]);
  } finally {
    timer.mockRestore();
  }
});

it('a limit that has passed stops', async () => {
  const stopped = await stoppable(
    host,
    1e-3,
    (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(true))),
  );
  expect(stopped).toBe(true);
});
