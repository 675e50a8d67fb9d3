/** Identifies the sources of the core. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

function sourcesIn(folder) {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort();
}

/** SHA-256 of the sources of the core and of the options of its compiler, which `npm run build:wasm` writes down. */
export const coreSourcesHash = () => hashOf(['asconfig.json', ...sourcesIn('assembly/')]);

/** The same of the core with the kernels that tests call, which `npm run build:kernels` writes down. */
export function kernelSourcesHash() {
  const kernels = ['tests/assembly/kernels.ts', ...sourcesIn('tests/assembly/kernels/')];
  return hashOf(['asconfig.json', ...sourcesIn('assembly/'), ...kernels]);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(new URL(path, root)))
      .update('\0');
  }
  return hash.digest('hex');
}
