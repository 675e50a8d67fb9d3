/** Zip files whose bytes depend only on the names and contents of their files. */
import { zipSync, type Zippable } from 'fflate';
import { badArgument } from '../../../core/arguments/arguments.js';
import { type BundleFiles } from '../facts.js';
import { byPath } from '../manifest.js';
import { zipTime } from '../../tables/paper/writers/fixed-times.js';
import { checkEntryName } from './entry-name.js';
import { typed } from '../typed.js';
import { aMap } from '../../../words/expectations/paper/reports.js';

/** Unix, whose permissions a reader of another system ignores. */
const UNIX = 3;
const permissions = { file: 0o100644, program: 0o100755 } as const;
const level = 6;

/**
 * The files as a zip archive, in a folder of this name. The same files give the same bytes everywhere.
 *
 * @throws InputError `bundle-path` for a path that leaves the folder
 */
export function packZip(files: BundleFiles, folder: string): Uint8Array {
  return typed('packZip', () => zipped(files, folder));
}

function zipped(files: BundleFiles, folder: string): Uint8Array {
  if (!(files instanceof Map)) throw badArgument('packZip', 'files', aMap(), files);
  const entries: Zippable = {};
  for (const path of [...(files as BundleFiles).keys()].sort(byPath)) {
    const name = `${folder}/${path}`;
    checkEntryName('zip', name);
    const mode = path.endsWith('.sh') ? permissions.program : permissions.file;
    const packed = /\.(tgz|gz|zip|docx|xlsx|parquet|png)$/.test(path);
    entries[name] = [
      files.get(path)!,
      { level: packed ? 0 : level, mtime: zipTime(), os: UNIX, attrs: (mode << 16) >>> 0 },
    ];
  }
  return zipSync(entries);
}
