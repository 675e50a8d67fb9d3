/**
 * Runs the determinism and golden tests of the build in `dist/` on the other versions of Node that the
 * package supports, each installed from npm into `build/`. Exits with 1 when any fails.
 *
 *   npm run build && npm run build:kernels
 *   node tests/other-nodes.mjs        every version but the one that runs this
 *   node tests/other-nodes.mjs 22     the named ones
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const supported = ['20', '22', '24', '26'];
const tests = ['tests/determinism.test.ts', 'tests/golden.test.ts'];

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const binary = `node-${windows ? 'win' : process.platform}-${process.arch}`;

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

/** The path of the binary, undefined when npm has none for this machine or cannot be reached. */
function installNode(version) {
  const folder = join(root, 'build', `node-${version}`);
  const path = join(folder, 'node_modules', binary, 'bin', windows ? 'node.exe' : 'node');
  const install = ['install', '--ignore-scripts', '--prefix', folder, `${binary}@${version}`];
  if (!existsSync(path)) run('npm', install, { shell: windows });
  return existsSync(path) ? path : undefined;
}

function passes(version) {
  const node = installNode(version);
  if (node === undefined) {
    console.error(`Node ${version}: expected ${binary} from npm, found none`);
    return false;
  }
  const found = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`\nNode ${found}`);
  return run(node, [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...tests]);
}

const [own] = process.versions.node.split('.');
const named = process.argv.slice(2);
const versions = named.length > 0 ? named : supported.filter((version) => version !== own);
const failed = versions.filter((version) => !passes(version));
if (failed.length > 0) {
  console.error(`failed on Node ${failed.join(', ')}`);
  process.exitCode = 1;
}
