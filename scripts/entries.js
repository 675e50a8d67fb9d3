/** The entry points of the package besides the root: a subpath of `exports`, and its folder in `bindings/`. */
export const entries = {
  linalg: 'core/linalg',
  distributions: 'core/distributions',
  random: 'core/random',
  resampling: 'analysis/resampling',
  estimators: 'analysis/estimators',
};

/** Their files. Each holds less than the root. */
export const lighterEntries = Object.values(entries).map((folder) => `bindings/${folder}/index.ts`);

/** A file with a hash in its name, which a build leaves behind when the hash changes. */
export const hashed = /-[A-Z0-9]{8}\.js(\.map)?$/;
