/** Which errors a variable may be correlated with: this period's, only past ones, none. */
export type Role = 'endogenous' | 'predetermined' | 'exogenous';

/** Steps of the estimate: one or two, until it converges, or continuously updated (CUE). */
export type Steps = 1 | 2 | 'iterated' | 'cue';
