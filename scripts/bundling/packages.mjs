/**
 * Packages inside a build. Those in CommonJS get a module of ours, which bundlers leave out if it is not used; the package
 * string-width is evaluated when a text needs it: its patterns of emoji and its segmenter take 40 ms, and few texts
 * need them.
 */
const modules = {
  chardet: `export { analyse } from 'chardet';`,
  'string-width': `export default (text) => require('string-width').default(text);`,
};

/**
 * Packages with functions inside blocks have builds of their own, in which functions keep their names: esbuild moves
 * such a function out of its block, where a shortened name can be taken.
 */
export const apartPackages = {
  papaparse: `export { default } from 'papaparse';`,
};

export const fileOfPackage = (name) => `package-${name}.js`;

const start = '\0package:';

export const packages = {
  name: 'packages',
  resolveId: {
    order: 'pre',
    handler(id, importer) {
      const isOurs = importer !== undefined && !importer.startsWith(start);
      if (isOurs && id in apartPackages) {
        return { id: `./${fileOfPackage(id)}`, external: true, moduleSideEffects: false };
      }
      return isOurs && id in modules ? { id: start + id, moduleSideEffects: false } : undefined;
    },
  },
  load: (id) => (id.startsWith(start) ? modules[id.slice(start.length)] : undefined),
};

/** The package that a file belongs to. */
export const packageOf = (path) =>
  /^\0package:(.*)$/.exec(path)?.[1] ??
  /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1];
