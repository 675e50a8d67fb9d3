/** Merges the parts of a job folder: its command runs with their replicates, as on one machine. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { mergeParts } from '../../bindings/index.js';
import { libraryOptions } from '../bootstrap/bootstrap.js';
import { exitCodes } from '../exit.js';
import { type Host, printError } from '../host.js';
import type { RunCommand } from './commands.js';
import { frozenInputs } from './inputs.js';
import { replicateFiles } from './part-files.js';
import { readPlan } from './plan-file.js';
import { plainHost } from './stopping.js';
import { grouped } from '../progress/words.js';

/** Prints and writes what the command of the folder would on one machine. Returns the exit code. */
export async function mergeFolder(
  host: Host,
  runCommand: RunCommand,
  folder: string,
  { allowPartial, json }: { readonly allowPartial: boolean; readonly json: boolean },
): Promise<number> {
  const plan = await readPlan(host, folder);
  const input = await frozenInputs(folder, plan.cwd, plan.inputs);
  let counted = { completed: 0, reps: 0 };
  const merging: Host = {
    ...plainHost(host),
    distributed: {
      input,
      endsEarly: false,
      bootstrap: async (fit, spec, options) => {
        const files = await Promise.all(
          (await replicateFiles(folder)).map(async (path) => ({
            name: basename(path),
            bytes: await readFile(path),
          })),
        );
        const merged = await mergeParts(fit, libraryOptions(fit, spec, options), files, {
          allowPartial,
        });
        counted = merged.replicates;
        return merged;
      },
    },
  };
  const { command } = plan;
  await runCommand(json && !command.includes('--json') ? [...command, '--json'] : command, merging);
  const { completed, reps } = counted;
  if (Number(merging.exitCode ?? 0) !== exitCodes.interrupted) return Number(merging.exitCode ?? 0);
  printError(host, `wasmetrics: PARTIAL: ${grouped(completed)} of ${grouped(reps)} replicates`);
  return exitCodes.ok;
}
