import { readFileSync } from 'node:fs';

/** Packages that a user installs for some functions. */
export const optionalPackages = Object.keys(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).peerDependencies,
);

const imports = new RegExp(`import\\("((?:${optionalPackages.join('|')})[\\w/]*)"\\)`, 'g');

/**
 * Hides the names of optional packages from bundlers, which would else fail where one is not installed. Node imports
 * them when they are needed.
 */
export function withHiddenPackages(code) {
  return code.replaceAll(
    imports,
    'import(/* webpackIgnore: true */ /* @vite-ignore */ ["$1"].join())',
  );
}
