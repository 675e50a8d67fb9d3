/** What must hold before anything of a bundle runs: its files are those of its manifest, and its engine is the one it names. */
import * as v from 'valibot';
import { badArgument } from '../../core/errors/bad-argument.js';
import { InputError } from '../../core/errors/errors.js';
import { sha256Hex } from '../tables/paper/parts/provenance.js';
import { outputsJson } from './compare/outputs-json.js';
import { type BundleFacts, type BundleFiles, paths, shipments, venueNames } from './facts.js';
import { checkManifest, type ManifestCheck, readManifest } from './manifest.js';
import { typed } from './typed.js';
import type { Told } from '../../words/told.js';
import { mapOfFiles } from '../../words/expectations/paper/reports.js';
import * as said from '../../words/errors/paper/bundles.js';

export interface CheckedBundle {
  readonly facts: BundleFacts;
  readonly manifest: ManifestCheck;
  /** Data files that the bundle does not ship and that are not there. */
  readonly absent: readonly string[];
}

const file = { path: v.string(), bytes: v.number(), sha256: v.pipe(v.string(), v.length(64)) };
const schema = v.looseObject({
  bundle: v.literal(1),
  venue: v.picklist(venueNames),
  study: v.string(),
  syntheticStudy: v.optional(v.string()),
  engine: v.looseObject({
    version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(-[\w.-]+)?$/)),
    files: v.pipe(v.array(v.looseObject(file)), v.minLength(1)),
    source: v.looseObject(file),
  }),
  data: v.array(v.looseObject({ ...file, shipped: v.picklist(shipments) })),
  templates: v.array(v.string()),
  items: v.array(
    v.looseObject({
      id: v.string(),
      kind: v.string(),
      title: v.string(),
      files: v.array(v.string()),
    }),
  ),
  seeds: v.array(v.looseObject({ place: v.string(), seed: v.number() })),
  numbers: v.number(),
});

/**
 * Checks the files of a bundle. Data that it does not ship may be at their places, if their hash is the one it names.
 *
 * @throws InputError `bundle-manifest`, `bundle-path`; `bundle-engine`, `bundle-altered`, `bundle-missing` and
 *   `bundle-additional` with the names; `bundle-facts` if `bundle.json` is not what a bundle has
 */
export function checkBundle(files: BundleFiles): CheckedBundle {
  return typed('checkBundle', () => checked(files));
}

function checked(files: BundleFiles): CheckedBundle {
  const manifest = checkManifest(files);
  checkEngine(files, manifest);
  refuse(said.alteredFiles, manifest.altered);
  refuse(said.missingFiles, manifest.missing);
  const facts = checkedFacts(files);
  const withheld = facts.data.filter(({ shipped }) => shipped !== 'original');
  const shipped = facts.data
    .filter((bundleData) => bundleData.shipped === 'original')
    .map(({ path }) => path);
  refuse(
    ({ files: names }) => said.missingData({ files: names, facts: paths.facts }),
    shipped.filter((path) => !files.has(path)),
  );
  const isWithheld = (path: string) => withheld.some((bundleData) => bundleData.path === path);
  refuse(
    said.additionalFiles,
    manifest.additional.filter((path) => !isWithheld(path)),
  );
  const present = withheld.filter(({ path }) => files.has(path));
  const wrong = present.filter(({ path, sha256 }) => sha256Hex(files.get(path)!) !== sha256);
  refuse(
    said.alteredData,
    wrong.map(({ path }) => path),
  );
  const absent = withheld.filter(({ path }) => !files.has(path)).map(({ path }) => path);
  return { facts, manifest, absent };
}

/**
 * What `bundle.json` says, without a look at other files.
 *
 * @throws InputError `bad-value`, `bundle-facts`, `bundle-output`
 */
export function readBundleFacts(files: BundleFiles): BundleFacts {
  if (!(files instanceof Map)) throw badArgument('readBundleFacts', 'files', mapOfFiles(), files);
  const parsed = v.safeParse(schema, outputsJson(files, paths.facts));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue) ?? '';
    const told = said.badFacts({ file: paths.facts, path: place, reason: issue.message });
    throw new InputError(told, { of: paths.facts, key: place });
  }
  return parsed.output as unknown as BundleFacts;
}

/** The facts of a bundle whose engine has the hashes that they name. */
function checkedFacts(files: BundleFiles): BundleFacts {
  const facts = readBundleFacts(files);
  for (const { path, sha256 } of [...facts.engine.files, facts.engine.source]) {
    const bytes = files.get(path);
    if (bytes === undefined || !path.startsWith('engine/') || sha256Hex(bytes) !== sha256) {
      throw foreignEngine(path, bytes && sha256Hex(bytes), sha256);
    }
  }
  return facts;
}

/** Altered files of the engine are named before all others, as they are what runs. */
function checkEngine(files: BundleFiles, { altered }: ManifestCheck): void {
  const path = altered.find((one) => one.startsWith('engine/'));
  if (path === undefined) return;
  const hashes = readManifest(files.get(paths.manifest)!);
  throw foreignEngine(path, sha256Hex(files.get(path)!), hashes.get(path)!);
}

function foreignEngine(file: string, actual: string | undefined, expected: string): InputError {
  const isAbsent = actual === undefined;
  const told = said.otherEngine({ file, expected, found: actual ?? 'no file', isAbsent });
  return new InputError(told, 'bundle');
}

function refuse(
  tell: (detail: { readonly files: readonly string[] }) => Told,
  files: readonly string[],
) {
  if (files.length > 0) throw new InputError(tell({ files }), 'bundle');
}
