/** Imports of packages that are not always installed, in what the builds write. */
import { readFileSync } from 'node:fs';

const manifest = new URL('../package.json', import.meta.url);

/** The names of the optional packages. */
export const optionalPackages = Object.keys(
  JSON.parse(readFileSync(manifest, 'utf8')).peerDependencies,
);

const imports = new RegExp(`import\\("((?:${optionalPackages.join('|')})[\\w/]*)"\\)`, 'g');

/**
 * Hides the names of optional packages from bundlers, which would else fail where one is not installed. The program
 * imports them when they are needed.
 */
export function hideOptionalPackages(code) {
  return code.replaceAll(
    imports,
    'import(/* webpackIgnore: true */ /* @vite-ignore */ ["$1"].join())',
  );
}
