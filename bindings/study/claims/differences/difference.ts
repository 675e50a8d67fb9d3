/** Judges that a coefficient differs between groups: by the test of the difference, never by two significance levels. */
import type { Engine } from '../../core/engine.js';
import type { GroupComparison, GroupDifference, GroupEstimate } from '../../results/groups.js';
import { oneSided } from '../../numerics/inference.js';
import { errorFormat, series, statistic } from '../../tables/format.js';
import { sided } from './bootstrapped.js';
import type { Claim, DifferenceStatement } from './claim.js';
import { type Decision, untestable, verdictOf } from './decision.js';
import { belowWords, dfWords, pWords } from './words.js';

/** A claim with the comparison that it is about, and its groups in the order of the claim. */
export interface ComparedClaim {
  readonly claim: Claim & { readonly statement: DifferenceStatement };
  readonly comparison: GroupComparison;
  readonly groups: readonly string[];
}

/** A decision, and the methods that decide otherwise. */
export interface ComparedDecision extends Decision {
  readonly changes?: readonly string[];
}

export function judgeDifference(engine: Engine, compared: ComparedClaim): ComparedDecision {
  return compared.groups.length === 2 ? judgePair(engine, compared) : judgeJoint(compared);
}

function judgePair(engine: Engine, { claim, comparison, groups }: ComparedClaim): ComparedDecision {
  const first = groups[0]!;
  const all = comparison.differences.filter(({ between }) =>
    between.every((g) => groups.includes(g)),
  );
  const named = claim.by === undefined ? all : all.filter(({ method }) => method === claim.by);
  const deciding = named.find(({ pValue }) => pValue !== null && Number.isFinite(pValue));
  if (deciding === undefined) return untestable(withoutTest(claim, comparison, named));
  const { larger } = claim.statement;
  const test = { larger, first, level: claim.level };
  const decided = tested(engine, deciding, test);
  const { difference, pValue, isSupported } = decided;
  const others = all.filter((one) => one !== deciding && one.pValue !== null);
  const disagreeing = others.filter((one) => tested(engine, one, test).isSupported !== isSupported);
  const skipped = named.slice(0, named.indexOf(deciding));
  const sides = larger === undefined ? 'two-sided' : 'one-sided';
  return {
    verdict: verdictOf(isSupported),
    estimate: difference,
    stat: decided.stat,
    df: deciding.df,
    pValue,
    test: `${deciding.method} test of the difference, ${sides}`,
    reason: [
      `${estimateWords(claim, comparison, groups)}; the difference ${differenceWords(decided, deciding)} (${deciding.method}), ${sides} ${pWords(pValue, claim.level)}, ${belowWords(pValue, claim.level)}`,
      ...skipped.map(
        ({ method, reason }) => `${method} cannot be used: ${reason ?? 'it has no p-value'}`,
      ),
      ...disagreeing.map((one) => disagreement(engine, one, test)),
      ...misleading(comparison, groups, claim, isSupported),
    ].join('; '),
    changes: disagreeing.map((one) => otherwise(engine, one, test)),
  };
}

function withoutTest(
  { by }: Claim,
  { of, by: column, differences }: GroupComparison,
  named: readonly GroupDifference[],
): string {
  if (named.length > 0) {
    const reasons = named.map(({ method, reason }) => `${method}: ${reason ?? 'no p-value'}`);
    return `no method can test the difference of ${of} by ${column} (${reasons.join('; ')})`;
  }
  const methods = [...new Set(differences.map(({ method }) => method))];
  return `the difference of ${of} by ${column} was tested by ${series(methods, 'and')}, not by ${by}`;
}

interface PairTest {
  readonly larger: string | undefined;
  readonly first: string;
  readonly level: number;
}

interface TestedPair {
  /** Second minus first group of the claim. */
  readonly difference: number | null;
  readonly stat: number | null;
  readonly pValue: number;
  readonly isSupported: boolean;
}

/** The difference in the order of the claim, with the p-value of its direction if it names one. */
function tested(
  engine: Engine,
  { between, estimate, stat, df, statistic: kind, pValue }: GroupDifference,
  { larger, first, level }: PairTest,
): TestedPair {
  const turned = between[0] === first ? 1 : -1;
  const difference = estimate === null ? null : turned * estimate;
  const directed = stat === null ? null : turned * stat;
  let p = pValue!;
  if (larger !== undefined) {
    const sign = larger === first ? -1 : 1;
    const reference = { statistic: kind ?? 'z', df: df ?? Infinity } as const;
    p =
      directed !== null && kind !== null && isAnalytic(engine, pValue!, directed, reference)
        ? oneSided(engine, sign * directed, reference)
        : sided(pValue!, sign > 0 ? '>' : '<', 'symmetric', difference ?? NaN);
  }
  return { difference, stat: directed, pValue: p, isSupported: p < level };
}

/** True if the p-value is that of the statistic rather than of permutations or replicates. */
function isAnalytic(
  engine: Engine,
  pValue: number,
  stat: number,
  reference: Parameters<typeof oneSided>[2],
): boolean {
  const expected = 2 * oneSided(engine, Math.abs(stat), reference);
  return Math.abs(expected - pValue) <= 1e-9 * Math.max(expected, Number.MIN_VALUE);
}

function differenceWords({ difference, stat }: TestedPair, one: GroupDifference): string {
  const shown = errorFormat([difference ?? NaN, one.stdError ?? NaN]);
  const size = difference === null ? '' : `of ${shown(difference)} `;
  if (stat === null) return `${size}is tested`.trim();
  const { statistic: kind, df } = one;
  const name = kind === 't' && df !== null ? `t(${dfWords(df)})` : (kind ?? 'statistic');
  return `${size}has ${name} = ${statistic(stat)}`;
}

function disagreement(engine: Engine, one: GroupDifference, test: PairTest): string {
  const { pValue } = tested(engine, one, test);
  return `${one.method} disagrees with ${pWords(pValue, test.level)}`;
}

function otherwise(engine: Engine, one: GroupDifference, test: PairTest): string {
  const { pValue, isSupported } = tested(engine, one, test);
  const sides = test.larger === undefined ? 'two-sided' : 'one-sided';
  return `By the ${one.method} test of the difference, ${sides} ${pWords(pValue, test.level)}: ${verdictOf(isSupported)}.`;
}

/** `Gov is 0.050 in high (p = 0.012) and 0.020 in low (p = 0.210) GovSupport`. */
function estimateWords(
  { level }: Claim,
  { of, by, groups: all }: GroupComparison,
  groups: readonly string[],
): string {
  const parts = groups.map((name) => {
    const group = all.find(({ value }) => value === name)!;
    if (group.estimate === null) return `not estimated in ${name}`;
    const shown = errorFormat([group.estimate, group.stdError ?? NaN]);
    const p = group.pValue === null ? '' : ` (${pWords(group.pValue, level)})`;
    return `${shown(group.estimate)} in ${name}${p}`;
  });
  return `${of} by ${by} is ${series(parts, 'and')}`;
}

/** What comparing two significance levels would wrongly say. */
function misleading(
  { groups: all }: GroupComparison,
  groups: readonly string[],
  { level }: Claim,
  isSupported: boolean,
): string[] {
  const pair = groups.map((name) => all.find(({ value }) => value === name)!);
  if (pair.some(({ pValue }) => pValue === null)) return [];
  const significant = pair.filter(({ pValue }) => pValue! < level);
  if (significant.length === 1 && !isSupported) {
    const [one] = significant as [GroupEstimate];
    const other = pair.find((group) => group !== one)!;
    return [
      `that it is significant in ${one.value} and not in ${other.value} is no test of the difference`,
    ];
  }
  if (significant.length === 1 || !isSupported) return [];
  const both =
    significant.length === 2 ? 'significant in both groups' : 'significant in neither group';
  return [`that it is ${both} does not make the groups equal`];
}

/** Three groups and more: the hypothesis that all are equal. */
function judgeJoint({ claim, comparison, groups }: ComparedClaim): Decision {
  const { joint, of, by, groups: all } = comparison;
  const estimates = estimateWords(claim, comparison, groups);
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
  const [df1, df2] = typeof df === 'number' || df === undefined ? [df] : df;
  const name = df2 === undefined ? `chi2(${df1})` : `F(${df1}, ${dfWords(df2)})`;
  return {
    verdict: verdictOf(pValue < claim.level),
    estimate: null,
    stat,
    df: df ?? null,
    pValue,
    test: `joint test of ${groups.length} groups, ${name}`,
    reason: `${estimates}; that all are equal has ${name} = ${statistic(stat)}, ${pWords(pValue, claim.level)}, ${belowWords(pValue, claim.level)}`,
  };
}
