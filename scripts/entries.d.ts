/** The entry points of the package besides the root: a subpath of `exports`, and its folder in `bindings/`. */
export const entries: Readonly<Record<string, string>>;
/** Their files. */
export const lighterEntries: readonly string[];
/** A file with a hash in its name. */
export const hashed: RegExp;
