import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compiledModules } from './tests/modules.js';
import { longest, tiers } from './tests/tiers.js';

/**
 * Most code of a test runs a few times: to optimize it, and to mark heaps that are still growing, took a fifth of the
 * processor time of all tests. The flags reach the threads that start after them.
 */
setFlagsFromString('--interrupt-budget=1000000');
setFlagsFromString('--initial-old-space-size=512');

const folder = new URL('./dist/esm/', import.meta.url).pathname;
const built = (name: string) => `${folder}${name}.js`;

/** Tests of these tiers wait for other programs and threads for a third of their time, so they have one worker more. */
const waiting = ['browser', 'programs', 'threads'];

/** A test belongs to the first tier that lists it. */
const projects = Object.entries(tiers).map(([name, files], place, all) => ({
  extends: true as const,
  test: {
    name,
    include: files.map((pattern) => pattern.replace(/\*\*$/, '**/*.test.ts')),
    exclude: all.slice(0, place).flatMap(([, earlier]) => [...earlier]),
    ...(name === 'fast' && { setupFiles: ['tests/alone.ts'] }),
    ...(name === 'properties' && { setupFiles: ['tests/seeded.ts'] }),
    maxWorkers: availableParallelism() + Number(waiting.includes(name)),
    sequence: { groupOrder: waiting.includes(name) ? 0 : 1 },
    // These share one TypeScript program.
    ...(name === 'repository' && { fileParallelism: false, sequence: { groupOrder: 2 } }),
  },
}));

const isLong = ({ moduleId }: TestSpecification) => longest.some((file) => moduleId.endsWith(file));

/** The longest files of each tier first: until vitest knows how long files take, it sorts them by size. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...new Set(sorted.map(({ project }) => project))].flatMap((tier) => {
      const its = sorted.filter(({ project }) => project === tier);
      return [...its.filter(isLong), ...its.filter((file) => !isLong(file))];
    });
  }
}

/** Tests import the package by its name and so run against what a user installs: the build in `dist/`. */
export default defineConfig({
  plugins: [compiledModules],
  resolve: {
    alias: [
      { find: /^wasmetrics$/, replacement: built('index') },
      { find: /^wasmetrics\/(\w+)$/, replacement: built('$1') },
    ],
  },
  test: {
    globalSetup: 'tests/builds.ts',
    // Node loads the build itself: to transform bundles of megabytes took longer than most tests.
    server: { deps: { external: [/\/dist\//, /\/build\/modules\//] } },
    // Tiers share what is transformed, also between runs.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'build/vitest' },
    // Files share threads and modules: to load the package anew for each took longer than most tests.
    pool: 'threads',
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    sequence: { sequencer: LongestFirst },
    projects,
  },
});
