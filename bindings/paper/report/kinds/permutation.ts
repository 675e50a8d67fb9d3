/** A permutation test. */
import { usualEstimator } from '../../../models/registry.js';
import type { PermutationTest } from '../../../results/permutation.js';
import { facts, left, number, right, table, warnings, words } from '../../tables/blocks.js';
import type { Document } from '../../tables/document.js';
import { covarianceWords } from '../words/covariance.js';
import { count, plural } from '../../../words/text/counts.js';
import { errorFormat, monteCarloFormat, pValue, statistic } from '../../../words/text/format.js';

export function permutationDocument(test: PermutationTest): Document {
  const { of: regressor, estimate, stdError, stat, enumerated, monteCarloError } = test;
  const cells = [
    words(regressor),
    ...[estimate, stdError].map((value) => number(value, errorFormat([estimate, stdError]))),
    number(stat, statistic),
    number(test.pValue, pValue),
    ...(enumerated ? [] : [number(monteCarloError, monteCarloFormat([monteCarloError]))]),
  ];
  const headings = [
    'estimate',
    'std. error',
    test.statisticName,
    'permutation p',
    ...(enumerated ? [] : ['MC error']),
  ];
  const columns = [left('coefficient'), ...headings.map(right)];
  return {
    kind: 'permutation',
    title: `Permutation test of ${regressor} = 0`,
    blocks: [
      ...facts([
        ['permutations', permutationWords(test)],
        ['permuted', `residuals of the model without ${regressor}`],
        ['compared', comparedWords(test)],
        ['std. error', covarianceWords({ estimator: usualEstimator, vcov: test.vcov })],
      ]),
      ...table('Permutation test', columns, [{ cells }]),
      ...warnings(test.warnings),
    ],
  };
}

/** What the p-value compares between the sample and its permutations. */
function comparedWords({ permutedErrors, statisticName }: PermutationTest): string {
  if (permutedErrors === 'none') return '|estimate|';
  const errors = permutedErrors === 'cluster' ? 'clustered' : permutedErrors;
  return `|${statisticName}| with ${errors} standard errors`;
}

/** `9,999 of 140 clusters of id within year, seed 1`. */
function permutationWords({
  within,
  cluster,
  reps,
  enumerated,
  units,
  seed,
}: PermutationTest): string {
  const exchanged =
    cluster === undefined ? plural(units, 'row') : `${count(units)} clusters of ${cluster}`;
  const inside = within === undefined ? '' : ` within ${within}`;
  const drawn = enumerated ? `all ${count(reps)}` : count(reps);
  return `${drawn} of ${exchanged}${inside}${enumerated ? '' : `, seed ${seed}`}`;
}
