/** Warnings about bootstraps and permutations. */
import { counted, listed } from '../../../text/messages.js';
import type { BootstrapWarnings, ResampledTestWarnings } from '../../../details/bootstrap.js';
import type { Sentences } from '../../../warning.js';

export const bootstrapWarnings: Sentences<Omit<BootstrapWarnings, keyof ResampledTestWarnings>> = {
  'failed-replicates': ({ failed, replicates, first }) =>
    first === undefined
      ? `${failed} of ${replicates} replicates failed; the bootstrap uses the others`
      : `${failed} of ${replicates} replicates have no answer and are left out; the first one: ${first}`,
  'singular-replicates': ({ singular, replicates }) =>
    `in ${singular} of ${replicates} replicates a weighting matrix was singular and its Moore-Penrose inverse was used`,
  'partial-bootstrap': ({ completed, replicates }) =>
    `stopped after ${completed} of ${replicates} replicates`,
  'no-spread': ({ names }) =>
    `all replicates of ${names.join(', ')} are equal up to rounding, so p-values and intervals are missing`,
  'precision-not-reached': ({ replicates, reached, wanted }) =>
    `after all ${counted(replicates, 'replicate')} the largest relative Monte Carlo error of a standard error is ${reached}, above the requested ${wanted}`,
  'failed-jackknife': ({ failed, units }) =>
    `for ${failed} of the ${counted(units, 'unit')}, the model cannot be estimated without the unit; the jackknife uses the others`,
  'no-replicate-errors': ({ without, replicates }) =>
    `in ${without} of ${replicates} replicates the variance of a coefficient is negative; studentized intervals use the others`,
  'no-bca-interval': ({ names }) =>
    `${listed(names)} has no bca interval: all replicates are on one side of the estimate, or the correction is too large`,
  'index-as-given': ({ indices }) =>
    `${indices.join(', ')} ${indices.length === 1 ? 'is an index' : 'are indices'} that every replicate takes as given, so the errors lack those of the weights; leave out rebuild: false to include them`,
  'few-resamples': ({ rows, resamples }) =>
    `${counted(rows, 'row')} ${rows === 1 ? 'has' : 'have'} ${counted(resamples, 'distinct resample')}, so the bootstrap is unreliable`,
  'checkpoint-not-written': ({ reason }) => `the checkpoint lacks the last replicates: ${reason}`,
};
