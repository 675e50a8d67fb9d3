/** Arguments of the commands that import reads, from the programs' documented signatures, each with a value. */
import type { Documented } from './documented.js';
import { python } from './python.js';
import { r } from './r.js';
import { gretlIgnored } from './signatures.js';
import { stata } from './stata.js';

export type { Documented } from './documented.js';

const gretlText = (word: string) => `${word} y const x{}`;

/** gretl 2025a's command reference. */
const gretl: readonly Documented[] = [
  {
    command: 'ols',
    text: gretlText('ols'),
    ignored: gretlIgnored,
    // prettier-ignore
    arguments: [
      '--robust', '--cluster=id', '--jackknife', '--simple-print', '--quiet', '--anova',
      '--no-df-corr', '--print-final', '--vcv', '--window',
    ],
  },
  {
    command: 'panel',
    text: gretlText('panel'),
    ignored: gretlIgnored,
    // prettier-ignore
    arguments: [
      '--robust',
        '--pooled',
        '--random-effects',
        '--nerlove',
        '--unbalanced=stata',
        '--between',
      '--time-dummies', '--matrix-diff', '--quiet', '--vcv', '--cluster=g', '--iterate',
      '--unit-weights', '--fixed-effects --time-dummies', '--verbose',
    ],
  },
  {
    command: 'tsls',
    text: 'tsls y const w ; const z1 z2{}',
    ignored: gretlIgnored,
    // prettier-ignore
    arguments: [
      '--no-tests',
        '--no-df-corr',
        '--robust',
        '--cluster=id',
        '--liml',
        '--gmm',
        '--two-step',
      '--iterate', '--weights=W', '--matrix-diff', '--quiet', '--vcv',
    ],
  },
  {
    command: 'dpanel',
    text: 'dpanel 1 ; n w ; GMM(n,2,4){}',
    ignored: gretlIgnored,
    // prettier-ignore
    arguments: [
      '--quiet',
        '--vcv',
        '--two-step',
        '--system',
        '--collapse',
        '--time-dummies',
        '--dpdstyle',
      '--asymptotic', '--keep-extra', '--verbose', '--robust',
    ],
  },
];

export const documented: readonly (Documented & { readonly separator: string })[] = [
  ...r.map((one) => ({ ...one, separator: ', ' })),
  ...python.map((one) => ({ ...one, separator: ', ' })),
  ...stata.map((one) => ({ ...one, separator: ' ' })),
  ...gretl.map((one) => ({ ...one, separator: ' ' })),
];
