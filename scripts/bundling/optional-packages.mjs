/** Packages that are not always installed. */
import { readFileSync } from 'node:fs';
import { dynamicImports, replaced } from './syntax.mjs';

const manifest = new URL('../../package.json', import.meta.url);

/** The names of the optional packages. */
export const optionalPackages = Object.keys(
  JSON.parse(readFileSync(manifest, 'utf8')).peerDependencies,
);

/** True for an import of an optional package, or of a part of one. */
export function isOptional(specifier) {
  return optionalPackages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

/**
 * Hides the names of optional packages from bundlers, which would otherwise fail if one is not installed. The program
 * imports them when they are needed.
 */
export const hiddenPackages = {
  name: 'hidden packages',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = withoutNames(chunk.code);
    }
  },
};

function withoutNames(code) {
  const hidden = dynamicImports(code).filter(({ source }) => isOptional(textOf(source)));
  return replaced(code, hidden, ({ source }) => {
    const name = JSON.stringify(textOf(source));
    return `import(/* webpackIgnore: true */ /* @vite-ignore */ [${name}].join())`;
  });
}

/** The text of a literal; empty for other expressions. */
function textOf({ value, quasis = [] }) {
  return value ?? (quasis.length === 1 ? quasis[0].value.cooked : '');
}
