/** One verdict from those of several models. */
import { series } from '../../tables/format.js';
import type { JudgedPart, Verdict } from '../result.js';
import type { Decision } from './decision.js';

/** A decision with the model that it is about. */
export interface ModelDecision extends Decision {
  readonly model: string;
  readonly changes: readonly string[];
}

export type Combined = Omit<JudgedPart, 'model'>;

/**
 * A claim on several models says that it holds in each. The largest of their p-values tests that (Berger, 1982), so the
 * numbers are those of the weakest model. A model that cannot be tested leaves the others without full support.
 */
export function combined(decisions: readonly ModelDecision[]): Combined {
  const weakest = weakestOf(decisions);
  if (decisions.length === 1) return { ...withoutModel(weakest), reason: sentence(weakest.reason) };
  const verdict = verdictOf(decisions);
  return {
    ...withoutModel(weakest),
    verdict,
    test:
      weakest.pValue === null ? weakest.test : `largest p of ${decisions.length}: ${weakest.test}`,
    reason: sentence(`${overall(decisions, verdict)}; ${weakest.reason}`),
  };
}

function withoutModel({
  verdict,
  estimate,
  stat,
  df,
  pValue,
  test,
  reason,
}: ModelDecision): Combined {
  return { verdict, estimate, stat, df, pValue, test, reason };
}

/** The model with the largest p-value; without a p-value one that does not support the claim. */
function weakestOf(decisions: readonly ModelDecision[]): ModelDecision {
  const rank = ({ verdict }: ModelDecision) => (verdict === 'supported' ? 0 : 1);
  const tested = decisions.filter(({ verdict }) => verdict !== 'not testable');
  const [first, ...others] = tested.length > 0 ? tested : decisions;
  return others.reduce((worst, one) => {
    if (rank(one) !== rank(worst)) return rank(one) > rank(worst) ? one : worst;
    return (one.pValue ?? -1) > (worst.pValue ?? -1) ? one : worst;
  }, first!);
}

function verdictOf(decisions: readonly ModelDecision[]): Verdict {
  const has = (verdict: Verdict) => decisions.some((one) => one.verdict === verdict);
  if (has('supported') && has('not supported')) return 'mixed';
  if (has('not supported')) return 'not supported';
  return has('not testable') ? 'not testable' : 'supported';
}

function overall(decisions: readonly ModelDecision[], verdict: Verdict): string {
  if (verdict === 'supported') {
    return decisions.length === 2 ? 'both support it' : `all ${decisions.length} models support it`;
  }
  const named = (kind: Verdict, one: string, many: string) => {
    const models = decisions
      .filter((decision) => decision.verdict === kind)
      .map(({ model }) => model);
    if (models.length === 0) return [];
    return [`${series(models, 'and')} ${models.length === 1 ? one : many}`];
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
