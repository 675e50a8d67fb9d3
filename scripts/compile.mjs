/**
 * Compiles targets of `asconfig.json`, one after another in one process, which loads and warms up the compiler once.
 * Writes down what the kernels for tests are compiled from.
 *
 *   node scripts/compile.mjs release relaxed
 */
import { writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { kernelSourcesHash } from './core-sources.js';

const sources = {
  release: 'assembly/index.ts',
  relaxed: 'assembly/index.ts',
  linear: 'assembly/linear-module.ts',
  reading: 'assembly/reading/index.ts',
  wide: 'assembly/wide/index.ts',
  kernels: 'tests/assembly/kernels.ts',
};

const targets = process.argv.slice(2);
for (const target of targets) {
  const { error, stderr } = await asc.main([sources[target], '--target', target]);
  if (error === null) continue;
  console.error(`${stderr}failed: the target ${target}`);
  process.exit(1);
}
if (targets.includes('kernels'))
  writeFileSync(new URL('../build/kernel-sources.sha256', import.meta.url), kernelSourcesHash());
