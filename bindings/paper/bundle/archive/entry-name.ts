/** Names of files in archives and manifests, which must stay in the folder that they are unpacked to. */
import { InputError } from '../../../core/errors/errors.js';
import { type PathFault, unsafePath } from '../../../words/errors/paper/archives.js';

/** Most characters of a path. */
const LONGEST = 1000;

/** Why a path could leave its folder, or be another path on some system; undefined for `data/a.csv`. */
function entryFault(path: string): PathFault | undefined {
  if (path === '') return 'empty';
  if (path.length > LONGEST) return { characters: path.length, most: LONGEST };
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'controls';
  if (path.includes('\\')) return 'backslash';
  if (path.startsWith('/')) return 'absolute';
  if (path.includes(':')) return 'colon';
  const parts = path.replace(/\/$/, '').split('/');
  if (parts.includes('..')) return 'outside';
  if (parts.some((part) => part === '' || part === '.')) return 'empty-part';
  if (parts.some((part) => /[. ]$/.test(part))) return 'dot';
  return undefined;
}

/** @throws InputError `bundle-path` naming the path */
export function checkEntryName(subject: string, path: string): void {
  const fault = entryFault(path);
  if (fault === undefined) return;
  throw new InputError(unsafePath({ file: subject, found: path, fault }), subject);
}
