/**
 * The tiers of the tests, as vitest's projects. A test belongs to the first tier that lists it, so that `fast` has what the
 * others leave: one thread, no other program, nothing random. `tests/repository/tiers.test.ts` holds them to it.
 */
export const tiers = {
  /** Sources, documents and builds against each other. */
  repository: ['tests/repository/**'],
  /** The page and the bundles in Chromium. */
  browser: ['tests/browser/**'],
  /** Random inputs, and every function with every wrong input. */
  properties: [
    'tests/properties/**',
    'tests/fuzz/**',
    'tests/growth/**',
    'tests/assembly/blas/{panel-product,panel-update,signed-sums}.test.ts',
    'tests/assembly/covariance/laws.test.ts',
    'tests/assembly/gmm/panel-step.test.ts',
    'tests/assembly/reading/decimal.test.ts',
    'tests/bindings/core/jobs/plain-data.test.ts',
    'tests/bindings/data/{doubled,look-alikes}.test.ts',
    'tests/bindings/data/convert/{csv-texts,round-trip}.test.ts',
    'tests/bindings/data/readers/{csv-decimal-signs,csv-dialects}.test.ts',
    'tests/bindings/data/readers/dta/random-rows.test.ts',
    'tests/bindings/interchange/{property,static-property}.test.ts',
    'tests/bindings/models/streamed/alike.test.ts',
    'tests/bindings/odd-options.test.ts',
    'tests/bindings/paper/audit/corpus.test.ts',
  ],
  /** Shells, R, Python, gretl, LaTeX, pandoc, bubblewrap, and the command line as a process of its own. */
  programs: [
    'tests/bindings/core/escapes/{gretl,knitr,latex,patsy,r,shell}.test.ts',
    'tests/bindings/interchange/programs-present.test.ts',
    'tests/bindings/paper/study/numbers-in-latex.test.ts',
    'tests/bindings/paper/tables/paper/{latex,optional-packages}.test.ts',
    'tests/bindings/programs.test.ts',
    'tests/cli/bundle/{alterations,engine-limits,signature,untrusted-engine,verify}.test.ts',
    'tests/cli/cluster/{folder,kubectl,scripts}.test.ts',
    'tests/cli/study/packages.test.ts',
    'tests/cli/{address-space,completion,docs,endless,examples,kept-code,outputs}.test.ts',
    'tests/cli/{process,relaxed,temporary-folder}.test.ts',
  ],
  /** Workers: threads of Node. */
  threads: [
    'tests/bindings/analysis/bootstrap/workers.test.ts',
    'tests/bindings/analysis/bootstrap/storage/checkpoint.test.ts',
    'tests/bindings/core/jobs/{idle,pool,shared-work}.test.ts',
    'tests/bindings/models/in-worker.test.ts',
    'tests/bindings/paper/study/{stopping,workers}.test.ts',
  ],
  /** The command line in this process. */
  commandline: ['tests/cli/**'],
  fast: ['tests/**'],
} as const;
