import { EngineError, InputError } from '../bindings/index.js';

/** The error code instead of ENOENT in folders that exist but refuse files, such as /proc. */
export const refusesFiles = 'refuses-files';
const wrongPaths: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  [refusesFiles]: 'the folder takes no new files',
};

/** The error for a file or stream, named in `path`, that cannot be written. */
export function notWritten(path: string, error: unknown): InputError | EngineError {
  const { code: system = '', message } = error as NodeJS.ErrnoException;
  const wrong = wrongPaths[system];
  if (wrong !== undefined) {
    return new InputError(
      'file-not-writable',
      `cannot be written: ${wrong}`,
      {
        file: path,
      },
      path,
    );
  }
  const reason = system === 'ENOSPC' ? 'the disk is full' : message;
  const detail = { file: path, reason: system };
  return new EngineError('file-not-written', `writing failed: ${reason}`, detail, path);
}
