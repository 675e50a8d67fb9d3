import { defineConfig } from 'vitest/config';

/** Tests import the package by its name and so run against what a user installs: the build in `dist/`. */
export default defineConfig({
  resolve: {
    alias: { wasmetrics: new URL('./dist/bindings/index.js', import.meta.url).pathname },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/builds.ts',
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
