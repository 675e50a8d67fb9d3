/**
 * Bundles the library, its worker and the command line for Node: few files instead of hundreds, because a
 * process and every worker would else spend most of its start on reading modules. The entry points share
 * their parts, so that one process has one core. Dependencies stay imports. Replication bundles ship the
 * standalone command line, which holds its dependencies. Run by `npm run build:node`, after the
 * declarations are written.
 */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { entries, hashed } from '../entries.js';
import { hideOptionalPackages } from './optional-packages.mjs';

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
  tsconfig: 'tsconfig.json',
};

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
    ...entries.map((name) => ({ in: `bindings/${name}/index.ts`, out: `bindings/${name}` })),
  ],
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
  entryPoints: [
    { in: 'cli/main.ts', out: 'cli/main' },
    { in: 'cli/program.ts', out: 'cli/program' },
    { in: 'bullmq/index.ts', out: 'bullmq/index' },
    { in: 'bullmq/processor.ts', out: 'bullmq/processor' },
  ],
  plugins: [built],
});

/** Packages whose code is for one machine; without them the standalone command line has no PNG and no SQL. */
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
  entryPoints: [{ in: 'cli/main.ts', out: 'wasmetrics' }],
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
  },
});
copyFileSync('dist/wasmetrics-worker.js', 'dist/standalone/wasmetrics-worker.js');
writeFileSync('dist/standalone/LICENSES.txt', licencesOf(Object.keys(standalone.metafile.inputs)));

/** The licences of the packages that a build holds, with their names and versions. */
function licencesOf(inputs) {
  const packages = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text =
      file === undefined ? '' : `\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  return `The standalone command line holds code of these packages.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
