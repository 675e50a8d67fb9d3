/** The files of a bundle that an engine makes again, from a copy of the bundle in a folder that is removed afterwards. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFiles } from '../../bindings/index.js';
import type { Host } from '../host.js';
import { installedEngine } from './engine.js';
import { inTemporaryFolder, writeFolder } from './files.js';
import { checkJson, writtenBy } from './fresh.js';
import type { Confinement } from './run/confinement.js';
import { noLimits, untrustedLimits } from './run/limits.js';

export interface AgainFlags {
  /** Run the engine of the bundle instead of the installed one. */
  readonly theirEngine?: boolean | undefined;
  readonly workers?: number | undefined;
  /** Minutes that the engine may take. */
  readonly timeLimit?: number | undefined;
  /** GiB of memory that each process of the engine may use. */
  readonly memoryLimit?: number | undefined;
}

export interface Again {
  /** What confines the engine. */
  readonly confinement: Confinement;
  readonly flags: AgainFlags;
}

/** What `bundle --remake` makes of a bundle, by the paths in it. */
export function madeAgain(
  host: Host,
  bundle: BundleFiles,
  { confinement, flags }: Again,
): Promise<BundleFiles> {
  const { isUntrusted } = confinement;
  const { workers, timeLimit, memoryLimit } = flags;
  const usual = isUntrusted ? untrustedLimits : noLimits;
  const limits = {
    ...usual,
    minutes: timeLimit ?? usual.minutes,
    memory: memoryLimit ?? usual.memory,
  };
  return inTemporaryFolder(async (folder) => {
    await writeFolder(folder, new Map([...bundle].filter(([path]) => !isForRuns(path))));
    await mkdir(join(folder, 'run'));
    const main = isUntrusted ? join(folder, 'engine', 'wasmetrics.js') : installedEngine().main;
    const run = { main, folder, workers, confinement, limits };
    return madeIn(await writtenBy(host, run, ['bundle', '.', '--remake', '-o', 'run/made']));
  });
}

/** True for files of earlier runs, which no run reads; the folder where this run writes starts empty. */
function isForRuns(path: string): boolean {
  return /^(rerun|run)(\/|$)/i.test(path);
}

function madeIn(written: BundleFiles): BundleFiles {
  const made = new Map(
    [...written].flatMap(([path, bytes]) =>
      path.startsWith('made/') ? [[path.slice('made/'.length), bytes] as const] : [],
    ),
  );
  checkJson(made, made.has('outputs/results.json') ? 'outputs/' : 'outputs-synthetic/');
  return made;
}
