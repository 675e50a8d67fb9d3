import { shellWord } from '../../../bindings/entries/report.js';
import type { Plan } from '../plan-file.js';

/** A file of a job folder that a person or a scheduler runs. */
export interface Script {
  readonly name: string;
  readonly text: string;
  /** The command, run in the folder, that starts the work with this script. */
  readonly start?: string;
}

/** Options of `plan` for the scripts. */
export interface ScriptSettings {
  /** Folder below which the command writes its files. */
  readonly out?: string | undefined;
  /** Shell lines to run before each part and before the merge. */
  readonly prelude: readonly string[];
  /** Address of the job folder in a bucket; by default the scripts are in the job folder. */
  readonly store?: string | undefined;
  readonly account?: string | undefined;
  /** Partition or queue. */
  readonly partition?: string | undefined;
  readonly pods: PodSettings;
}

/** Settings that only Kubernetes has. */
export interface PodSettings {
  /** Container image; by default the image of this version. */
  readonly image?: string | undefined;
  readonly pullPolicy: 'Always' | 'IfNotPresent' | 'Never';
  /** Claim of the volume, and the folder on the volume. */
  readonly claim: { readonly name: string; readonly folder?: string | undefined };
  readonly user: { readonly uid: number; readonly gid: number };
  readonly labels: Readonly<Record<string, string>>;
}

/** A shell line that changes to the folder of its script, whatever its name and CDPATH. */
export const folderLine = 'CDPATH= cd -- "$(dirname -- "$0")" || exit 1';

/** A line that calls the program with the arguments `$@`. WASMETRICS is a shell command, so it can quote a path. */
export const callProgram = String.raw`eval "${'${WASMETRICS:-wasmetrics}'} \"\$@\""`;

/** The same, but the program replaces the shell, so that it receives the signals. */
export const becomeProgram = callProgram.replace('eval "', 'eval "exec ');

/** The job folder as a word of a script: the script's folder, or its address in a bucket. */
export function folderWord({ store }: Pick<ScriptSettings, 'store'>): string {
  return store === undefined ? '.' : shellWord(store);
}

/** Lines that merge the current folder. They fail while parts are missing. */
export function mergeLines(
  { command }: Plan,
  settings: Pick<ScriptSettings, 'out' | 'store'>,
): string {
  const result = resultFile(command);
  const more = settings.out === undefined ? '' : ` --out ${shellWord(settings.out)}`;
  return `set -- merge ${folderWord(settings)}${more}
${callProgram} > ${result}.tmp || exit
mv ${result}.tmp ${result}`;
}

export function resultFile(command: readonly string[]): string {
  return command.includes('--json') ? 'result.json' : 'result.txt';
}

/** Joins lines, each with a line end; empty without lines. */
export function lines(all: readonly (string | undefined)[]): string {
  return all
    .filter((line) => line !== undefined)
    .map((line) => `${line}\n`)
    .join('');
}
