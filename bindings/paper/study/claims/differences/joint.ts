/** Judges that a coefficient differs between three groups or more: by a test that all are equal. */
import type { JointTest } from '../../../../results/groups.js';
import { series } from '../../../../core/text/counts.js';
import { statistic } from '../../../../core/text/format.js';
import type { ComparedClaim, ComparedDecision } from './compared.js';
import { untestable, verdictOf } from '../decision.js';
import { isWrong, percentage } from './simulated.js';
import { belowWords, dfWords, pWords } from '../words.js';

/** `estimates` are the coefficients of the groups in words. */
export function judgeJoint(
  { claim, comparison, groups }: ComparedClaim,
  estimates: string,
): ComparedDecision {
  const { jointChecks = [], of, by, groups: all } = comparison;
  const tests = [...(comparison.joint === undefined ? [] : [comparison.joint]), ...jointChecks];
  const known = tests.filter((one) => one.stat !== null);
  const right = known.find((one) => one.errors === undefined && !isWrong(one));
  const joint = right ?? comparison.joint;
  if (groups.length < all.length) {
    const names = series(
      all.map(({ value }) => value),
      'and',
    );
    return untestable(`the joint test of ${of} by ${by} covers ${names}; name all of them or two`);
  }
  if (joint === undefined || joint.stat === null) {
    const why = joint === undefined ? 'the comparison has no joint test' : joint.reason;
    return untestable(`${estimates}; ${why}`);
  }
  const { stat, df, pValue } = joint;
  if (right === undefined) {
    const size = percentage(joint.size!);
    return {
      ...untestable(
        `${estimates}; the joint test rejects equal coefficients in ${size} of simulated samples like this one, not in 5%`,
      ),
      changes: known.map((one) => otherJoint(one, claim.level)),
    };
  }
  const others = known.filter((one) => one !== right);
  const disagreeing = others.filter((one) => one.pValue < claim.level !== pValue < claim.level);
  const name = jointName(joint);
  return {
    verdict: verdictOf(pValue < claim.level),
    changes: disagreeing.map((one) => otherJoint(one, claim.level)),
    estimate: null,
    stat,
    df: df ?? null,
    pValue,
    test: `joint test of ${groups.length} groups, ${name}`,
    reason: `${estimates}; that all are equal has ${name} = ${statistic(stat)}, ${pWords(pValue, claim.level)}, ${belowWords(pValue, claim.level)}${skipped(comparison.joint, right)}`,
  };
}

/** Why the test that was named for does not decide. */
function skipped(named: JointTest | undefined, right: JointTest): string {
  if (named === undefined || named === right || typeof named.size !== 'number') return '';
  return `; the joint ${named.method ?? 'wald'} test does not decide, as it rejects equal coefficients in ${percentage(named.size)} of simulated samples like this one`;
}

type KnownJoint = Extract<JointTest, { readonly stat: number }>;

/** `F(2, 10.8)`, `chi2(2)`. */
function jointName({ df }: KnownJoint): string {
  const [df1, df2] = typeof df === 'number' || df === undefined ? [df] : df;
  return df2 === undefined ? `chi2(${df1})` : `F(${df1}, ${dfWords(df2)})`;
}

function otherJoint(one: KnownJoint, level: number): string {
  const { method, errors, pValue } = one;
  const [cluster] = errors?.clusters ?? [];
  const by =
    cluster === undefined
      ? `By the joint ${method} test`
      : `With errors clustered by ${cluster.column} (${cluster.count} clusters)`;
  return `${by}, ${jointName(one)}, ${pWords(pValue, level)}: ${verdictOf(pValue < level)}.`;
}
