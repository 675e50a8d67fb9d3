/** Who vouches for the engine that ran. */
import { type BundleEngine, hashedFile, InputError } from '../../bindings/index.js';
import type { Host } from '../host.js';
import { readText } from '../io.js';
import { engineDescription, installedEngine, running } from './engine.js';
import type { Vouched } from './verdict.js';

export interface EngineChoice {
  /** True if the engine of the bundle ran. */
  readonly isTheirs: boolean;
  /** SHA-256 of published engines. */
  readonly published: ReadonlySet<string>;
}

/**
 * The hashes in a file as `sha256sum` writes it.
 *
 * @throws InputError `bad-value` for a file without any
 */
export async function publishedHashes(
  host: Host,
  path: string | undefined,
): Promise<ReadonlySet<string>> {
  if (path === undefined) return new Set();
  const text = await readText(host, path);
  const hashes = Array.from(text.matchAll(/^\\?([0-9a-f]{64})\b/gim), ([, hash]) => hash!);
  if (hashes.length > 0) return new Set(hashes.map((hash) => hash.toLowerCase()));
  const message = `${path}: expected a SHA-256 at the start of a line, as sha256sum writes it, found none`;
  throw new InputError('bad-value', message, { file: path, option: '--published' });
}

/** True if a bundle has the files that the installed engine runs. */
export function isInstalled({ files }: BundleEngine): boolean {
  const { hashes } = installedEngine();
  return running.every((path) => {
    const [a, b] = [files, hashes].map((list) => list.find((one) => one.path === path));
    return a !== undefined && a.sha256 === b?.sha256;
  });
}

/** A program that came with a bundle vouches for nothing: neither for itself nor for the engine that it runs. */
export function vouchedBy(engine: BundleEngine, { isTheirs, published }: EngineChoice): Vouched {
  if (installedEngine().isInBundle) return 'nobody';
  if (!isTheirs || isInstalled(engine)) return 'installed';
  return isPublished(engine, published) ? 'published' : 'nobody';
}

function isPublished({ files, version }: BundleEngine, published: ReadonlySet<string>): boolean {
  const description = hashedFile('', engineDescription(version)).sha256;
  return running.every((path) => {
    const hash = files.find((one) => one.path === path)?.sha256;
    if (hash === undefined) return false;
    return published.has(hash) || (path.endsWith('.json') && hash === description);
  });
}
