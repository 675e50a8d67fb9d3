/** The entry points of the package other than the root: a subpath of `exports`, and its folder in `bindings/`. */
export const entries: Readonly<Record<string, string>>;
/** The files of these entry points. */
export const lighterEntries: readonly string[];
/** A file with a hash in its name. */
export const hashed: RegExp;
