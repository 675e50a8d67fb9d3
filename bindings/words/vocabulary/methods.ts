/** The methods that compare groups, as options and results name them. */

/**
 * `wald`, `cr2` and `suest` are analytic; `permutation` exchanges labels; `bootstrap` draws units; `wild` multiplies residuals
 * of clusters.
 */
export type GroupMethod = 'wald' | 'cr2' | 'suest' | 'permutation' | 'bootstrap' | 'wild';

/** Another program whose p-value is added. It does not test the difference at its nominal level. */
export type GroupCompat = 'bdiff';
