/** What a README is written from, and the commands in it. */
import { batchWord, shellWord } from '../../../core/escapes/shell.js';
import type { BundleFacts, RunRecord } from '../facts.js';

export interface ReadmeFacts {
  readonly facts: BundleFacts;
  readonly record: RunRecord;
  /** Bytes of all files but the README and the manifest. */
  readonly bytes: number;
}

export interface BundleCommands {
  readonly run: string;
  readonly verify: string;
  /** `run` for Windows; undefined if no file of Windows can have the name of the study. */
  readonly runInBatch: string | undefined;
}

/** The commands of the README, from the folder of the bundle. */
export function commandsOf(facts: BundleFacts): BundleCommands {
  const study = fileArgument(facts.syntheticStudy ?? facts.study);
  const run = (word: string) => `node engine/wasmetrics.js bundle ${word} --outputs-only -o rerun`;
  const inBatch = batchWord(study);
  return {
    run: run(shellWord(study)),
    verify: 'node engine/wasmetrics.js verify .',
    runInBatch: inBatch === undefined ? undefined : run(inBatch),
  };
}

/** A path that no command takes for an option. */
function fileArgument(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}
