/** The entry points besides the root, as they are built. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { entries } from '../../scripts/entries.js';
import { surface } from './surface.js';

const folder = new URL('../../dist/esm/', import.meta.url);
const names = Object.keys(entries);
const namesOf = (name: string) => surface(`${name}.d.ts`);

test('are subpaths of the package', () => {
  const { exports } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { readonly exports: Readonly<Record<string, unknown>> };
  for (const name of names)
    expect(exports[`./${name}`]).toMatchObject({
      types: `./dist/esm/${name}.d.ts`,
      default: `./dist/esm/${name}.js`,
    });
});

test('have the names of surface-entries.txt and no others', async () => {
  const surfaces = names.map((name) => `${name}\n${namesOf(name)}`);
  await expect(surfaces.join('\n')).toMatchFileSnapshot('surface-entries.txt');
});

test.each(names)('%s can be imported by each name that is not a type', async (name) => {
  const built = (await import(new URL(`${name}.js`, folder).href)) as object;
  const values = namesOf(name)
    .split('\n')
    .flatMap((line) => /^(?:class|constant|function) (\w+)$/.exec(line)?.[1] ?? []);
  expect(values).toEqual(Object.keys(built).sort());
});

const program = `
const names = ${JSON.stringify(names)};
const all = await Promise.all(names.map((name) => import('${folder.href}' + name + '.js')));
const [linalg, distributions] = all;
const codes = [];
for (const use of [() => linalg.svdvals(linalg.identity(2)), () => distributions.normal.cdf(0)]) {
  try { use(); } catch (error) { codes.push(error.code, error instanceof all[2].EngineError); }
}
await all[0].ready();
console.log(JSON.stringify([codes, distributions.normal.cdf(0)]));
`;

test('ask for ready() before it, and share the core and the errors', () => {
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(folder),
    encoding: 'utf8',
  });
  expect(JSON.parse(answer)).toEqual([['not-ready', true, 'not-ready', true], 0.5]);
});
