/** A permutation test. */
import { usualEstimator } from '../../../../models/registry.js';
import type { PermutationTest } from '../../../../results/bootstrap/permutation.js';
import {
  facts,
  left,
  number,
  rightNamed,
  rights,
  table,
  verbatim,
  warnings,
} from '../../../tables/blocks.js';
import type { Document } from '../../../tables/draft.js';
import { covarianceWords } from '../../words/covariance.js';
import { count } from '../../../../words/text/counts.js';
import { errorFormat, monteCarloFormat, pValue, statistic } from '../../../../words/text/format.js';
import { known, type Phrase, plural, say } from '../../../../words/phrase.js';

export function permutationDocument(test: PermutationTest): Document {
  const { of: regressor, estimate, stdError, stat, enumerated, monteCarloError } = test;
  const cells = [
    verbatim(regressor),
    ...[estimate, stdError].map((value) => number(value, errorFormat([estimate, stdError]))),
    number(stat, statistic),
    number(test.pValue, pValue),
    ...(enumerated ? [] : [number(monteCarloError, monteCarloFormat([monteCarloError]))]),
  ];
  const columns = [
    left('coefficient'),
    ...rights('estimate', 'std. error'),
    rightNamed(test.statisticName),
    ...rights('permutation p', ...(enumerated ? [] : (['MC error'] as const))),
  ];
  return {
    kind: 'permutation',
    title: say('Permutation test of {} = 0', regressor),
    blocks: [
      ...facts([
        ['permutations', permutationWords(test)],
        ['permuted', say('residuals of the model without {}', regressor)],
        ['compared', comparedWords(test)],
        ['std. error', covarianceWords({ estimator: usualEstimator, vcov: test.vcov })],
      ]),
      ...table('Permutation test', columns, [{ cells }]),
      ...warnings(test.warnings),
    ],
  };
}

/** What the p-value compares between the sample and its permutations. */
function comparedWords({ permutedErrors, statisticName }: PermutationTest): Phrase {
  if (permutedErrors === 'none') return '|estimate|';
  const errors = permutedErrors === 'cluster' ? say('clustered') : known(permutedErrors);
  return say('|{}| with {} standard errors', String(statisticName), errors);
}

/** `9,999 of 140 clusters of id within year, seed 1`. */
function permutationWords({
  within,
  cluster,
  reps,
  enumerated,
  units,
  seed,
}: PermutationTest): Phrase {
  const exchanged =
    cluster === undefined ? plural(units, 'row') : say('{} clusters of {}', count(units), cluster);
  const inside = within === undefined ? '' : say(' within {}', within);
  const drawn = enumerated ? say('all {}', count(reps)) : count(reps);
  return say('{} of {}{}{}', drawn, exchanged, inside, enumerated ? '' : say(', seed {}', seed));
}
