/**
 * The same bits everywhere. A change that alters them on purpose commits new hashes, written by
 * `UPDATE_HASHES=1 npx vitest run tests/determinism.test.ts`.
 */
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { cases, committedHashes, hashFile } from './determinism-cases.js';
import { type Fingerprint, fingerprint } from './fingerprint.js';

/** The lines under the header in an order that no sort of the file gives. */
function shuffleRows(csv: string): string {
  const [header, ...rows] = csv.trimEnd().split('\n');
  let state = 20_240_229;
  for (let i = rows.length - 1; i > 0; --i) {
    state = (state * 48_271) % 2_147_483_647;
    const j = state % (i + 1);
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
  }
  return [header, ...rows, ''].join('\n');
}

async function updateHashes(): Promise<void> {
  const hashes: Record<string, Fingerprint> = {};
  for (const [name, item] of Object.entries(cases)) hashes[name] = await fingerprint(item, 0);
  writeFileSync(hashFile, `${JSON.stringify(hashes, null, 2)}\n`);
}

beforeAll(async () => {
  if (process.env['UPDATE_HASHES'] === '1') await updateHashes();
});

describe.each(Object.entries(cases))('the bits of %s are the committed ones', (name, item) => {
  test.each([0, 1, 2, 3])('with %i workers', async (workers) => {
    expect(await fingerprint(item, workers)).toEqual(committedHashes()[name]);
  });
});

const inAnyOrder = Object.entries(cases).filter(([, { ordered }]) => ordered !== true);

test.each(inAnyOrder)('the bits of %s do not depend on the order of rows', async (name, item) => {
  const shuffled = { ...item, csv: shuffleRows(item.csv) };
  expect(shuffled.csv).not.toBe(item.csv);
  expect(await fingerprint(shuffled, 2)).toEqual(committedHashes()[name]);
});
