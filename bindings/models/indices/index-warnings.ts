/** What a reader of an index must know. */
import type { Warning } from '../../results/common.js';
import type { IndexOptions } from './options.js';
import { indexWarnings } from '../../words/en/warnings/indices.js';
import { warning } from '../../words/warning.js';

export function compatWarnings({ compat }: IndexOptions): Warning[] {
  if (compat === undefined) return [];
  return [warning(indexWarnings, 'ln-periods', {})];
}

/** A geometric mean is zero where one indicator is. */
export function zeroWarnings({ aggregate }: IndexOptions, scores: Float64Array): Warning[] {
  const zeros = scores.filter((score) => score === 0).length;
  if (aggregate !== 'geometric' || zeros === 0) return [];
  return [warning(indexWarnings, 'zero-score', { rows: zeros })];
}

/** Kaiser (1974) calls values below 0.5 unacceptable. Two indicators always have 0.5, up to rounding. */
const ACCEPTABLE = 0.5;
const ROUNDING = 1e-9;

export function adequacyWarnings(kmo: number | null): Warning[] {
  if (kmo === null || kmo >= ACCEPTABLE - ROUNDING) return [];
  return [warning(indexWarnings, 'low-kmo', { kmo })];
}

/** The loadings of equal eigenvalues can be rotated into each other. */
export function tiedWarnings(places: readonly number[]): Warning[] {
  if (places.length === 0) return [];
  return [warning(indexWarnings, 'tied-components', { components: places })];
}
