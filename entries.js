/** The entry points of the package besides the root, each a folder of `bindings/` and a subpath of `exports`. */
export const entries = ['linalg', 'distributions', 'random', 'resampling', 'estimators'];

/** Their files. Each holds less than the root. */
export const lighterEntries = entries.map((name) => `bindings/${name}/index.ts`);

/** A file with a hash in its name, which a build leaves behind when the hash changes. */
export const hashed = /-[A-Z0-9]{8}\.js(\.map)?$/;
