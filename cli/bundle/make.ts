/** Puts a replication bundle together: runs the study on copies of its files, and writes all that a bundle has. */
import { mkdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import {
  type BundleData,
  bundleCodebook,
  bundleFacts,
  bundleFiles,
  type BundleFiles,
  type BundlePlan,
  convertTable,
  type DataFile,
  type DataPlace,
  findPersonal,
  hashedFile,
  InputError,
  planBundle,
  type RunRecord,
  type Shipment,
  type StudyInput,
  type Table,
  type VenueName,
} from '../../bindings/index.js';
import { readPlace } from '../data/data.js';
import { type Host, locate } from '../host.js';
import { readInput, readText } from '../io.js';
import { placeWords } from '../study/place.js';
import { readYaml } from '../yaml.js';
import { installedEngine, shippedEngine } from './engine.js';
import { inTemporaryFolder, writeFolder } from './files.js';
import { freshOutputs } from './fresh.js';
import { keptRecord, type RecordFlags } from './record.js';
import { type StudySource, syntheticFiles, syntheticPath } from './synthetic.js';

export interface BundleFlags extends RecordFlags {
  readonly venue: VenueName;
  /** Whether data are shipped, only their hash, or synthetic data of their schema. */
  readonly data: Shipment;
  readonly workers?: number | undefined;
}

/** A bundle, and what its author should look at. */
export interface Made {
  readonly files: BundleFiles;
  readonly warnings: readonly string[];
}

/** The bundle of the study at `path`. */
export async function makeBundle(host: Host, path: string, flags: BundleFlags): Promise<Made> {
  const text = await readText(host, path);
  const study = readYaml(path, text) as StudyInput;
  const planned = planBundle(study, locate(host, path).split(sep).join('/'));
  const plan = { ...planned, items: planned.items.map((item) => withLine(item, text)) };
  const source = { host, study, plan, base: dirname(path), path };
  const named = await namedFiles(source);
  const tables = await tablesOf(source);
  const synthetic =
    flags.data === 'synthetic' ? await syntheticFiles(source, named, tables) : undefined;
  const { outputs, record } = await ranOutputs(host, plan.study, named, flags);
  const syntheticOutputs =
    synthetic && (await outputsFrom(host, synthetic.study, synthetic.files, flags));
  const { data, open } = await dataFacts(plan, named, tables, flags.data);
  const engine = await shippedEngine();
  const facts = bundleFacts({
    ...{ plan, venue: flags.venue, engine: engine.facts, data, outputs },
    ...(syntheticOutputs && { syntheticOutputs }),
  });
  const shown = synthetic?.tables ?? tables;
  const files = bundleFiles({
    ...{ facts, record },
    codebook: await codebookOf(source, shown),
    printed: new TextDecoder().decode(outputs.get('outputs/report.txt')),
    files: new Map([
      ...[...named].filter(([file]) => isShipped(file, data)),
      ...(synthetic?.files ?? []),
      ...[...open, ...outputs],
      ...renamed(syntheticOutputs),
      ...engine.files,
    ]),
  });
  const scanned = flags.data === 'original' ? [...tables.values()] : [];
  return { files, warnings: [...personalWords(scanned), ...(synthetic?.notes ?? [])] };
}

/** An item with the line of the study file that makes it. */
function withLine(item: BundlePlan['items'][number], text: string): BundlePlan['items'][number] {
  const words = placeWords({ name: 'study', text }, item.entry, undefined)?.words;
  const line = /:(\d+):\d+$/.exec(words ?? '')?.[1];
  return line === undefined ? item : { ...item, line: Number(line) };
}

/** The outputs of synthetic data are in a folder of their own. */
function renamed(outputs: BundleFiles = new Map()): [string, Uint8Array][] {
  return Array.from(outputs, ([path, bytes]) => [
    path.replace(/^outputs\//, 'outputs-synthetic/'),
    bytes,
  ]);
}

function isShipped(path: string, data: readonly BundleData[]): boolean {
  return data.every((file) => file.path !== path || file.shipped === 'original');
}

/** The study and the files that it names, by their paths in the bundle. */
async function namedFiles({ host, plan, path, base }: StudySource): Promise<BundleFiles> {
  const named = new Map<string, Uint8Array>([[plan.study, await readInput(host, path)]]);
  for (const file of [...plan.data, ...plan.templates]) {
    named.set(file.path, await readInput(host, join(base, file.written)));
  }
  return named;
}

async function tablesOf({ host, plan, base }: StudySource): Promise<ReadonlyMap<string, Table>> {
  const tables = new Map<string, Table>();
  for (const { path, place } of plan.data) {
    tables.set(path, await readPlace(host, place, base));
  }
  return tables;
}

function codebookOf({ study, plan }: StudySource, tables: ReadonlyMap<string, Table>) {
  const byFile = new Map(plan.data.map(({ written, path }) => [written, tables.get(path)!]));
  const read = (place: DataPlace): Promise<Table> =>
    Promise.resolve(byFile.get((place as DataFile).file)!);
  return bundleCodebook(study, tables.get(plan.data[0]!.path)!, read);
}

function personalWords(tables: readonly Table[]): readonly string[] {
  return tables
    .flatMap(findPersonal)
    .map(
      ({ column, kind, count, example }) =>
        `column "${column}" may hold ${kind === 'identity number' || kind === 'e-mail address' || kind === 'address' ? `an ${kind}` : `a ${kind}`} in ${count} rows, such as ${example}; if persons are named, use --confidential or leave the column out`,
    );
}

interface Ran {
  readonly outputs: BundleFiles;
  readonly record: RunRecord;
}

/** Runs the study on copies of its files. */
function runCopies(host: Host, study: string, named: BundleFiles, { workers }: BundleFlags) {
  return inTemporaryFolder(async (folder) => {
    await writeFolder(folder, named);
    await mkdir(join(folder, 'run'));
    const { main } = installedEngine();
    return freshOutputs(host, { main, folder, study, workers });
  });
}

/** The outputs, with the measurements of the first run if they are kept. */
async function ranOutputs(
  host: Host,
  study: string,
  named: BundleFiles,
  flags: BundleFlags,
): Promise<Ran> {
  const { outputs, measured } = await runCopies(host, study, named, flags);
  const { hashes } = installedEngine();
  return { outputs, record: await keptRecord(host, { named, engine: hashes, flags, measured }) };
}

async function outputsFrom(
  host: Host,
  study: string,
  files: BundleFiles,
  flags: BundleFlags,
): Promise<BundleFiles> {
  try {
    return (await runCopies(host, study, files, flags)).outputs;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code, message, detail } = error;
    throw new InputError(code, `with synthetic data: ${message}`, detail);
  }
}

/** The facts of the data files, and their copies in an open format. */
async function dataFacts(
  plan: BundlePlan,
  named: BundleFiles,
  tables: ReadonlyMap<string, Table>,
  shipped: Shipment,
): Promise<{ readonly data: readonly BundleData[]; readonly open: BundleFiles }> {
  const data: BundleData[] = [];
  const open = new Map<string, Uint8Array>();
  for (const { path } of plan.data) {
    const table = tables.get(path)!;
    const copy = shipped === 'original' && !isText(path) ? openPath(path) : undefined;
    data.push({
      ...hashedFile(path, named.get(path)!),
      ...{ rows: table.nrows, columns: table.columns.size, shipped },
      ...(copy !== undefined && { open: copy }),
      ...(shipped === 'synthetic' && { synthetic: syntheticPath(path) }),
    });
    if (copy !== undefined) open.set(copy, (await convertTable(table, 'csv')).bytes);
  }
  return { data, open };
}

/** Texts are in an open format already. */
function isText(path: string): boolean {
  return /\.(csv|tsv|tab|txt|json|jsonl|ndjson)$/i.test(path);
}

function openPath(path: string): string {
  return `open-data/${path.slice('study/'.length)}.csv`;
}
