/**
 * Builds the page into `dist/web/`. The engine is not bundled again: the page imports the parts of the package that lie
 * next to it in `dist/esm/`.
 */
import { defineConfig, type Plugin } from 'vite';

/** The package's own entry points, by the address that they have from `dist/web/`. */
const library: Plugin = {
  name: 'library',
  enforce: 'pre',
  resolveId(source) {
    const [, name] = /^wasmetrics(?:\/(\w+))?$/.exec(source) ?? [];
    if (!source.startsWith('wasmetrics')) return undefined;
    return { id: `../esm/${name ?? 'index'}.js`, external: true };
  },
};

const output = {
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  assetFileNames: '[name]-[hash][extname]',
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [library],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output },
  },
  worker: { format: 'es', plugins: () => [library], rolldownOptions: { output } },
});
