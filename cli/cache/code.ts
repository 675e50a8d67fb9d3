/**
 * The compiled code of the command line, cached between runs: compiling takes a third of a short run. Node 22's
 * built-in cache has only the functions that run when a script starts; half of the functions run later.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { usualCache } from './folder.js';
import { isPrivate, isPrivateFolder, makeFolder } from './private.js';

/** Missing in Node's types: the text of the function into which Node wraps a CommonJS file. */
const { wrap } = Module as unknown as { wrap(source: string): string };

/** The module that an extension of `require` receives. */
interface Loading {
  exports: unknown;
}

type Load = (module: Loading, path: string) => void;

/**
 * Bytes of the checksum at the start of a cache file. V8 does not check the code, and damaged code ends the process.
 */
const HEADER_BYTES = 4;

/** Days after which cached code is removed, when other code is written. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Loads code from the user's cache folder, and writes newly compiled code there. Each command has its own folder,
 * because V8 caches the functions that ran. If the folder cannot be used, code is compiled as usual.
 * `NODE_DISABLE_COMPILE_CACHE=1` turns it off, and `NODE_COMPILE_CACHE` names another folder, as for Node.
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
    // No code is loaded from the current folder, which may belong to somebody else.
    if (given !== undefined) {
      if (isAbsolute(given)) keepScripts(foldersBelow(given, folders));
    } else if (usual !== undefined) {
      keepScripts(foldersBelow(dirname(usual), [basename(usual), 'code', ...folders]));
    }
  } catch {
    // Without a cache folder, as for a user without a home, all code is compiled.
  }
}

/** The folders with these names, each inside the previous one, the first below `base`. */
function foldersBelow(base: string, names: readonly string[]): readonly string[] {
  return names.map((_, i) => join(base, ...names.slice(0, i + 1)));
}

/**
 * Compiles this package's scripts, `.cjs`, with the code cached in the last of the folders, and finally writes the
 * missing code there. None of the folders may be a link or belong to another user, because whoever can change one
 * decides what runs.
 */
function keepScripts(folders: readonly string[]): void {
  const folder = folders.at(-1)!;
  const missing: (() => void)[] = [];
  const parts = fileURLToPath(new URL('../cjs/', import.meta.url));
  const { extensions } = createRequire(import.meta.url);
  const usual = extensions['.js'] as Load;
  const isTrusted = folders.every(isPrivateFolder);
  extensions['.cjs'] = (module: Loading, path: string) => {
    if (!path.startsWith(parts)) return usual(module, path);
    const source = readFileSync(path);
    // V8 rejects code that was compiled with other options, such as those of `cli/wide/`.
    const version = `${crc32(source).toString(16)}-${cachedDataVersionTag().toString(16)}`;
    const place = join(folder, `${basename(path)}-${version}`);
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
      // Nothing is cached in a folder that is not writable.
    }
  });
}

/** Names of cache files, and of temporary files left by an ended process. */
const codeFile = /^[\w.-]+\.cjs-[0-9a-f]{1,8}(-[0-9a-f]{1,8})?(\.[\w-]+\.tmp)?$/;

/** Removes the code of earlier versions. */
function removeOld(folder: string): void {
  const oldest = Date.now() - DAYS * DAY_MS;
  for (const name of readdirSync(folder)) {
    if (!codeFile.test(name)) continue;
    const path = join(folder, name);
    const facts = lstatSync(path, { throwIfNoEntry: false });
    if (facts?.isFile() === true && facts.mtimeMs < oldest) rmSync(path, { force: true });
  }
}

/** Reads cached code; undefined if the file is missing, damaged, a link, or not private. */
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

/**
 * Writes a file so that other processes see all of it or nothing. The temporary name cannot be guessed, so nobody can
 * prepare a link there.
 */
function writeCode(place: string, code: Buffer): void {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(crc32(code));
  const temporary = `${place}.${crypto.randomUUID()}.tmp`;
  writeFileSync(temporary, Buffer.concat([header, code]), { mode: 0o600, flag: 'wx' });
  renameSync(temporary, place);
}
