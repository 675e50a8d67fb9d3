/**
 * Builds the library as CommonJS, for tools that cannot require ES modules, such as Jest: one file with its
 * dependencies, a file for each entry point, and declarations that refer to those of the ES modules. Optional packages
 * stay outside. Run by `npm run build:node`, after the declarations are written.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { entries } from './entries.js';
import { heldParts } from './held-parts.js';
import { hideOptionalPackages, optionalPackages } from './optional-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folder = 'dist/cjs';
/** The CommonJS and declaration files of each entry point. */
const all = [
  ['index', 'index'],
  ...Object.entries(entries).map(([name, folder]) => [name, `${folder}/index`]),
];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await build({
  stdin: {
    contents: all
      .map(([name, path]) => `export * as ${name} from './bindings/${path}.ts';`)
      .join('\n'),
    resolveDir: '.',
  },
  outfile: `${folder}/library.cjs`,
  bundle: true,
  external: optionalPackages,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  tsconfig: 'tsconfig.json',
  plugins: [await heldParts('bindings/index.ts')],
  logOverride: { 'empty-import-meta': 'silent' },
});
const library = `${folder}/library.cjs`;
writeFileSync(library, hideOptionalPackages(readFileSync(library, 'utf8')));
const declarations = namesOf(all.map(([, path]) => `dist/bindings/${path}.d.ts`));
all.forEach(([name, path], i) => {
  writeFileSync(
    `${folder}/${name}.cjs`,
    `'use strict';\nmodule.exports = require('./library.cjs').${name};\n`,
  );
  writeFileSync(
    `${folder}/${name}.d.cts`,
    declarationsOf(`../bindings/${path}.js`, declarations[i]),
  );
});

/** The names that each file exports, and whether they are values or types. */
function namesOf(files) {
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return files.map((file) =>
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)))
      .map((symbol) => {
        const alias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
        const { flags } = alias ? checker.getAliasedSymbol(symbol) : symbol;
        const isValue = (flags & ts.SymbolFlags.Value) !== 0;
        return { name: symbol.name, isValue, isType: (flags & ts.SymbolFlags.Type) !== 0 };
      }),
  );
}

/** Declarations for CommonJS: types are those of the ES module, values have its types. */
function declarationsOf(path, names) {
  const attributes = `with { 'resolution-mode': 'import' }`;
  const types = names.filter(({ isValue }) => !isValue).map(({ name }) => name);
  const values = names.filter(({ isValue }) => isValue);
  return [
    `import type * as library from '${path}' ${attributes};`,
    `export type {\n  ${types.join(',\n  ')},\n} from '${path}' ${attributes};`,
    ...values.map(({ name }) => `export declare const ${name}: typeof library.${name};`),
    ...values
      .filter(({ isType }) => isType)
      .map(({ name }) => `export type ${name} = library.${name};`),
    '',
  ].join('\n');
}
