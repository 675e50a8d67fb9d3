/**
 * The files of entry points that only export from parts, for bundlers: `export *` from a list for each part. When
 * esbuild splits a program, it loads at once all files that an entry point names, even those that the program loads on
 * first use; it sees through `export *`. Each file costs Node a millisecond, so
 * the first entry point has a file without lists for Node.
 */
import { basename } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** The plugin for the entry points of these names. */
export const contents = (entries) => ({
  name: 'contents',
  generateBundle(_, bundle) {
    for (const entry of entries) {
      const chunk = Object.values(bundle).find(({ name }) => name === entry);
      if (entry === entries[0])
        this.emitFile({ type: 'asset', fileName: `${entry}-node.js`, source: chunk.code });
      const lists = listsOf(chunk.code).map(({ from, names }) => {
        const source = `export { ${names.join(', ')} } from "./${from}";\n`;
        const fileName = `${entry}-of-${from}`;
        this.emitFile({ type: 'asset', fileName, source });
        return `export * from "./${basename(fileName)}";\n`;
      });
      chunk.code = lists.join('');
    }
  },
});

/** The names that a chunk exports, by the file that it imports them from. */
function listsOf(code) {
  const places = new Map();
  const lists = new Map();
  for (const { type, source, specifiers } of parseAst(code).body) {
    if (type === 'ImportDeclaration') {
      const from = basename(source.value);
      specifiers.forEach(({ local, imported }) =>
        places.set(local.name, { from, name: imported.name }),
      );
    } else if (type === 'ExportNamedDeclaration') {
      for (const { local, exported } of specifiers) {
        const { from, name } = places.get(local.name);
        lists.set(from, [...(lists.get(from) ?? []), `${name} as ${exported.name}`]);
      }
    } else throw new Error(`an entry point: expected imports and exports alone, found ${type}`);
  }
  return [...lists].map(([from, names]) => ({ from, names }));
}
