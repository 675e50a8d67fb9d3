/**
 * Bundles the command line with the packages it uses. What every estimate needs is one file, because each file costs a
 * process half a millisecond; commands load the other parts when they need them. Run by `npm run build:node`.
 */
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';
import { withLeafImports } from './leaves.mjs';
import { licencesOf } from './licences.mjs';
import { optionalPackages } from './optional-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Parts lie next to the worker, whose address is relative to the part that starts it. */
const folder = 'bindings';
const prefix = 'cli-';
const target = 'node20';
/** The part that every estimate needs. */
const core = 'fit';
/** Files that this part contains with their imports. The library loads estimators and readers when they are used. */
const coreFiles =
  /[\\/](cli[\\/](run|data[\\/]data|models[\\/]formula|commands[\\/]shortcut)|models[\\/](least-squares|instrumental-variables|dpd[\\/]index)|csv[\\/]read)\.ts$/;

/**
 * Packages that only few runs or texts need, and their functions that the program calls: the first call loads the
 * package.
 */
const lazyPackages = {
  'string-width': ['default'],
  chardet: ['analyse'],
  fflate: ['Gunzip', 'gzipSync', 'Inflate', 'strFromU8', 'strToU8', 'unzipSync', 'zipSync'],
};

const lazy = {
  name: 'lazy packages',
  resolveId: {
    order: 'pre',
    handler(id, importer) {
      const isOurs = importer !== undefined && !importer.includes('node_modules');
      return isOurs && id in lazyPackages ? `\0lazy:${id}` : undefined;
    },
  },
  load(id) {
    const [, name] = /^\0lazy:(.*)$/.exec(id) ?? [];
    if (name === undefined) return undefined;
    const load = `process.getBuiltinModule('node:module').createRequire(import.meta.url)('./${prefix}${name}.cjs')`;
    const functions = lazyPackages[name].map((call) => {
      const declared = call === 'default' ? 'default function' : `function ${call}`;
      return `export ${declared}(...args) {
        const { ${call}: call } = ${load};
        return new.target ? new call(...args) : call(...args);
      }`;
    });
    return functions.join('\n');
  },
};

/** Modules of the core are read from files: as a text of 200 kB each would take longer to compile and to decode. */
const files = { estimation: 'wasmetrics.wasm', linear: 'linear.wasm', relaxed: 'relaxed.wasm' };
const moduleFiles = {
  name: 'module files',
  load(id) {
    const [, part] = /generated[\\/](\w+)-module\.ts$/.exec(id) ?? [];
    if (part === undefined) return undefined;
    return `import { readFileSync } from 'node:fs';
      export const ${part}Module = {
        read: () => new Uint8Array(readFileSync(new URL('../${files[part]}', import.meta.url))),
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

/**
 * Commander loads the module of child processes, 4 ms, for commands that are separate programs. There are none here.
 */
const noChildProcess = {
  name: 'no child process',
  transform: {
    filter: { id: /commander[\\/]lib[\\/]command\.js$/ },
    handler(code) {
      const eager = `const childProcess = require('node:child_process');\n`;
      if (!code.includes(eager)) throw new Error(`commander: expected ${eager}`);
      return code.replace(eager, '');
    },
  },
};

/** Commands import the files that they use, not the index files that list them. */
const leaves = {
  name: 'leaves',
  transform: {
    order: 'pre',
    filter: { id: /[\\/](bindings|bullmq|cli)[\\/].*\.ts$/ },
    handler: (code, path) => withLeafImports(code, relative(process.cwd(), path)),
  },
};

/**
 * Names stay, for stack traces. Node compiles ASCII files in half the time, so regular expressions are written in ASCII
 * too.
 */
const short = {
  name: 'short',
  async renderChunk(written, { name }) {
    const options = { charset: 'ascii', minifySyntax: true, minifyWhitespace: true };
    const { code } = await transform(written, { ...options, legalComments: 'none', target });
    const [other] = name === core ? (/.{0,20}[^\0-\x7f]/.exec(code) ?? []) : [];
    if (other !== undefined) throw new Error(`${name}: expected ASCII, found ${other}; write \\u`);
    return withImporter(code);
  },
};

/** A script with cached code cannot import, so a separate module without cached code does. */
const importer = 'import-module.cjs';

function withImporter(code) {
  const places = [];
  new Visitor({ ImportExpression: ({ start }) => void places.push(start) }).visit(parseAst(code));
  const length = 'import'.length;
  return places.reduceRight(
    (text, place) => `${text.slice(0, place)}require("./${importer}")${text.slice(place + length)}`,
    code,
  );
}

for (const name of readdirSync(`dist/${folder}`)) {
  if (name.startsWith(prefix)) rmSync(`dist/${folder}/${name}`);
}
const commands = await rolldown({
  input: { main: 'cli/start.ts', program: 'cli/program.ts' },
  external: [...optionalPackages, /^node:/],
  platform: 'node',
  plugins: [lazy, queue, moduleFiles, noChildProcess, leaves, short],
  // A file that is loaded with others anyway does not become a separate part.
  checks: { ineffectiveDynamicImport: false },
});
const { output } = await commands.write({
  dir: 'dist',
  minify: false,
  format: 'cjs',
  entryFileNames: 'cli/[name].js',
  chunkFileNames: `${folder}/${prefix}[name].cjs`,
  codeSplitting: {
    groups: [
      { name: 'cache', test: /[\\/]cli[\\/]cache[\\/]folder\.ts$/, priority: 2 },
      { name: 'program', test: /[\\/]cli[\\/]process\.ts$/, priority: 1 },
      { name: core, test: coreFiles },
    ],
  },
});
const sources = output.flatMap(({ modules = {} }) => Object.keys(modules));
for (const [name, calls] of Object.entries(lazyPackages)) {
  const { metafile } = await build({
    stdin: { contents: `export { ${calls.join(', ')} } from '${name}';`, resolveDir: '.' },
    outfile: `dist/${folder}/${prefix}${name}.cjs`,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target,
    minify: true,
    legalComments: 'none',
    metafile: true,
  });
  sources.push(...Object.keys(metafile.inputs));
}
const held = sources.map((path) => relative(process.cwd(), path));
writeFileSync('dist/cli/LICENSES.txt', licencesOf(held));
writeFileSync(`dist/${folder}/${importer}`, 'module.exports = (name) => import(name);\n');
writeFileSync('dist/cli/package.json', '{ "type": "commonjs" }\n');
chmodSync('dist/cli/main.js', 0o755); // as npm does for a linked command
