/** What a README is written from, and the commands in it. */
import type { BundleFacts, RunRecord } from '../facts.js';

export interface ReadmeFacts {
  readonly facts: BundleFacts;
  readonly record: RunRecord;
  /** Bytes of all files but the README and the manifest. */
  readonly bytes: number;
}

/** The commands of the README, from the folder of the bundle. */
export function commandsOf(facts: BundleFacts): { readonly run: string; readonly verify: string } {
  const study = facts.syntheticStudy ?? facts.study;
  return {
    run: `node engine/wasmetrics.js bundle ${quoted(study)} --outputs-only -o rerun`,
    verify: 'node engine/wasmetrics.js verify .',
  };
}

/** A path as shells read it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path.replace(/(["\\$`])/g, '\\$1')}"`;
}
