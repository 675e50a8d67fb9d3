/** Short names of R-squared, each with one meaning for all estimators. */
import type { FitResult } from './fit.js';

/** The keys of a result by the short names that JSON and `glance` have in addition. */
const keys = {
  r2Within: 'rsquaredWithin',
  r2Overall: 'rsquaredOverall',
  r2Transformed: 'rsquaredTransformed',
} as const;

export const shortR2 = Object.keys(keys) as readonly (keyof typeof keys)[];

/** The short names of those that a result has. */
export function r2Of(fit: FitResult): Partial<Record<keyof typeof keys, number>> {
  const known = shortR2.filter((name) => fit[keys[name]] !== undefined);
  return Object.fromEntries(known.map((name) => [name, fit[keys[name]]]));
}
