/**
 * Builds what hosts import as ES modules: `dist/esm/` runs in Node, Deno, Bun, browsers, workerd and after any bundler,
 * as it contains its dependencies. The entry points and the queue share their parts, which lie next to the worker: its
 * address is relative to the part that starts it. Run by `npm run build:node`.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, RUNTIME_MODULE_ID } from 'rolldown';
import { contents } from './bundling/contents.mjs';
import { arrayEntries, entries, publicFiles } from './bundling/entries.js';
import { leaves } from './bundling/leaves.mjs';
import { onUse } from './bundling/on-use.mjs';
import { partsOf } from './bundling/parts.mjs';
import { isHelper, pure } from './bundling/pure.mjs';
import { licencesOf } from './bundling/licences.mjs';
import { linkedNames, linkedPart, linkedPartOf, linkedParts } from './bundling/linked/parts.mjs';
import { removeFiles } from './bundling/remove-files.mjs';
import { hiddenPackages, isOptional } from './bundling/optional-packages.mjs';
import { packageOf, reducedPackages } from './bundling/packages.mjs';
import {
  importedTexts,
  sizesOfPackages,
  sourcesOfPackages,
  writeTexts,
} from './bundling/texts.mjs';
import { workerFile } from './bundling/worker-file.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** What a program uses of the core is declared by these files, each a part of its own, and so are the modules; rows of totals are seldom. */
const alone = [
  ['total-rows', /[\\/](total-cells|en[\\/]warnings[\\/]sheets)\.ts$/],
  ['any-engine', /[\\/]any-engine\.ts$/],
  ['linear-engine', /[\\/]linear-engine\.ts$/],
  ['relaxed-changes', /[\\/]relaxed-changes\.ts$/],
  ['engine', /[\\/]engine[\\/](engine|rest)\.ts$/],
  [
    'array-estimates',
    /[\\/](estimators|expectations[\\/]analysis|errors[\\/]analysis)[\\/]arrays\.ts$/,
  ],
  ['random', /[\\/](engine[\\/]status-errors|errors[\\/]coded|numerics[\\/]random)\.ts$/],
  ['memory', /[\\/]engine[\\/](arena|status)\.ts$/],
];

removeFiles('dist/esm', '.js');
removeFiles('dist/texts', '.js');
await writeTexts();
const library = {
  'esm/index': 'bindings/index.ts',
  ...Object.fromEntries(Object.entries(entries).map(([name, file]) => [`esm/${name}`, file])),
};
/** Functions that most pages start with. */
const page = [
  'bindings/models/functions/fit.ts',
  'bindings/models/fit.ts',
  'bindings/data/readers/read-table.ts',
  'bindings/analysis/bootstrap/bootstrap.ts',
  'bindings/paper/report/convert.ts',
];
/** What pages load on use for a file and a bootstrap, and for each model. */
const others = [
  [
    'bindings/data/readers/csv/read.ts',
    'bindings/analysis/bootstrap/running/any.ts',
    'bindings/analysis/bootstrap/summary/summary.ts',
  ],
  ['bindings/models/reading/least-squares.ts'],
  ['bindings/models/reading/instrumental-variables.ts'],
  ['bindings/models/dpd/index.ts'],
];
/** Asynchronous functions of the root that programs of one estimate and its bootstrap do not call. */
const later = /^\.\/analysis\/|\/fit-file\.js$/;
/** Entry points that programs import most often. */
const often = ['bindings/index.ts', ...arrayEntries.map((name) => entries[name])];
const sizes = sizesOfPackages();
/** What links a part joins no others, which would load it at once. */
const linkOf = (path) => linkedPartOf(path) && `${linkedPartOf(path)}-link`;
const apart = (path) =>
  linkOf(path) ??
  alone.find(([, files]) => files.test(path))?.[0] ??
  (path in sizes ? path : packageOf(path));
const file = { ofEntry: 30_000, ofPage: 8_000 };
const parts = partsOf(Object.values(library), { page, others, often, apart, sizes, file });
const bundle = await rolldown({
  input: {
    ...library,
    'bullmq/index': 'bullmq/index.ts',
    'bullmq/processor': 'bullmq/processor.ts',
  },
  preserveEntrySignatures: 'allow-extension',
  external: (id) => id.startsWith('node:') || isOptional(id),
  platform: 'browser',
  tsconfig: 'tsconfig.tools.json',
  plugins: [
    reducedPackages,
    importedTexts,
    linkedParts,
    onUse('bindings/index.ts', later),
    leaves(/[\\/](bindings|bullmq)[\\/].*\.ts$/, publicFiles),
    pure(/[\\/](bindings|bullmq)[\\/].*\.ts$/),
    workerFile,
    hiddenPackages,
    contents(['esm/index', 'esm/data', 'esm/report']),
  ],
  // A file that is loaded with others anyway does not become a part of its own.
  checks: { ineffectiveDynamicImport: false },
});
const { output } = await bundle.write({
  dir: 'dist',
  entryFileNames: '[name].js',
  chunkFileNames: 'esm/[name]-[hash].js',
  comments: { legal: false },
  /** Names of functions would be a twelfth of the files; bundlers of pages shorten them too. */
  minify: {
    compress: { keepNames: { function: true, class: true } },
    mangle: { keepNames: { function: false, class: true } },
  },
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: 'runtime', test: (id) => id === RUNTIME_MODULE_ID, priority: 1 },
      { name: parts, debugName: 'parts' },
    ],
  },
});
const chunks = output.map(({ fileName, modules = {} }) => [
  `dist/${fileName}`,
  Object.keys(modules).map((path) => relative('.', path)),
]);
for (const name of linkedNames) {
  const { sources: ofPart } = await linkedPart(name);
  chunks.push([`dist/texts/${name}.js`, ofPart.map((path) => relative('.', path))]);
}
/** What the parts hold, for `bench/loaded-parts.ts`. */
writeFileSync('build/library-parts.json', JSON.stringify(Object.fromEntries(chunks), null, 2));
const sources = [...chunks.flatMap(([, ofChunk]) => ofChunk), ...(await sourcesOfPackages())];
writeFileSync('dist/esm/LICENSES.txt', licencesOf(sources.map((path) => relative('.', path))));

writeFileSync('dist/cdn.js', cdnFile(output.find(({ name }) => name === 'esm/index').exports));

/**
 * The root for networks that deliver packages, which give this file at the address of the package: there, addresses
 * relative to the file lead elsewhere.
 */
function cdnFile(names) {
  return `const { pathname } = new URL(import.meta.url);
const folder = pathname.endsWith('/cdn.js') ? pathname.slice(0, -'/cdn.js'.length) : pathname + '/dist';
export const { ${names.join(', ')} } = await import(new URL(folder + '/esm/index.js', import.meta.url).href);
`;
}
