import { shellWord } from '../shell.js';

/** A file of a job folder that a person or a scheduler runs. */
export interface Script {
  readonly name: string;
  readonly text: string;
  /** The command that starts the work with it, in the folder. */
  readonly start?: string;
}

/** The arguments of `wasmetrics merge` in a script that a person of this machine wrote for this folder. */
export function mergeArguments(folder: string, out: string | undefined): string {
  return out === undefined ? folder : `${folder} --out ${shellWord(out)}`;
}
