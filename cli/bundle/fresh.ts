/** The outputs of a study that an engine makes anew, in a folder with the study and its data. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BundleFiles, RunRecord } from '../../bindings/index.js';
import type { Host } from '../host.js';
import { runEngine } from './child.js';
import { readFolder } from './files.js';

export interface FreshRun {
  /** The file that Node runs. */
  readonly main: string;
  /** Where the study is, by its path in a bundle. */
  readonly folder: string;
  readonly study: string;
  readonly workers?: number | undefined;
}

export interface FreshOutputs {
  /** By their paths in a bundle. */
  readonly outputs: BundleFiles;
  readonly measured: RunRecord;
}

export async function freshOutputs(host: Host, run: FreshRun): Promise<FreshOutputs> {
  const { main, folder, study, workers } = run;
  const args = [
    ...['bundle', study, '--outputs-only', '--json', '--no-progress'],
    ...['-o', 'run/outputs', '--measure', 'run/record.json'],
    ...(workers === undefined ? [] : ['--workers', String(workers)]),
  ];
  await runEngine(host, { main, folder, args, engineFolder: dirname(main) });
  const written = await readFolder(join(folder, 'run', 'outputs'), 'outputs');
  const measured = JSON.parse(
    await readFile(join(folder, 'run', 'record.json'), 'utf8'),
  ) as RunRecord;
  const outputs = new Map(Array.from(written, ([path, bytes]) => [`outputs/${path}`, bytes]));
  return { outputs, measured };
}
