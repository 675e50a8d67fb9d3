/** Rewrites, in what the builds write, imports of packages that are not always installed. */
import { readFileSync } from 'node:fs';

const manifest = new URL('../package.json', import.meta.url);

/** The names of the optional packages. */
export const optionalPackages = Object.keys(
  JSON.parse(readFileSync(manifest, 'utf8')).peerDependencies,
);

const imports = new RegExp(`import\\("((?:${optionalPackages.join('|')})[\\w/]*)"\\)`, 'g');

/**
 * Hides the names of optional packages from bundlers, which would otherwise fail if one is not installed. The program
 * imports them when they are needed.
 */
export function hideOptionalPackages(code) {
  return code.replaceAll(
    imports,
    'import(/* webpackIgnore: true */ /* @vite-ignore */ ["$1"].join())',
  );
}
