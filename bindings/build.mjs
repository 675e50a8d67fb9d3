/**
 * Bundles the library, its worker and the command line for Node: one file each instead of hundreds, because a
 * process and every worker would else spend most of its start on reading modules. Dependencies stay
 * imports. Run by `npm run build:node`, after the declarations are written.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const external = (path) => ({ path, external: true });

/** The program imports the library as it was built, the command line its program and the queue. */
const built = {
  name: 'built',
  setup({ onResolve }) {
    onResolve({ filter: /\/bindings\/index\.js$/ }, () => external('../bindings/index.js'));
    onResolve({ filter: /^\.\/program\.js$/ }, () => external('./program.js'));
    onResolve({ filter: /\/bullmq\/index\.js$/ }, () => external('../bullmq/index.js'));
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
  entryPoints: [
    { in: 'cli/main.ts', out: 'cli/main' },
    { in: 'cli/program.ts', out: 'cli/program' },
    { in: 'bullmq/index.ts', out: 'bullmq/index' },
    { in: 'bullmq/processor.ts', out: 'bullmq/processor' },
  ],
  plugins: [built],
});
