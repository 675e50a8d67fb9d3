/** Seals a bundle whose README and license its author has filled in: a new manifest, and new metadata. */
import {
  type BundleFiles,
  InputError,
  type ManifestCheck,
  resealedFiles,
} from '../../bindings/index.js';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Host, locate } from '../host.js';
import { readBundle, writeFolder, writeBundle, isZipPath } from './files.js';

const isSignature = (name: string) => name.startsWith('manifest-sha256.txt.');

/** Files that an author edits. */
const edited = /^(README(\.\w+)?|LICENSE\.txt|codebook\.(md|csv)|docs\/.*)$/;

export interface SealedBundle {
  readonly files: BundleFiles;
  /** Signatures of another manifest, which it leaves out. */
  readonly stale: readonly string[];
}

/**
 * Seals the bundle at `path`, and writes it to `target` if that is given.
 *
 * @throws InputError `bundle-altered` if other files than its texts have changed
 */
export async function sealBundle(host: Host, path: string, target?: string): Promise<SealedBundle> {
  const files = await readBundle(host, path);
  const { files: sealed, before } = resealedFiles(files);
  checkEdited(before);
  const stale = [...files.keys()].filter((name) => isSignature(name) && !sealed.has(name));
  if (target !== undefined) {
    await writeBundle(host, target, sealed);
    return { files: sealed, stale };
  }
  if (isZipPath(path)) await writeBundle(host, path, sealed);
  else {
    await rm(`${locate(host, path)}/rerun`, { recursive: true, force: true });
    for (const name of stale) await rm(join(locate(host, path), name));
    await writeFolder(locate(host, path), sealed);
  }
  return { files: sealed, stale };
}

function checkEdited({ altered, missing, additional }: ManifestCheck): void {
  const others = [...altered, ...missing, ...additional].filter((path) => !edited.test(path));
  if (others.length === 0) return;
  const message = `bundle: expected changes in README.md, LICENSE.txt, the codebook and docs/ only, found others: ${others.slice(0, 5).join(', ')}; change the study or its data and make the bundle again`;
  throw new InputError('bundle-altered', message, { files: others });
}
