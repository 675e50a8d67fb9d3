/** Merges the parts of a job folder: runs its command with their results, as if on one machine. */
import { notices } from '../../bindings/words/errors/program/notices.js';
import { exitCodes } from '../exit.js';
import { type Host, notice } from '../host.js';
import type { RunCommand } from './discover.js';
import { frozenInputs } from './inputs.js';
import { outputsOf } from './outputs.js';
import { readPlan } from './plan-file.js';
import { plainHost } from './stopping.js';
import type { Told } from '../../bindings/words/told.js';
import { openMerge } from './works/merge-runner.js';

export interface MergeFolderOptions {
  readonly allowPartial: boolean;
  readonly json: boolean;
  /** Folder below which outputs are written. */
  readonly out?: string | undefined;
}

/** Prints and writes what the folder's command would on one machine. Returns the exit code. */
export async function mergeFolder(
  host: Host,
  runCommand: RunCommand,
  folder: string,
  options: MergeFolderOptions,
): Promise<number> {
  const plan = await readPlan(host, folder);
  const input = await frozenInputs(folder, plan.cwd, plan.inputs);
  const onNotice = (told: Told) => notice(host, told, 'wasmetrics: ');
  const { works, jobs } = plan;
  const { allowPartial } = options;
  const { completed, ...results } = await openMerge(folder, works, { allowPartial, onNotice });
  const outputs = outputsOf(folder, plan.cwd, options.out);
  const files = { input, output: (path: string) => outputs.place(path) };
  const distributed = { ...results, ...files, endsEarly: false };
  const merging: Host = { ...plainHost(host), distributed };
  const { command } = plan;
  const asJson = options.json && !command.includes('--json');
  await runCommand(asJson ? [...command, '--json'] : command, merging);
  if (outputs.used()) notice(host, notices.outputs({ root: outputs.root }), 'wasmetrics: ');
  if (completed === jobs) return Number(merging.exitCode ?? 0);
  const what = jobNames(works.map(({ subject }) => subject));
  notice(host, notices.partial({ completed, jobs, what }), 'wasmetrics: ');
  const code = Number(merging.exitCode ?? 0);
  return code === exitCodes.interrupted ? exitCodes.ok : code;
}

/** What the jobs of these analyses are called. */
export function jobNames(subjects: readonly string[]): 'replicates' | 'jobs' {
  return subjects.every((subject) => subject === 'bootstrap') ? 'replicates' : 'jobs';
}
