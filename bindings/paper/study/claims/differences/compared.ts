import type { GroupComparison } from '../../../../results/groups.js';
import type { Claim, DifferenceStatement } from '../claim.js';
import type { Change } from '../../../../words/vocabulary/claims.js';
import type { Decision } from '../decision.js';

/** A claim with the comparison that it is about, and its groups in the order of the claim. */
export interface ComparedClaim {
  readonly claim: Claim & { readonly statement: DifferenceStatement };
  readonly comparison: GroupComparison;
  readonly groups: readonly string[];
}

/** A decision, and the methods that would decide differently. */
export interface ComparedDecision extends Decision {
  readonly changes?: readonly Change[];
}
