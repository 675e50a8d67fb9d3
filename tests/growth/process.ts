/** Runs the generators in a process of their own, so that its processor time is theirs. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Growth } from './measure.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** What the process says. */
export interface Report {
  readonly growths: readonly Growth[];
  /** Megabytes by which each input of few bytes may have raised the peak of its process. */
  readonly peaks: readonly { readonly name: string; readonly megabytes: number }[];
}

/** The library is the build that a user installs; what the command line reads is bundled with the generators. */
export async function report(scale = 1, only = ''): Promise<Report> {
  const bundle = `${root}build/growth.mjs`;
  await build({
    entryPoints: [`${root}tests/growth/child.ts`],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    tsconfigRaw: {}, // its paths lead to the sources
    logLevel: 'error',
    plugins: [builtLibrary],
  });
  const child = (args: readonly string[]) =>
    run(process.execPath, [bundle, ...args], { cwd: root, maxBuffer: 2 ** 24 });
  const { stdout } = await child(['growth', String(scale), only]);
  const { growths, heavy } = JSON.parse(stdout) as {
    growths: Growth[];
    heavy: readonly string[];
  };
  const peaks = [];
  for (const name of heavy) {
    const peak = await child(['peak', String(scale), name]);
    peaks.push({ name, megabytes: Number(peak.stdout) });
  }
  return { growths, peaks };
}

/** One library serves the generators and the command line. */
const builtLibrary = {
  name: 'built library',
  setup({ onResolve }: { onResolve: (filter: { filter: RegExp }, to: () => object) => void }) {
    onResolve({ filter: /\/bindings\/index\.js$/ }, () => ({ path: 'wasmetrics', external: true }));
  },
};
