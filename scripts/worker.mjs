/**
 * Builds the script of the workers for Node and browsers: a module without imports. It also exports its text, which the
 * library uses if a bundler or server loses the file. Run by `npm run build:worker`, before the other builds.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** A worker starts no workers, and receives the compiled core from the thread that starts it. */
const notThere = {
  name: 'not there',
  resolveId: {
    filter: { id: /(wasmetrics-worker|estimation-module)\.js$/ },
    handler: () => '\0not there',
  },
  load: (id) =>
    id === '\0not there'
      ? 'export const workerSource = undefined, estimationModule = undefined;'
      : undefined,
};

const bundle = await rolldown({
  input: 'bindings/workers/worker.ts',
  platform: 'browser',
  tsconfig: 'tsconfig.tools.json',
  plugins: [notThere],
  transform: { define: { 'import.meta.url': 'undefined' } },
  checks: { ineffectiveDynamicImport: false },
});
const { output } = await bundle.generate({
  format: 'iife',
  codeSplitting: false,
  comments: false,
  minify: true,
});
const [{ code }] = output;
mkdirSync('dist', { recursive: true });
/** The thread that starts a worker calls it so, in the way of each host. */
const started = `globalThis.name === 'wasmetrics' || globalThis.process?.getBuiltinModule?.('node:worker_threads').workerData === 'wasmetrics'`;
writeFileSync(
  'dist/wasmetrics-worker.js',
  `function work() {\n${code}}\nexport const workerSource = \`(\${work})()\`;\nif (${started}) work();\n`,
);
writeFileSync(
  'dist/wasmetrics-worker.d.ts',
  '/** The script of the workers, which `workerUrl` may name. */\nexport declare const workerSource: string;\n',
);
