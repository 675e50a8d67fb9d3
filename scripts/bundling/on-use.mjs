/**
 * Functions that an entry point loads when they are first called, so that a program does not load what it never calls.
 * The entry point names them like others; the build puts functions in their place that import their files.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { replaced, statementsOf } from './syntax.mjs';

const module = '\0on use';
const helper = 'bindings/core/values/on-use.ts';

/**
 * The plugin for an entry point.
 *
 * @param files - matches the files whose asynchronous functions are loaded on use
 */
export function onUse(entry, files) {
  const places = new Map();
  return {
    name: 'on use',
    resolveId: (id) => (id === module ? id : undefined),
    load: (id) => (id === module ? functionsAt(places) : undefined),
    transform: {
      order: 'pre',
      filter: { id: new RegExp(`/${entry}$`) },
      handler(code) {
        const nodes = statementsOf(code).filter(
          ({ exportKind, source }) => exportKind !== 'type' && files.test(source?.value ?? ''),
        );
        return replaced(code, nodes, ({ source, specifiers }) => {
          const file = join(dirname(entry), source.value).replace(/\.js$/, '.ts');
          const names = asynchronousIn(file);
          const values = specifiers.filter(({ exportKind }) => exportKind !== 'type');
          const exported = values.map(({ local }) => local.name);
          const later = exported.filter((name) => names.has(name));
          later.forEach((name) => places.set(name, file));
          const others = exported.filter((name) => !names.has(name));
          return exportOf(later, module) + exportOf(others, source.value);
        });
      },
    },
  };
}

const exportOf = (names, from) =>
  names.length === 0 ? '' : `export { ${names.join(', ')} } from '${from}';`;

/** The names of the asynchronous functions that a file exports. */
function asynchronousIn(file) {
  const declared = statementsOf(readFileSync(file, 'utf8')).map(({ declaration }) => declaration);
  return new Set(declared.flatMap((node) => (node?.async === true ? node.id.name : [])));
}

/** The module of the functions. */
function functionsAt(places) {
  const pathOf = (file) => JSON.stringify(join(process.cwd(), file));
  const functions = [...places].map(
    ([
      name,
      file,
    ]) => `const ${name}File = /* @__PURE__ */ onFirstUse(() => import(${pathOf(file)}));
export async function ${name}(...args) {
  return calledOf(${name}File, ${JSON.stringify(name)}, args);
}`,
  );
  return [`import { calledOf, onFirstUse } from ${pathOf(helper)};`, ...functions].join('\n');
}
