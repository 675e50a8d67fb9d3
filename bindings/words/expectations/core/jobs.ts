/** What runs of repeated work take, in English. */
import { says } from '../../told.js';

export const workerScript = says('worker-script', 'the address of the worker script');
export const abortSignal = says('abort-signal', 'an AbortSignal');
export const aRunner = says('runner', 'a runner with run, such as that of wasmetrics/bullmq');
export const aRange = says('range', () => 'a range {first, end}');
export const listOfRanges = says(
  'list-of-ranges',
  () => 'a list of ranges {first, end} that are not empty',
);
