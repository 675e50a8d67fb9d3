/**
 * Bundles the library and its worker for Node. A process and every worker would spend most of their start reading
 * modules, so there are few files instead of hundreds. The entry points share their parts, so that a process has one
 * core. Dependencies stay imports. Replication bundles ship the standalone command line, which includes its
 * dependencies. Run by `npm run build:node`, after the declarations are written.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { entries, hashed, lighterEntries } from './entries.js';
import { heldParts } from './held-parts.js';
import { licencesOf } from './licences.mjs';
import { hideOptionalPackages } from './optional-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const external = (path) => ({ path, external: true });

/** The queue imports the built library. */
const built = {
  name: 'built',
  setup({ onResolve }) {
    onResolve({ filter: /\/bindings\/index\.js$/ }, () => external('../bindings/index.js'));
  },
};

/**
 * Each build includes the package string-width and evaluates it when a text needs it: its emoji pattern and its
 * segmenter take 40 ms, and few texts need them.
 */
const lazyWidth = {
  name: 'lazy width',
  setup({ onLoad, onResolve }) {
    const packages = /^(string-width|strip-ansi|ansi-regex|get-east-asian-width)$/;
    onResolve({ filter: packages }, ({ path, resolveDir }) => ({
      path: createRequire(`${resolveDir}/`).resolve(path),
    }));
    onLoad({ filter: /tables[\\/]writers[\\/]measure\.ts$/ }, ({ path }) => {
      const eager = `import stringWidth from 'string-width';`;
      const lazy = `const stringWidth = (text: string): number => require('string-width').default(text);`;
      const code = readFileSync(path, 'utf8');
      if (!code.includes(eager)) throw new Error(`${path}: expected "${eager}"`);
      return { contents: code.replace(eager, lazy), loader: 'ts' };
    });
  },
};

const options = {
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  tsconfig: 'tsconfig.json',
  plugins: [lazyWidth],
};

mkdirSync('dist/bindings', { recursive: true });
for (const name of readdirSync('dist/bindings')) {
  if (hashed.test(name)) rmSync(`dist/bindings/${name}`);
}
await build({
  ...options,
  splitting: true,
  // Parts lie next to the worker, whose address is relative to the part that starts it.
  chunkNames: 'bindings/[name]-[hash]',
  entryPoints: [
    { in: 'bindings/index.ts', out: 'bindings/index' },
    ...Object.entries(entries).map(([name, folder]) => ({
      in: `bindings/${folder}/index.ts`,
      out: `bindings/${name}`,
    })),
  ],
  plugins: [lazyWidth, await heldParts('bindings/index.ts', lighterEntries)],
});
copyFileSync('dist/wasmetrics-worker.js', 'dist/bindings/wasmetrics-worker.js');
for (const name of readdirSync('dist/bindings').filter((file) => file.endsWith('.js'))) {
  const path = `dist/bindings/${name}`;
  writeFileSync(path, hideOptionalPackages(readFileSync(path, 'utf8')));
}
writeFileSync(
  'dist/wasmetrics.wasm.d.ts',
  'declare const module: WebAssembly.Module;\nexport default module;\n',
);
await build({
  ...options,
  entryPoints: [{ in: 'bullmq/index.ts', out: 'bullmq/index' }],
  plugins: [lazyWidth, built],
});
// Its threads load only what they use, and have one copy of it.
await build({
  ...options,
  entryPoints: [{ in: 'bullmq/processor.ts', out: 'bullmq/processor' }],
});
/** Packages with native code. The standalone command line leaves them out, so it has no PNG and no SQL. */
const native = ['@resvg/resvg-js', '@duckdb/node-api'];

const standalone = await build({
  ...options,
  outdir: 'dist/standalone',
  packages: 'bundle',
  external: native,
  minify: true,
  keepNames: true,
  legalComments: 'none',
  metafile: true,
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
  },
  entryPoints: [{ in: 'cli/main.ts', out: 'wasmetrics' }],
});
copyFileSync('dist/wasmetrics-worker.js', 'dist/standalone/wasmetrics-worker.js');
writeFileSync('dist/standalone/LICENSES.txt', licencesOf(Object.keys(standalone.metafile.inputs)));
