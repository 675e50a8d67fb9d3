/**
 * Coverage-guided fuzzing of all parts that read what others wrote:
 * `npm run fuzz:coverage -- --target dta --seconds 600`. Without `--target` all targets share the seconds.
 *
 * The library and its packages are bundled into one file, which Jazzer.js instruments. It keeps inputs that reach new
 * code in build/fuzz/corpus/ for the next run, and starts from tests/fuzz/seeds/ and the files of tests/golden/files/.
 * Inputs that break a rule of `tests/fuzz/target.ts` are written to build/fuzz/findings/ and reported at the end.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { names, seedFolders } from './names.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, 'build/fuzz');
const bundle = join(folder, 'targets.cjs');
const findings = join(folder, 'findings');

/** Most bytes of an input, and of a golden file that is a seed. */
const MOST_BYTES = 1 << 14;
/** After so many seconds an input hangs. The judge finds inputs that take longer than two seconds. */
const HANG_SECONDS = 60;
/** Most megabytes of the process. The judge finds inputs that take 512 MB. */
const MOST_MEGABYTES = 2048;

async function bundleTargets(): Promise<void> {
  await build({
    entryPoints: [join(root, 'tests/fuzz/coverage/targets.ts')],
    outfile: bundle,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    // Some of the optional packages await at the top level, which CommonJS does not have.
    external: optionalPackages(),
    target: 'node20',
    tsconfig: join(root, 'tsconfig.tools.json'),
    define: { 'import.meta.url': '"file:///"' },
    logLevel: 'error',
  });
}

function optionalPackages(): string[] {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const { peerDependencies } = JSON.parse(manifest) as { peerDependencies: object };
  return Object.keys(peerDependencies);
}

/** The corpus of a target, to which its seeds are added. */
function corpusOf(name: string): string {
  const corpus = join(folder, 'corpus', name);
  mkdirSync(corpus, { recursive: true });
  for (const path of seedFolders(name)) {
    const from = join(root, path);
    if (!existsSync(from)) continue;
    for (const file of readdirSync(from)) {
      const seed = join(from, file);
      const isSeed = !file.endsWith('.json') || path.startsWith('tests/fuzz');
      if (isSeed && statSync(seed).size <= MOST_BYTES) cpSync(seed, join(corpus, `seed-${file}`));
    }
  }
  return corpus;
}

interface Count {
  readonly inputs: number;
  readonly edges: number;
}

/** Runs the fuzzer until the time is over; it starts again after an input that ends the process. */
async function fuzzTarget(name: string, seconds: number, seed: number): Promise<Count> {
  const corpus = corpusOf(name);
  const end = performance.now() + 1000 * seconds;
  let [inputs, edges] = [0, 0];
  for (let turn = 0; ; turn++) {
    const left = Math.round((end - performance.now()) / 1000);
    if (left < 1) return { inputs, edges };
    const output = await runFuzzer(name, corpus, left, seed + turn);
    inputs += Math.max(0, ...[...output.matchAll(/^#(\d+)/gm)].map(([, count]) => Number(count)));
    edges = Math.max(
      edges,
      ...[...output.matchAll(/cov: (\d+)/g)].map(([, count]) => Number(count)),
    );
    const broken = /(ERROR: libFuzzer: .*|Error: .*)/.exec(output)?.[1];
    if (broken !== undefined) console.error(`${name}: ${broken}`);
    if (inputs === 0) throw new Error(`${name}: expected inputs, found\n${output.slice(-2000)}`);
  }
}

function runFuzzer(name: string, corpus: string, seconds: number, seed: number): Promise<string> {
  const cli = createRequire(import.meta.url)
    .resolve('@jazzer.js/core')
    .replace(/core\.js$/, 'cli.js');
  const options = [
    '-f',
    name,
    `--includes=${bundle}`,
    '--disableBugDetectors=.*',
    '--timeout',
    String(1000 * HANG_SECONDS),
  ];
  const limits = [
    `-max_total_time=${seconds}`,
    `-seed=${seed}`,
    `-rss_limit_mb=${MOST_MEGABYTES}`,
    `-max_len=${MOST_BYTES}`,
  ];
  const artifacts = [`-artifact_prefix=${findings}/${name}-`, '-print_final_stats=1'];
  const child = spawn(
    process.execPath,
    [cli, bundle, corpus, ...options, '--', ...limits, ...artifacts],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FUZZ_FINDINGS: findings },
    },
  );
  let output = '';
  const collect = (part: Buffer): void => void (output += part.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => child.on('close', () => resolve(output)));
}

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: names.join(',') },
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
  },
});
const chosen = values.target.split(',');
const unknown = chosen.find((name) => !names.includes(name));
if (unknown !== undefined) {
  throw new Error(`--target: expected names among ${names.join(', ')}, found "${unknown}"`);
}
rmSync(findings, { recursive: true, force: true });
mkdirSync(findings, { recursive: true });
await bundleTargets();
for (const name of chosen) {
  const { inputs, edges } = await fuzzTarget(
    name,
    Number(values.seconds) / chosen.length,
    Number(values.seed),
  );
  console.log(`${name}: ${inputs} inputs, ${edges} edges`);
}
const reports = readdirSync(findings).filter((file) => file.endsWith('.txt'));
for (const file of reports) console.error(readFileSync(join(findings, file), 'utf8').trim());
console.log(`${reports.length} findings in build/fuzz/findings/`);
if (readdirSync(findings).length > 0) process.exitCode = 1;
