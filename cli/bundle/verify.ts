/** Reruns a bundle and compares: the checks first, then the engine on a copy of the files that were checked. */
import {
  type BundleFacts,
  checkBundle,
  compareRemade,
  type ManifestCheck,
  type RemadeComparison,
} from '../../bindings/index.js';
import type { Host } from '../host.js';
import { type AgainFlags, madeAgain } from './again.js';
import { readBundle } from './files.js';
import { bundleInputs } from './inputs.js';
import { type Confinement, installedConfinement, untrustedConfinement } from './run/confinement.js';
import { checkSignature, type Signature, type SignatureFlags } from './signature.js';
import { type Outcome, outcomeCodes, outcomeOf, type Vouched } from './verdict.js';
import { isInstalled, publishedHashes, vouchedBy } from './vouched.js';

export interface VerifyFlags extends AgainFlags, SignatureFlags {
  /** A file with the SHA-256 of engines that are published. */
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
    /** Whose code ran. */
    readonly ran: 'bundle' | 'installed' | 'none';
    /** True if the installed program has the same files. */
    readonly isInstalled: boolean;
    /** Who vouches for the code that ran, or would have run. */
    readonly vouchedBy: Vouched;
    readonly files: BundleFacts['engine']['files'];
  };
  /** What confines the engine while it runs. */
  readonly confinement: Pick<Confinement, 'by' | 'words'>;
  readonly study: string;
  readonly facts: BundleFacts;
  /** Data files that the run needs and that the bundle does not ship. */
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
    ...{ bundle: path, manifest, signature, study, facts, absent },
    engine: engineOf(facts, flags, await publishedHashes(host, flags.published)),
    confinement: { by: confinement.by, words: confinement.words },
    ...{ seconds: null, comparison: null },
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
