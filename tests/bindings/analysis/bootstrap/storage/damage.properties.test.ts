/** Random damage to checkpoints; `tests/fuzz/damage-checkpoints.ts` makes more of it. */
import { expect, test } from 'vitest';
import { survey } from '../../../../fuzz/survey.js';

test('400 damages give a typed error that names the file, or the undamaged result', async () => {
  const { counts, wrong } = await survey(400, 20261127);
  expect(wrong).toEqual([]);
  const total = Object.values(counts).reduce((sum, times) => sum + times, 0);
  expect(total).toBe(400);
});
