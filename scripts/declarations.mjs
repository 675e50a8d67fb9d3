/**
 * Writes the declarations of the entry points: a file each, and what several share. Nobody imports the command line, so
 * it has none. Run by `npm run build:node`.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import ts from 'typescript';
import { entries } from './bundling/entries.js';
import { isOptional } from './bundling/optional-packages.mjs';
import { removeFiles } from './bundling/remove-files.mjs';
import { withComments } from './comments/members.mjs';
import { writeTypes } from './bundling/written-types.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** A declaration for each source. */
const compiled = 'build/declarations';
/** The sources of the entry points, by the files of the package. */
const sources = {
  'esm/index': 'bindings/index',
  ...Object.fromEntries(
    Object.entries(entries).map(([name, file]) => [`esm/${name}`, file.replace(/\.ts$/, '')]),
  ),
  'bullmq/index': 'bullmq/index',
};

/** The type of a host's WebAssembly, which programs without the types of a browser lack. */
const hostType = (name) =>
  `(typeof globalThis extends { WebAssembly: { ${name}: { prototype: infer Host } } } ? Host : object)`;

/** A type that comes from an optional package is anything where the package is not installed. */
const optional = '// @ts-ignore: an optional package';

/**
 * A space for each level: four of them would be a quarter of the declarations. Typed arrays have no type of their buffer,
 * which TypeScript has from 5.7.
 */
const plain = {
  name: 'plain',
  renderChunk: (code) =>
    withComments(code)
      .replace(/^(?: {4})+/gm, (spaces) => spaces.slice(0, spaces.length / 4))
      .replace(/\b(\w+Array)<ArrayBuffer(?:Like)?>/g, '$1')
      .replace(/\bWebAssembly\.(Module|Memory)\b/g, (_, name) => hostType(name))
      .replace(/^import .* from '([^.].*)';$/gm, (line, name) =>
        isOptional(name) ? `${optional}\n${line}` : line,
      ),
};

rmSync(compiled, { recursive: true, force: true });
const program = programOf('tsconfig.declarations.json', compiled);
program.emit();
writeTypes(program, compiled);
await rollUp();
writeFileSync('dist/esm/index-node.d.ts', "export * from './index.js';\n");
writeForCommonJs(['index', ...Object.keys(entries)]);
writeFileSync(
  'dist/wasmetrics.wasm.d.ts',
  `declare const module: ${hostType('Module')};\nexport default module;\n`,
);

/** The program of a project whose files go to a folder. `npm run typecheck` checks types. */
function programOf(project, outDir) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic({ messageText }) {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  const options = { noCheck: true, outDir };
  const config = ts.getParsedCommandLineOfConfigFile(project, options, host);
  return ts.createProgram(config.fileNames, config.options);
}

async function rollUp() {
  removeFiles('dist/esm', '.d.ts');
  const bundle = await rollup({
    input: Object.fromEntries(
      Object.entries(sources).map(([name, source]) => [name, `${compiled}/${source}.d.ts`]),
    ),
    // What optional packages declare stays with them.
    external: isOptional,
    plugins: [dts({ respectExternal: true }), plain],
    // Packages of the project stay imports, and types that no entry point names stay without a name outside.
    onwarn: () => undefined,
  });
  await bundle.write({
    dir: 'dist',
    entryFileNames: '[name].d.ts',
    chunkFileNames: 'esm/[name].d.ts',
    minifyInternalExports: false,
    // A run can be the value of `await using`; programs for ES2022 do not know its type.
    banner: ({ name }) => (name === 'shared' ? '/// <reference lib="esnext.disposable" />' : ''),
    manualChunks: sharedFile,
  });
}

/** What entry points share is two files: entry points for arrays need the first one only, apart from results. */
function sharedFile(path) {
  const [, folder] = /declarations\/bindings\/(\w+)\//.exec(path) ?? [];
  if (path.endsWith('/index.d.ts') || folder === 'entries' || folder === undefined)
    return undefined;
  return /^(core|generated|words)$/.test(folder) ? 'shared-core' : 'shared';
}

/** Declarations of the entry points as CommonJS, which refer to those of the ES modules. */
function writeForCommonJs(entryPoints) {
  removeFiles('dist/cjs', '.d.cts');
  const names = namesOf(entryPoints.map((name) => `dist/esm/${name}.d.ts`));
  entryPoints.forEach((name, i) =>
    writeFileSync(`dist/cjs/${name}.d.cts`, declarationsOf(`../esm/${name}.js`, names[i])),
  );
}

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
