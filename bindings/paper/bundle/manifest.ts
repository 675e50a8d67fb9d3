/** The list of a bundle's files with their SHA-256, as `sha256sum --check` reads it. */
import { badArgument } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import { decodeText } from '../../data/index.js';
import { sha256Hex } from '../tables/paper/parts/provenance.js';
import { checkEntryName } from './archive/entry-name.js';
import { type BundleFiles, folders, type HashedFile, paths, signatures } from './facts.js';
import { typed } from './typed.js';
import { aMap, someBytes } from '../../words/expectations/paper/reports.js';
import { badLine, noManifest, rerunListed } from '../../words/errors/paper/bundles.js';

/** @throws InputError `bad-value` */
export function hashed(path: string, bytes: Uint8Array): HashedFile {
  if (!(bytes instanceof Uint8Array)) throw badArgument('hashedFile', 'bytes', someBytes(), bytes);
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
}

/** Paths in code unit order, independent of the locale. */
export function byPath(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** True for the manifest and its signatures, which it cannot list. */
export function isSeal(path: string): boolean {
  return path === paths.manifest || signatures.includes(path);
}

/** The text of the manifest: a line per file, without the manifest itself and its signatures. */
export function manifestText(files: BundleFiles): string {
  return [...files.keys()]
    .filter((path) => !isSeal(path))
    .sort(byPath)
    .map((path) => `${sha256Hex(files.get(path)!)}  ${path}\n`)
    .join('');
}

/** How files differ from their manifest. */
export interface ManifestCheck {
  /** Files of the manifest. */
  readonly count: number;
  /** SHA-256 of the manifest. */
  readonly sha256: string;
  readonly altered: readonly string[];
  readonly missing: readonly string[];
  /** Files that the manifest does not list, apart from its signatures and the files of `rerun/`. */
  readonly additional: readonly string[];
}

/**
 * Compares the files of a bundle with its manifest.
 *
 * @throws InputError `bundle-manifest` without a manifest that can be read; `bundle-path`
 */
export function checkManifest(files: BundleFiles): ManifestCheck {
  return typed('checkManifest', () => manifestCheck(files));
}

function manifestCheck(files: BundleFiles): ManifestCheck {
  if (!(files instanceof Map)) throw badArgument('checkManifest', 'files', aMap(), files);
  const bytes = files.get(paths.manifest) as unknown;
  if (!(bytes instanceof Uint8Array)) {
    throw new InputError(noManifest({ file: paths.manifest }), 'bundle');
  }
  const hashes = readManifest(bytes);
  const [altered, missing]: [string[], string[]] = [[], []];
  for (const [path, hash] of hashes) {
    const content = files.get(path) as Uint8Array | undefined;
    if (content === undefined) missing.push(path);
    else if (sha256Hex(content) !== hash) altered.push(path);
  }
  const additional = [...(files as BundleFiles).keys()].filter(
    (path) => !hashes.has(path) && !isSeal(path) && !path.startsWith(folders.rerun),
  );
  return {
    count: hashes.size,
    sha256: sha256Hex(bytes),
    altered,
    missing,
    additional: additional.sort(byPath),
  };
}

/** Hashes by path. */
export function readManifest(bytes: Uint8Array): ReadonlyMap<string, string> {
  const { text } = decodeText(bytes, { name: paths.manifest, fixed: true });
  const hashes = new Map<string, string>();
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const place = { file: paths.manifest, line: i + 1 };
    const [, hash, path] = /^([0-9a-f]{64}) [ *](.+?)\r?$/.exec(line) ?? [];
    if (hash === undefined || path === undefined || hashes.has(path)) {
      throw new InputError(badLine({ ...place, found: line }), `${paths.manifest}:${i + 1}`);
    }
    checkEntryName(paths.manifest, path);
    if (path.startsWith(folders.rerun)) {
      const detail = { ...place, folder: folders.rerun, found: path };
      throw new InputError(rerunListed(detail), `${paths.manifest}:${i + 1}`);
    }
    hashes.set(path, hash);
  }
  return hashes;
}
