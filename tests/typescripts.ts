/**
 * Compiles the tests of types against the built declarations with other versions of TypeScript, each installed from npm
 * into `build/`. Exits with 1 when any finds an error.
 *
 *   npm run build && npm run test:types        every supported minor version
 *   npm run test:types -- 5.4 5.9              the named ones
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeConsumer } from './repository/consumer.js';

const supported = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0'];
const root = fileURLToPath(new URL('..', import.meta.url));

/** The path of the compiler. */
function install(version: string): string {
  const folder = join(root, 'build', `typescript-${version}`);
  const path = join(folder, 'node_modules/typescript/bin/tsc');
  const args = ['install', '--ignore-scripts', '--prefix', folder, `typescript@~${version}.0`];
  if (!existsSync(path)) spawnSync('npm', args, { stdio: 'inherit' });
  return path;
}

function compiles(version: string): boolean {
  return (['browser', 'node'] as const).every((surroundings) => {
    const folder = writeConsumer(surroundings);
    const args = [install(version), '-p', folder];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    rmSync(folder, { recursive: true });
    console.log(
      `TypeScript ${version}, types of ${surroundings}: ${status === 0 ? 'ok' : 'failed'}`,
    );
    return status === 0;
  });
}

const named = process.argv.slice(2);
const failed = (named.length > 0 ? named : supported).filter((version) => !compiles(version));
if (failed.length > 0) {
  console.error(`failed with TypeScript ${failed.join(', ')}`);
  process.exitCode = 1;
}
