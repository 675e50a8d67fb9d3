/** Merges the parts of a job folder: its command runs with their results, as on one machine. */
import { basename } from 'node:path';
import { mergeParts } from '../../bindings/index.js';
import { libraryOptions } from '../bootstrap/bootstrap.js';
import { exitCodes } from '../exit.js';
import { type Distributed, type Host, printError } from '../host.js';
import { readStored } from '../io.js';
import type { RunCommand } from './discover.js';
import { frozenInputs } from './inputs.js';
import { replicateFiles } from './part-files.js';
import { outputsOf } from './outputs.js';
import { type BootstrapPlan, type Plan, readAnyPlan } from './plan-file.js';
import { plainHost } from './stopping.js';
import { grouped } from '../progress/words.js';
import { openMerge } from './works/merge-runner.js';

export interface MergeFolderOptions {
  readonly allowPartial: boolean;
  readonly json: boolean;
  /** Folder below which outputs are written. */
  readonly out?: string | undefined;
}

/** How a command has the results of a folder, and how many there are in the end. */
interface Merged {
  readonly results: Pick<Distributed, 'runner' | 'find' | 'bootstrap'>;
  count(): { readonly completed: number; readonly jobs: number; readonly what: string };
}

/** Prints and writes what the command of the folder would on one machine. Returns the exit code. */
export async function mergeFolder(
  host: Host,
  runCommand: RunCommand,
  folder: string,
  options: MergeFolderOptions,
): Promise<number> {
  const plan = await readAnyPlan(host, folder);
  const input = await frozenInputs(folder, plan.cwd, plan.inputs);
  const open = plan.format === 2 ? openPieces : openReplicates;
  const merged = await open(host, folder, plan as Plan & BootstrapPlan, options);
  const outputs = outputsOf(folder, plan.cwd, options.out);
  const files = { input, output: (path: string) => outputs.place(path) };
  const distributed = { ...merged.results, ...files, endsEarly: false };
  const merging: Host = { ...plainHost(host), distributed };
  const { command } = plan;
  const asJson = options.json && !command.includes('--json');
  await runCommand(asJson ? [...command, '--json'] : command, merging);
  if (outputs.used()) printError(host, `wasmetrics: merge: outputs are below ${outputs.root}`);
  const { completed, jobs, what } = merged.count();
  if (completed === jobs) return Number(merging.exitCode ?? 0);
  printError(host, `wasmetrics: PARTIAL: ${grouped(completed)} of ${grouped(jobs)} ${what}`);
  const code = Number(merging.exitCode ?? 0);
  return code === exitCodes.interrupted ? exitCodes.ok : code;
}

async function openPieces(
  host: Host,
  folder: string,
  { works, jobs }: Plan,
  { allowPartial }: MergeFolderOptions,
): Promise<Merged> {
  const onNotice = (message: string) => printError(host, `wasmetrics: merge: ${message}`);
  const { completed, ...results } = await openMerge(folder, works, { allowPartial, onNotice });
  const what = jobNames(works.map(({ subject }) => subject));
  return { results, count: () => ({ completed, jobs, what }) };
}

/** What the jobs of work are called. */
export function jobNames(subjects: readonly string[]): string {
  return subjects.every((subject) => subject === 'bootstrap') ? 'replicates' : 'jobs';
}

/** The parts of a bootstrap that an earlier version planned. */
async function openReplicates(
  _: Host,
  folder: string,
  __: BootstrapPlan,
  { allowPartial }: MergeFolderOptions,
): Promise<Merged> {
  let counted = { completed: 0, reps: 0 };
  const never = () => Promise.reject(new Error('an earlier plan has one bootstrap'));
  const bootstrap: Distributed['bootstrap'] = async (fit, spec, options) => {
    const files = await Promise.all(
      (await replicateFiles(folder)).map(async (path) => ({
        name: basename(path),
        bytes: await readStored(path),
      })),
    );
    const merged = await mergeParts(fit, libraryOptions(fit, spec, options), files, {
      allowPartial,
    });
    counted = merged.replicates;
    return merged;
  };
  const results = { bootstrap, runner: { run: never }, find: never };
  return {
    results,
    count: () => ({ completed: counted.completed, jobs: counted.reps, what: 'replicates' }),
  };
}
