/**
 * A program of a user: the tests of types in a folder of their own, next to the built package and without optional
 * packages. Declarations are checked too, as with `skipLibCheck: false`.
 */
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entries } from '../../scripts/bundling/entries.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const everyEntry = ['wasmetrics', ...Object.keys(entries).map((entry) => `wasmetrics/${entry}`)]
  .concat(['bullmq', 'worker', 'wasmetrics.wasm', 'linear.wasm'].map((one) => `wasmetrics/${one}`))
  .map((entry) => `import '${entry}';\n`)
  .join('');

/** What its compiler knows: the types of a browser, or those of Node. */
export type Surroundings = 'browser' | 'node';

/** Writes the folder; returns its path. */
export function writeConsumer(surroundings: Surroundings): string {
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-consumer-'));
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  symlinkSync(root, join(packages, 'wasmetrics'), 'dir');
  cpSync(join(root, 'tests/types'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'entries.ts'), everyEntry);
  const known =
    surroundings === 'browser'
      ? { lib: ['ES2022', 'DOM'], types: [] }
      : { lib: ['ES2022'], types: ['node'], typeRoots: [join(root, 'node_modules/@types')] };
  const compilerOptions = {
    ...known,
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    // So that the packages of this repository are not found next to the built one.
    preserveSymlinks: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  return folder;
}
