import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSaver } from '../../../../../bindings/analysis/bootstrap/storage/saver.js';
import { memory } from './storage.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const bytes = new Uint8Array(3);

/** A place of which a write takes so many milliseconds. */
function slow(ms: number) {
  const place = memory();
  return {
    ...place,
    write: (next: Uint8Array) =>
      new Promise<void>((resolve) => {
        setTimeout(() => void place.write(next).then(resolve), ms);
      }),
  };
}

async function writesIn(minutes: number, costMs: number): Promise<number> {
  const place = slow(costMs);
  const opening = openSaver(place, () => Promise.resolve(bytes));
  await vi.advanceTimersByTimeAsync(costMs);
  const saver = await opening;
  for (let ms = 0; ms < 60_000 * minutes; ms += 10) {
    saver.offer();
    await vi.advanceTimersByTimeAsync(10);
  }
  return place.written.length - 1;
}

describe('a saver', () => {
  test('writes every three seconds where that is cheap', async () => {
    const writes = await writesIn(1, 0);
    expect(writes).toBeGreaterThanOrEqual(18);
    expect(writes).toBeLessThanOrEqual(20);
  });

  test('takes at most 2 % of the time where it is not', async () => {
    const [minutes, cost] = [5, 400];
    const writes = await writesIn(minutes, cost);
    expect(writes).toBeGreaterThan(5);
    expect((writes * cost) / (60_000 * minutes)).toBeLessThanOrEqual(0.02);
  });
});
