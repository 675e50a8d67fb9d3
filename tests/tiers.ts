/**
 * The tiers of the tests, as vitest's projects. A test belongs to the first tier that lists it: that of its folder, or that
 * in the ending of its name, as in `pool.threads.test.ts`. So `fast` has what the others leave: one thread, no other program,
 * nothing random. `tests/alone.ts` and `tests/repository/tiers.test.ts` hold the tests to it.
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
    'tests/**/*.properties.test.ts',
  ],
  /** Shells, R, Python, gretl, LaTeX, pandoc, bubblewrap, and the command line as a process of its own. */
  programs: ['tests/**/*.programs.test.ts'],
  /** Workers: threads of Node. */
  threads: ['tests/**/*.threads.test.ts', 'tests/determinism.test.ts'],
  /** The command line in this process. */
  commandline: ['tests/cli/**'],
  fast: ['tests/**'],
} as const;

/** The longest files of tiers at the end of a phase. They come first, so that no thread waits for the last one. */
export const longest = [
  'tests/cli/docs.programs.test.ts',
  'tests/bindings/analysis/bootstrap/workers.threads.test.ts',
  'tests/bindings/paper/study/workers.threads.test.ts',
  'tests/properties/study-schema.test.ts',
  'tests/bindings/interchange/static.properties.test.ts',
  'tests/bindings/paper/audit/corpus.properties.test.ts',
  'tests/growth/generators.test.ts',
  'tests/properties/model-schema.test.ts',
] as const;
