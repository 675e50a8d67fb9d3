import { damagedOrCutOff, faultOfPackage } from '../../words/errors/readers/files.js';
import type { Told } from '../../words/told.js';

/** What a reader finds wrong with a file. The reader says in which file, and as what it cannot be read. */
export class FileError extends Error {
  constructor(readonly fault: Told) {
    super(fault.text);
  }
}

/**
 * What is wrong with a file, from the error of its reader or of a package. A programming error of the package says only
 * that the file is damaged.
 */
export function damage(error: unknown): Told {
  const isOfCode = error instanceof TypeError || error instanceof RangeError;
  return error instanceof Error && !isOfCode ? faultOf(error) : damagedOrCutOff();
}

/** What an error says. */
export function faultOf(error: unknown): Told {
  if (error instanceof FileError) return error.fault;
  return faultOfPackage({ message: error instanceof Error ? error.message : String(error) });
}
