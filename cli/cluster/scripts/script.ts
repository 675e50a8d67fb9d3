import { shellWord } from '../../../bindings/index.js';
import type { Plan } from '../plan-file.js';

/** A file of a job folder that a person or a scheduler runs. */
export interface Script {
  readonly name: string;
  readonly text: string;
  /** The command that starts the work with it, in the folder. */
  readonly start?: string;
}

/** What the person who plans wants of the scripts. */
export interface Wishes {
  /** Folder below which the command writes its files. */
  readonly out?: string | undefined;
  /** Lines of a shell that run before each part and before the merge. */
  readonly prelude: readonly string[];
  /** Address of the job folder in a bucket; else the scripts lie in it. */
  readonly store?: string | undefined;
  readonly account?: string | undefined;
  /** Partition or queue. */
  readonly partition?: string | undefined;
  readonly pods: PodWishes;
}

/** What only Kubernetes knows. */
export interface PodWishes {
  /** That of this version if undefined. */
  readonly image?: string | undefined;
  readonly pullPolicy: 'Always' | 'IfNotPresent' | 'Never';
  /** Claim of the volume, and the folder in it. */
  readonly claim: { readonly name: string; readonly folder?: string | undefined };
  readonly user: { readonly uid: number; readonly gid: number };
  readonly labels: Readonly<Record<string, string>>;
}

/** A line of a shell that goes to the folder of its script, whatever its name and CDPATH. */
export const folderLine = 'CDPATH= cd -- "$(dirname -- "$0")" || exit 1';

/** A line that calls the program with the arguments `$@`. WASMETRICS is a command, which may quote a path. */
export const callProgram = String.raw`eval "${'${WASMETRICS:-wasmetrics}'} \"\$@\""`;

/** The same, in the place of the shell, which then receives the signals. */
export const becomeProgram = callProgram.replace('eval "', 'eval "exec ');

/** The job folder as a word of a script that lies in it, or has a copy in a bucket. */
export function folderWord({ store }: Pick<Wishes, 'store'>): string {
  return store === undefined ? '.' : shellWord(store);
}

/** Lines that merge the folder in which they run. They refuse while parts are missing. */
export function mergeLines({ command }: Plan, wishes: Pick<Wishes, 'out' | 'store'>): string {
  const result = resultFile(command);
  const more = wishes.out === undefined ? '' : ` --out ${shellWord(wishes.out)}`;
  return `set -- merge ${folderWord(wishes)}${more}
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
