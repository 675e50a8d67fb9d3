/** Makes a replication bundle: runs the study on copies of its files, and writes everything that a bundle contains. */
import type { Told } from '../../bindings/words/told.js';
import { notices } from '../../bindings/words/errors/program/notices.js';
import { mkdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { InputError, type Table } from '../../bindings/index.js';
import {
  bundleFacts,
  bundleFiles,
  type BundleFiles,
  findPersonal,
  type RunRecord,
  type Shipment,
  type VenueName,
} from '../../bindings/entries/bundle.js';
import { quoted } from '../../bindings/core/errors/quoted.js';
import { toldOf } from '../../bindings/words/told.js';
import { withSynthetic } from '../../bindings/words/errors/program/bundles.js';
import { type Host, locate } from '../host.js';
import { installedEngine, shippedEngine, withInstalledEngine } from './engine.js';
import { inTemporaryFolder, writeFolder } from './files.js';
import { freshOutputs } from './fresh.js';
import {
  codebookOf,
  dataFacts,
  namedFiles,
  renamedOutputs,
  shippedFiles,
  studySource,
  syntheticTables,
  tablesOf,
} from './parts.js';
import { keptRecord, type RecordFlags } from './record.js';
import { syntheticFiles } from './synthetic.js';

export interface BundleFlags extends RecordFlags {
  readonly venue: VenueName;
  /** What is shipped: the data, only their hash, or synthetic data with their schema. */
  readonly data: Shipment;
  readonly workers?: number | undefined;
}

/** A bundle, and notes for its author. */
export interface Made {
  readonly files: BundleFiles;
  readonly warnings: readonly Told[];
}

/** Makes the bundle of the study at `path`. */
export async function makeBundle(host: Host, path: string, flags: BundleFlags): Promise<Made> {
  const source = await studySource(host, path, locate(host, path).split(sep).join('/'));
  const { plan } = source;
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
    plan,
    venue: flags.venue,
    engine: engine.facts,
    data,
    outputs,
    ...(syntheticOutputs && { syntheticOutputs }),
  });
  const shown = synthetic === undefined ? tables : await syntheticTables(plan, synthetic.files);
  const files = bundleFiles({
    facts,
    record,
    codebook: await codebookOf(source, shown),
    printed: new TextDecoder().decode(outputs.get('outputs/report.txt')),
    // prettier-ignore
    files: new Map([
      ...shippedFiles(named, data),
      ...(synthetic?.files ?? []),
      ...open, ...outputs,
      ...renamedOutputs(syntheticOutputs),
      ...engine.files,
    ]),
  });
  const scanned = flags.data === 'original' ? [...tables.values()] : [];
  return { files, warnings: [...(await personalWords(scanned)), ...(synthetic?.notes ?? [])] };
}

async function personalWords(tables: readonly Table[]): Promise<readonly Told[]> {
  const personal = await Promise.all(tables.map((table) => findPersonal(table)));
  return personal
    .flat()
    .map(({ column, kind, count, example }) => notices.personal({ column, kind, count, example }));
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
    return withInstalledEngine((main) => freshOutputs(host, { main, folder, study, workers }));
  });
}

/** The outputs, with the measurements of the first run if they are cached. */
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
    throw new InputError(toldOf(quoted(error), withSynthetic()));
  }
}
