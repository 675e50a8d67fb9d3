/** Puts a replication bundle together: runs the study on copies of its files, and writes all that a bundle has. */
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import {
  type BundleData,
  bundleCodebook,
  bundleFacts,
  bundleFiles,
  type BundleFiles,
  type BundlePlan,
  convertTable,
  type DataPlace,
  hashedFile,
  type NamedData,
  planBundle,
  type RunRecord,
  type StudyInput,
  type Table,
  type VenueName,
} from '../../bindings/index.js';
import { readPlace } from '../data/data.js';
import { type Host, locate } from '../host.js';
import { readInput, readText } from '../io.js';
import { readYaml } from '../yaml.js';
import { installedEngine } from './engine.js';
import { inTemporaryFolder, writeFolder } from './files.js';
import { freshOutputs } from './fresh.js';
import { keptRecord, type RecordFlags } from './record.js';

export interface BundleFlags extends RecordFlags {
  readonly venue: VenueName;
  /** Whether data are shipped, or only their hash. */
  readonly data: 'original' | 'hash';
  readonly workers?: number | undefined;
}

/** The bundle of the study at `path`. */
export async function makeBundle(
  host: Host,
  path: string,
  flags: BundleFlags,
): Promise<BundleFiles> {
  const text = await readText(host, path);
  const study = readYaml(path, text) as StudyInput;
  const plan = planBundle(study, locate(host, resolve(host.cwd(), path)).split(sep).join('/'));
  const base = dirname(path);
  const named = new Map<string, Uint8Array>([[plan.study, await readInput(host, path)]]);
  for (const file of [...plan.data, ...plan.templates]) {
    named.set(file.path, await readInput(host, join(base, file.written)));
  }
  const engine = await installedEngine();
  const read = (place: DataPlace): Promise<Table> => readPlace(host, place, base);
  const { outputs, record } = await ranOutputs(host, plan, named, flags);
  const { data, open } = await dataFacts(plan, named, read, flags.data);
  const facts = bundleFacts({ plan, venue: flags.venue, engine: engine.facts, data, outputs });
  const shipped = new Map([...named].filter(([file]) => isShipped(file, data)));
  const [first] = plan.data;
  return bundleFiles({
    ...{ facts, record },
    codebook: await bundleCodebook(study, await read(first!.place), read),
    printed: reportIn(outputs),
    files: new Map([...shipped, ...open, ...outputs, ...engine.files]),
  });
}

function isShipped(path: string, data: readonly BundleData[]): boolean {
  return data.every((file) => file.path !== path || file.shipped === 'original');
}

function reportIn(outputs: BundleFiles): string {
  return new TextDecoder().decode(outputs.get('outputs/report.txt'));
}

interface Ran {
  readonly outputs: BundleFiles;
  readonly record: RunRecord;
}

/** Runs the study on copies of its files. The measurements are those of the first run, if they are kept. */
function ranOutputs(
  host: Host,
  plan: BundlePlan,
  named: BundleFiles,
  flags: BundleFlags,
): Promise<Ran> {
  return inTemporaryFolder(async (folder) => {
    await writeFolder(folder, named);
    await mkdir(join(folder, 'run'));
    const { main, facts } = await installedEngine();
    const run = { main, folder, study: plan.study, workers: flags.workers };
    const { outputs, measured } = await freshOutputs(host, run);
    const record = await keptRecord(host, { named, engine: facts, flags, measured });
    return { outputs, record };
  });
}

/** The facts of the data files, and their copies in an open format. */
async function dataFacts(
  plan: BundlePlan,
  named: BundleFiles,
  read: (place: DataPlace) => Promise<Table>,
  shipped: 'original' | 'hash',
): Promise<{ readonly data: readonly BundleData[]; readonly open: BundleFiles }> {
  const data: BundleData[] = [];
  const open = new Map<string, Uint8Array>();
  for (const file of plan.data) {
    const table = await read(file.place);
    const facts = {
      ...hashedFile(file.path, named.get(file.path)!),
      ...{ rows: table.nrows, columns: table.columns.size, shipped },
    };
    const copy = shipped === 'original' && !isText(file) ? openPath(file) : undefined;
    data.push({ ...facts, ...(copy !== undefined && { open: copy }) });
    if (copy !== undefined) open.set(copy, (await convertTable(table, 'csv')).bytes);
  }
  return { data, open };
}

/** Texts are in an open format already. */
function isText({ path }: NamedData): boolean {
  return /\.(csv|tsv|tab|txt|json|jsonl|ndjson)$/i.test(path);
}

function openPath({ path }: NamedData): string {
  return `open-data/${path.slice('study/'.length)}.csv`;
}
