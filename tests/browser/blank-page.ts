/** A page without content that has the library as it is built, and the fingerprints of results. */
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import type * as library from '../library.js';
import type { fingerprint } from '../fingerprint.js';

/** What the blank page offers to scripts. */
declare global {
  var wasmetrics: typeof library;
  var fingerprintOf: typeof fingerprint;
}

const blank = `<!doctype html>
<title>blank</title>
<link rel="icon" href="data:,">
<script type="importmap">
  { "imports": { "wasmetrics": "/esm/index.js", "wasmetrics/": "/esm/" } }
</script>
<script type="module">
  import * as root from 'wasmetrics';
  import * as data from 'wasmetrics/data.js';
  import * as report from 'wasmetrics/report.js';
  import { fingerprint } from '/fingerprint.js';
  Object.assign(globalThis, { wasmetrics: { ...root, ...data, ...report }, fingerprintOf: fingerprint });
</script>`;

function script(path: string): string {
  const source = readFileSync(new URL(path, import.meta.url), 'utf8');
  const { code } = transformSync(source, { loader: 'ts' });
  return code.replace(/(from "wasmetrics\/\w+)"/g, '$1.js"');
}

/** The blank page at `/`, and its script. */
export const blankPage = () => ({ '/': blank, '/fingerprint.js': script('../fingerprint.ts') });
