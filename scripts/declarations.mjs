/**
 * Writes the declarations that the entries of the package lead to; nobody imports the command line. Those of an earlier build
 * go first. Run by `npm run build:node`.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { writeTypes } from './written-types.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

declared().forEach((path) => rmSync(path));
const program = programOf('tsconfig.declarations.json');
program.emit();
writeTypes(program);
const reached = reachedFrom(entries());
declared()
  .filter((path) => !reached.has(path))
  .forEach((path) => rmSync(path));

function declared() {
  return ['dist/bindings', 'dist/bullmq', 'dist/cli'].filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((path) => path.endsWith('.d.ts'))
      .map((path) => join(folder, path)),
  );
}

function programOf(project) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic({ messageText }) {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  // `npm run typecheck` checks types.
  const config = ts.getParsedCommandLineOfConfigFile(project, { noCheck: true }, host);
  return ts.createProgram(config.fileNames, config.options);
}

/** The declarations that `exports` of the package names. */
function entries() {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const paths = JSON.stringify(exports).matchAll(/"\.\/(dist\/[^"]+\.d\.ts)"/g);
  return Array.from(paths, ([, path]) => path);
}

function reachedFrom(paths) {
  const found = new Set();
  const next = [...paths];
  while (next.length > 0) {
    const path = next.pop();
    if (found.has(path) || !existsSync(path)) continue;
    found.add(path);
    const imports = readFileSync(path, 'utf8').matchAll(
      /(?:from|import\() ?['"](\.[^'"]+)\.js['"]/g,
    );
    next.push(...Array.from(imports, ([, to]) => join(dirname(path), `${to}.d.ts`)));
  }
  return found;
}
