/** Warnings about tests by wild bootstraps and permutations. */
import { counted, listed } from '../../../text/messages.js';
import type { ResampledTestWarnings } from '../../../details/bootstrap.js';
import type { Sentences } from '../../../warning.js';

const percent = (size: number) => Number((100 * size).toFixed(4));

export const resampledTestWarnings: Sentences<ResampledTestWarnings> = {
  'untested-constant': ({ name }) =>
    `${name} is the average of the effects, so the bootstrap does not test it`,
  'clusters-without-scores': ({ column, clusters, of }) =>
    `absorbed effects explain all regressors in ${counted(clusters.length, 'cluster')} of ${column} (${listed(clusters)}), so only ${of - clusters.length} of ${of} clusters contribute to the variance of the bootstrap`,
  'confidence-set': ({ name, pieces }) => {
    const words = pieces.map(([low, high]) => `[${low ?? -Infinity}, ${high ?? Infinity}]`);
    return `the confidence set of ${name} is not one bounded interval: ${words.join(' and ')}`;
  },
  'no-test': (detail) => {
    if (detail.of === 'table') return `${detail.test}: ${detail.reason}`;
    const size = percent(detail.size);
    if (detail.of === 'replicates') {
      const { methods, replicates, least } = detail;
      return `${listed(methods)}: with ${counted(replicates, 'replicate')} the smallest p-value is 1 / ${1 + replicates}, so no ${size}% test exists; draw at least ${least} (--reps)`;
    }
    if (detail.of === 'permutations') {
      const { permutations: n, enumerated } = detail;
      const verb = enumerated
        ? n === 1
          ? 'exists'
          : 'exist'
        : n === 1
          ? 'was drawn'
          : 'were drawn';
      return `no ${size}% test exists: ${counted(n, 'permutation')} ${verb}, so the smallest p-value is 1 / ${enumerated ? n : 1 + n}; ${enumerated ? 'exchange more rows or clusters' : 'draw more'}`;
    }
    const { units, cluster, vectors, weights, smallest, webb } = detail;
    return `no ${size}% test exists: the ${units} ${cluster === undefined ? 'rows' : `clusters of ${cluster}`} have ${vectors} ${weights === 'signs' ? 'sign vectors' : 'vectors of weights'}, so no test is smaller than ${smallest}; inverted intervals are unbounded; use ${webb ? 'multipliers webb (--multipliers)' : 'more clusters'}`;
  },
};
