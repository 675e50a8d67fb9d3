/**
 * The engine that bundles ship: the files of the command line as one, its worker and module, the optional packages that
 * are installed, and the package with its source.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineError, packageVersion } from '../../bindings/index.js';
import {
  type BundleEngine,
  type BundleFiles,
  hashedFile,
  packTarball,
} from '../../bindings/entries/bundle.js';
import { reportLanguages } from '../../bindings/entries/report.js';
import { noStandalone } from '../../bindings/words/errors/program/engines.js';
import { inTemporaryFolder, writeFolder } from './files.js';
import { packagesFile, programFile } from './one-file.js';

/** The engine of this program. */
export interface InstalledEngine {
  /** The engine's files without the source package, by their paths in a bundle. */
  readonly files: BundleFiles;
  readonly hashes: BundleEngine['files'];
  /** The package with its source; packing it takes seconds. */
  readonly source: () => Promise<Uint8Array>;
  /** True if this program came with a bundle. */
  readonly isInBundle: boolean;
}

const source = `wasmetrics-${packageVersion}.tgz`;
const [main, worker, module, packages, licences] = [
  'wasmetrics.js',
  'wasmetrics-worker.js',
  'wasmetrics.wasm',
  'packages.js',
  'LICENSES.txt',
] as const;

/** The files of texts, packages and parts, which the program loads when a run needs them. */
const others = reportLanguages.filter((language) => language !== 'en');
const ofLanguages = others.flatMap((name) => [name, `${name}-explanations`, `${name}-help`]);
const inside = [
  'letter-frequencies',
  'fflate',
  'fzstd',
  'htmlparser2',
  'saxen',
  'string-width',
  'yaml',
];
/** Parts of the program that the library has in files of their own: `scripts/bundling/linked/parts.mjs`. */
const linked = ['interchange', 'audit', 'bundle', 'study'];
const texts = [...ofLanguages, 'explanations', ...inside, ...linked].map(
  (name) => `texts/${name}.js`,
);

/** The files that Node loads if they are there: an engine of an older version has them in the program. */
const optional = [packages, ...texts].map((name) => `engine/${name}`);

/** The files that Node needs to run the engine, and those that it loads if they are there. */
const running = [...[main, worker, 'package.json'].map((name) => `engine/${name}`), ...optional];

/** The files of an engine that Node runs. */
export function runningFiles({ files }: Pick<BundleEngine, 'files'>): BundleEngine['files'] {
  const needed = running.filter((path) => !optional.includes(path));
  const missing = needed.find((path) => !files.some((file) => file.path === path));
  return missing === undefined ? files.filter(({ path }) => running.includes(path)) : [];
}

/** Files that npm always packs, whatever the package's list of files. */
const always = ['package.json', 'README.md', 'LICENSE'];

let kept: InstalledEngine | undefined;

/**
 * The engine of this installation, read once per process.
 *
 * @throws EngineError `no-standalone` if the build is incomplete
 */
export function installedEngine(): InstalledEngine {
  kept ??= readEngine(dirname(fileURLToPath(import.meta.url)));
  return kept;
}

/** Copies the engine to a folder of its own, the only one that it may read apart from that of its run. */
export function withInstalledEngine<Result>(use: (main: string) => Promise<Result>) {
  return inTemporaryFolder(async (folder) => {
    await writeFolder(folder, installedEngine().files);
    return use(mainIn(folder));
  });
}

/** The file of an engine that Node runs. */
export const mainIn = (bundle: string): string => join(bundle, 'engine', main);

/** The engine in the form that a bundle ships. */
export async function shippedEngine(): Promise<{
  readonly files: BundleFiles;
  readonly facts: BundleEngine;
}> {
  const engine = installedEngine();
  const path = `engine/${source}`;
  const tarball = await engine.source();
  return {
    files: new Map([...engine.files, [path, tarball]]),
    facts: {
      name: 'wasmetrics',
      version: packageVersion,
      files: engine.hashes,
      source: hashedFile(path, tarball),
    },
  };
}

/** The engine of the program whose part is in the folder `here`: of a bundle, or of the package. */
function readEngine(here: string): InstalledEngine {
  const folder = dirname(here);
  const inBundle = join(folder, source);
  if (existsSync(inBundle)) {
    const names = [main, worker, module, ...texts, packages, licences].filter((name) =>
      existsSync(join(folder, name)),
    );
    const files = names.map((name) => [name, readFileSync(join(folder, name))] as const);
    const pack = () => readFile(inBundle);
    return { ...engineOf(files, pack), isInBundle: true };
  }
  const root = packageRoot(here);
  const dist = join(root, 'dist');
  let tarball: Promise<Uint8Array> | undefined;
  const pack = () => (tarball ??= packed(root));
  return { ...engineOf(builtFiles(dist), pack), isInBundle: false };
}

/** The files of an engine, from the folder of the built package. */
function builtFiles(dist: string): readonly (readonly [string, Uint8Array])[] {
  const others = packagesFile(dist);
  const ours = readFileSync(join(dist, 'cli', licences), 'utf8');
  return [
    [main, programFile(dist)],
    [worker, readFileSync(join(dist, worker))],
    [module, readFileSync(join(dist, module))],
    ...texts.map((name) => [name, readFileSync(join(dist, name))] as const),
    ...(others === undefined ? [] : [[packages, Buffer.from(others.code)] as const]),
    [licences, Buffer.from(`${ours}${others?.licences ?? ''}`)],
  ];
}

function packageRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && nameIn(file) === 'wasmetrics') return folder;
    if (folder === dirname(folder)) {
      throw new EngineError(noStandalone({ file: start }), 'bundle');
    }
  }
}

function nameIn(file: string): unknown {
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name;
}

/** A file that tells Node how to run an engine of this version. */
export function engineDescription(version: string): Uint8Array {
  const description = { name: 'wasmetrics-engine', version, type: 'module' };
  return Buffer.from(`${JSON.stringify(description, null, 2)}\n`);
}

function engineOf(
  built: readonly (readonly [string, Uint8Array])[],
  pack: InstalledEngine['source'],
): Pick<InstalledEngine, 'files' | 'hashes' | 'source'> {
  const files = new Map<string, Uint8Array>([
    ...built.map(([name, bytes]) => [`engine/${name}`, bytes] as const),
    ['engine/package.json', engineDescription(packageVersion)] as const,
  ]);
  const hashed = [...running, `engine/${module}`].filter((path) => files.has(path));
  const hashes = hashed.map((path) => hashedFile(path, files.get(path)!));
  return { files, hashes, source: pack };
}

/** The package as `npm pack` makes it. */
async function packed(root: string): Promise<Uint8Array> {
  const { files = [] } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    files?: readonly string[];
  };
  const contents = new Map<string, Uint8Array>();
  for (const entry of [...always, ...files]) await addFiles(root, entry, contents);
  return packTarball(contents);
}

async function addFiles(
  root: string,
  path: string,
  contents: Map<string, Uint8Array>,
): Promise<void> {
  const place = join(root, path);
  if (!existsSync(place)) return;
  const entries = await readdir(place, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) contents.set(path, await readFile(place));
  else for (const { name } of entries) await addFiles(root, `${path}/${name}`, contents);
}
