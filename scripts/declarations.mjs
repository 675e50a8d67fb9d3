/**
 * Writes the declarations of the library and the queue; nobody imports the command line. Those of sources that are gone
 * go first. Run by `npm run build:node`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

for (const folder of ['dist/bindings', 'dist/bullmq', 'dist/cli'].filter(existsSync)) {
  for (const path of readdirSync(folder, { recursive: true })) {
    if (path.endsWith('.d.ts')) rmSync(`${folder}/${path}`);
  }
}
const compiler = 'node_modules/typescript/bin/tsc';
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.declarations.json', '--noCheck'], {
  stdio: 'inherit',
});
