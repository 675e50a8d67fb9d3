/** Judges that a coefficient differs between groups: by the test of the difference, never by two significance levels. */
import type { Engine } from '../../../../core/engine/engine.js';
import type {
  GroupCheck,
  GroupComparison,
  GroupDifference,
  GroupEstimate,
} from '../../../../results/groups.js';
import { oneSided } from '../../../../core/numerics/inference.js';
import { series } from '../../../../core/text/counts.js';
import { errorFormat, statistic } from '../../../../core/text/format.js';
import { sided } from '../bootstrapped.js';
import type { Claim } from '../claim.js';
import type { ComparedClaim, ComparedDecision } from './compared.js';
import { untestable, verdictOf } from '../decision.js';
import { judgeJoint } from './joint.js';
import { isWrong, percentage } from './simulated.js';
import { belowWords, dfWords, pWords } from '../words.js';

export function judgeDifference(engine: Engine, compared: ComparedClaim): ComparedDecision {
  return compared.groups.length === 2
    ? judgePair(engine, compared)
    : judgeJoint(compared, estimateWords(compared.claim, compared.comparison, compared.groups));
}

function judgePair(engine: Engine, { claim, comparison, groups }: ComparedClaim): ComparedDecision {
  const first = groups[0]!;
  const ofPair = <Row extends GroupDifference>(rows: readonly Row[]) =>
    rows.filter(({ between }) => between.every((g) => groups.includes(g)));
  const [differences, checks] = [ofPair(comparison.differences), ofPair(comparison.checks ?? [])];
  const named: readonly GroupCheck[] =
    claim.by === undefined
      ? differences
      : [...differences, ...checks].filter(({ method }) => method === claim.by);
  const { larger } = claim.statement;
  const test = { larger, first, level: claim.level };
  const all = [...differences, ...checks].filter(hasTest);
  const deciding = decidingRow(claim, comparison, named, checks);
  if (deciding === undefined) {
    return {
      ...untestable(
        named.some(hasTest)
          ? `${estimateWords(claim, comparison, groups)}; ${wrongSizes(comparison, named.filter(hasTest))}`
          : withoutTest(claim, comparison, named),
      ),
      changes: all.map((one) => otherwise(engine, one, test)),
    };
  }
  const decided = tested(engine, deciding, test);
  const { difference, pValue, isSupported } = decided;
  const others = all.filter((one) => one !== deciding);
  const disagreeing = others.filter((one) => tested(engine, one, test).isSupported !== isSupported);
  const place = named.indexOf(deciding);
  const skipped = place < 0 ? named : named.slice(0, place);
  const sides = larger === undefined ? 'two-sided' : 'one-sided';
  return {
    verdict: verdictOf(isSupported),
    estimate: difference,
    stat: decided.stat,
    df: deciding.df,
    pValue,
    test: `${methodName(deciding)} test of the difference, ${sides}`,
    reason: [
      `${estimateWords(claim, comparison, groups)}; the difference ${differenceWords(decided, deciding)} (${methodName(deciding)}), ${sides} ${pWords(pValue, claim.level)}, ${belowWords(pValue, claim.level)}`,
      ...skipped.map(whySkipped),
      ...disagreeing.map((one) => disagreement(engine, one, test)),
      ...misleading(comparison, groups, claim, isSupported),
    ].join('; '),
    changes: disagreeing.map((one) => otherwise(engine, one, test)),
  };
}

const hasTest = ({ pValue }: GroupDifference) => pValue !== null && Number.isFinite(pValue);

/**
 * The first method of the comparison unless its simulated size is wrong. Then the first that is known to have the right
 * size, CR2 among them if the claim names no method, else the first whose size is unknown; none where no method is
 * reliable.
 */
function decidingRow(
  { by }: Claim,
  { chosen }: GroupComparison,
  named: readonly GroupCheck[],
  checks: readonly GroupCheck[],
): GroupCheck | undefined {
  if (chosen.reliable === false) return undefined;
  const usable = named.filter(hasTest);
  const possible = usable.filter((one) => !isWrong(one));
  if (possible[0] === usable[0]) return possible[0];
  const cr2 = by === undefined ? checks.filter(({ method }) => method === 'cr2') : [];
  const isRight = (one: GroupDifference) => typeof one.size === 'number' && !isWrong(one);
  return [...possible, ...cr2.filter(hasTest)].find(isRight) ?? possible[0];
}

/** Why a claim cannot be judged although there are p-values. */
function wrongSizes({ chosen }: GroupComparison, rows: readonly GroupDifference[]): string {
  const sizes = rows.filter(isWrong).map((one) => `${one.method} in ${percentage(one.size!)}`);
  const words = `equal coefficients are rejected by ${series(sizes, 'and')} of simulated samples like this one, not in 5%`;
  const { method, size, reliable } = chosen;
  const least = `; the least wrong test is ${method}, in ${percentage(size ?? NaN)}`;
  const other = reliable === false ? least : reliable === true ? `; use ${method}` : '';
  return sizes.length === 0 ? chosen.why : words + other;
}

function whySkipped(one: GroupDifference): string {
  const { method, reason, size } = one;
  if (hasTest(one)) {
    return `${method} does not decide, as it rejects equal coefficients in ${percentage(size!)} of simulated samples like this one`;
  }
  return `${method} cannot be used: ${reason ?? 'it has no p-value'}`;
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

function disagreement(engine: Engine, one: GroupCheck, test: PairTest): string {
  const { pValue } = tested(engine, one, test);
  return `${methodName(one)} disagrees with ${pWords(pValue, test.level)}`;
}

/** `wald`, `wald clustered by id`. */
function methodName({ method, errors }: Pick<GroupCheck, 'method' | 'errors'>): string {
  const [cluster] = errors?.clusters ?? [];
  return cluster === undefined ? method : `${method} clustered by ${cluster.column}`;
}

function otherwise(engine: Engine, one: GroupCheck, test: PairTest): string {
  const { pValue, isSupported } = tested(engine, one, test);
  const sides = test.larger === undefined ? 'two-sided' : 'one-sided';
  const [cluster] = one.errors?.clusters ?? [];
  const by =
    cluster === undefined
      ? `By the ${one.method} test of the difference`
      : `With errors clustered by ${cluster.column} (${cluster.count} clusters)`;
  return `${by}, ${sides} ${pWords(pValue, test.level)}: ${verdictOf(isSupported)}.`;
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
