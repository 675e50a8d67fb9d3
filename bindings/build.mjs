/**
 * Bundles the library, its worker and the command line for Node: one file each instead of hundreds, because a
 * process and every worker would else spend most of its start on reading modules. Dependencies stay
 * imports. Run by `npm run build:node`, after the declarations are written.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** The command line imports the library as it was built. */
const library = {
  name: 'library',
  setup({ onResolve }) {
    onResolve({ filter: /\/bindings\/index\.js$/ }, () => ({
      path: '../bindings/index.js',
      external: true,
    }));
  },
};

const options = {
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  tsconfig: 'tsconfig.json',
};

await build({
  ...options,
  entryPoints: [
    { in: 'bindings/index.ts', out: 'bindings/index' },
    { in: 'bindings/workers/worker.ts', out: 'bindings/worker' },
  ],
});
await build({
  ...options,
  entryPoints: [{ in: 'cli/main.ts', out: 'cli/main' }],
  plugins: [library],
});
