/** Names of files in archives and manifests, which must stay in the folder that they are unpacked to. */
import { InputError } from '../../../core/errors/errors.js';

/** Most characters of a path. */
const LONGEST = 1000;

/** Why a path could leave its folder, or be another path on some system; undefined for `data/a.csv`. */
function entryFault(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.length > LONGEST)
    return `has ${path.length} characters, and at most ${LONGEST} are read`;
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'has control characters';
  if (path.includes('\\')) return 'has a backslash, which separates folders on Windows';
  if (path.startsWith('/')) return 'is absolute';
  if (path.includes(':')) return 'has a colon, which names a drive or a stream on Windows';
  const parts = path.replace(/\/$/, '').split('/');
  if (parts.includes('..')) return 'leaves the folder';
  if (parts.some((part) => part === '' || part === '.')) return 'has an empty part';
  if (parts.some((part) => /[. ]$/.test(part))) {
    return 'has a part that ends in a dot or a space, which Windows drops';
  }
  return undefined;
}

/** @throws InputError `bundle-path` naming the path */
export function checkEntryName(subject: string, path: string): void {
  const fault = entryFault(path);
  if (fault === undefined) return;
  const message = `expected paths inside the bundle, such as data/a.csv, found "${path.slice(0, 100)}", which ${fault}; nothing was unpacked`;
  throw new InputError('bundle-path', message, { file: subject, found: path }, subject);
}
