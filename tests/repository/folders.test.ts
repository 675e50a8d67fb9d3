/** A folder of sources has at most 16 files: a reader sees all of them at once. */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

const MOST_FILES = 16;
const sides = ['assembly', 'bench', 'bindings', 'bullmq', 'cli', 'scripts', 'web'];

function filesByFolder(side: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const files = readdirSync(side, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((one) => /\.(ts|js|mjs)$/.test(one))) {
    const folder = dirname(`${side}/${file}`);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

test.each(sides)('folders in %s have at most 16 files', (side) => {
  const counts = [...filesByFolder(side)];
  expect(counts.length).toBeGreaterThan(0);
  expect(counts.filter(([, files]) => files > MOST_FILES)).toEqual([]);
});
