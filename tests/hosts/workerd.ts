/**
 * workerd, the runtime of Cloudflare Workers, which compiles no WebAssembly from bytes: a Worker imports the compiled
 * module and gives it to `init`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type Answer, app, bin, command, file, type Host } from './app.js';
import { esbuild } from './bundlers.js';

/** The conditions of Wrangler, which bundles for workerd. */
const conditions = '--conditions=workerd,worker,browser';

const estimation = `import module from 'wasmetrics/wasmetrics.wasm';
import * as index from 'wasmetrics';
import * as data from 'wasmetrics/data';
import * as estimators from 'wasmetrics/estimators';
import { runProgram } from '../program.js';
const root = { ...index, ...data };
const early = () =>
  root.ols({ y: [1, 2, 4], x: [1, 2, 3] }, { formula: 'y ~ x' }).catch(({ code }) => code);
/** True if a timer stops a bootstrap although the clock stands still. */
const stopped = async () => {
  performance.now = () => 1;
  const fit = await root.ols({ y: [1, 3, 2, 5], x: [1, 2, 3, 4] }, { formula: 'y ~ x' });
  const stop = new AbortController();
  let timer;
  const onProgress = () => (timer ??= setTimeout(() => stop.abort(), 1));
  const options = { reps: 1e7, workers: 0, signal: stop.signal, onProgress };
  return (await root.bootstrap(fit, options).result).partial === true;
};
export default {
  async fetch() {
    const code = await early();
    const answer = await runProgram(root, estimators, module);
    return Response.json({ early: code, stopped: await stopped(), ...answer });
  },
};\n`;

/** Array functions need `linear.wasm` only; others of the same entry point say what they need. */
const linear = `import module from 'wasmetrics/linear.wasm';
import * as estimators from 'wasmetrics/estimators';
import { hashOfArrays } from '../program.js';
export default {
  async fetch() {
    await estimators.init({ module });
    const arrays = hashOfArrays(estimators);
    try {
      estimators.iv([1, 2, 4, 3], { endogenous: [[1, 2, 3, 5]], instruments: [[3, 2, 2, 1]] });
    } catch ({ code }) {
      return Response.json({ arrays, other: code });
    }
  },
};\n`;

/** Bundles a Worker, serves it, and returns the JSON that it answers. */
async function answerOfWorker(name: string, text: string, wasm: string, date: string) {
  file(`workerd/${name}.js`, text);
  const out = [`--outdir=workerd/out`, '--asset-names=[name]', '--loader:.wasm=copy'];
  await command(esbuild, [`workerd/${name}.js`, '--bundle', '--format=esm', conditions, ...out]);
  const config = file(
    `workerd/${name}.capnp`,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
const main :Workerd.Worker = (
  modules = [
    (name = "${name}.js", esModule = embed "out/${name}.js"),
    (name = "${wasm}", wasm = embed "out/${wasm}")
  ],
  compatibilityDate = "${date}"
);\n`,
  );
  const server = spawn(bin('workerd'), ['serve', config, '--control-fd=3'], {
    cwd: app,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  try {
    const [line] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
    const { port } = JSON.parse(line.toString().split('\n')[0]!) as { port: number };
    const response = await fetch(`http://127.0.0.1:${port}/`);
    return (await response.json()) as unknown;
  } finally {
    server.kill();
  }
}

function workerd(name: string, date: string): Host {
  return {
    name,
    packages: ['workerd@1.20261117.1'],
    run: async () => {
      const { early, stopped, ...answer } = (await answerOfWorker(
        'estimation',
        estimation,
        'wasmetrics.wasm',
        date,
      )) as Answer & { early: string; stopped: boolean };
      if (!stopped) throw new Error('expected a bootstrap that a timer stops, found a whole one');
      const part = await answerOfWorker('linear', linear, 'linear.wasm', date);
      const { arrays, other: code } = part as { arrays: string; other: string };
      if (early !== 'cannot-compile' || code !== 'not-ready') {
        throw new Error(`expected cannot-compile and not-ready, found ${early} and ${code}`);
      }
      if (arrays !== answer.arrays) throw new Error(`linear.wasm has other bits: ${arrays}`);
      return answer;
    },
  };
}

export const workerdHosts: readonly Host[] = [
  workerd('workerd', '2026-11-01'),
  workerd('workerd without Node modules', '2024-01-01'),
];
