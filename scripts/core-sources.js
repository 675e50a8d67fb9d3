/** What the core is compiled from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** SHA-256 of the sources of the core and of the options of its compiler, which `npm run build:wasm` writes down. */
export function coreSourcesHash() {
  const sources = readdirSync(new URL('assembly/', root), { recursive: true, encoding: 'utf8' })
    .map((path) => `assembly/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort();
  const hash = createHash('sha256');
  for (const path of ['asconfig.json', ...sources]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(new URL(path, root)))
      .update('\0');
  }
  return hash.digest('hex');
}
