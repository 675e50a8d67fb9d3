/** Judges that a coefficient differs between groups: by the test of the difference, never by two significance levels. */
import type { Engine } from '../../../../core/engine/engine.js';
import type {
  GroupCheck,
  GroupComparison,
  GroupDifference,
  GroupEstimate,
} from '../../../../results/groups.js';
import { oneSided } from '../../../../core/numerics/inference.js';
import type { By, Change, Clause, Method, Sides } from '../../../../words/vocabulary/claims.js';
import { sided } from '../bootstrapped.js';
import type { Claim } from '../claim.js';
import type { ComparedClaim, ComparedDecision } from './compared.js';
import { untestable, verdictOf } from '../decision.js';
import { judgeJoint } from './joint.js';
import { isWrong } from './simulated.js';

export function judgeDifference(engine: Engine, compared: ComparedClaim): ComparedDecision {
  return compared.groups.length === 2
    ? judgePair(engine, compared)
    : judgeJoint(compared, estimatesIn(compared.claim, compared.comparison, compared.groups));
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
  const estimates = estimatesIn(claim, comparison, groups);
  if (deciding === undefined) {
    const clauses = named.some(hasTest)
      ? [estimates, ...wrongSizes(comparison, named.filter(hasTest))]
      : [withoutTest(claim, comparison, named)];
    return {
      ...untestable(clauses),
      changes: all.map((groupDifference) => otherwise(engine, groupDifference, test)),
    };
  }
  const decided = tested(engine, deciding, test);
  const { difference, pValue, isSupported } = decided;
  const others = all.filter((groupDifference) => groupDifference !== deciding);
  const disagreeing = others.filter(
    (groupDifference) => tested(engine, groupDifference, test).isSupported !== isSupported,
  );
  const place = named.indexOf(deciding);
  const skipped = place < 0 ? named : named.slice(0, place);
  const sides = sidesOf(larger);
  return {
    verdict: verdictOf(isSupported),
    estimate: difference,
    stat: decided.stat,
    df: deciding.df,
    pValue,
    test: { code: 'difference', ...methodOf(deciding), sides },
    clauses: [
      estimates,
      { code: 'difference', ...differenceOf(decided, deciding), pValue, level: claim.level, sides },
      ...skipped.map(whySkipped),
      ...disagreeing.map((groupDifference) => disagreement(engine, groupDifference, test)),
      ...misleading(comparison, groups, claim, isSupported),
    ],
    changes: disagreeing.map((groupDifference) => otherwise(engine, groupDifference, test)),
  };
}

const sidesOf = (larger: string | undefined): Sides => (larger === undefined ? 'two' : 'one');

const hasTest = ({ pValue }: GroupDifference) => pValue !== null && Number.isFinite(pValue);

/**
 * The method that decides: the first method of the comparison, unless its simulated size is wrong. Then the first
 * method with a correct simulated size (including CR2 if the claim names no method), or else the first of unknown size;
 * none if no method is reliable.
 */
function decidingRow(
  { by }: Claim,
  { chosen }: GroupComparison,
  named: readonly GroupCheck[],
  checks: readonly GroupCheck[],
): GroupCheck | undefined {
  if (chosen.reliable === false) return undefined;
  const usable = named.filter(hasTest);
  const possible = usable.filter((groupCheck) => !isWrong(groupCheck));
  if (possible[0] === usable[0]) return possible[0];
  const cr2 = by === undefined ? checks.filter(({ method }) => method === 'cr2') : [];
  const isRight = (difference: GroupDifference) =>
    typeof difference.size === 'number' && !isWrong(difference);
  return [...possible, ...cr2.filter(hasTest)].find(isRight) ?? possible[0];
}

/** Why a claim cannot be judged although there are p-values. */
function wrongSizes({ chosen }: GroupComparison, rows: readonly GroupDifference[]): Clause[] {
  const sizes = rows.filter(isWrong).map(({ method, size }) => ({ method, size: size! }));
  const { method, size, reliable, why } = chosen;
  if (sizes.length === 0) return [{ code: 'unreliable', why }];
  const wrong: Clause = { code: 'wrong-sizes', sizes };
  if (reliable === true) return [wrong, { code: 'use-method', method }];
  return reliable === false ? [wrong, { code: 'least-wrong', method, size: size ?? NaN }] : [wrong];
}

function whySkipped(difference: GroupDifference): Clause {
  const { method, reason, told, size } = difference;
  if (hasTest(difference)) return { code: 'size-skipped', method, size: size! };
  return { code: 'unusable', method, reason, ...(told && { told }) };
}

function withoutTest(
  { by: named }: Claim,
  { of, by, differences }: GroupComparison,
  rows: readonly GroupDifference[],
): Clause {
  if (rows.length > 0) {
    const methods = rows.map(({ method, reason, told }) => {
      return { method, reason, ...(told && { told }) };
    });
    return { code: 'no-method', of, by, methods };
  }
  const methods = [...new Set(differences.map(({ method }) => method))];
  return { code: 'other-method', of, by, methods, named: named! };
}

interface PairTest {
  readonly larger: string | undefined;
  readonly first: string;
  readonly level: number;
}

interface TestedPair {
  /** Second minus first group, in the claim's order. */
  readonly difference: number | null;
  readonly stat: number | null;
  readonly pValue: number;
  readonly isSupported: boolean;
}

/** The difference in the claim's order, with the p-value for its direction if it states one. */
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

/** True if the p-value comes from the statistic, not from permutations or replicates. */
function isAnalytic(
  engine: Engine,
  pValue: number,
  stat: number,
  reference: Parameters<typeof oneSided>[2],
): boolean {
  const expected = 2 * oneSided(engine, Math.abs(stat), reference);
  return Math.abs(expected - pValue) <= 1e-9 * Math.max(expected, Number.MIN_VALUE);
}

function differenceOf({ difference, stat }: TestedPair, groupCheck: GroupCheck) {
  const { stdError, statistic, df } = groupCheck;
  return { ...methodOf(groupCheck), difference, stdError, stat, statistic, df };
}

function disagreement(engine: Engine, groupCheck: GroupCheck, test: PairTest): Clause {
  const { pValue } = tested(engine, groupCheck, test);
  return { code: 'disagrees', ...methodOf(groupCheck), pValue, level: test.level };
}

function methodOf({ method, errors }: Pick<GroupCheck, 'method' | 'errors'>): Method {
  const [cluster] = errors?.clusters ?? [];
  return { method, ...(cluster !== undefined && { cluster: cluster.column }) };
}

function otherwise(engine: Engine, groupCheck: GroupCheck, test: PairTest): Change {
  const { pValue, isSupported } = tested(engine, groupCheck, test);
  const [cluster] = groupCheck.errors?.clusters ?? [];
  const by: By =
    cluster === undefined
      ? { code: 'method', method: groupCheck.method }
      : { code: 'clusters', column: cluster.column, count: cluster.count };
  const { level, larger } = test;
  return { code: 'p', by, sides: sidesOf(larger), pValue, level, verdict: verdictOf(isSupported) };
}

/** The coefficient in each group of the claim. */
function estimatesIn(
  { level }: Claim,
  { of, by, groups: all }: GroupComparison,
  groups: readonly string[],
): Clause {
  const shown = groups.map((name) => {
    const { estimate, stdError, pValue } = all.find(({ value }) => value === name)!;
    return { name, estimate, stdError, pValue };
  });
  return { code: 'groups', of, by, groups: shown, level };
}

/** The wrong conclusion from comparing two significance levels. */
function misleading(
  { groups: all }: GroupComparison,
  groups: readonly string[],
  { level }: Claim,
  isSupported: boolean,
): Clause[] {
  const pair = groups.map((name) => all.find(({ value }) => value === name)!);
  if (pair.some(({ pValue }) => pValue === null)) return [];
  const significant = pair.filter(({ pValue }) => pValue! < level);
  if (significant.length === 1 && !isSupported) {
    const [one] = significant as [GroupEstimate];
    const other = pair.find((group) => group !== one)!;
    return [{ code: 'significant-in-one', significant: one.value, other: other.value }];
  }
  if (significant.length === 1 || !isSupported) return [];
  return [{ code: 'significant-alike', both: significant.length === 2 }];
}
