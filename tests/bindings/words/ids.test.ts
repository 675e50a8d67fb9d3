/** Errors and expectations of all families have different ids, so that none takes the sentence of another. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The ids of the sentences in the files below a folder of the Chinese words. */
async function idsIn(folder: string): Promise<readonly string[]> {
  const root = new URL(`../../../bindings/words/zh/${folder}/`, import.meta.url);
  const files = readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'));
  const modules = await Promise.all(
    files.map(
      (file) => import(new URL(file, root).href) as Promise<Readonly<Record<string, object>>>,
    ),
  );
  return modules.flatMap((family) => Object.values(family).flatMap((words) => Object.keys(words)));
}

test.each(['errors', 'expectations'])('no two %s have the same id', async (folder) => {
  const ids = await idsIn(folder);
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});
