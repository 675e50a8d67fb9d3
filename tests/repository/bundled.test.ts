/** A program that is bundled into one file for Node keeps its workers, wherever the file lies. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** So much work that a worker begins. */
const run = `const rows = Array.from({ length: 60000 }, (_, i) => i);
  const table = { x: rows.map(Math.sin), y: rows.map((i) => Math.sin(i) + Math.cos(i * 7)) };
  ols(table, { formula: 'y ~ x' })
    .then((fit) => bootstrap(fit, { reps: 192, workers: 1 }).result)
    .then(({ warnings }) => console.log(JSON.stringify(warnings)));`;

test.each([
  ['import', 'cjs', "import { bootstrap, ols } from 'wasmetrics';"],
  ['import', 'esm', "import { bootstrap, ols } from 'wasmetrics';"],
  ['require', 'cjs', "const { bootstrap, ols } = require('wasmetrics');"],
] as const)('%s in a bundle of format %s', async (_, format, names) => {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'));
  const file = join(folder, format === 'esm' ? 'main.mjs' : 'main.cjs');
  try {
    await build({
      stdin: { contents: `${names}\n${run}`, resolveDir: root },
      bundle: true,
      platform: 'node',
      format,
      outfile: file,
      logLevel: 'silent',
    });
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim()).toBe('[]');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
