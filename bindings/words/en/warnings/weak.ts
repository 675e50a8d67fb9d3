/** Warnings about sets that stay valid with weak instruments. */
import type { WeakWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';

export const weakWarnings: Sentences<WeakWarnings> = {
  'unsettled-projection': ({ score, coefficient, starts, added }) =>
    `projected ${score} set of ${coefficient}: the last half of ${starts} starts per grid point still added ${added} grid points, so the set may be too small`,
  'dependent-moments': ({ moments, rank }) =>
    `${moments} moment conditions have rank ${rank}; those that depend on earlier ones are left out`,
  'powerless-s': ({ clusters, critical, df, sets }) =>
    `S cannot exceed ${clusters}, the number of units or clusters, but its critical value is ${critical.toFixed(1)} (${df} degrees of freedom); its ${sets.join(' and ')} sets contain every value, so use fewer instruments`,
  'no-conditional-rank': ({ clusters, moments }) =>
    `no CLR sets: they need at least two units or clusters per moment condition, and there are ${clusters} for ${moments}; use fewer instruments`,
};
