/**
 * Writes the declarations of the entry points: a file each, and what several share. Nobody imports the command line, so
 * it has none. Run by `npm run build:node`.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import ts from 'typescript';
import { entries } from './entries.js';
import { writeTypes } from './written-types.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** A declaration for each source. */
const compiled = 'build/declarations';
/** The sources of the entry points, by the files of the package. */
const sources = {
  'types/index': 'bindings/index',
  ...Object.fromEntries(
    Object.entries(entries).map(([name, folder]) => [`types/${name}`, `bindings/${folder}/index`]),
  ),
  'types/worker': 'bindings/workers/worker',
  'bullmq/index': 'bullmq/index',
};

rmSync(compiled, { recursive: true, force: true });
const program = programOf('tsconfig.declarations.json', compiled);
program.emit();
writeTypes(program, compiled);
await rollUp();

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
  rmSync('dist/types', { recursive: true, force: true });
  const bundle = await rollup({
    input: Object.fromEntries(
      Object.entries(sources).map(([name, source]) => [name, `${compiled}/${source}.d.ts`]),
    ),
    external: /^[^./]/,
    plugins: [dts()],
    // Packages of the project stay imports, and types that no entry point names stay without a name outside.
    onwarn: () => undefined,
  });
  await bundle.write({
    dir: 'dist',
    entryFileNames: '[name].d.ts',
    chunkFileNames: 'types/shared-[hash].d.ts',
  });
}
