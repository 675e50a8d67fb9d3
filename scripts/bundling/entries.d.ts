/** The entry points of the package other than the root: a subpath of `exports`, and its file. */
export const entries: Readonly<Record<string, string>>;
/** Those for arrays, which need no tables. */
export const arrayEntries: readonly string[];
/** The files that declare the public names, by the names by which programs import them. */
export const publicFiles: Readonly<Record<string, string>>;
