/** Limits of a bundle in a folder, the same as for a bundle in a zip file. */
import { isLink, MOST_BYTES, MOST_FILES, tooLarge } from './read-zip.js';

export const bundleLimits = {
  mostBytes: MOST_BYTES,
  mostFiles: MOST_FILES,
  isLink,
  /** @throws InputError `bundle-too-large` */
  check(name: string, files: number, bytes: number): void {
    if (files > MOST_FILES) throw tooLarge(name, `at most ${MOST_FILES} files`, 'more');
    if (bytes > MOST_BYTES) throw tooLarge(name, `at most ${MOST_BYTES} bytes`, 'more');
  },
} as const;
