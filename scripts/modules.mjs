/**
 * Writes the library for bundlers, one module per source file, in `dist/modules/`; a bundler keeps only what a program
 * uses. Dependencies stay imports, except those in CommonJS, which some bundlers cannot import. Run by `npm run
 * build:node`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { entries } from './entries.js';
import { writeContents } from './contents.mjs';
import { withLeafImports } from './leaves.mjs';
import { hideOptionalPackages } from './optional-packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const out = 'dist/modules';
const options = { format: 'esm', target: 'es2022', legalComments: 'none' };
/** Packages in CommonJS, and what the library imports from them. */
const commonjs = {
  chardet: `export { analyse } from 'chardet';`,
  papaparse: `export { default } from 'papaparse';`,
};

/** What is left of an import of types; its file may contain nothing else. */
const importOfTypes = /^(import|export) \{\s*\} from "[^"]+";\n/gm;

/** The start of a sentence that is said; bundlers other than Rollup see only inside one file that a call has no effect. */
const sentence = /^export const \w+ = (?=says\()/gm;

rmSync(out, { recursive: true, force: true });
const sources = readdirSync('bindings', { recursive: true }).filter((name) => name.endsWith('.ts'));
for (const name of sources) {
  const path = `bindings/${name}`;
  const target = path.replace(/^bindings/, out).replace(/\.ts$/, '.js');
  const source = withLeafImports(readFileSync(path, 'utf8'), path);
  const { code } = await transform(source.replace(sentence, '$&/* @__PURE__ */ '), {
    ...options,
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  if (code === '') continue;
  mkdirSync(dirname(target), { recursive: true });
  const kept = code.replace(importOfTypes, '');
  writeFileSync(target, hideOptionalPackages(movedImports(kept, target)));
}
await writeContents(
  ['index.ts', ...Object.values(entries).map((folder) => `${folder}/index.ts`)],
  out,
);
for (const [name, contents] of Object.entries(commonjs)) {
  await build({
    ...options,
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    platform: 'browser',
    outfile: `${out}/packages/${name}.js`,
    minifyWhitespace: true,
  });
}

/** Adjusts imports of the copied packages and of the worker script, which are in other places than for the sources. */
function movedImports(code, target) {
  const to = (path) => {
    const moved = relative(dirname(target), path).replaceAll('\\', '/');
    return moved.startsWith('.') ? moved : `./${moved}`;
  };
  const named = Object.keys(commonjs).reduce(
    (text, name) => text.replaceAll(`from "${name}"`, `from "${to(`${out}/packages/${name}.js`)}"`),
    code,
  );
  const script = to('dist/wasmetrics-worker.js');
  return named.replace('new URL("./wasmetrics-worker.js"', `new URL("${script}"`);
}
