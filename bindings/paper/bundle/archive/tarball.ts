/** A package as `npm pack` writes it: a tar archive of the folder `package`, packed by gzip, without times and owners. */
import { gzipSync } from 'fflate';
import { badArgument } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import type { BundleFiles } from '../facts.js';
import { byPath } from '../manifest.js';
import { typed } from '../typed.js';
import { aMap } from '../../../words/expectations/paper/reports.js';
import { longPath } from '../../../words/errors/paper/archives.js';

const BLOCK = 512;
/** The time that npm gives to all files: 1985-10-26T08:15:00Z. */
const SECONDS = 499162500;
const longest = { name: 100, prefix: 155 } as const;
/** A header of gzip without a time. */
const packing = { level: 6, mtime: 0 } as const;

/**
 * The files as a package. The same files give the same bytes everywhere.
 *
 * @throws InputError `bundle-path` for a path that a tar archive cannot hold
 */
export function packTarball(files: BundleFiles): Uint8Array {
  return typed('packTarball', () => tarball(files));
}

function tarball(files: BundleFiles): Uint8Array {
  if (!(files instanceof Map)) throw badArgument('packTarball', 'files', aMap(), files);
  const parts: Uint8Array[] = [];
  for (const path of [...(files as BundleFiles).keys()].sort(byPath)) {
    const bytes = files.get(path)!;
    parts.push(header(`package/${path}`, bytes.length), bytes);
    parts.push(new Uint8Array((BLOCK - (bytes.length % BLOCK)) % BLOCK));
  }
  parts.push(new Uint8Array(2 * BLOCK));
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const archive = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    archive.set(part, offset);
    offset += part.length;
  }
  return gzipSync(archive, packing);
}

/** A header in the format ustar (POSIX.1-1988). */
function header(path: string, size: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const write = (text: string, offset: number) => block.set(new TextEncoder().encode(text), offset);
  const octal = (value: number, width: number, offset: number) =>
    write(`${value.toString(8).padStart(width - 2, '0')} `, offset);
  const { name, prefix } = splitPath(path);
  write(name, 0);
  octal(0o644, 8, 100);
  octal(0, 8, 108);
  octal(0, 8, 116);
  write(`${size.toString(8).padStart(11, '0')} `, 124);
  write(`${SECONDS.toString(8).padStart(11, '0')} `, 136);
  write(' '.repeat(8), 148);
  write('0', 156);
  write('ustar\u000000', 257);
  write(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148);
  return block;
}

function splitPath(path: string): { readonly name: string; readonly prefix: string } {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  if (bytes(path) <= longest.name) return { name: path, prefix: '' };
  for (let cut = path.indexOf('/'); cut >= 0; cut = path.indexOf('/', cut + 1)) {
    const [prefix, name] = [path.slice(0, cut), path.slice(cut + 1)];
    if (bytes(name) <= longest.name && bytes(prefix) <= longest.prefix) return { name, prefix };
  }
  throw new InputError(longPath({ found: path, most: longest.name }), 'package');
}
