/**
 * Bundles the package for browsers: `dist/browser/` is the library and its worker; `dist/web/` is the page, ready for
 * any static host. Readers of rare formats are separate parts, loaded when such a file is read. Run by `npm run
 * build:browser`.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { entries, lighterEntries } from '../scripts/entries.js';
import { heldParts } from '../scripts/held-parts.js';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const options = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  tsconfig: 'tsconfig.tools.json',
};

/**
 * Files with fixed addresses. Their parts lie next to them and next to the worker, whose address is relative to the
 * part that starts it.
 */
async function bundle(outdir, entryPoints, splitting, plugins = []) {
  await build({ ...options, outdir, entryPoints, splitting, plugins, chunkNames: '[name]-[hash]' });
}

for (const folder of ['dist/browser', 'dist/web']) {
  rmSync(folder, { recursive: true, force: true });
}
await bundle(
  'dist/browser',
  [
    { in: 'bindings/index.ts', out: 'wasmetrics' },
    ...Object.entries(entries).map(([name, folder]) => ({
      in: `bindings/${folder}/index.ts`,
      out: name,
    })),
  ],
  true,
  [await heldParts('bindings/index.ts', lighterEntries)],
);
copyFileSync('dist/wasmetrics-worker.js', 'dist/browser/wasmetrics-worker.js');
await bundle('dist/web', [{ in: 'web/main.ts', out: 'main' }], true);
await bundle(
  'dist/web',
  [
    { in: 'web/instruments-worker.ts', out: 'instruments-worker' },
    { in: 'web/style.css', out: 'style' },
  ],
  false,
);
mkdirSync('dist/web', { recursive: true });
copyFileSync('web/index.html', 'dist/web/index.html');
copyFileSync('dist/wasmetrics-worker.js', 'dist/web/wasmetrics-worker.js');
copyFileSync('examples/employment.yaml', 'dist/web/employment.yaml');
copyFileSync('examples/abdata.csv', 'dist/web/abdata.csv');
