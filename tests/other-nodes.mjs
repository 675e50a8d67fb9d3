/**
 * Runs tests of the build in `dist/` on the other versions of Node that the package supports, each installed from npm into
 * `build/`. Exits with 1 when any fails.
 *
 *   npm run build && npm run build:kernels
 *   node tests/other-nodes.mjs        reproducibility and untrusted engines, on every version but the one that runs this
 *   node tests/other-nodes.mjs 22     on the named versions
 *   node tests/other-nodes.mjs --all  also all tests of bundles, clusters and the package, and on this version too
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const supported = ['20', '22', '24', '26'];

/** What differs between versions: last digits, and the permission model that confines a study of somebody else. */
const quick = [
  'tests/determinism.test.ts',
  'tests/cli/wide.test.ts',
  'tests/golden.test.ts',
  'tests/cli/bundle/bundle.test.ts',
  'tests/cli/bundle/untrusted-engine.programs.test.ts',
];

/** All tests of what starts processes, threads and servers, and of what is installed. */
const all = [
  ...quick,
  ...['tests/bindings/paper/bundle/', 'tests/cli/bundle/', 'tests/cli/cluster/', 'tests/cluster/'],
  ...[
    'tests/repository/entries.test.ts',
    'tests/repository/package.test.ts',
    'tests/cli/process.programs.test.ts',
    'tests/cli/address-space.programs.test.ts',
  ],
  ...[
    'tests/cli/kept-code.programs.test.ts',
    'tests/bindings/analysis/bootstrap/workers.threads.test.ts',
  ],
];

/** Tests that need servers of Debian; each says which are missing. */
const live = ['--config', 'tests/cluster/vitest.config.ts'];

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

/** Runs each list of arguments of vitest. Programs that tests start by the name `node` are of the same version. */
function passes(version, runs) {
  const node = version === own ? process.execPath : installNode(version);
  if (node === undefined) {
    console.error(`Node ${version}: expected ${binary} from npm, found none`);
    return false;
  }
  const found = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`\nNode ${found}`);
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const results = runs.map((tests) => run(node, [vitest, 'run', ...tests], { env }));
  if (Number(version) >= 24) {
    const ofThreads = ['run', '--pool', 'threads', 'tests/determinism.test.ts'];
    results.push(run(node, ['--experimental-wasm-revectorize', vitest, ...ofThreads], { env }));
  }
  return results.every(Boolean);
}

const [own] = process.versions.node.split('.');
const words = process.argv.slice(2);
const isAll = words.includes('--all');
const named = words.filter((word) => word !== '--all');
const usual = isAll ? supported : supported.filter((version) => version !== own);
const versions = named.length > 0 ? named : usual;
const failed = versions.filter((version) => !passes(version, isAll ? [all, live] : [quick]));
if (failed.length > 0) {
  console.error(`failed on Node ${failed.join(', ')}`);
  process.exitCode = 1;
}
