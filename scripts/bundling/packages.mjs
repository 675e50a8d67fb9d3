/** Packages inside the builds. */
import { readFileSync } from 'node:fs';

/**
 * Packages that few runs need: a file of their own in `dist/texts/` has what the sources import of each. Those in
 * CommonJS get a module of ours, which bundlers leave out if it is not used; the package string-width is evaluated when
 * a text needs it: its patterns of emoji and its segmenter take 40 ms, and few texts need them.
 */
export const sharedPackages = {
  chardet: { functions: ['analyse'] },
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

/** Files of packages without what no call of ours reaches: other encodings and files in chardet, gzip where fflate unpacks. */
const reduced = [
  [
    /[\\/]chardet[\\/]lib[\\/]index\.js$/,
    (code) =>
      code
        .replace(/^[^]*?(?=Object\.defineProperty\(exports)/, '')
        .replaceAll('__importStar', '')
        .replace(/^.*(?:node_1|utf8_1|unicode|iso2022|ascii_1)\b.*$/gm, '')
        .replace(/^const detectFile = [^]*^exports\.detectFileSync = .*$/m, ''),
  ],
  [/[\\/]hyparquet-compressors[\\/]src[\\/]gzip\.js$/, () => 'export const gunzip = undefined;'],
];

/** The code of a file that is reduced; undefined for all others. */
function reducedCode(id) {
  const reduce = reduced.find(([path]) => path.test(id))?.[1];
  return reduce?.(readFileSync(id, 'utf8'));
}

const start = '\0package:';

/** The name of the module that has what the sources import of a package. */
export const moduleOf = (name) => start + name;

/** The plugin for builds that contain other packages. */
export const reducedPackages = { name: 'reduced packages', load: reducedCode };

/** The modules of packages. */
export const packages = {
  name: 'packages',
  resolveId: (id) => (id.startsWith(start) ? { id, moduleSideEffects: false } : undefined),
  load(id) {
    if (!id.startsWith(start)) return reducedCode(id);
    const name = id.slice(start.length);
    const { functions, code } = sharedPackages[name];
    return code ?? `export { ${functions.join(', ')} } from '${name}';`;
  },
};

/** The package that a file belongs to. */
export const packageOf = (path) => /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1];
