/** Runs before all tests: they test the builds, and without a build every file would fail to import it. */
import { existsSync, readFileSync } from 'node:fs';
import { compileModules } from './modules.js';
import { coreSourcesHash, kernelSourcesHash } from '../scripts/core-sources.js';

const builds = [
  { file: 'dist/cli/program.js', name: 'dist/', script: 'build' },
  { file: 'build/kernels.wasm', name: 'build/kernels.wasm', script: 'build:kernels' },
];

/** The hash of the sources that a build of the core was compiled from, and of the present ones. */
const compiled = [
  { file: 'build/core-sources.sha256', name: 'dist/', script: 'build', hash: coreSourcesHash },
  {
    file: 'build/kernel-sources.sha256',
    name: 'build/kernels.wasm',
    script: 'build:kernels',
    hash: kernelSourcesHash,
  },
];

const fileOf = (path: string) => new URL(`../${path}`, import.meta.url);

function refuse(name: string, found: string, script: string): void {
  console.error(`${name} ${found}: run "npm run ${script}" first`);
  process.exit(1);
}

export default async function checkBuilds(): Promise<void> {
  for (const { file, name, script } of builds)
    if (!existsSync(fileOf(file))) refuse(name, 'is missing', script);
  for (const { file, name, script, hash } of compiled) {
    const found = existsSync(fileOf(file)) ? readFileSync(fileOf(file), 'utf8') : undefined;
    if (found !== hash()) refuse(name, 'was compiled from other sources', script);
  }
  await compileModules();
}
