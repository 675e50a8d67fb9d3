/** Packages inside the builds. */

/**
 * Packages that few runs need: a file of their own in `dist/texts/` has what the sources import of each. Those in
 * CommonJS get a module of ours, which bundlers leave out if it is not used; the package string-width is evaluated when
 * a text needs it: its patterns of emoji and its segmenter take 40 ms, and few texts need them.
 */
export const sharedPackages = {
  fflate: {
    functions: ['Gunzip', 'gzipSync', 'Inflate', 'strFromU8', 'strToU8', 'unzipSync', 'zipSync'],
  },
  fzstd: { functions: ['decompress'] },
  htmlparser2: { functions: ['Parser'] },
  saxen: { functions: ['Parser'] },
  'string-width': {
    functions: ['default'],
    code: `export default (text) => require('string-width').default(text);`,
  },
  yaml: {
    functions: [
      ...['isAlias', 'isMap', 'isNode', 'isScalar', 'isSeq'],
      ...['Lexer', 'LineCounter', 'parseDocument', 'stringify', 'visit'],
    ],
  },
};

/** Modules of packages that no call of ours reaches: fflate unpacks gzip. */
const unreached = /[\\/]hyparquet-compressors[\\/]src[\\/]gzip\.js$/;

/** What stands for such a module; undefined for all others. */
const emptyModule = (id) => (unreached.test(id) ? 'export const gunzip = undefined;' : undefined);

const start = '\0package:';

/** The name of the module that has what the sources import of a package. */
export const moduleOf = (name) => start + name;

/** The plugin for builds that contain other packages. */
export const reducedPackages = { name: 'reduced packages', load: emptyModule };

/** The modules of packages. */
export const packages = {
  name: 'packages',
  resolveId: (id) => (id.startsWith(start) ? { id, moduleSideEffects: false } : undefined),
  load(id) {
    if (!id.startsWith(start)) return emptyModule(id);
    const name = id.slice(start.length);
    const { functions, code } = sharedPackages[name];
    return code ?? `export { ${functions.join(', ')} } from '${name}';`;
  },
};

/** The package that a file belongs to. */
export const packageOf = (path) => /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1];
