/** Writes the parts of a bundle other than its data, study, outputs and engine. */
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import { type CodebookRow, codebookCsv, codebookMarkdown } from './codebook.js';
import { crateText } from './crate.js';
import { outputsJson } from './compare/outputs-json.js';
import {
  type BundleFacts,
  type BundleFiles,
  folders,
  paths,
  type RunRecord,
  signatures,
} from './facts.js';
import {
  checkManifest,
  isSeal,
  type ManifestCheck,
  manifestText,
  readManifest,
} from './manifest.js';
import { readmeText } from './readme/readme.js';
import { licenseText, logText, scripts } from './scripts.js';
import { sha256Hex } from '../tables/paper/parts/provenance.js';
import { typed } from './typed.js';
import { partsOfBundle } from '../../words/expectations/paper/reports.js';

export interface BundleParts {
  readonly facts: BundleFacts;
  readonly record: RunRecord;
  readonly codebook: readonly CodebookRow[];
  /** What the run printed. */
  readonly printed: string;
  /** Data, study, outputs and engine by their paths. */
  readonly files: BundleFiles;
}

export interface Resealed {
  readonly files: BundleFiles;
  /** How the files differed from their manifest. */
  readonly before: ManifestCheck;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/**
 * All files of a bundle: those of `files`, and README, license, codebook, scripts, metadata, log and manifest.
 *
 * @throws InputError `bad-value`
 */
export function bundleFiles(parts: BundleParts): BundleFiles {
  return typed('bundleFiles', () => filesOf(parts));
}

function filesOf(parts: BundleParts): BundleFiles {
  if (!isKeyed(parts) || !((parts as BundleParts).files instanceof Map)) {
    throw badArgument('bundleFiles', 'parts', partsOfBundle(), parts);
  }
  const { facts, record, codebook, printed, files: given } = parts;
  const files = new Map(given);
  const write = (path: string, text: string) => files.set(path, bytesOf(text));
  const isSynthetic = facts.syntheticStudy !== undefined;
  const note = isSynthetic ? 'The statistics are those of the synthetic data.' : '';
  write(paths.codebook, codebookMarkdown(codebook, note));
  write(paths.codebookCsv, codebookCsv(codebook));
  write(paths.facts, jsonText(facts));
  write(paths.record, jsonText(record));
  write(paths.log, logText(facts, record, printed));
  write(paths.license, licenseText(facts));
  for (const [path, text] of Object.entries(scripts(facts))) write(path, text);
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  write(paths.readme, readmeText({ facts, record, bytes }));
  write(paths.crate, crateText(facts, record, files));
  write(paths.manifest, manifestText(files));
  return files;
}

/**
 * Those files of `bundleFiles` that can be computed from the study and data of `bundle`. The metadata list the files in
 * the manifest of `bundle`.
 *
 * @throws InputError `bad-value`, `bundle-manifest`
 */
export function remadeFiles(bundle: BundleFiles, parts: BundleParts): BundleFiles {
  return typed('remadeFiles', () => {
    const made = new Map(filesOf(parts));
    const listed = readManifest(bundle.get(paths.manifest)!);
    const sealed = new Map([...bundle].filter(([path]) => listed.has(path)));
    made.set(paths.crate, bytesOf(crateText(parts.facts, parts.record, sealed)));
    for (const path of [paths.manifest, paths.record, paths.license]) made.delete(path);
    for (const path of made.keys()) if (path.startsWith(folders.engine)) made.delete(path);
    return made;
  });
}

/**
 * A bundle with a new manifest and new metadata, after its author has filled in its texts; `before` is how it differed from
 * its manifest. Files of `rerun/` are left out, and so are signatures of another manifest.
 *
 * @throws InputError `bundle-manifest`, `bundle-output`
 */
export function resealedFiles(files: BundleFiles): Resealed {
  return typed('resealedFiles', () => resealed(files));
}

function resealed(files: BundleFiles): Resealed {
  const before = checkManifest(files);
  const sealed = new Map(
    [...files].filter(([path]) => !path.startsWith(folders.rerun) && !isSeal(path)),
  );
  const facts = outputsJson(files, paths.facts) as unknown as BundleFacts;
  const record = outputsJson(files, paths.record) as unknown as RunRecord;
  sealed.set(paths.crate, bytesOf(crateText(facts, record, sealed)));
  const manifest = manifestText(sealed);
  sealed.set(paths.manifest, bytesOf(manifest));
  if (sha256Hex(bytesOf(manifest)) !== before.sha256) return { files: sealed, before };
  for (const path of signatures) if (files.has(path)) sealed.set(path, files.get(path)!);
  return { files: sealed, before };
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
