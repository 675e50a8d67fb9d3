/** What a reader of an index must know. */
import { counted, listed } from '../../core/text/messages.js';
import type { Warning } from '../../results/common.js';
import type { IndexOptions } from './options.js';

export function compatWarnings({ compat }: IndexOptions): Warning[] {
  if (compat === undefined) return [];
  const message =
    'entropies are divided by the logarithm of the number of periods instead of rows, a known fault: redundancies are negative and the order of the weights is reversed';
  return [{ code: 'ln-periods', message }];
}

/** A geometric mean is zero where one indicator is. */
export function zeroWarnings({ aggregate }: IndexOptions, scores: Float64Array): Warning[] {
  const zeros = scores.filter((score) => score === 0).length;
  if (aggregate !== 'geometric' || zeros === 0) return [];
  const message = `the geometric mean is 0 in ${counted(zeros, 'row')} where an indicator is at its worst; add a shift to rank them`;
  return [{ code: 'zero-score', message }];
}

/** Kaiser (1974) calls values below 0.5 unacceptable. Two indicators always have 0.5, up to rounding. */
const ACCEPTABLE = 0.5;
const ROUNDING = 1e-9;

export function adequacyWarnings(kmo: number | null): Warning[] {
  if (kmo === null || kmo >= ACCEPTABLE - ROUNDING) return [];
  const message = `the Kaiser-Meyer-Olkin measure is ${kmo.toFixed(2)}, below 0.5: the indicators share too little for one index`;
  return [{ code: 'low-kmo', message }];
}

/** The loadings of equal eigenvalues can be rotated into each other. */
export function tiedWarnings(places: readonly number[]): Warning[] {
  if (places.length === 0) return [];
  const names = listed(places.map((place) => `PC${place}`));
  const message = `${names} have equal eigenvalues, so their loadings and scores are not determined: rounding chooses them; use other columns or another method`;
  return [{ code: 'tied-components', message }];
}
