/** The entry points of the package other than the root: a subpath of `exports`, and its folder in `bindings/`. */
export const entries = {
  linalg: 'core/linalg',
  distributions: 'core/distributions',
  random: 'core/random',
  resampling: 'analysis/resampling',
  estimators: 'analysis/estimators',
};

/** The files of these entry points. Each contains less than the root. */
export const lighterEntries = Object.values(entries).map((folder) => `bindings/${folder}/index.ts`);

/** A file with a hash in its name. It stays behind when a build changes the hash. */
export const hashed = /-[A-Z0-9]{8}\.js(\.map)?$/;
