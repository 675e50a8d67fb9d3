/** What a variable may be correlated with: this period's errors, past ones only, none. */
export type Role = 'endogenous' | 'predetermined' | 'exogenous';

/** Steps of the estimate: a number, until it settles, or the weight at the estimate itself (CUE). */
export type Steps = 1 | 2 | 'iterated' | 'cue';
