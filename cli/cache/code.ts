/**
 * The compiled code of the command line, kept between runs: compiling it takes a third of a short run. The cache of Node 22
 * itself has the functions that a script starts with, and not those that ran later, which are half of them.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { usualCache } from './folder.js';

/** What the types of Node do not have: the text of the function that Node makes of a CommonJS file. */
const { wrap } = Module as unknown as { wrap(source: string): string };

/** A module as an extension of `require` receives it. */
interface Loading {
  exports: unknown;
}

type Load = (module: Loading, path: string) => void;

/** The checksum before the code in a file: V8 does not look, and damaged code ends the process. */
const HEADER_BYTES = 4;

/** Days after which code is compiled again, when other code is written. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Loads code from the user's cache folder, and keeps there what is compiled. Each command has its own folder, because V8
 * keeps the functions that ran. A folder that cannot be used changes nothing. `NODE_DISABLE_COMPILE_CACHE=1` turns it off,
 * and `NODE_COMPILE_CACHE` names another folder, as for Node.
 *
 * @param command - the first argument of the program
 */
export function keepCode(command = ''): void {
  const { NODE_DISABLE_COMPILE_CACHE: disabled, NODE_COMPILE_CACHE: given } = process.env;
  if (disabled || 'bun' in process.versions || 'deno' in process.versions) return;
  try {
    const version = `node-${process.version}-${process.arch}`;
    const name = /^[a-z-]+$/.exec(command)?.[0] ?? 'other';
    const usual = usualCache();
    const folders = [version, name];
    // No code is taken from the current folder, which may be somebody else's.
    if (given !== undefined) {
      if (isAbsolute(given)) keepScripts(foldersBelow(given, folders));
    } else if (usual !== undefined) {
      keepScripts(foldersBelow(dirname(usual), [basename(usual), 'code', ...folders]));
    }
  } catch {
    // Without a cache folder, as for a user without a home, the code is compiled.
  }
}

/** The folders of these names, each in the one before, the first below `base`. */
function foldersBelow(base: string, names: readonly string[]): readonly string[] {
  return names.map((_, i) => join(base, ...names.slice(0, i + 1)));
}

/**
 * Compiles the scripts of this package, `.cjs`, with the code in the last of some folders, and writes there what was missing
 * at the end. None of the folders may be a link or anybody else's, as whoever changes one chooses the code.
 */
function keepScripts(folders: readonly string[]): void {
  const folder = folders.at(-1)!;
  const missing: (() => void)[] = [];
  const parts = fileURLToPath(new URL('../bindings/cli-', import.meta.url));
  const { extensions } = createRequire(import.meta.url);
  const usual = extensions['.js'] as Load;
  const isTrusted = folders.every(isPrivateFolder);
  extensions['.cjs'] = (module: Loading, path: string) => {
    if (!path.startsWith(parts)) return usual(module, path);
    const source = readFileSync(path);
    const place = join(folder, `${basename(path)}-${crc32(source).toString(16)}`);
    const cachedData = isTrusted ? codeOf(place) : undefined;
    const script = new Script(wrap(source.toString()), {
      filename: path,
      ...(cachedData && { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected === true) {
      missing.push(() => writeCode(place, script.createCachedData()));
    }
    const run = script.runInThisContext() as (...args: unknown[]) => void;
    run.call(module.exports, module.exports, createRequire(path), module, path, dirname(path));
  };
  process.once('exit', () => {
    if (missing.length === 0) return;
    try {
      for (const one of folders) {
        makeFolder(one);
        if (!isPrivateFolder(one)) return;
      }
      removeOld(folder);
      for (const write of missing) write();
    } catch {
      // A folder that cannot be written to keeps nothing.
    }
  });
}

/** Private, as code that others could write would run as the user's. One by one, as `recursive` never ends below /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process made it
  }
}

/** Names of files with code, and of temporary files that an ended process left. */
const codeFile = /^cli-[\w.-]+\.cjs-[0-9a-f]{1,8}(\.[\w-]+\.tmp)?$/;

/** Removes the code of former versions. */
function removeOld(folder: string): void {
  const oldest = Date.now() - DAYS * DAY_MS;
  for (const name of readdirSync(folder)) {
    if (!codeFile.test(name)) continue;
    const path = join(folder, name);
    const facts = lstatSync(path, { throwIfNoEntry: false });
    if (facts?.isFile() === true && facts.mtimeMs < oldest) rmSync(path, { force: true });
  }
}

/** Bits of a mode with which others may write. */
const OTHERS_WRITE = 0o022;

/** True if the user owns it and nobody else may write it; always true on Windows, where the folder has the user's rights. */
function isPrivate({ uid, mode }: Stats): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && !(mode & OTHERS_WRITE));
}

/** True for a folder of the user, which is no link. */
function isPrivateFolder(folder: string): boolean {
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  return facts?.isDirectory() === true && isPrivate(facts);
}

/** The code in a file; undefined if it is not there, damaged, a link, or not private. */
function codeOf(place: string): Buffer | undefined {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants; // a pipe would wait
  try {
    const file = openSync(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const facts = fstatSync(file);
      if (!facts.isFile() || facts.nlink !== 1 || !isPrivate(facts)) return undefined;
      const bytes = readFileSync(file);
      const code = bytes.subarray(HEADER_BYTES);
      return bytes.readUInt32LE() === crc32(code) ? code : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Another process sees the whole file or none. The temporary name cannot be guessed, so nobody can put a link there. */
function writeCode(place: string, code: Buffer): void {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(crc32(code));
  const temporary = `${place}.${crypto.randomUUID()}.tmp`;
  writeFileSync(temporary, Buffer.concat([header, code]), { mode: 0o600, flag: 'wx' });
  renameSync(temporary, place);
}
