/**
 * The page imports the library by the names of its entry points. The build takes each name from the part of `dist/esm/`
 * that has it, because an entry point would load the parts of all its other names, too. The package yaml is that of the
 * library; `scripts/bundling/packages.mjs` has the functions in it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { replaced } from '../bundling/syntax.mjs';

const folder = fileURLToPath(new URL('../../dist/esm/', import.meta.url));
const entry = /^wasmetrics(?:\/(\w+))?$/;
const start = 'wasmetrics-part:';

/** The plugins for builds of the page, from whose files `dist` leads to `dist/`. */
export const libraryParts = (dist = '../') => [
  {
    name: 'addresses of the library',
    enforce: 'pre',
    resolveId(id) {
      const place = id === 'yaml' ? 'texts/yaml.js' : addressOf(id);
      return place === undefined ? undefined : { id: dist + place, external: true };
    },
  },
  {
    name: 'parts of the library',
    enforce: 'post',
    transform: {
      filter: { id: /[\\/]web[\\/].*\.tsx?$/, code: /wasmetrics/ },
      handler(code, file) {
        const imports = parseAst(code).body.filter(
          ({ type, source }) => type === 'ImportDeclaration' && entry.test(source.value),
        );
        return replaced(code, imports, (node) => importsFromParts(node, file));
      },
    },
  },
];

/** Where in `dist/` a part or an entry point is; undefined for all else. */
function addressOf(id) {
  if (id.startsWith(start)) return `esm/${id.slice(start.length)}`;
  const [found, name = 'index'] = entry.exec(id) ?? [];
  return found === undefined ? undefined : `esm/${name}.js`;
}

/** An import of names from an entry point as an import from each of their parts. */
function importsFromParts({ source, specifiers }, file) {
  const [, name = 'index'] = entry.exec(source.value);
  const places = placesOf(`${name}.js`);
  return specifiers
    .map(({ imported, local }) => {
      const place = places.get(imported?.name);
      if (place === undefined) {
        const missing = imported?.name ?? 'default';
        throw new Error(
          `${file}: ${source.value} has no ${missing}; if it is new, run node scripts/library.mjs`,
        );
      }
      return `import { ${place.name} as ${local.name} } from '${start}${place.part}';`;
    })
    .join('');
}

const known = new Map();

/** The names that a file of the library exports, each with its part and its name there. */
function placesOf(file) {
  if (!existsSync(folder + file))
    throw new Error(`dist/esm/${file} is missing: run npm run build:node`);
  if (!known.has(file)) known.set(file, exportsOf(file));
  return known.get(file);
}

function exportsOf(file) {
  const places = new Map();
  const imported = new Map();
  for (const { type, source, specifiers } of parseAst(readFileSync(folder + file, 'utf8')).body) {
    const part = source?.value.slice(2);
    if (type === 'ImportDeclaration') {
      for (const one of specifiers) imported.set(one.local.name, { part, name: one.imported.name });
    } else if (type === 'ExportAllDeclaration') {
      for (const [name, place] of placesOf(part)) places.set(name, place);
    } else if (type === 'ExportNamedDeclaration') {
      for (const { local, exported } of specifiers) {
        const place = part === undefined ? imported.get(local.name) : { part, name: local.name };
        places.set(exported.name, place ?? { part: file, name: exported.name });
      }
    }
  }
  return places;
}
