import { EngineError, InputError } from '../../bindings/index.js';
import * as said from '../../bindings/words/errors/program/files.js';

/** The error code instead of ENOENT in folders that exist but refuse files, such as /proc. */
export const refusesFiles = 'refuses-files';
const wrongPaths: Readonly<Record<string, said.WrongPath>> = {
  ENOENT: 'no-folder',
  ENOTDIR: 'file-in-path',
  EISDIR: 'is-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  [refusesFiles]: 'refuses-files',
};

/** The error for a file or stream, named in `path`, that cannot be written. */
export function notWritten(path: string, error: unknown): InputError | EngineError {
  const { code: reason = '', message: words } = error as NodeJS.ErrnoException;
  const wrong = wrongPaths[reason];
  if (wrong !== undefined) return new InputError(said.fileNotWritable({ file: path, wrong }), path);
  return new EngineError(said.fileNotWritten({ file: path, reason, words }), path);
}
