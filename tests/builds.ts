/** Runs before all tests: they test the builds, and without a build every file would fail to import it. */
import { existsSync } from 'node:fs';

const builds = [
  { file: 'dist/cli/program.js', name: 'dist/', script: 'build' },
  { file: 'build/kernels.wasm', name: 'build/kernels.wasm', script: 'build:kernels' },
];

export default function checkBuilds(): void {
  for (const { file, name, script } of builds) {
    if (existsSync(new URL(`../${file}`, import.meta.url))) continue;
    console.error(`${name} is missing: run "npm run ${script}" first`);
    process.exit(1);
  }
}
