/** wasmetrics as one of the programs: a process of its own, and estimates in this one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Bench } from 'tinybench';
import { fitModel, type Model, packageVersion, type Table } from '../../bindings/index.js';
import type { Peer } from './peers.js';
import { runCommand, type Running } from './processes.js';

/** The command line of this package, next to the part that has this code. */
export const commandFile = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** Milliseconds that warm estimates take together at least. */
const WARM_MS = 300;

/** The program with which others are compared; its data paths are relative to `cwd`. */
export function ourPeer(table: Table, model: Model, running: Running, cwd: string): Peer {
  const path = join(running.folder, 'wasmetrics.json');
  writeFileSync(path, JSON.stringify({ ...model, bootstrap: undefined }));
  const place = { ...running, folder: cwd };
  const fit = async () => void (await fitModel(table, model));
  let isWarm = false;
  return {
    result: {
      name: 'wasmetrics',
      version: packageVersion,
      outcome: 'ran',
      agrees: true,
      maxDifference: 0,
      missing: [],
      cold: null,
      warm: null,
      memory: null,
    },
    cold: () => runCommand({ file: process.execPath, args: [commandFile, 'fit', path] }, place),
    async warm() {
      // V8 compiles what runs often while it runs.
      if (!isWarm) await timeOf('fit', fit, WARM_MS);
      isWarm = true;
      return [(await timeOf('fit', fit, WARM_MS)) / 1000];
    },
  };
}

/** The median of calls that together take at least some milliseconds, by the clock or by `now`. */
export async function timeOf(
  name: string,
  run: () => Promise<void>,
  leastMs: number,
  now?: () => number,
): Promise<number> {
  const bench = new Bench({
    iterations: 1,
    time: leastMs,
    warmup: false,
    throws: true,
    ...(now && { now }),
  });
  bench.add(name, run, { async: true });
  await bench.run();
  const result = bench.getTask(name)?.result;
  if (result?.state !== 'completed') throw new Error(`${name}: not timed`);
  return result.latency.p50;
}
