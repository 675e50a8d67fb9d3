/**
 * Bundles the package for browsers: `dist/browser/` is the library and its worker, modules that
 * import nothing; `dist/web/` is the page, ready for any static host. Run by `npm run build:browser`.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

await build({
  entryPoints: [
    { in: 'bindings/index.ts', out: 'browser/wasmetrics' },
    { in: 'bindings/workers/worker.ts', out: 'browser/worker' },
    { in: 'web/main.ts', out: 'web/main' },
    { in: 'web/instruments-worker.ts', out: 'web/instruments-worker' },
    { in: 'web/style.css', out: 'web/style' },
  ],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  tsconfig: 'tsconfig.tools.json',
});

mkdirSync('dist/web', { recursive: true });
copyFileSync('web/index.html', 'dist/web/index.html');
copyFileSync('dist/browser/worker.js', 'dist/web/worker.js');
copyFileSync('dist/browser/worker.js.map', 'dist/web/worker.js.map');
copyFileSync('examples/employment.yaml', 'dist/web/employment.yaml');
copyFileSync('examples/abdata.csv', 'dist/web/abdata.csv');
