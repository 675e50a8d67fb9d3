/** Judges that a coefficient differs between three groups or more: by a test that all are equal. */
import type { JointTest } from '../../../../results/groups.js';
import type { By, Change, Clause } from '../../../../words/vocabulary/claims.js';
import type { ComparedClaim, ComparedDecision } from './compared.js';
import { untestable, verdictOf } from '../decision.js';
import { isWrong } from './simulated.js';

/** `estimates` are the coefficients of the groups. */
export function judgeJoint(
  { claim, comparison, groups }: ComparedClaim,
  estimates: Clause,
): ComparedDecision {
  const { jointChecks = [], of, by, groups: all } = comparison;
  const tests = [...(comparison.joint === undefined ? [] : [comparison.joint]), ...jointChecks];
  const known = tests.filter((jointTest) => jointTest.stat !== null);
  const right = known.find((one) => one.errors === undefined && !isWrong(one));
  const joint = right ?? comparison.joint;
  if (groups.length < all.length) {
    return untestable([{ code: 'joint-of-all', of, by, groups: all.map(({ value }) => value) }]);
  }
  if (joint === undefined || joint.stat === null) {
    return untestable([estimates, { code: 'no-joint', reason: joint?.reason }]);
  }
  const { level } = claim;
  const { stat, df, pValue } = joint;
  if (right === undefined) {
    return {
      ...untestable([estimates, { code: 'joint-size', size: joint.size! }]),
      changes: known.map((one) => otherJoint(one, level)),
    };
  }
  const others = known.filter((one) => one !== right);
  const disagreeing = others.filter((one) => one.pValue < level !== pValue < level);
  return {
    verdict: verdictOf(pValue < level),
    changes: disagreeing.map((one) => otherJoint(one, level)),
    estimate: null,
    stat,
    df: df ?? null,
    pValue,
    test: { code: 'joint', groups: groups.length, df: degreesOf(joint) },
    clauses: [
      estimates,
      { code: 'joint', df: degreesOf(joint), stat, pValue, level },
      ...skipped(comparison.joint, right),
    ],
  };
}

/** Why the test that was named for does not decide. */
function skipped(named: JointTest | undefined, right: JointTest): Clause[] {
  if (named === undefined || named === right || typeof named.size !== 'number') return [];
  return [{ code: 'joint-skipped', method: named.method ?? 'wald', size: named.size }];
}

type KnownJoint = Extract<JointTest, { readonly stat: number }>;

const degreesOf = ({ df }: KnownJoint): readonly number[] => (df === undefined ? [] : [df].flat());

function otherJoint(knownJoint: KnownJoint, level: number): Change {
  const { method = 'wald', errors, pValue } = knownJoint;
  const [cluster] = errors?.clusters ?? [];
  const by: By =
    cluster === undefined
      ? { code: 'joint', method }
      : { code: 'clusters', column: cluster.column, count: cluster.count };
  return {
    code: 'p',
    by,
    df: degreesOf(knownJoint),
    pValue,
    level,
    verdict: verdictOf(pValue < level),
  };
}
