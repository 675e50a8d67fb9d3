/**
 * Builds the page into `dist/web/`. The engine is not bundled again: the page imports the parts of the package that lie
 * next to it in `dist/esm/`.
 */
import { defineConfig } from 'vite';
import { example } from '../scripts/page/example.mjs';
import { finish } from '../scripts/page/finish.mjs';
import { foundSources } from '../scripts/page/licences.mjs';
import { libraryParts } from '../scripts/page/library-parts.mjs';
import { schemas } from './build/schemas.js';

const output = {
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  assetFileNames: '[name]-[hash][extname]',
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [libraryParts(), example(), foundSources(), finish(), schemas],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      input: ['index.html', 'one-page/loader.ts', 'offline/service-worker.ts'].map(
        (name) => `${import.meta.dirname}/${name}`,
      ),
      output,
    },
  },
  worker: {
    format: 'es',
    plugins: () => [libraryParts(), foundSources()],
    rolldownOptions: { output },
  },
});
