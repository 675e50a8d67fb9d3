/**
 * Replaces imports from index files (`index.ts`) by imports of the files that declare the names. Bundlers that split a
 * program into parts would load the whole index for one name, and everything that its files import.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { replaced, statementsOf } from './syntax.mjs';

/** Index files: the contents of folders, and the entry points of the package. */
const isIndex = /\/(index|entries\/\w+)\.js$/;

/** By index file, the files of its names. */
const pages = new Map();

/** The plugin for sources whose paths match. `packages` are paths of index files by the names of packages. */
export const leaves = (id, packages = {}) => ({
  name: 'leaves',
  transform: {
    order: 'pre',
    filter: { id },
    handler: (code, path) => withLeafImports(code, relative(process.cwd(), path), packages),
  },
});

/** Replaces `import { a, b } from './index.js'` by imports from the files of a and b. */
function withLeafImports(code, path, packages) {
  const pageOfImport = ({ value }) =>
    packages[value] ?? (isIndex.test(value) ? sourceOf(path, value) : undefined);
  const imports = statementsOf(code).filter(
    ({ type, source }) => type === 'ImportDeclaration' && pageOfImport(source) !== undefined,
  );
  return replaced(code, imports, (node) => importsOf(node, pageOfImport(node.source), path));
}

/** The imports of the values of a statement; imports of types leave nothing. */
function importsOf({ importKind, specifiers }, page, path) {
  const values = importKind === 'type' ? [] : specifiers.filter((one) => one.importKind !== 'type');
  const imports = values.map(({ imported, local }) => {
    const { file, name } = sourceOfName(page, imported.name);
    return `import { ${name} as ${local.name} } from '${pathTo(path, file)}';`;
  });
  return imports.join('\n');
}

/** The file that declares a name, and its name there, starting from an index file. */
export function sourceOfName(page, name) {
  const { declared, named, others } = pageOf(page);
  if (declared.has(name)) return { file: page, name };
  const from = named.get(name);
  if (from !== undefined) return sourceOfName(from.file, from.name);
  for (const other of others) {
    const source = sourceOfName(other, name);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** The names that a file declares, those that it takes from others, and files of which it has all names. */
function pageOf(path) {
  const known = pages.get(path);
  if (known !== undefined) return known;
  const page = { declared: new Set(), named: new Map(), others: [] };
  for (const node of statementsOf(readFileSync(path, 'utf8'))) {
    if (node.type === 'ExportAllDeclaration') page.others.push(sourceOf(path, node.source.value));
    if (node.type === 'ExportNamedDeclaration') addNames(page, path, node);
  }
  pages.set(path, page);
  return page;
}

function addNames({ declared, named }, path, { declaration, source, specifiers }) {
  for (const { local, exported } of specifiers) {
    if (source === null) declared.add(exported.name);
    else named.set(exported.name, { file: sourceOf(path, source.value), name: local.name });
  }
  for (const node of declaration?.declarations ?? [declaration])
    if (node) declared.add(node.id.name);
}

function sourceOf(path, specifier) {
  return join(dirname(path), specifier).replace(/\.js$/, '.ts');
}

function pathTo(path, file) {
  const to = relative(dirname(path), file).replace(/\.ts$/, '.js');
  return to.startsWith('.') ? to : `./${to}`;
}
