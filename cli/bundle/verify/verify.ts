/** Reruns a bundle and compares the outputs: first the checks, then the engine on a copy of the checked files. */
import { InputError } from '../../../bindings/index.js';
import {
  type BundleEngine,
  type BundleFacts,
  type BundleFiles,
  checkBundle,
  compareRemade,
  hashedFile,
  type ManifestCheck,
  type RemadeComparison,
} from '../../../bindings/entries/bundle.js';
import { noHashes } from '../../../bindings/words/errors/program/engines.js';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder, readBundle, writeFolder } from '../files.js';
import { checkJson, writtenBy } from '../fresh.js';
import { noLimits, untrustedLimits } from '../run/limits.js';
import { bundleInputs } from '../inputs.js';
import {
  type Confinement,
  installedConfinement,
  untrustedConfinement,
} from '../run/confinement.js';
import { checkSignature, type Signature, type SignatureFlags } from './signature.js';
import type { Host } from '../../host.js';
import { readText } from '../../io.js';
import {
  engineDescription,
  installedEngine,
  mainIn,
  runningFiles,
  withInstalledEngine,
} from '../engine.js';
import { exitCodes } from '../../exit.js';

export interface VerifyFlags extends AgainFlags, SignatureFlags {
  /** A file with the SHA-256 of published engines. */
  readonly published?: string | undefined;
}

export interface Verification {
  readonly kind: 'verification';
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly bundle: string;
  readonly manifest: ManifestCheck;
  readonly signature: Signature;
  readonly engine: {
    readonly version: string;
    /** Which code ran. */
    readonly ran: 'bundle' | 'installed' | 'none';
    /** True if the installed program has the same files. */
    readonly isInstalled: boolean;
    /** Who vouches for the code that ran, or that would have run. */
    readonly vouchedBy: Vouched;
    readonly files: BundleFacts['engine']['files'];
  };
  /** What confines the engine while it runs. */
  readonly confinement: Pick<Confinement, 'by' | 'words'>;
  readonly study: string;
  readonly facts: BundleFacts;
  /** Data files that the run needs but the bundle does not ship. */
  readonly absent: readonly string[];
  readonly seconds: number | null;
  readonly comparison: RemadeComparison | null;
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
  const bundle = await readBundle(host, path);
  const signature = await checkSignature(host, { path, bundle }, flags);
  const { facts, manifest, absent } = checkBundle(bundle);
  const { study, isSynthetic, files: inputs, lost } = bundleInputs(bundle, facts);
  const confinement = flags.theirEngine === true ? untrustedConfinement() : installedConfinement;
  const checked: Verification = {
    kind: 'verification',
    ...judged('data-missing'),
    bundle: path,
    manifest,
    signature,
    study,
    facts,
    absent,
    engine: engineOf(facts, flags, await publishedHashes(host, flags.published)),
    confinement: { by: confinement.by, words: confinement.words },
    seconds: null,
    comparison: null,
  };
  announce(checked);
  if (lost.length > 0) {
    return { ...checked, absent: lost, engine: { ...checked.engine, ran: 'none' } };
  }
  const start = performance.now();
  const made = await madeAgain(host, bundle, { confinement, flags });
  const seconds = (performance.now() - start) / 1000;
  const comparison = compareRemade(bundle, { facts, made, inputs });
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

/** Remakes the files of a bundle from a copy of the bundle, in a folder that is removed afterwards. */
interface AgainFlags {
  /** Run the engine of the bundle instead of the installed one. */
  readonly theirEngine?: boolean | undefined;
  readonly workers?: number | undefined;
  /** Time limit of the engine in minutes. */
  readonly timeLimit?: number | undefined;
  /** Memory limit of each engine process in GiB. */
  readonly memoryLimit?: number | undefined;
}

interface Again {
  /** What confines the engine. */
  readonly confinement: Confinement;
  readonly flags: AgainFlags;
}

/** The files that `bundle --remake` makes, by their paths in the bundle. */
function madeAgain(
  host: Host,
  bundle: BundleFiles,
  { confinement, flags }: Again,
): Promise<BundleFiles> {
  const { isUntrusted } = confinement;
  const { workers, timeLimit, memoryLimit } = flags;
  const usual = isUntrusted ? untrustedLimits : noLimits;
  const limits = {
    ...usual,
    minutes: timeLimit ?? usual.minutes,
    memory: memoryLimit ?? usual.memory,
  };
  return inTemporaryFolder(async (folder) => {
    await writeFolder(folder, new Map([...bundle].filter(([path]) => !isForRuns(path))));
    await mkdir(join(folder, 'run'));
    const run = { folder, workers, confinement, limits };
    const args = ['bundle', '.', '--remake', '-o', 'run/made'];
    const remade = (main: string) => writtenBy(host, { ...run, main }, args);
    return madeIn(isUntrusted ? await remade(mainIn(folder)) : await withInstalledEngine(remade));
  });
}

/** True for files of earlier runs, which no run reads. The folder for this run starts empty. */
function isForRuns(path: string): boolean {
  return /^(rerun|run)(\/|$)/i.test(path);
}

function madeIn(written: BundleFiles): BundleFiles {
  const made = new Map(
    [...written].flatMap(([path, bytes]) =>
      path.startsWith('made/') ? [[path.slice('made/'.length), bytes] as const] : [],
    ),
  );
  checkJson(made, made.has('outputs/results.json') ? 'outputs/' : 'outputs-synthetic/');
  return made;
}

/** What decides who vouches for the engine. */
interface EngineChoice {
  /** True if the engine of the bundle ran. */
  readonly isTheirs: boolean;
  /** SHA-256 of published engines. */
  readonly published: ReadonlySet<string>;
}

/**
 * The hashes in a file as `sha256sum` writes it.
 *
 * @throws InputError `bad-value` for a file without hashes
 */
async function publishedHashes(host: Host, path: string | undefined): Promise<ReadonlySet<string>> {
  if (path === undefined) return new Set();
  const text = await readText(host, path);
  const hashes = Array.from(text.matchAll(/^\\?([0-9a-f]{64})\b/gim), ([, hash]) => hash!);
  if (hashes.length > 0) return new Set(hashes.map((hash) => hash.toLowerCase()));
  throw new InputError(noHashes({ file: path, option: '--published' }), path);
}

/** True if the installed engine has the same files as a bundle. */
function isInstalled(engine: BundleEngine): boolean {
  const { hashes } = installedEngine();
  const files = runningFiles(engine);
  const isSame = ({ path, sha256 }: (typeof files)[number]) =>
    hashes.some((file) => file.path === path && file.sha256 === sha256);
  return files.length > 0 && files.every(isSame);
}

/** A program that came with a bundle vouches neither for itself nor for the engine that it runs. */
function vouchedBy(engine: BundleEngine, { isTheirs, published }: EngineChoice): Vouched {
  if (installedEngine().isInBundle) return 'nobody';
  if (!isTheirs || isInstalled(engine)) return 'installed';
  return isPublished(engine, published) ? 'published' : 'nobody';
}

function isPublished(engine: BundleEngine, published: ReadonlySet<string>): boolean {
  const description = hashedFile('', engineDescription(engine.version)).sha256;
  const files = runningFiles(engine);
  const isKnown = ({ path, sha256 }: (typeof files)[number]) =>
    published.has(sha256) || (path.endsWith('.json') && sha256 === description);
  return files.length > 0 && files.every(isKnown);
}

/** The outcomes of `verify`, from the best to the worst, with their exit codes. */
const outcomeCodes = {
  identical: exitCodes.ok,
  'unknown-engine': exitCodes.unknownEngine,
  'synthetic-only': exitCodes.syntheticOnly,
  differs: exitCodes.differs,
  'data-missing': exitCodes.dataMissing,
} as const;

type Outcome = keyof typeof outcomeCodes;

/** Who vouches for the engine that ran: the reader's own installation, a list of published hashes, or nobody. */
type Vouched = 'installed' | 'published' | 'nobody';

interface Compared {
  readonly isIdentical: boolean;
  readonly vouchedBy: Vouched;
  /** True if the run used synthetic data because the paper's data are missing. */
  readonly isSynthetic: boolean;
}

/** An unknown engine proves nothing, with any data: it could have copied the outputs. */
function outcomeOf({ isIdentical, vouchedBy, isSynthetic }: Compared): Outcome {
  if (!isIdentical) return 'differs';
  if (vouchedBy === 'nobody') return 'unknown-engine';
  return isSynthetic ? 'synthetic-only' : 'identical';
}
