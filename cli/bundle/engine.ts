/**
 * The engine that bundles ship: the standalone command line, its worker and module, and the package with its source.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BundleEngine,
  type BundleFiles,
  EngineError,
  hashedFile,
  packageVersion,
  packTarball,
} from '../../bindings/index.js';
import { noStandalone } from '../../bindings/words/errors/program/engines.js';

/** The engine of this program. */
export interface InstalledEngine {
  /** The file that Node runs. */
  readonly main: string;
  /** The engine's files without the source package, by their paths in a bundle. */
  readonly files: BundleFiles;
  readonly hashes: BundleEngine['files'];
  /** The package with its source; packing it takes seconds. */
  readonly source: () => Promise<Uint8Array>;
  /** True if this program came with a bundle. */
  readonly isInBundle: boolean;
}

const source = `wasmetrics-${packageVersion}.tgz`;
const [main, worker, module, licences] = [
  'wasmetrics.js',
  'wasmetrics-worker.js',
  'wasmetrics.wasm',
  'LICENSES.txt',
] as const;

/** The files that Node needs to run the engine. */
export const running = [main, worker, 'package.json'].map((name) => `engine/${name}`);

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

/** The engine of the program in `here`: the standalone program of a bundle, or a part of the package. */
function readEngine(here: string): InstalledEngine {
  const inBundle = join(here, source);
  if (existsSync(inBundle)) {
    return { ...engineOf(here, here, () => readFile(inBundle)), isInBundle: true };
  }
  const root = packageRoot(here);
  const standalone = join(root, 'dist', 'standalone');
  if (!existsSync(join(standalone, main))) {
    throw new EngineError(noStandalone({ file: standalone }), 'bundle');
  }
  let tarball: Promise<Uint8Array> | undefined;
  const pack = () => (tarball ??= packed(root));
  return { ...engineOf(standalone, join(root, 'dist'), pack), isInBundle: false };
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
  folder: string,
  wasmFolder: string,
  pack: InstalledEngine['source'],
): Omit<InstalledEngine, 'isInBundle'> {
  const files = new Map<string, Uint8Array>([
    [`engine/${main}`, readFileSync(join(folder, main))],
    [`engine/${worker}`, readFileSync(join(folder, worker))],
    ['engine/package.json', engineDescription(packageVersion)],
    [`engine/${module}`, readFileSync(join(wasmFolder, module))],
    [`engine/${licences}`, readFileSync(join(folder, licences))],
  ]);
  const hashes = [...running, `engine/${module}`].map((path) => hashedFile(path, files.get(path)!));
  return { main: join(folder, main), files, hashes, source: pack };
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
