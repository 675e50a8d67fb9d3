/**
 * Makes an `import()` static if the build contains the imported part anyway: it would only cut the code into more
 * files.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { build } from 'esbuild';

const importOnUse = /\bimport\('(\.[^']+)\.js'\)/g;

/** The plugin for a build of `entry`. Imports stay dynamic in files that a `lighter` entry point needs. */
export async function heldParts(entry, lighter = []) {
  const held = await filesOf([entry]);
  const light = await filesOf(lighter);
  return {
    name: 'held parts',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]bindings[\\/].*\.ts$/ }, ({ path }) => {
        const file = relative(process.cwd(), path);
        if (light.has(file)) return undefined;
        const code = readFileSync(path, 'utf8');
        const parts = [];
        const contents = code.replace(importOnUse, (text, target) => {
          if (!held.has(join(dirname(file), `${target}.ts`))) return text;
          parts.push(`import * as held${parts.length} from '${target}.js';`);
          return `Promise.resolve(held${parts.length - 1})`;
        });
        return parts.length === 0
          ? undefined
          : { contents: parts.join(' ') + contents, loader: 'ts' };
      });
    },
  };
}

/** The files that entry points need at once. */
async function filesOf(entryPoints) {
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'unwritten',
    write: false,
    metafile: true,
    plugins: [withoutLaterParts],
  });
  return new Set(Object.keys(metafile.inputs));
}

const withoutLaterParts = {
  name: 'without later parts',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};
