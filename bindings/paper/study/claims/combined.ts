/** One verdict from those of several columns. */
import { omit } from '../../../core/values/omit.js';
import { series } from '../../../core/text/counts.js';
import type { JudgedPart, Verdict } from '../result.js';
import type { Decision } from './decision.js';

/** A decision with the column, or the table of a comparison, that it is about. */
export interface PlacedDecision
  extends Decision, Pick<JudgedPart, 'model' | 'table' | 'column' | 'columns' | 'estimator'> {
  readonly place: string;
  readonly changes: readonly string[];
}

export type Combined = Omit<JudgedPart, 'place' | 'model'>;

/**
 * A claim on several columns says that it holds in each. The largest of their p-values tests that (Berger, 1982), so the
 * numbers are those of the weakest column. A column that cannot be tested leaves the others without full support.
 */
export function combined(decisions: readonly PlacedDecision[]): Combined {
  const weakest = weakestOf(decisions);
  if (decisions.length === 1) return { ...withoutPlace(weakest), reason: sentence(weakest.reason) };
  const verdict = verdictOf(decisions);
  const untested = decisions.filter((one) => one.verdict === 'not testable' && one !== weakest);
  const reasons = [overall(decisions, verdict), ...untested.map(({ reason }) => reason)];
  return {
    ...withoutPlace(weakest),
    verdict,
    test:
      weakest.pValue === null ? weakest.test : `largest p of ${decisions.length}: ${weakest.test}`,
    reason: sentence([...reasons, weakest.reason].join('; ')),
  };
}

const withoutPlace = (decision: PlacedDecision): Combined =>
  omit(decision, 'place', 'model', 'changes');

/** The column with the largest p-value; without a p-value one that does not support the claim. */
function weakestOf(decisions: readonly PlacedDecision[]): PlacedDecision {
  const rank = ({ verdict }: PlacedDecision) => (verdict === 'supported' ? 0 : 1);
  const tested = decisions.filter(({ verdict }) => verdict !== 'not testable');
  const [first, ...others] = tested.length > 0 ? tested : decisions;
  return others.reduce((worst, one) => {
    if (rank(one) !== rank(worst)) return rank(one) > rank(worst) ? one : worst;
    return (one.pValue ?? -1) > (worst.pValue ?? -1) ? one : worst;
  }, first!);
}

function verdictOf(decisions: readonly PlacedDecision[]): Verdict {
  const has = (verdict: Verdict) => decisions.some((one) => one.verdict === verdict);
  if (has('supported') && has('not supported')) return 'mixed';
  if (has('not supported')) return 'not supported';
  return has('not testable') ? 'not testable' : 'supported';
}

function overall(decisions: readonly PlacedDecision[], verdict: Verdict): string {
  if (verdict === 'supported') {
    return decisions.length === 2
      ? 'both support it'
      : `all ${decisions.length} columns support it`;
  }
  const named = (kind: Verdict, one: string, many: string) => {
    const places = decisions
      .filter((decision) => decision.verdict === kind)
      .map(({ place }) => place);
    if (places.length === 0) return [];
    return [`${series(places, 'and')} ${places.length === 1 ? one : many}`];
  };
  return [
    ...named('supported', 'supports it', 'support it'),
    ...named('not supported', 'does not', 'do not'),
    ...named('not testable', 'cannot be tested', 'cannot be tested'),
  ].join(', ');
}

/** A clause as a sentence; names of terms at its start keep their case. */
export function sentence(clause: string): string {
  const [first = '', ...rest] = clause;
  const begun = /^(?:the|all|both|no|there|that) /.test(clause)
    ? first.toUpperCase() + rest.join('')
    : clause;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
