/**
 * Packages inside a build. Those in CommonJS get a module of ours, which bundlers leave out if it is not used; the package
 * string-width is evaluated when a text needs it: its patterns of emoji and its segmenter take 40 ms, and few texts
 * need them.
 */
const modules = {
  chardet: `export { analyse } from 'chardet';`,
  'string-width': `export default (text) => require('string-width').default(text);`,
};

const start = '\0package:';

export const packages = {
  name: 'packages',
  resolveId: {
    order: 'pre',
    handler(id, importer) {
      const isOurs = importer !== undefined && !importer.startsWith(start);
      return isOurs && id in modules ? { id: start + id, moduleSideEffects: false } : undefined;
    },
  },
  load: (id) => (id.startsWith(start) ? modules[id.slice(start.length)] : undefined),
};

/** The package that a file belongs to. */
export const packageOf = (path) =>
  /^\0package:(.*)$/.exec(path)?.[1] ??
  /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1];
