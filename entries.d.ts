/** The entry points of the package besides the root. */
export const entries: readonly string[];
/** Their files. */
export const lighterEntries: readonly string[];
/** A file with a hash in its name. */
export const hashed: RegExp;
