/** Judges the claims of a study by its results. */
import type { Study } from '../file/study.js';
import type { JudgedClaim, StudyResult } from '../result.js';

export function judgeClaims({ claims }: Study, { tables }: StudyResult): readonly JudgedClaim[] {
  return claims.map(({ id, claim }) => ({
    ...{ id, claim, verdict: 'not testable', estimate: null, stat: null, df: null },
    ...{ pValue: null, test: '', reason: `${Object.keys(tables).length} tables` },
  }));
}
