/**
 * Index files of entry points for bundlers: `export *` from an index for each file with public names. When esbuild
 * splits a program into parts, it loads at once everything that an index names, even what the program imports on first
 * use; it sees through `export *`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { build } from 'esbuild';
import { sourceOfName } from './leaves.mjs';

/** Writes the index files of entry points, given by their paths in `bindings`, to the folder of the modules. */
export async function writeContents(paths, out) {
  const names = await valuesOf(paths.map((path) => `bindings/${path}`));
  paths.forEach((path, i) => writePage(path, names[i], out));
}

/** The names of values that each file exports, without types. */
async function valuesOf(files) {
  const builds = files.map((file) =>
    build({
      entryPoints: [file],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      outdir: 'unwritten',
      write: false,
      metafile: true,
    }),
  );
  const built = await Promise.all(builds);
  return built.flatMap(({ metafile }) => Object.values(metafile.outputs).map((o) => o.exports));
}

function writePage(path, names, out) {
  const page = join(out, compiled(path));
  const folder = join(out, 'contents', path === 'index.ts' ? 'root' : dirname(path));
  const pages = [...namesByFile(`bindings/${path}`, names)].map(([file, list]) => {
    const leaf = compiled(relative('bindings', file));
    const part = join(folder, leaf);
    write(part, `export { ${list.join(', ')} } from "${pathTo(part, join(out, leaf))}";\n`);
    return `export * from "${pathTo(page, part)}";\n`;
  });
  write(page, pages.join(''));
}

function namesByFile(page, names) {
  const files = new Map();
  for (const shown of names) {
    const { file, name } = sourceOfName(page, shown);
    const written = name === shown ? name : `${name} as ${shown}`;
    files.set(file, [...(files.get(file) ?? []), written]);
  }
  return files;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function compiled(path) {
  return path.replace(/\.ts$/, '.js');
}

function pathTo(path, file) {
  const to = relative(dirname(path), file);
  return to.startsWith('.') ? to : `./${to}`;
}
