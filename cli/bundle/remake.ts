/** Makes the files of a bundle again, from its study, its data and the measurements of its run. */
import { join } from 'node:path';
import {
  type BundleData,
  bundleFacts,
  type BundleFacts,
  type BundleFiles,
  hashedFile,
  readBundleFacts,
  remadeFiles,
} from '../../bindings/entries/bundle.js';
import { exitCodes } from '../exit.js';
import { type Host, locate } from '../host.js';
import { readFolder, writeFolder } from './files.js';
import { bundleInputs } from './inputs.js';
import { type OutputFlags, writeStudyOutputs } from './outputs.js';
import {
  codebookOf,
  dataFacts,
  type DataTables,
  namedFiles,
  renamedOutputs,
  shippedFiles,
  studySource,
  syntheticTables,
  tablesOf,
} from './parts.js';
import { readRecord } from './record.js';
import { type StudySource, syntheticFiles, syntheticPath } from './synthetic.js';

interface Remaking {
  /** The files of the bundle. */
  readonly bundle: BundleFiles;
  readonly facts: BundleFacts;
  readonly source: StudySource;
  /** Makes the outputs of a study, given by its path in the bundle. */
  readonly outputsOf: (study: string) => Promise<BundleFiles>;
}

/** What is computed, and the files it is computed from. */
interface Computed {
  readonly data: BundleFacts['data'];
  readonly codebook: DataTables;
  readonly outputs: BundleFiles;
  readonly syntheticOutputs?: BundleFiles;
  /** Files of the study and data, by their paths in the bundle. */
  readonly files: BundleFiles;
  /** Those of these files that the bundle contains. */
  readonly given: BundleFiles;
}

/**
 * Remakes the bundle in the folder `path` below the folder `target`. If confidential data are missing, files that
 * depend on them are copied from the bundle. Returns the exit code.
 */
export async function remakeBundle(
  host: Host,
  path: string,
  target: string,
  flags: OutputFlags,
): Promise<number> {
  const bundle = await readFolder(locate(host, path), path);
  const facts = readBundleFacts(bundle);
  const { isSynthetic } = bundleInputs(bundle, facts);
  const source = await studySource(host, join(path, facts.study), facts.study);
  const remaking = {
    bundle,
    facts,
    source,
    outputsOf: async (study: string) => {
      const folder = join(target, study.startsWith('study/') ? 'outputs' : 'outputs-synthetic');
      await writeStudyOutputs(host, join(path, study), folder, flags);
      const written = await readFolder(locate(host, folder), folder);
      return new Map(Array.from(written, ([name, bytes]) => [`outputs/${name}`, bytes]));
    },
  };
  const computed = await (isSynthetic ? fromSynthetic(remaking) : fromData(remaking));
  await writeFolder(locate(host, target), await otherFiles(remaking, computed));
  return exitCodes.ok;
}

/** Remakes everything, because the paper's data are present. */
async function fromData({ facts, source, outputsOf }: Remaking): Promise<Computed> {
  const named = await namedFiles(source);
  const tables = await tablesOf(source);
  const shipped = facts.data[0]?.shipped ?? 'original';
  const synthetic =
    shipped === 'synthetic' ? await syntheticFiles(source, named, tables) : undefined;
  const outputs = await outputsOf(facts.study);
  const syntheticOutputs = synthetic && (await outputsOf(synthetic.study));
  const { data, open } = await dataFacts(source.plan, named, tables, shipped);
  const given = shippedFiles(named, data);
  return {
    data,
    outputs,
    given,
    codebook:
      synthetic === undefined ? tables : await syntheticTables(source.plan, synthetic.files),
    ...(syntheticOutputs && { syntheticOutputs }),
    files: new Map([...given, ...(synthetic?.files ?? []), ...open]),
  };
}

/** Remakes what depends on synthetic data; the paper's outputs are copied from the bundle. */
async function fromSynthetic({ bundle, facts, source, outputsOf }: Remaking): Promise<Computed> {
  const { plan } = source;
  const texts = [plan.study, ...plan.templates.map(({ path }) => path)];
  const copied = texts.map((path) => [path, bundle.get(path)!] as const);
  const drawn = plan.data.map(({ path }) => syntheticPath(path));
  const outputs = new Map([...bundle].filter(([path]) => path.startsWith('outputs/')));
  const given = new Map([...copied, ...drawn.map((path) => [path, bundle.get(path)!] as const)]);
  return {
    data: facts.data.map(withheld),
    outputs,
    given: new Map([...given, ...outputs]),
    codebook: await syntheticTables(plan, bundle),
    syntheticOutputs: await outputsOf(syntheticPath(plan.study)),
    files: new Map([
      ...given,
      ...copied.map(([path, bytes]) => [syntheticPath(path), bytes] as const),
    ]),
  };
}

/** Facts about missing data, which only `bundle.json` has. */
function withheld({ path, bytes, sha256, rows, columns }: BundleData): BundleData {
  const shipped = 'synthetic';
  return { path, bytes, sha256, rows, columns, shipped, synthetic: syntheticPath(path) };
}

/** Makes all computed files except the outputs, which are already written. */
async function otherFiles(
  { bundle, facts, source }: Remaking,
  { data, codebook, outputs, syntheticOutputs, files, given }: Computed,
): Promise<BundleFiles> {
  const { venue } = facts;
  const engine = engineFacts(bundle, facts);
  const made = remadeFiles(bundle, {
    facts: bundleFacts({
      plan: source.plan,
      venue,
      engine,
      data,
      outputs,
      ...(syntheticOutputs && { syntheticOutputs }),
    }),
    record: readRecord(bundle.get('log/run.json') ?? new Uint8Array(), 'log/run.json'),
    codebook: await codebookOf(source, codebook),
    printed: new TextDecoder().decode(outputs.get('outputs/report.txt')),
    files: new Map([
      ...files,
      ...outputs,
      ...renamedOutputs(syntheticOutputs),
      ...engineFiles(bundle, engine),
    ]),
  });
  return new Map([...made].filter(([path]) => !given.has(path) && !path.startsWith('outputs')));
}

/** The facts about the engine; only the paths and the version are taken from `bundle.json`. */
function engineFacts(bundle: BundleFiles, { engine }: BundleFacts): BundleFacts['engine'] {
  const { version, files, source } = engine;
  const hashed = ({ path }: { readonly path: string }) => hashedFile(path, bundle.get(path)!);
  return { name: 'wasmetrics', version, files: files.map(hashed), source: hashed(source) };
}

/** The engine's files in `bundle`. */
function engineFiles(bundle: BundleFiles, { files, source }: BundleFacts['engine']): BundleFiles {
  const shipped = [...files, source].map(({ path }) => path).concat('engine/LICENSES.txt');
  return new Map([...bundle].filter(([path]) => shipped.includes(path)));
}
