/**
 * Tests import many files of the sources. Node loads them as modules that are compiled here, file by file, once for all
 * tiers and threads: vitest's own loader took a tenth of the time of all tests, and code that it had loaded ran slower.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['assembly', 'bindings', 'bullmq', 'cli'];
const compiled = join(root, 'build/modules');

const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;

/** Files that changed after they were compiled; not those that only AssemblyScript compiles. */
function outdated(): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter(
      (path) =>
        /(?<!\.d)\.ts$/.test(path) &&
        changed(join(root, path)) > changed(join(compiled, path.replace(/ts$/, 'js'))) &&
        !(path.startsWith('assembly') && /^@\w/m.test(readFileSync(join(root, path), 'utf8'))),
    );
}

/** Compiles the files of the sources that have changed. */
export async function compileModules(): Promise<void> {
  mkdirSync(compiled, { recursive: true });
  // The worker is a build, whose place is relative to the sources.
  const builds = join(compiled, 'dist');
  if (!existsSync(builds)) symlinkSync(join(root, 'dist'), builds, 'junction');
  await build({
    absWorkingDir: root,
    entryPoints: outdated(),
    outbase: root,
    outdir: compiled,
    format: 'esm',
    target: 'node20',
  });
}

/** A test that loads sources anew, or replaces some of them, leaves them to vitest. */
const reloads = new Map<string, boolean>();
function isReloading(test: string): boolean {
  const known = reloads.get(test);
  if (known !== undefined) return known;
  const found = /\bvi\.(?:resetModules|doMock|mock)\(/.test(readFileSync(test, 'utf8'));
  reloads.set(test, found);
  return found;
}

/** Resolves what tests import of the sources to the compiled modules. */
export const compiledModules = {
  name: 'compiled-modules',
  enforce: 'pre' as const,
  resolveId(source: string, importer?: string): string | undefined {
    if (!source.startsWith('.') || importer?.startsWith(join(root, 'tests/')) !== true) return;
    const path = relative(root, join(dirname(importer), source));
    if (!folders.some((folder) => path.startsWith(`${folder}/`)) || isReloading(importer)) return;
    return join(compiled, path);
  },
};
