import { defineConfig } from 'vitest/config';

const folder = new URL('./dist/bindings/', import.meta.url).pathname;
const built = (name: string) => `${folder}${name}.js`;

/** Tests import the package by its name and so run against what a user installs: the build in `dist/`. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^wasmetrics$/, replacement: built('index') },
      { find: /^wasmetrics\/(\w+)$/, replacement: built('$1') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/builds.ts',
    // Files share threads and modules: to load the package anew for each took longer than most tests.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
