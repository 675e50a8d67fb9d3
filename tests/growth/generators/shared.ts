/** What machines and readers exchange: job folders, jobs of a queue, listings of buckets, and bundles. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEngine } from 'wasmetrics';
import { checkManifest, planBundle, readBundleFacts } from 'wasmetrics/bundle';
import type { StudyInput } from 'wasmetrics/study';
import { readJob, readNote, readResult, signJob } from '../../../bullmq/records.js';
import { openSeal } from '../../../bullmq/seal.js';
import { readListPage } from '../../../bullmq/tasks/s3.js';
import { readPlan as readPlanOf } from '../../../cli/cluster/plan-file.js';
import { readPieces } from '../../../cli/cluster/works/part-file.js';
import type { Host } from '../../../cli/host.js';
import { readYaml } from '../../../cli/yaml.js';
import { files, type Generator, texts } from '../generator.js';
import { many } from './tables.js';

const folder = mkdtempSync(join(tmpdir(), 'growth-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const host = { cwd: () => folder } as unknown as Host;

const hash = (i: number) => i.toString(16).padStart(64, '0');
const { info } = await loadEngine();
const work = (i: number) => ({
  ...{ subject: 'bootstrap', digest: hash(i), bytes: 1, jobs: 10, piece: 5 },
  ...{ secondsPerJob: 1, bytesPerJob: 8, streams: true },
});

function plan(works: number, parts: object): string {
  return JSON.stringify({
    ...{ kind: 'plan', format: 2, for: 'slurm', command: ['fit', 'm.yaml'], cwd: '/a' },
    ...{ engine: { version: info.version, wasm: 'simd', sha256: info.sha256 }, inputs: [] },
    works: Array.from({ length: works }, (_, i) => work(i)),
    ...{ jobs: 10 * works, parts: 1, workers: 1, minutesLimit: 60, estimate: {} },
    ...parts,
  });
}

async function readPlan(text: string): Promise<unknown> {
  writeFileSync(join(folder, 'plan.json'), text);
  return readPlanOf(host, '.');
}

/** A file of results that has no whole piece. */
async function readPart(bytes: Uint8Array): Promise<unknown> {
  const path = join(folder, '1-of-1.1.wasmjobs');
  writeFileSync(path, bytes);
  return readPieces(path);
}

const seal = openSeal({ key: 'a key of the growth tests' });
const run = { queue: 'q', build: hash(1) };
const job = { digest: hash(2), kind: 'bootstrap', first: 0, end: 9, total: 9, bytes: 9, keep: 9 };
const encoder = new TextEncoder();

const manifest = (text: string) =>
  checkManifest(new Map([['manifest-sha256.txt', encoder.encode(text)]]));
const facts = (text: string) => readBundleFacts(new Map([['bundle.json', encoder.encode(text)]]));
const study = (text: string) => planBundle(readYaml('s.yaml', text) as StudyInput, 'study/s.yaml');

export const shared: readonly Generator[] = [
  texts('plan: works', 20_000, (n) => plan(n, {}), readPlan),
  texts(
    'plan: inputs',
    20_000,
    (n) =>
      plan(1, {
        inputs: Array.from({ length: n }, (_, i) => ({
          ...{ path: `/a${i}`, sha256: hash(i), bytes: 1, copy: null },
        })),
      }),
    readPlan,
  ),
  texts(
    'plan: words of the command',
    40_000,
    (n) => plan(1, { command: ['fit', ...'a'.repeat(n)] }),
    readPlan,
  ),
  texts('plan: a long path', 400_000, (n) => plan(1, { cwd: '/a'.repeat(n / 2) }), readPlan),
  texts('plan: brackets', 100_000, (n) => '['.repeat(n), readPlan),
  texts(
    'plan: keys',
    40_000,
    (n) => plan(1, Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, 1]))),
    readPlan,
  ),
  files('part: zeros', 8_000_000, (n) => new Uint8Array(n), readPart),
  texts(
    'job: keys',
    40_000,
    (n) =>
      JSON.stringify({
        ...job,
        ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, 1])),
      }),
    (text) => readJob(seal, run, JSON.parse(text)),
  ),
  texts(
    'job: a long kind',
    400_000,
    (n) => 'k'.repeat(n),
    (kind) => readJob(seal, run, signJob(seal, run, { ...job, kind })),
  ),
  texts(
    'job: a long seal',
    400_000,
    (n) => 'f'.repeat(n),
    (mac) => readJob(seal, run, { ...job, mac }),
  ),
  files('result of a queue: one line', 8_000_000, (n) => new Uint8Array(n).fill(123), readResult),
  texts(
    'note of a worker: brackets',
    100_000,
    (n) => '{"name":'.repeat(n / 8),
    (text) => readNote(seal, 'q', text),
  ),
  texts(
    'bucket: objects',
    10_000,
    (n) => `<L>${many(n, (i) => `<Contents><Key>a${i}</Key><Size>1</Size></Contents>`)}</L>`,
    readListPage,
  ),
  texts('bucket: tags in tags', 40_000, (n) => '<a>'.repeat(n), ignoreDamage(readListPage)),
  texts(
    'bucket: a long name',
    200_000,
    (n) => `<L><Contents><Key>${'%41'.repeat(n / 3)}</Key><Size>1</Size></Contents></L>`,
    readListPage,
  ),
  texts('manifest: lines', 20_000, (n) => many(n, (i) => `${hash(i)}  f${i}\n`), manifest),
  texts('manifest: a long path', 400_000, (n) => `${hash(1)}  ${'a/'.repeat(n / 2)}b\n`, manifest),
  texts('manifest: blanks', 400_000, (n) => `${hash(1)}${' '.repeat(n)}b\n`, manifest),
  texts(
    'facts of a bundle: items',
    10_000,
    (n) => JSON.stringify({ bundle: 1, items: Array.from({ length: n }, () => ({ id: 1 })) }),
    facts,
  ),
  texts('facts of a bundle: brackets', 100_000, (n) => '['.repeat(n), facts),
  texts(
    'study of a bundle: merged files',
    1000,
    (n) =>
      `study: 1\ndata: d.csv\nmerge:\n${many(n, (i) => `  - { file: f${i}.csv, on: id }\n`)}tables: { T1: { describe: [y] } }`,
    study,
  ),
  texts(
    'study of a bundle: texts',
    2000,
    (n) =>
      `study: 1\ndata: d.csv\ntext: [${many(n, (i) => `t${i}.md`, ', ')}]\ntables: { T1: { describe: [y] } }`,
    study,
  ),
];

/** The reading of what only a damaged server sends, whose error the caller puts into words. */
function ignoreDamage<Value>(read: (text: string) => Value): (text: string) => Value | undefined {
  return (text) => {
    try {
      return read(text);
    } catch {
      return undefined;
    }
  };
}
