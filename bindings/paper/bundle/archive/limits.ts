/** Limits of a bundle in a folder, the same as for a bundle in a zip file. */
import { InputError } from '../../../core/errors/errors.js';
import { linkError, MOST_BYTES, MOST_FILES } from './read-zip.js';
import { manyBytes, manyFiles } from '../../../words/errors/paper/archives.js';

export const bundleLimits = {
  mostBytes: MOST_BYTES,
  mostFiles: MOST_FILES,
  isLink: linkError,
  /**
   * Refuses a bundle beyond them.
   *
   * @throws InputError `bundle-too-large`
   */
  check(name: string, files: number, bytes: number): void {
    if (files > MOST_FILES) {
      throw new InputError(manyFiles({ file: name, most: MOST_FILES, found: undefined }), name);
    }
    if (bytes > MOST_BYTES) {
      const detail = { file: name, most: MOST_BYTES, found: undefined, isArchive: false };
      throw new InputError(manyBytes(detail), name);
    }
  },
} as const;
