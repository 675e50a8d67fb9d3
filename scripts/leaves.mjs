/**
 * Replaces imports from index files (`index.ts`) by imports of the files that declare the names. Bundlers that split a
 * program into parts would load the whole index for one name, and everything that its files import.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';

const reexport = /export (type )?\{([^}]*)\} from '(\.[^']+)';/g;
const allOf = /export \* from '(\.[^']+)';/g;
const statement = /^import (type )?\{([^}]*)\} from '(\.[^']+\/index\.js)';/gm;

/** By index file, the file that declares each of its names. */
const pages = new Map();

/**
 * Replaces `import { a, b } from './index.js'` in a file (a path from the root of the sources) by imports from the
 * files of a and b.
 */
export function withLeafImports(code, path) {
  return code.replace(statement, (text, type, names, specifier) => {
    const page = sourceOf(path, specifier);
    const files = new Map();
    for (const written of listOf(names)) {
      const [, kind = '', asked, local = asked] = /^(type )?(\w+)(?: as (\w+))?$/.exec(written);
      const { file, name } = sourceOfName(page, asked);
      const shown = name === local ? name : `${name} as ${local}`;
      files.set(file, [...(files.get(file) ?? []), `${kind}${shown}`]);
    }
    if (files.size === 1 && files.has(page)) return text;
    return [...files].map(([file, all]) => importOf(type, all, pathTo(path, file))).join('\n');
  });
}

/** An import of types only disappears, so a file of types need not exist. */
function importOf(type, names, specifier) {
  const all = type !== undefined || names.every((name) => name.startsWith('type '));
  const list = all ? names.map((name) => name.replace(/^type /, '')) : names;
  return `import ${all ? 'type ' : ''}{ ${list.join(', ')} } from '${specifier}';`;
}

/** The file that declares a name, and its name there, starting from an index file. */
export function sourceOfName(page, name) {
  const { named, pages: others } = pageOf(page);
  const from = named.get(name);
  if (from !== undefined) return sourceOfName(from.file, from.name);
  for (const other of others) {
    const source = sourceOfName(other, name);
    if (source.file !== other || declares(other, name)) return source;
  }
  return { file: page, name };
}

function declares(path, name) {
  const declaration = `export (?:declare |abstract |async )*(?:function\\*?|const|let|class|interface|type) ${name}\\b`;
  return new RegExp(declaration).test(readFileSync(path, 'utf8'));
}

function pageOf(path) {
  const known = pages.get(path);
  if (known !== undefined) return known;
  const code = readFileSync(path, 'utf8');
  const named = new Map();
  for (const [, , names, specifier] of code.matchAll(reexport)) {
    for (const name of listOf(names)) {
      const [declared, shown = declared] = name.replace(/^type /, '').split(' as ');
      named.set(shown, { file: sourceOf(path, specifier), name: declared });
    }
  }
  const page = { named, pages: [...code.matchAll(allOf)].map(([, to]) => sourceOf(path, to)) };
  pages.set(path, page);
  return page;
}

function listOf(names) {
  return names.split(',').flatMap((name) => name.trim() || []);
}

function sourceOf(path, specifier) {
  return join(dirname(path), specifier).replace(/\.js$/, '.ts');
}

function pathTo(path, file) {
  const to = relative(dirname(path), file).replace(/\.ts$/, '.js');
  return to.startsWith('.') ? to : `./${to}`;
}
