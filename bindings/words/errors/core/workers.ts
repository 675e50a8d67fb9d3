/** Why no worker could be started or a worker ended, in English; other errors and warnings quote it. */
import { says, type Told } from '../../told.js';

/** What the host says, in its own words. */
export const saidByHost = says('host', ({ reason }: { readonly reason: string }) => reason);
export const otherScript = says(
  'worker/other-script',
  'the script is not the worker of this library',
);
export const otherBuild = says('worker/other-build', 'the script is of another build ({build})');
export const noWorkersHere = says('worker/none', 'this host has no workers');
export const workerEnded = says('worker/ended', 'the worker was ended');
export const workerExited = says('worker/exited', 'the worker ended with exit code {code}');
export const unreadableMessage = says(
  'worker/unreadable-message',
  'the worker sent a message that cannot be read',
);
export const scriptNotLoaded = says('worker/not-loaded', 'the script could not be loaded');
export const refusedByPolicy = says(
  'worker/policy',
  "{directive} of the page's Content-Security-Policy refuses it",
);
export const badStatus = says('worker/bad-status', '{url} answers with status {status}');
export const noScriptType = says(
  'worker/no-script-type',
  '{url} is served as {type}, expected text/javascript',
);
export const noAnswer = says('worker/no-answer', 'no answer in {seconds} s');
export const noAddress = says(
  'worker/no-address',
  'import.meta.url is missing, so the file is not found',
);
export const noScript = says('worker/no-script', '{url} does not exist');
export const noStudy = says('worker/no-study', 'no study serves tasks of kind {kind}');
export const otherThreads = says(
  'worker/threads-taken',
  'all {threads} threads that this process may have run another script',
);
export const workEnded = says('worker/work-ended', 'the work ended');
export const severalReasons = says(
  'worker/several',
  ({ reasons }: { readonly reasons: readonly Told[] }) =>
    reasons.map(({ text }) => text).join('; '),
);
