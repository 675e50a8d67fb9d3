/**
 * What a page loads: JavaScript and the core together, compressed by Brotli. `npx tsx bench/page-sizes.ts` prints it
 * after a build. A page is bundled by esbuild from the package as it is published; parts that are imported on first
 * use do not count.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { loadedParts, models, pageOf } from './loaded-parts.js';
import { type Size, sizeOf } from './size.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const uses = (names: string, entry: string) =>
  `import { ${names} } from '${entry}';\nconsole.log(${names});\n`;
const whole = (entry: string) => `import * as all from '${entry}';\nconsole.log({ ...all });\n`;

/** Programs of example pages. */
export const pages = {
  'a constant of the root': uses('packageVersion', 'wasmetrics'),
  'least squares of arrays': uses('ols, ready', 'wasmetrics/estimators'),
  'instrumental variables of arrays': uses('iv, ready', 'wasmetrics/estimators'),
  'system GMM of arrays': uses('dpd, ready', 'wasmetrics/estimators'),
  'system GMM of arrays with its bootstrap': uses(
    'dpd, bootstrapDpd, ready',
    'wasmetrics/estimators',
  ),
  'wasmetrics/linalg': whole('wasmetrics/linalg'),
  'wasmetrics/distributions': whole('wasmetrics/distributions'),
  'wasmetrics/random': whole('wasmetrics/random'),
  'wasmetrics/resampling': whole('wasmetrics/resampling'),
  'wasmetrics/estimators': whole('wasmetrics/estimators'),
  'a formula on a table': uses('fitModel', 'wasmetrics'),
  'a file, a formula, a bootstrap, a report':
    uses('fitModel, bootstrap', 'wasmetrics') +
    uses('readTable', 'wasmetrics/data') +
    uses('toText', 'wasmetrics/report'),
} as const;

/** Leaves parts that are imported on first use out of a bundle. */
const withoutLaterParts: Plugin = {
  name: 'without later parts',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** Size of a bundled page: only what it loads at once, or all parts in one file. */
export async function pageSize(program: string, parts: 'at once' | 'all' = 'at once') {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: ['node:*'],
    write: false,
    plugins: parts === 'all' ? [] : [withoutLaterParts],
  });
  return sizeOf(outputFiles.map(({ contents }) => contents));
}

/** Size of what a page without a bundler loads when it imports a file of `dist/esm/`. */
export function fileSize(name: string): Size {
  const contents = (file: string) => readFileSync(`${root}dist/esm/${file}`);
  const importsOf = (file: string) =>
    Array.from(
      contents(file)
        .toString()
        .matchAll(/(?:import|from)\s*"(\.{1,2}\/[^"]+)"/g),
      ([, imported]) => imported!,
    );
  return sizeOf([...closure(`${name}.js`, importsOf)].map(contents));
}

/** A file and what it imports, directly or through other files. */
function closure(first: string, importsOf: (file: string) => readonly string[]): Set<string> {
  const files = new Set([first]);
  for (const file of files) importsOf(file).forEach((imported) => files.add(imported));
  return files;
}

async function main(): Promise<void> {
  console.log(
    'bytes, and bytes compressed by Brotli: at once; as one file with parts that are loaded later',
  );
  for (const [name, program] of Object.entries(pages)) {
    print(name, [await pageSize(program), await pageSize(program, 'all')]);
  }
  for (const name of ['index', 'linalg', 'distributions', 'random', 'resampling', 'estimators']) {
    print(`the file dist/esm/${name}.js`, [fileSize(name)]);
  }
  console.log('a page that reads a file, fits, bootstraps and reports: at once; all that it loads');
  for (const [name, model] of Object.entries(models)) {
    const { atOnce, inAll } = await loadedParts(pageOf(model));
    print(name, [atOnce, inAll]);
  }
}

function print(name: string, sizes: readonly Size[]): void {
  const cells = sizes.flatMap(({ bytes, brotli }) => [bytes, brotli]);
  const texts = cells.map((size) => `${(size / 1000).toFixed(1)} kB`.padStart(10));
  console.log(name.padEnd(38), ...texts);
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) await main();
