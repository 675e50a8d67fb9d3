/**
 * Uses each optional package in the lowest version that `peerDependencies` allows, and in the newest one:
 *
 *   npm run build && npm run test:peers            both
 *   npm run test:peers -- lowest                   one of them
 *
 * Installs them from npm and starts a Valkey or Redis of Debian. Exits with 1 when something fails.
 */
import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { accessKey, secret, startBucket } from '../cluster/bucket.js';
import { startValkey } from '../cluster/valkey.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { peerDependencies: ranges } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as { readonly peerDependencies: Readonly<Record<string, string>> };

/** The first and the last version in a range; a version that a range names may not have been published. */
function versionsIn(name: string, range: string): { lowest: string; newest: string } {
  const args = ['view', `${name}@${range}`, 'version', '--json'];
  const found = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' })) as string | string[];
  const all = [found].flat().sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return { lowest: all[0]!, newest: all.at(-1)! };
}

const versions = Object.entries(ranges).map(
  ([name, range]) => [name, versionsIn(name, range)] as const,
);
const place = mkdtempSync(join(tmpdir(), 'wasmetrics-peers-'));
const run = promisify(execFile);
const npm = (args: readonly string[], cwd: string) => run('npm', args, { cwd, maxBuffer: 2 ** 26 });
await npm(['pack', '--ignore-scripts', '--pack-destination', place], root);
const tarball = join(
  place,
  readdirSync(place).find((name) => name.endsWith('.tgz'))!,
);
const valkey = await startValkey();
const bucket = await startBucket();
const env = {
  ...process.env,
  AWS_ACCESS_KEY_ID: accessKey,
  AWS_SECRET_ACCESS_KEY: secret,
  AWS_ENDPOINT_URL_S3: bucket.url,
};

/** Installs one version of each package and prints what fails with them. */
async function use(which: 'lowest' | 'newest'): Promise<void> {
  const app = join(place, which);
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{ "private": true, "type": "module" }');
  cpSync(join(root, 'examples/abdata.csv'), join(app, 'abdata.csv'));
  cpSync(join(root, 'tests/peers/program.js'), join(app, 'program.js'));
  const named = versions.map(([name, version]) => `${name}@${version[which]}`);
  console.log(`${which}: ${named.join(', ')}`);
  await npm(['install', '--no-audit', '--no-fund', '--prefer-offline', tarball, ...named], app);
  const args = ['program.js', 'abdata.csv', valkey.url];
  const { stdout } = await run(process.execPath, args, { cwd: app, env, timeout: 600_000 });
  const { tried, failures } = JSON.parse(stdout.trim().split('\n').at(-1)!) as {
    readonly tried: readonly string[];
    readonly failures: Readonly<Record<string, string>>;
  };
  for (const packages of tried) console.log(`  ${packages}: ${failures[packages] ?? 'ok'}`);
  if (Object.keys(failures).length > 0) process.exitCode = 1;
}

const all = ['lowest', 'newest'] as const;
const wanted = all.filter((which) => process.argv.length < 3 || process.argv.includes(which));
try {
  for (const which of wanted) await use(which);
} finally {
  await bucket.close();
  await valkey.stop();
  rmSync(place, { recursive: true });
}
