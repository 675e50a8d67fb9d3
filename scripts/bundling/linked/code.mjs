/** The file of a linked part. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path/posix';
import { rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { minifySync, Visitor } from 'rolldown/utils';
import { leaves, sourceOfName } from '../leaves.mjs';
import { sourceOf } from './names.mjs';
import { replaced } from '../syntax.mjs';

const start = 'outside:';
const entry = '\0part';

/**
 * @param folder - relative to it, the part names what it takes
 * @param isOwn - says whether a source belongs to the part
 * @param names - what other sources import of it
 * @returns the code; its sources; what it takes: for each source or package the names with those in the part, and the
 *   name of the function that imports it later
 */
export async function linkedCode(part, { folder, isOwn, names }) {
  const { code, modules } = await bundled(names, folder, isOwn);
  const body = parseAst(code).body;
  const imports = body.filter(({ type }) => type === 'ImportDeclaration');
  const exports = body.filter(({ type }) => type.startsWith('Export'));
  const { taken, spaces } = takenBy(code, imports, folder);
  const later = importsLater(code, taken);
  const wanted = [...imports, ...exports, ...later.map(({ node }) => node)];
  const text = replaced(code, wanted, ({ type, start: place }) =>
    type === 'ImportExpression' ? `${later.find(({ node }) => node.start === place).as}()` : '',
  );
  const given = taken.flatMap((one) => [
    ...one.names.map(({ as }) => as),
    ...(one.later ? [one.later] : []),
  ]);
  const returned = exports.flatMap(({ specifiers }) =>
    specifiers.map(({ local, exported }) => `${exported.name}: ${local.name}`),
  );
  const linked = `const link = ({ ${given.join(', ')} }) => {
    ${spaces.join('\n')}
    ${text}
    return { ${returned.join(', ')} };
  };
  export { link };`;
  return {
    code: minified(part, linked),
    sources: Object.keys(modules).filter((id) => id !== entry),
    taken,
  };
}

/** The sources of a part in one text, without what they import from others. */
async function bundled(names, folder, isOwn) {
  const exported = [...names].map(
    ([file, found]) => `export { ${[...found].join(', ')} } from '${file}';`,
  );
  const sources = {
    name: 'sources of a part',
    resolveId: {
      order: 'pre',
      handler(id, importer) {
        if (id === entry || importer === entry) return id;
        if (id.startsWith('\0')) return undefined;
        if (!id.startsWith('.')) return { id: start + id, external: true };
        const file = sourceOf(importer, id);
        const outside = `./${relative(folder, file).replace(/\.ts$/, '.js')}`;
        return isOwn(file) ? file : { id: start + outside, external: true };
      },
    },
    load: (id) => (id === entry ? exported.join('\n') : undefined),
  };
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    tsconfig: 'tsconfig.tools.json',
    plugins: [sources, leaves(/[\\/]bindings[\\/].*\.ts$/)],
  });
  const { output } = await bundle.generate({ comments: false, codeSplitting: false });
  return output[0];
}

/**
 * What statements import. A namespace becomes a record of the names that the code asks of it, so that a build does not
 * need all its names.
 */
function takenBy(code, imports, folder) {
  const [used, spaces, taken] = [new Set(), [], new Map()];
  const nameFor = (name) => {
    let as = name;
    for (let i = 2; used.has(as); i++) as = `${name}$${i}`;
    used.add(as);
    return as;
  };
  const locals = imports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
  locals.forEach((name) => used.add(name));
  for (const { source, specifiers } of imports) {
    const id = source.value.slice(start.length);
    if (!taken.has(id)) taken.set(id, { id, names: [] });
    const { names } = taken.get(id);
    for (const { type, imported, local } of specifiers) {
      if (type !== 'ImportNamespaceSpecifier') {
        names.push({ name: imported?.name ?? 'default', as: local.name });
        continue;
      }
      const found = membersOf(code, local.name, join(folder, id)).map((name) => ({
        name,
        as: nameFor(`${local.name}_${name}`),
      }));
      names.push(...found);
      spaces.push(
        `const ${local.name} = { ${found.map(({ name, as }) => `${name}: ${as}`).join(', ')} };`,
      );
    }
  }
  return { taken: [...taken.values()], spaces };
}

/** The names that code asks of a namespace. A variable inside a function may have its name, so a source must export them. */
function membersOf(code, namespace, file) {
  const source = file.replace(/\.js$/, '.ts');
  const isExported = (name) => !existsSync(source) || sourceOfName(source, name) !== undefined;
  const names = new Set();
  new Visitor({
    MemberExpression({ object, property, computed }) {
      if (object.name === namespace && !computed && isExported(property.name))
        names.add(property.name);
    },
  }).visit(parseAst(code));
  return [...names].sort();
}

/** The calls of `import()` of other sources, each with the name of a function that takes its place. */
function importsLater(code, taken) {
  const calls = [];
  new Visitor({
    ImportExpression(node) {
      const id = node.source.value?.slice(start.length);
      let one = taken.find((other) => other.id === id);
      if (one === undefined) taken.push((one = { id, names: [] }));
      one.later ??= `later$${calls.length}`;
      calls.push({ node, as: one.later });
    },
  }).visit(parseAst(code));
  return calls;
}

function minified(part, code) {
  const { code: short, errors } = minifySync(`${part}.js`, code, {
    module: true,
    compress: { keepNames: { function: true, class: true } },
    mangle: { toplevel: true, keepNames: { function: false, class: true } },
  });
  if (errors.length > 0) throw new Error(`${part}: ${errors[0].message}`);
  return short;
}
