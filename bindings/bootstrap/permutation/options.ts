/** The options of a permutation test and their check. */
import { InputError } from '../../core/errors.js';
import type { RunOptions } from '../../jobs/run-options.js';

export interface PermutationOptions extends Pick<RunOptions, 'signal' | 'onProgress'> {
  /** The regressor whose coefficient is tested. */
  readonly of: string;
  /** Number of permutations to draw. If there are no more than that, all of them are used. */
  readonly reps: number;
  /** An integer from 0 to 2^53 - 1. Default 1. */
  readonly seed?: number | undefined;
  /** Column of the strata: rows or clusters are only exchanged within one of its values. */
  readonly within?: string | undefined;
  /** Column of clusters, which are exchanged whole with clusters of the same size. */
  readonly cluster?: string | undefined;
  /** Default `t`, with the fit's covariance: unadjusted, robust or clustered by one column. */
  readonly statistic?: 't' | 'coefficient' | undefined;
}

type Rule = readonly [expected: string, holds: (value: unknown) => boolean];

const name: Rule = ['the name of a column', (value) => typeof value === 'string' && value !== ''];

const rules: Readonly<Record<Exclude<keyof PermutationOptions, keyof RunOptions>, Rule>> = {
  of: ['the name of a regressor', name[1]],
  reps: ['a whole number from 1 to 2147483647', (value) => isWhole(value, 1, 2 ** 31 - 1)],
  seed: [
    'a whole number from 0 to 9007199254740991',
    (value) => isWhole(value, 0, Number.MAX_SAFE_INTEGER),
  ],
  within: name,
  cluster: name,
  statistic: ['t or coefficient', (value) => value === 't' || value === 'coefficient'],
};

const required = ['of', 'reps'];

/** Throws InputError `bad-value` with the option, what was expected and what was found. Other keys are an error. */
export function checkPermutation(options: PermutationOptions): void {
  const known = [...Object.keys(rules), 'signal', 'onProgress'];
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) throw refused('options', `keys among ${known.join(', ')}`, unknown);
  for (const [option, [expected, holds]] of Object.entries(rules)) {
    const value = options[option as keyof typeof rules];
    if ((value === undefined && !required.includes(option)) || holds(value)) continue;
    throw refused(option, expected, value);
  }
}

function refused(option: string, expected: string, value: unknown): InputError {
  const message = `permutation: ${option}: expected ${expected}, found ${String(value)}`;
  return new InputError('bad-value', message, { path: option, expected, found: value });
}

function isWhole(value: unknown, low: number, high: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= low && Number(value) <= high;
}
