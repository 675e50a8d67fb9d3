/** The entry points, as they are built. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { arrayEntries, entries } from '../../scripts/bundling/entries.js';
import { apiPage } from './api.js';
import { entryPoints, exportsOf, surface, valuesOf } from './surface.js';

const folder = new URL('../../dist/esm/', import.meta.url);
const names = Object.keys(entries);
/** Estimators of arrays have the names of those of the root. */
const ofTables = entryPoints.filter((name) => !arrayEntries.includes(name));

test('are subpaths of the package', () => {
  const { exports } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { readonly exports: Readonly<Record<string, unknown>> };
  for (const name of names)
    expect(exports[`./${name}`]).toMatchObject({
      default: `./dist/esm/${name}.js`,
    });
});

test.each(entryPoints)('%s has the names of its file in surface/ and no others', async (name) => {
  await expect(surface(name)).toMatchFileSnapshot(`surface/${name}.txt`);
});

test.each(entryPoints)('%s can be imported by each name that is not a type', async (name) => {
  const built = (await import(new URL(`${name}.js`, folder).href)) as object;
  expect(valuesOf(name)).toEqual(Object.keys(built).sort());
});

test('docs/reference/api.md has each name', async () => {
  const page = await format(apiPage(), { parser: 'markdown', printWidth: 100 });
  await expect(page).toMatchFileSnapshot('../../docs/reference/api.md');
});

test('the root has at most 120 values and types', () => {
  expect(exportsOf('index').length).toBeLessThanOrEqual(120);
});

/** What a user of one entry point alone needs of the others. */
const shared = new Set([
  ...['ConvergenceError', 'EconError', 'EngineError', 'ErrorDetail', 'IdentificationError'],
  ...['InputError', 'NumericalError', 'ErrorCode', 'ErrorDetails', 'CoreSource', 'init', 'ready'],
  ...['Column', 'DataInput', 'Table'],
]);

test('each name is in one entry point, apart from errors, init and tables', () => {
  const places = new Map<string, string[]>();
  for (const entry of ofTables)
    for (const { name } of exportsOf(entry))
      if (!shared.has(name)) places.set(name, [...(places.get(name) ?? []), entry]);
  expect([...places].filter(([, entriesOfName]) => entriesOfName.length > 1)).toEqual([]);
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
