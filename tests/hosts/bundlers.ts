/** Bundlers, whose pages run in Chromium and whose servers run in Node. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type * as vite from 'vite';
import { answerOf, app, bin, command, file, type Host, imports } from './app.js';
import { answerOfPage } from './page.js';
import { serveFolder } from './serve-folder.js';

/** A page of a bundled program. */
const pageOf = (script: string) =>
  `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${script}"></script>`;

/** The script of a page; the default targets of some bundlers lack top-level await. */
const entry = () =>
  file(
    'page.js',
    `${imports('wasmetrics', 'wasmetrics/estimators')}runProgram(root, estimators).then((answer) => {
  globalThis.answer = answer;
});\n`,
  );

/** Runs a bundler into a folder of its own, and opens the page of the file that it writes. */
async function bundled(folder: string, script: string, bundle: () => Promise<unknown>) {
  rmSync(join(app, folder), { recursive: true, force: true });
  entry();
  await bundle();
  file(`${folder}/index.html`, pageOf(script));
  return answerOfPage(await serveFolder(join(app, folder)));
}

export const esbuild = join(import.meta.dirname, '../../node_modules/esbuild/bin/esbuild');

const bundlers: readonly Host[] = [
  {
    name: 'esbuild, one file',
    packages: [],
    quick: true,
    run: () =>
      bundled('esbuild', './page.js', () =>
        command(esbuild, ['page.js', '--bundle', '--format=esm', '--outdir=esbuild']),
      ),
  },
  {
    name: 'esbuild for Node, CommonJS',
    packages: [],
    quick: true,
    run: async () => {
      const text = `const root = { ...require('wasmetrics'), ...require('wasmetrics/data') };
const estimators = require('wasmetrics/estimators');
const { runProgram } = require('./program.js');
runProgram(root, estimators).then((answer) => console.log(JSON.stringify(answer)));\n`;
      const args = [
        '--bundle',
        '--platform=node',
        '--format=cjs',
        '--outfile=esbuild-node/main.cjs',
      ];
      await command(esbuild, [file('node.cjs', text), ...args]);
      return answerOf(process.execPath, ['esbuild-node/main.cjs']);
    },
  },
  {
    name: 'Rollup',
    packages: ['rollup@4.68.8', '@rollup/plugin-node-resolve@16.0.3'],
    run: () =>
      bundled('rollup', './page.js', () => {
        const resolve = '@rollup/plugin-node-resolve={browser:true}';
        return command(bin('rollup'), ['page.js', '--dir', 'rollup', '-f', 'es', '-p', resolve]);
      }),
  },
  {
    name: 'webpack',
    packages: ['webpack@5.113.0', 'webpack-cli@7.3.1'],
    run: () =>
      bundled('webpack', './main.js', () =>
        command(bin('webpack'), ['--mode', 'development', '--entry', './page.js', '-o', 'webpack']),
      ),
  },
  {
    name: 'Parcel',
    packages: ['parcel@2.16.4', 'process@0.11.10'],
    run: () =>
      bundled('parcel', './page.js', () => {
        const plain = ['--no-cache', '--no-autoinstall', '--no-source-maps'];
        return command(bin('parcel'), ['build', 'page.js', '--dist-dir', 'parcel', ...plain]);
      }),
  },
  {
    name: 'webpack for Node',
    packages: ['webpack@5.113.0', 'webpack-cli@7.3.1'],
    run: async () => {
      const out = ['--target', 'node', '-o', 'webpack-node', '--output-filename', 'main.cjs'];
      const printing = `${imports('wasmetrics', 'wasmetrics/estimators')}runProgram(root, estimators).then((answer) => {
  console.log(JSON.stringify(answer));
});\n`;
      const args = ['--mode', 'production', '--entry', file('printing.js', printing), ...out];
      await command(bin('webpack'), args);
      return answerOf(process.execPath, ['webpack-node/main.cjs']);
    },
  },
];

/** A version of Vite, installed under a name of its own. */
export function viteOf(version: string) {
  const name = `vite-${version.split('.')[0]}`;
  return {
    name,
    packages: [`${name}@npm:vite@${version}`],
    load: () =>
      import(join(app, 'node_modules', name, 'dist/node/index.js')) as Promise<typeof vite>,
  };
}

function viteHosts(version: string): readonly Host[] {
  const [major] = version.split('.');
  const { name, packages, load } = viteOf(version);
  const enter = () => {
    entry();
    file('index.html', pageOf('/page.js'));
    return load();
  };
  const settings = { root: app, configFile: false, logLevel: 'error' } as const;
  return [
    {
      name: `Vite ${major}, build`,
      packages,
      run: async () => {
        const { build } = await enter();
        await build({ ...settings, build: { outDir: name, emptyOutDir: true } });
        return answerOfPage(await serveFolder(join(app, name)));
      },
    },
    {
      name: `Vite ${major}, development`,
      packages,
      run: async () => {
        const { createServer } = await enter();
        const cacheDir = join('node_modules', `.${name}`);
        const server = await createServer({ ...settings, cacheDir, server: { port: 0 } });
        await server.listen();
        const origin = server.resolvedUrls!.local[0]!;
        return answerOfPage({ origin, close: () => server.close() });
      },
    },
  ];
}

export const bundlerHosts = [
  ...bundlers,
  ...viteHosts('6.4.6'),
  ...viteHosts('7.3.8'),
  ...viteHosts('8.3.8'),
];
