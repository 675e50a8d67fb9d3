/** The parts of a bundle that are computed from its study and its data. */
import { dirname, join } from 'node:path';
import type { Table } from '../../bindings/index.js';
import {
  type BundleData,
  bundleCodebook,
  type BundleFiles,
  type BundlePlan,
  type CodebookRow,
  hashedFile,
  planBundle,
  type Shipment,
} from '../../bindings/entries/bundle.js';
import {
  convertTable,
  type DataFile,
  type DataPlace,
  readTable,
} from '../../bindings/entries/data.js';
import type { StudyInput } from '../../bindings/entries/study.js';
import { readPlace } from '../data/data.js';
import type { Host } from '../host.js';
import { readInput, readText } from '../io.js';
import { placeWords } from '../study/place.js';
import { readYaml } from '../yaml.js';
import { type StudySource, syntheticPath } from './synthetic.js';

/** Tables by the paths of their files in the bundle. */
export type DataTables = ReadonlyMap<string, Table>;

/** Reads the study at `path`; the plan calls it `planned`. */
export async function studySource(host: Host, path: string, planned: string): Promise<StudySource> {
  const text = await readText(host, path);
  const study = readYaml(path, text) as StudyInput;
  const plan = planBundle(study, planned);
  const items = plan.items.map((item) => withLine(item, text));
  return { host, study, plan: { ...plan, items }, base: dirname(path), path };
}

/** Adds the line of the study file to an item that it makes. */
function withLine(item: BundlePlan['items'][number], text: string): BundlePlan['items'][number] {
  const words = placeWords({ name: 'study', text }, item.entry, undefined)?.words;
  const line = /:(\d+):\d+$/.exec(words ?? '')?.[1];
  return line === undefined ? item : { ...item, line: Number(line) };
}

/** The study and the files that it names, by their paths in the bundle. */
export async function namedFiles({ host, plan, path, base }: StudySource): Promise<BundleFiles> {
  const named = new Map<string, Uint8Array>([[plan.study, await readInput(host, path)]]);
  for (const file of [...plan.data, ...plan.templates]) {
    named.set(file.path, await readInput(host, join(base, file.written)));
  }
  return named;
}

export async function tablesOf({ host, plan, base }: StudySource): Promise<DataTables> {
  const tables = new Map<string, Table>();
  for (const { path, place } of plan.data) {
    tables.set(path, await readPlace(host, place, base));
  }
  return tables;
}

/** The tables of the synthetic data, as the bundle's reader will read them. */
export async function syntheticTables(plan: BundlePlan, files: BundleFiles): Promise<DataTables> {
  const tables = new Map<string, Table>();
  for (const { path, place } of plan.data) {
    const { file: name, ...keys } = place;
    tables.set(path, await readTable(files.get(syntheticPath(path))!, { ...keys, name }));
  }
  return tables;
}

export function codebookOf(
  { study, plan }: StudySource,
  tables: DataTables,
): Promise<readonly CodebookRow[]> {
  const byFile = new Map(plan.data.map(({ written, path }) => [written, tables.get(path)!]));
  const read = (place: DataPlace): Promise<Table> =>
    Promise.resolve(byFile.get((place as DataFile).file)!);
  return bundleCodebook(study, tables.get(plan.data[0]!.path)!, read);
}

/** The facts about the data files, and their copies in an open format. */
export async function dataFacts(
  plan: BundlePlan,
  named: BundleFiles,
  tables: DataTables,
  shipped: Shipment,
): Promise<{ readonly data: readonly BundleData[]; readonly open: BundleFiles }> {
  const data: BundleData[] = [];
  const open = new Map<string, Uint8Array>();
  for (const { path } of plan.data) {
    const table = tables.get(path)!;
    const copy = shipped === 'original' && !isText(path) ? openPath(path) : undefined;
    data.push({
      ...hashedFile(path, named.get(path)!),
      rows: table.nrows,
      columns: table.columns.size,
      shipped,
      ...(copy !== undefined && { open: copy }),
      ...(shipped === 'synthetic' && { synthetic: syntheticPath(path) }),
    });
    if (copy !== undefined) open.set(copy, (await convertTable(table, 'csv')).bytes);
  }
  return { data, open };
}

/** True for text formats, which are open already. */
function isText(path: string): boolean {
  return /\.(csv|tsv|tab|txt|json|jsonl|ndjson)$/i.test(path);
}

function openPath(path: string): string {
  return `open-data/${path.slice('study/'.length)}.csv`;
}

/** The files without the data that the bundle does not ship. */
export function shippedFiles(named: BundleFiles, data: readonly BundleData[]): BundleFiles {
  const withheld = data.filter(({ shipped }) => shipped !== 'original').map(({ path }) => path);
  return new Map([...named].filter(([path]) => !withheld.includes(path)));
}

/** Moves the outputs from synthetic data into a separate folder. */
export function renamedOutputs(outputs: BundleFiles = new Map()): BundleFiles {
  return new Map(
    Array.from(outputs, ([path, bytes]) => [
      path.replace(/^outputs\//, 'outputs-synthetic/'),
      bytes,
    ]),
  );
}
