/** Reruns a bundle and compares: the checks first, then the engine on copies of the files that were checked. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BundleComparison,
  type BundleFacts,
  type BundleFiles,
  checkBundle,
  compareOutputs,
  decodeText,
  InputError,
  type ManifestCheck,
  planBundle,
  type StudyInput,
} from '../../bindings/index.js';
import type { Host } from '../host.js';
import { readYaml } from '../yaml.js';
import { installedEngine, running } from './engine.js';
import { inTemporaryFolder, readBundle, writeFolder } from './files.js';
import { freshOutputs } from './fresh.js';
import { type Confinement, installedConfinement, strangeConfinement } from './run/confinement.js';
import { noLimits, strangeLimits } from './run/limits.js';
import { type Outcome, outcomeCodes, outcomeOf, type Vouched } from './verdict.js';
import { isInstalled, publishedHashes, vouchedBy } from './vouched.js';

export interface VerifyFlags {
  /** Run the engine of the bundle instead of the installed one. */
  readonly theirEngine?: boolean | undefined;
  /** A file with the SHA-256 of engines that are published. */
  readonly published?: string | undefined;
  readonly workers?: number | undefined;
  /** Minutes that the engine may take. */
  readonly timeLimit?: number | undefined;
  /** GiB of memory that each process of the engine may use. */
  readonly memoryLimit?: number | undefined;
}

export interface Verification {
  readonly kind: 'verification';
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly bundle: string;
  readonly manifest: ManifestCheck;
  readonly engine: {
    readonly version: string;
    /** Whose code ran. */
    readonly ran: 'bundle' | 'installed' | 'none';
    /** True if the installed program has the same files. */
    readonly isInstalled: boolean;
    /** Who vouches for the code that ran, or would have run. */
    readonly vouchedBy: Vouched;
    readonly files: BundleFacts['engine']['files'];
  };
  /** What holds the engine while it runs. */
  readonly confinement: Pick<Confinement, 'by' | 'words'>;
  readonly study: string;
  readonly facts: BundleFacts;
  /** Data files that the run needs and that the bundle does not ship. */
  readonly absent: readonly string[];
  readonly seconds: number | null;
  readonly comparison: BundleComparison | null;
}

/** Shows what will run before it runs. */
export type Announce = (verification: Verification) => void;

/**
 * Checks, reruns and compares the bundle at `path`.
 *
 * @throws InputError whose code starts with `bundle-` for a bundle that is refused
 */
export async function verifyBundle(
  host: Host,
  path: string,
  flags: VerifyFlags,
  announce: Announce,
): Promise<Verification> {
  const files = await readBundle(host, path);
  const { facts, manifest, absent } = checkBundle(files);
  const isSynthetic = absent.length > 0 && facts.syntheticStudy !== undefined;
  const study = isSynthetic ? facts.syntheticStudy : facts.study;
  const needed = checkedStudy(files, study);
  const lost = needed.filter((file) => !files.has(file));
  const confinement = flags.theirEngine === true ? strangeConfinement() : installedConfinement;
  const checked: Verification = {
    kind: 'verification',
    ...judged('data-missing'),
    ...{ bundle: path, manifest, study, facts, absent },
    engine: engineOf(facts, flags, await publishedHashes(host, flags.published)),
    confinement: { by: confinement.by, words: confinement.words },
    ...{ seconds: null, comparison: null },
  };
  announce(checked);
  if (lost.length > 0) {
    return { ...checked, absent: lost, engine: { ...checked.engine, ran: 'none' } };
  }
  const start = performance.now();
  const { outputs } = await rerun(host, { files, study, needed, flags, confinement });
  const seconds = (performance.now() - start) / 1000;
  const folder = isSynthetic ? 'outputs-synthetic/' : 'outputs/';
  const comparison = compareOutputs(outputsIn(files, folder), outputs);
  const outcome = outcomeOf({
    isIdentical: comparison.identical,
    vouchedBy: checked.engine.vouchedBy,
    isSynthetic,
  });
  return { ...checked, ...judged(outcome), seconds, comparison };
}

function judged(outcome: Outcome): Pick<Verification, 'outcome' | 'exitCode'> {
  return { outcome, exitCode: outcomeCodes[outcome] };
}

/** The files that the study names, all inside the bundle. */
function checkedStudy(files: BundleFiles, study: string): readonly string[] {
  const bytes = files.get(study);
  if (bytes === undefined || !/^(study|synthetic)\//.test(study)) {
    const message = `bundle: expected the study file that bundle.json names inside study/, found ${study}`;
    throw new InputError('bundle-facts', message, { file: study });
  }
  const { text } = decodeText(bytes, { name: study, fixed: true });
  const { data, templates } = planBundle(readYaml(study, text) as StudyInput, study);
  return [...data, ...templates].map(({ path }) => path);
}

function engineOf(
  { engine }: BundleFacts,
  { theirEngine: isTheirs = false }: VerifyFlags,
  published: ReadonlySet<string>,
): Verification['engine'] {
  return {
    version: engine.version,
    ran: isTheirs ? 'bundle' : 'installed',
    isInstalled: isInstalled(engine),
    vouchedBy: vouchedBy(engine, { isTheirs, published }),
    files: engine.files.filter(({ path }) => path.endsWith('.js')),
  };
}

interface Rerun {
  readonly files: BundleFiles;
  readonly study: string;
  readonly needed: readonly string[];
  readonly flags: VerifyFlags;
  readonly confinement: Confinement;
}

/** Runs the study with its files alone, in a folder that is removed afterwards. */
function rerun(host: Host, { files, study, needed, flags, confinement }: Rerun) {
  const { isStrange } = confinement;
  const engine = isStrange ? running : [];
  const { workers, timeLimit, memoryLimit } = flags;
  const usual = isStrange ? strangeLimits : noLimits;
  const limits = {
    ...usual,
    minutes: timeLimit ?? usual.minutes,
    memory: memoryLimit ?? usual.memory,
  };
  return inTemporaryFolder(async (folder) => {
    const copied = [study, ...needed, ...engine].map((path) => [path, files.get(path)!] as const);
    await writeFolder(folder, new Map(copied));
    await mkdir(join(folder, 'run'));
    const main = isStrange ? join(folder, 'engine', 'wasmetrics.js') : installedEngine().main;
    return freshOutputs(host, { main, folder, study, workers, confinement, limits });
  });
}

/** The outputs of one folder, as those of `outputs/`. */
function outputsIn(files: BundleFiles, folder: string): BundleFiles {
  return new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(folder) ? [[`outputs/${path.slice(folder.length)}`, bytes] as const] : [],
    ),
  );
}
