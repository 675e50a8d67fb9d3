/**
 * Bundles the command line with the packages it uses, and the entry points of the library as CommonJS, for tools that
 * cannot require ES modules, such as Jest. What every estimate needs is one file, because each file costs a process half
 * a millisecond; commands load the other parts when they need them. Run by `npm run build:node`.
 */
import { chmodSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, RUNTIME_MODULE_ID } from 'rolldown';
import { entries } from './bundling/entries.js';
import { leaves } from './bundling/leaves.mjs';
import { licencesOf } from './bundling/licences.mjs';
import { linkedPartOf, linkedParts } from './bundling/linked/parts.mjs';
import { removeFiles } from './bundling/remove-files.mjs';
import { optionalPackages } from './bundling/optional-packages.mjs';
import { partsOf } from './bundling/parts.mjs';
import { dynamicImports, replaced } from './bundling/syntax.mjs';
import { requiredTexts, sourcesOfPackages } from './bundling/texts.mjs';
import { workerFile } from './bundling/worker-file.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Parts lie next to the worker, whose address is relative to the part that starts it. */
const folder = 'cjs';
/**
 * What runs before cached code can be loaded, what starts the program, the part that every estimate needs, and what
 * other estimators than least squares add: the library loads estimators and readers on use.
 */
const together = {
  cache: ['cli/cache/code.ts', 'cli/limits/address-space.ts'],
  program: ['cli/process.ts'],
  fit: [
    'cli/run.ts',
    'cli/data/data.ts',
    'cli/models/formula.ts',
    'cli/commands/estimate/shortcut.ts',
    'bindings/models/reading/least-squares.ts',
    'bindings/data/readers/csv/read.ts',
  ],
  instruments: ['bindings/models/reading/instrumental-variables.ts'],
  dynamic: ['bindings/models/dpd/index.ts'],
};

/** What requires the text of all explanations. */
const explanations = /^\0texts:explanations$|[\\/](en|paper)[\\/]explanations\b/;

/** What joins no other part: it would be loaded at once. */
function apart(path) {
  const linked = linkedPartOf(path);
  if (linked !== undefined) return `${linked}-link`;
  return explanations.test(path) ? 'explanations' : undefined;
}

/**
 * Modules of the core are read from files, because texts of 200 kB each would take longer to compile and to decode. Their
 * texts serve programs that a bundler has moved away from the files.
 */
const files = { estimation: 'wasmetrics.wasm', linear: 'linear.wasm' };
const moduleFiles = {
  name: 'module files',
  load(id) {
    const [, part] = /generated[\\/](\w+)-module\.ts$/.exec(id) ?? [];
    if (part === undefined) return undefined;
    return `import { readFileSync } from 'node:fs';
      import { decodeModule } from '../core/engine/instances/module-text.js';
      export const ${part}Module = {
        read() {
          try { return new Uint8Array(readFileSync(new URL('../${files[part]}', import.meta.url))); }
          catch { return decodeModule(require('../texts/${part}.js').${part}Module); }
        },
      };`;
  },
};

/** The queue is a separate build, at an address relative to the parts. */
const queue = {
  name: 'queue',
  resolveId: {
    filter: { id: /\/bullmq\/index\.js$/ },
    handler: () => ({ id: '../bullmq/index.js', external: true }),
  },
};

/** Commander loads the module of child processes, 4 ms, for commands that are separate programs. There are none here. */
const isOfCommander = (id, importer = '') =>
  id === 'node:child_process' && /[\\/]commander[\\/]/.test(importer);

const noChildProcess = {
  name: 'no child process',
  resolveId: {
    order: 'pre',
    filter: { id: /^node:child_process$/ },
    handler: (id, importer) => (isOfCommander(id, importer) ? '\0no child process' : undefined),
  },
  load: {
    filter: { id: /^\0no child process$/ },
    handler: () => `export function spawn() {
      throw new Error('commands are not separate programs');
    }`,
  },
};

/** Pages of Parquet in Brotli are unpacked by Node, so the package's way, with its dictionary of 79 kB, is not needed. */
const brotliOfNode = {
  name: 'brotli of node',
  resolveId: {
    order: 'pre',
    filter: { id: /^\.\/brotli\.js$/ },
    handler: (_, importer = '') =>
      /[\\/]hyparquet-compressors[\\/]/.test(importer) ? '\0brotli of node' : undefined,
  },
  load: {
    filter: { id: /^\0brotli of node$/ },
    handler: () => `export function decompressBrotli() {
      throw new Error('Brotli needs Node or the ES modules of wasmetrics');
    }`,
  },
};

/**
 * A script with cached code cannot import, so a separate module without cached code does. The text of the worker is
 * required, because a bundler then includes it; it serves programs that a bundler has moved away from the worker's file.
 */
const importer = '../cli/import-module.cjs';

const importing = {
  name: 'importing',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const code = withImporter(chunk.code);
      chunk.code = chunk.name in together ? inAscii(code) : code;
    }
  },
};

/** Node compiles ASCII files in half the time. All other characters of minified code are in literals. */
function inAscii(code) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return code.replace(/[^\0-\x7f]/g, escaped);
}

function withImporter(code) {
  return replaced(code, dynamicImports(code), ({ start, end }) => {
    const imported = code.slice(start + 'import'.length, end);
    return /wasmetrics-worker\.js/.test(imported)
      ? `require${imported}`
      : `require("${importer}")${imported}`;
  });
}

removeFiles(`dist/${folder}`, '.cjs');
const options = {
  // Tables in Excel are small enough to come with the program.
  external: (id, importedBy) =>
    (id.startsWith('node:') && !isOfCommander(id, importedBy)) ||
    (importedBy !== undefined && optionalPackages.includes(id)),
  platform: 'node',
  // A file that is loaded with others anyway does not become a separate part.
  checks: { ineffectiveDynamicImport: false },
};
/** Names of functions, which the library keeps, would be a twelfth of the files. */
const written = {
  dir: 'dist',
  format: 'cjs',
  comments: false,
  minify: {
    compress: { keepNames: { function: true, class: true } },
    mangle: { keepNames: { function: false, class: true } },
  },
};
const input = {
  'cli/main': 'cli/start.ts',
  'cli/program': 'cli/program.ts',
  [`${folder}/index`]: 'bindings/index.ts',
  ...Object.fromEntries(Object.entries(entries).map(([name, file]) => [`${folder}/${name}`, file])),
};
const commands = await rolldown({
  ...options,
  input,
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    requiredTexts,
    linkedParts,
    queue,
    workerFile,
    moduleFiles,
    noChildProcess,
    brotliOfNode,
    leaves(/[\\/](bindings|bullmq|cli)[\\/].*\.ts$/),
    importing,
  ],
});
const { output } = await commands.write({
  ...written,
  entryFileNames: ({ name }) => (name.startsWith('cli/') ? '[name].js' : '[name].cjs'),
  chunkFileNames: `${folder}/[name].cjs`,
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: 'runtime', test: (id) => id === RUNTIME_MODULE_ID, priority: 1 },
      {
        name: partsOf(Object.values(input), {
          together,
          apart,
          file: { ofEntry: 130_000, ofPage: 130_000 },
        }),
        debugName: 'parts',
      },
    ],
  },
});
const sources = [
  ...output.flatMap(({ modules = {} }) => Object.keys(modules)),
  ...(await sourcesOfPackages()),
];
writeFileSync('dist/cli/LICENSES.txt', licencesOf(sources.map((path) => relative('.', path))));
writeFileSync(`dist/${folder}/${importer}`, 'module.exports = (name) => import(name);\n');
writeFileSync('dist/cli/package.json', '{ "type": "commonjs" }\n');
chmodSync('dist/cli/main.js', 0o755); // as npm does for a linked command
