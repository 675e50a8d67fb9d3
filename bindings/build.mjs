/**
 * Bundles the library, its worker and the command line for Node: few files instead of hundreds, because a
 * process and every worker would else spend most of its start on reading modules. The entry points share
 * their parts, so that one process has one core. Dependencies stay imports. Replication bundles ship the
 * standalone command line, which holds its dependencies. Run by `npm run build:node`, after the
 * declarations are written.
 */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { entries, hashed } from '../entries.js';
import { withLeafImports } from './leaves.mjs';
import { hideOptionalPackages, optionalPackages } from './optional-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const external = (path) => ({ path, external: true });

/** The queue imports the library as it was built, and the command line the queue. */
const built = {
  name: 'built',
  setup({ onResolve }) {
    onResolve({ filter: /\/bindings\/index\.js$/ }, () => external('../bindings/index.js'));
  },
};

const queue = {
  name: 'queue',
  setup({ onResolve }) {
    onResolve({ filter: /\/bullmq\/index\.js$/ }, () => external('../bullmq/index.js'));
  },
};

/** Commands load the files that they use, not the contents pages that list them. */
const leaves = {
  name: 'leaves',
  setup({ onLoad }) {
    onLoad({ filter: /\/(bindings|cli)\/.*\.ts$/ }, ({ path }) => {
      const name = relative(process.cwd(), path);
      return { contents: withLeafImports(readFileSync(path, 'utf8'), name), loader: 'ts' };
    });
  },
};

/**
 * The package string-width is a part of each build, evaluated when a text needs it: its emoji and its segmenter take
 * 40 ms, and few texts need them.
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

/** A build that holds the packages it uses. */
const selfContained = {
  packages: 'bundle',
  sourcemap: false,
  legalComments: 'none',
  metafile: true,
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
  },
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
    { in: 'bullmq/index.ts', out: 'bullmq/index' },
    { in: 'bullmq/processor.ts', out: 'bullmq/processor' },
  ],
  plugins: [lazyWidth, built],
});
// Each command loads its part of the library and the packages: a start that loads all takes 0.3 s.
const commands = await build({
  ...options,
  ...selfContained,
  splitting: true,
  external: optionalPackages,
  minifyWhitespace: true,
  minifySyntax: true,
  chunkNames: 'bindings/cli-[name]-[hash]',
  entryPoints: [
    { in: 'cli/main.ts', out: 'cli/main' },
    { in: 'cli/program.ts', out: 'cli/program' },
  ],
  plugins: [lazyWidth, queue, leaves],
});

/** Packages whose code is for one machine; without them the standalone command line has no PNG and no SQL. */
const native = ['@resvg/resvg-js', '@duckdb/node-api'];

const standalone = await build({
  ...options,
  ...selfContained,
  outdir: 'dist/standalone',
  external: native,
  minify: true,
  keepNames: true,
  entryPoints: [{ in: 'cli/main.ts', out: 'wasmetrics' }],
});
copyFileSync('dist/wasmetrics-worker.js', 'dist/standalone/wasmetrics-worker.js');
for (const [folder, { metafile }] of [
  ['cli', commands],
  ['standalone', standalone],
]) {
  writeFileSync(`dist/${folder}/LICENSES.txt`, licencesOf(Object.keys(metafile.inputs)));
}

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
  return `The command line holds code of these packages.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
