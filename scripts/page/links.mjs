/** How the files of the page and of the library lead to each other. */
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'rolldown/utils';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * A link of a file: the characters from `start` to `end` name another file. `import` is the literal of a static import,
 * `later` the call of `import()`, `address` an expression for the file's address, and `worker` the start of a worker.
 *
 * @typedef {{ start: number, end: number, kind: 'import' | 'later' | 'address' | 'worker', file: string }} Link
 */

/** @returns {Link[]} in order of their places; files by their paths in `dist/` */
function linksOf(file) {
  const code = readFileSync(dist + file, 'utf8');
  const links = [];
  const add = (kind, { start, end }, name) => {
    const target = posix.join(posix.dirname(file), name);
    if (existsSync(dist + target)) links.push({ start, end, kind, file: target });
  };
  const { module, program } = parseSync(file, code);
  const statics = [
    ...module.staticImports,
    ...module.staticExports.map(({ entries }) => entries[0]),
  ];
  for (const { moduleRequest } of statics) {
    if (moduleRequest?.value) add('import', moduleRequest, moduleRequest.value);
  }
  for (const { start, end, moduleRequest } of module.dynamicImports) {
    const [, name] =
      /^["'`](.*)["'`]$/.exec(code.slice(moduleRequest.start, moduleRequest.end)) ?? [];
    if (name !== undefined) add('later', { start, end }, name);
  }
  if (module.importMetas.length > 0) {
    new Visitor({
      NewExpression(node) {
        const isWorker = node.callee.name === 'Worker';
        const name = addressIn(isWorker ? node.arguments[0] : node);
        if (name !== undefined) add(isWorker ? 'worker' : 'address', node, name);
      },
    }).visit(program);
  }
  const inner = (one) => links.some((other) => other !== one && contains(other, one));
  return links.filter((one) => !inner(one)).sort((a, b) => a.start - b.start);
}

const contains = (outer, inner) => outer.start <= inner.start && inner.end <= outer.end;

/** The text of a literal. */
function textOf({ type, value, quasis = [] }) {
  if (type === 'Literal' && typeof value === 'string') return value;
  return quasis.length === 1 ? quasis[0].value.cooked : undefined;
}

/** The file of `new URL('file', import.meta.url)`, also in `new URL(new URL(…).href, …)`. */
function addressIn(node) {
  if (node?.type === 'MemberExpression') return addressIn(node.object);
  if (node?.type === 'BinaryExpression') return addressIn(node.right);
  if (node?.type !== 'NewExpression' || node.callee.name !== 'URL') return undefined;
  return textOf(node.arguments[0]) ?? addressIn(node.arguments[0]);
}

/** Some files and all that they lead to by links of these kinds. @returns {string[]} */
export function reachedFrom(files, kinds) {
  const found = new Set(files);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    for (const link of knownLinks(file)) if (kinds.includes(link.kind)) found.add(link.file);
  }
  return [...found];
}

const known = new Map();

export function knownLinks(file) {
  if (!known.has(file)) known.set(file, linksOf(file));
  return known.get(file);
}
