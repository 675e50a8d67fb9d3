/** One verdict from those of several columns. */
import type {
  Change,
  Clause,
  JudgedDetail,
  PlaceDetail,
  Reason,
} from '../../../words/vocabulary/claims.js';
import { omit } from '../../../core/values/omit.js';
import type { JudgedPart, Verdict } from '../result.js';
import type { Decision } from './decision.js';

/** A decision, and the column, or the comparison's table, that it is about. */
export interface PlacedDecision
  extends Decision, Pick<JudgedPart, 'model' | 'table' | 'column' | 'columns' | 'estimator'> {
  readonly place: string;
  /** What the reason starts with. */
  readonly start?: PlaceDetail;
  readonly changes: readonly Change[];
}

/** A verdict with its numbers, before a language says it. */
export type Combined = Omit<
  JudgedPart,
  'place' | 'model' | 'test' | 'reason' | 'changes' | 'parts'
> & {
  readonly detail: JudgedDetail;
};

/**
 * A claim about several columns means that it holds in each. The largest p-value tests that (Berger, 1982), so the
 * numbers are those of the weakest column. If a column cannot be tested, the claim is not fully supported.
 */
export function combined(decisions: readonly PlacedDecision[]): Combined {
  const weakest = weakestOf(decisions);
  if (decisions.length === 1) return single(weakest);
  const verdict = verdictOf(decisions);
  const untested = decisions.filter(
    (placedDecision) => placedDecision.verdict === 'not testable' && placedDecision !== weakest,
  );
  const one = single(weakest);
  return {
    ...one,
    verdict,
    detail: {
      reasons: [
        { clauses: [overall(decisions, verdict)] },
        ...[...untested, weakest].map(reasonOf),
      ],
      test: weakest.test,
      ...(weakest.pValue !== null && { weakestOf: decisions.length }),
      changes: decisions.flatMap(({ place, changes }) =>
        changes.map((change) => ({ place, change })),
      ),
    },
  };
}

/** The verdict on one column. */
export function single(decision: PlacedDecision): Combined {
  const { changes, test } = decision;
  return {
    ...omit(decision, 'place', 'model', 'start', 'clauses', 'changes', 'test'),
    detail: { reasons: [reasonOf(decision)], test, changes: changes.map((change) => ({ change })) },
  };
}

const reasonOf = ({ start, clauses }: PlacedDecision): Reason => ({
  ...(start !== undefined && { place: start }),
  clauses,
});

/** The column with the largest p-value; without p-values, one that does not support the claim. */
function weakestOf(decisions: readonly PlacedDecision[]): PlacedDecision {
  const rank = ({ verdict }: PlacedDecision) => (verdict === 'supported' ? 0 : 1);
  const tested = decisions.filter(({ verdict }) => verdict !== 'not testable');
  const [first, ...others] = tested.length > 0 ? tested : decisions;
  return others.reduce((worst, placedDecision) => {
    if (rank(placedDecision) !== rank(worst))
      return rank(placedDecision) > rank(worst) ? placedDecision : worst;
    return (placedDecision.pValue ?? -1) > (worst.pValue ?? -1) ? placedDecision : worst;
  }, first!);
}

function verdictOf(decisions: readonly PlacedDecision[]): Verdict {
  const has = (verdict: Verdict) =>
    decisions.some((placedDecision) => placedDecision.verdict === verdict);
  if (has('supported') && has('not supported')) return 'mixed';
  if (has('not supported')) return 'not supported';
  return has('not testable') ? 'not testable' : 'supported';
}

function overall(decisions: readonly PlacedDecision[], verdict: Verdict): Clause {
  if (verdict === 'supported') return { code: 'all-support', columns: decisions.length };
  const placesOf = (kind: Verdict) =>
    decisions.filter((placedDecision) => placedDecision.verdict === kind).map(({ place }) => place);
  return {
    code: 'support',
    supported: placesOf('supported'),
    not: placesOf('not supported'),
    untested: placesOf('not testable'),
  };
}
