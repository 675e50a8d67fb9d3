import { shellWord } from '../../../bindings/index.js';
import type { Plan } from '../plan-file.js';

/** A file of a job folder that a person or a scheduler runs. */
export interface Script {
  readonly name: string;
  readonly text: string;
  /** The command that starts the work with it, in the folder. */
  readonly start?: string;
}

/** What `plan` was asked to write into the scripts. */
export interface ScriptSettings {
  /** Folder below which the command writes its files. */
  readonly out?: string | undefined;
  /** Shell lines that run before each part and before the merge. */
  readonly prelude: readonly string[];
  /** Address of the job folder in a bucket; by default the scripts are in the job folder. */
  readonly store?: string | undefined;
  readonly account?: string | undefined;
  /** Partition or queue. */
  readonly partition?: string | undefined;
  readonly pods: PodSettings;
}

/** Settings for Kubernetes only. */
export interface PodSettings {
  /** By default that of this version. */
  readonly image?: string | undefined;
  readonly pullPolicy: 'Always' | 'IfNotPresent' | 'Never';
  /** Claim of the volume, and the folder in it. */
  readonly claim: { readonly name: string; readonly folder?: string | undefined };
  readonly user: { readonly uid: number; readonly gid: number };
  readonly labels: Readonly<Record<string, string>>;
}

/** A shell line that changes to the folder of its script, whatever its name and CDPATH. */
export const folderLine = 'CDPATH= cd -- "$(dirname -- "$0")" || exit 1';

/** A line that calls the program with the arguments `$@`. WASMETRICS is a shell command, which may quote a path. */
export const callProgram = String.raw`eval "${'${WASMETRICS:-wasmetrics}'} \"\$@\""`;

/** The same, but the program replaces the shell, so that it receives the signals. */
export const becomeProgram = callProgram.replace('eval "', 'eval "exec ');

/** The job folder as a word of a script: the script's own folder, or the copy in a bucket. */
export function folderWord({ store }: Pick<ScriptSettings, 'store'>): string {
  return store === undefined ? '.' : shellWord(store);
}

/** Lines that merge the folder in which they run. They refuse while parts are missing. */
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

/** Lines that end with a line end; nothing for none. */
export function lines(all: readonly (string | undefined)[]): string {
  return all
    .filter((line) => line !== undefined)
    .map((line) => `${line}\n`)
    .join('');
}
