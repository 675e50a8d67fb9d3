/** Builds the elements, `dist/elements.js` and their engine, which import the parts of the package in `dist/esm/`. */
import { defineConfig, type Plugin } from 'vite';
import { foundSources, pageLicences } from '../../scripts/page/licences.mjs';
import { libraryParts } from '../../scripts/page/library-parts.mjs';
import { schemas } from '../build/schemas.js';
import { wordsOfElements } from './build-words.js';

/** The licences of the packages in the elements. */
const licences: Plugin = {
  name: 'licences',
  generateBundle() {
    const fileName = 'elements-LICENSES.txt';
    this.emitFile({ type: 'asset', fileName, source: pageLicences() });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [libraryParts('./'), wordsOfElements, schemas, foundSources(), licences],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist',
    emptyOutDir: false,
    assetsDir: '',
    target: 'es2022',
    // The colours follow the scheme of the page around an element, which only browsers can tell.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    lib: {
      entry: {
        elements: `${import.meta.dirname}/index.ts`,
        'elements-worker': `${import.meta.dirname}/worker/worker.ts`,
      },
      formats: ['es'],
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: { chunkFileNames: 'elements-[name].js', minify: true },
    },
  },
});
