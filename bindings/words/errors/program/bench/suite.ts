/** What `bench --suite` says of times and baselines, in English. */
import { family } from '../../../family.js';
import { type Numbers, says, type Texts } from '../../../told.js';

export const suiteWords = family('suite', {
  machine: ({ cpu, cores, node, rounds }: Numbers<'cores' | 'rounds'> & Texts<'cpu' | 'node'>) =>
    `Standard set, ${cpu}, ${cores} cores, Node ${node}; ${rounds === 1 ? 'one process' : `medians of ${rounds} processes`}, processor time`,
  case: 'case',
  time: 'time',
  noise: 'noise',
  baseline: 'baseline',
  ratio: 'ratio',
  limit: 'limit',
  slower: '{name} takes {ratio} times as long as in the baseline; noise explains up to {limit}',
  'none-slower': 'no case is slower than in the baseline beyond the noise',
  'other-machine':
    'the baseline is from another machine ({cpu}, {cores} cores, Node {node}): only ratios to a fixed calculation are compared, and nothing fails',
  added: ({ names }: { readonly names: readonly string[] }) =>
    `the baseline has no such work: ${names.join(', ')}`,
  failed: 'a round of the standard set failed: {reason}',
});

export const unknownCase = says(
  'bad-value/suite-case',
  ({ found, known }: { readonly found: string; readonly known: readonly string[] }) =>
    `expected cases among ${known.join(', ')}, found ${found}`,
);

export const noBaseline = says(
  'bad-value/baseline',
  'expected a file that wasmetrics bench --suite --save wrote, found {file}',
);

export const fewRounds = says(
  'bad-value/baseline-rounds',
  'noise needs at least {least} rounds in {file} and by --reps, found {found}',
);
