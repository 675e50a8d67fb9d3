/** The entry points of the package other than the root: a subpath of `exports`, and its file. */
export const entries = {
  linalg: 'bindings/core/linalg/index.ts',
  distributions: 'bindings/core/distributions/index.ts',
  random: 'bindings/core/random/index.ts',
  resampling: 'bindings/analysis/resampling/index.ts',
  estimators: 'bindings/analysis/estimators/index.ts',
  data: 'bindings/entries/data.ts',
  report: 'bindings/entries/report.ts',
  study: 'bindings/entries/study.ts',
  audit: 'bindings/entries/audit.ts',
  interchange: 'bindings/entries/interchange.ts',
  bundle: 'bindings/entries/bundle.ts',
  jobs: 'bindings/entries/jobs.ts',
  types: 'bindings/entries/types.ts',
};

/** Those for arrays, which need no tables. */
export const arrayEntries = ['linalg', 'distributions', 'random', 'resampling', 'estimators'];

/** The files that declare the public names, by the names by which programs import them. */
export const publicFiles = {
  wasmetrics: 'bindings/index.ts',
  ...Object.fromEntries(
    Object.entries(entries).map(([name, file]) => [`wasmetrics/${name}`, file]),
  ),
};
