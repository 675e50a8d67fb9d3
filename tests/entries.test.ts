/** The entry points besides the root, as they are built. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { entries } from '../entries.js';
import { surface } from './surface.js';

const folder = new URL('../dist/bindings/', import.meta.url);

test('have the names of surface-entries.txt and no others', async () => {
  const names = entries.map((name: string) => `${name}\n${surface(`${name}/index.d.ts`)}`);
  await expect(names.join('\n')).toMatchFileSnapshot('surface-entries.txt');
});

test.each(entries)('%s can be imported by each name that is not a type', async (name: string) => {
  const built = (await import(new URL(`${name}.js`, folder).href)) as object;
  const values = surface(`${name}/index.d.ts`)
    .split('\n')
    .flatMap((line) => /^(?:class|constant|function) (\w+)$/.exec(line)?.[1] ?? []);
  expect(values).toEqual(Object.keys(built).sort());
});

const program = `
const names = ${JSON.stringify(entries)};
const all = await Promise.all(names.map((name) => import('${folder.href}' + name + '.js')));
const [linalg, distributions] = all;
const codes = [];
for (const use of [() => linalg.svdvals(linalg.identity(2)), () => distributions.normal.cdf(0)]) {
  try { use(); } catch (error) { codes.push(error.code, error instanceof all[2].EngineError); }
}
const promises = new Set(all.map(({ ready }) => ready()));
await all[0].ready();
console.log(JSON.stringify([codes, promises.size, distributions.normal.cdf(0)]));
`;

test('ask for ready() before it, and share its promise, the core and the errors', () => {
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(folder),
    encoding: 'utf8',
  });
  expect(JSON.parse(answer)).toEqual([['not-ready', true, 'not-ready', true], 1, 0.5]);
});
