/** Builds the elements, `dist/elements.js` and their engine, which import the parts of the package in `dist/esm/`. */
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { foundSources, pageLicences } from '../../scripts/page/licences.mjs';
import { libraryParts } from '../../scripts/page/library-parts.mjs';
import { schemas } from '../build/schemas.js';

/** The types of the elements, and the licences of the packages in them. */
const others: Plugin = {
  name: 'types and licences',
  generateBundle() {
    const source = readFileSync(`${import.meta.dirname}/types.ts`, 'utf8')
      .replace("'wasmetrics'", "'./esm/index.js'")
      .replace("'wasmetrics/report'", "'./esm/report.js'");
    this.emitFile({ type: 'asset', fileName: 'elements.d.ts', source });
    const licences = { fileName: 'elements-LICENSES.txt', source: pageLicences() };
    this.emitFile({ type: 'asset', ...licences });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [libraryParts('./'), schemas, foundSources(), others],
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
