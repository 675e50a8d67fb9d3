/** Explanations of errors of work on several machines. */
import type { Entry } from '../explanation.js';

export const machineErrors: Readonly<Record<string, Entry>> = {
  'runner-failed': [
    'The runner that computes elsewhere, such as a queue, failed or returned something else than what it was sent.',
    'The analysis has no result. Results that the store keeps are used when it runs again.',
    'Read the reason in the message: start workers of this build, or run without the option runner.',
  ],
  'missing-replicates': [
    'The parts of a job lack some replicates or other jobs.',
    'Nothing was summarised, as the result would differ from that of one machine.',
    'Compute them (wasmetrics status names the parts), or merge with --allow-partial.',
  ],
  'unequal-parts': [
    'Two parts hold other bytes for the same jobs, which a deterministic engine never computes.',
    'Nothing was summarised. One of the files was changed, or a machine computes wrongly.',
    'Compute the jobs again to see which file is wrong, and remove that file.',
  ],
  'other-engine': [
    'The job folder was planned by another build of the engine.',
    'Nothing was computed, as its replicates could have other bits.',
    'Run the build that planned the folder, or plan it again.',
  ],
  'other-data': [
    'An input of the job folder has other contents than when the folder was planned.',
    'Nothing was computed.',
    'Restore the file, or plan the folder again.',
  ],
  'not-a-plan': [
    'The folder has no plan.json that wasmetrics plan wrote.',
    'Nothing was computed.',
    'Name a job folder, or make one with wasmetrics plan.',
  ],
};
