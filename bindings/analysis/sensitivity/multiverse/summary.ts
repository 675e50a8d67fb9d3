import type { AdmissibilityRule, SpecificationBootstrap } from '../../../models/multiverse-keys.js';
import { countFailures, isFailure } from '../../../core/jobs/failures.js';
import type {
  Agreement,
  ChoiceSummary,
  MultiverseBootstrap,
  MultiverseResult,
  Refusal,
  Significance,
  Specification,
} from './result.js';
import { type Estimate, intervalOf } from './specification.js';

/** Parts of the rule that an estimate fails; unavailable tests are ignored. */
export function refusalsOf(
  { ar2, hansen, instrumentsPerUnit }: Estimate,
  rule: AdmissibilityRule | null,
): Refusal[] {
  if (rule === null) return [];
  const [low, high] = rule.hansen;
  const refused: readonly (readonly [Refusal, boolean])[] = [
    ['ar2', ar2 !== null && !(ar2 > rule.ar2)],
    ['hansen', hansen !== null && !(hansen > low && hansen < high)],
    ['instruments', instrumentsPerUnit !== null && instrumentsPerUnit > rule.instrumentsPerUnit],
  ];
  return refused.filter(([, is]) => is).map(([name]) => name);
}

type Summary = Pick<
  MultiverseResult,
  'distinct' | 'failures' | 'refusals' | 'sign' | 'all' | 'admissible' | 'byChoice'
>;

export function summarise(
  specifications: readonly Specification[],
  choices: MultiverseResult['choices'],
  level: number,
): Summary {
  const estimates = estimatesOf(specifications);
  const original = specifications.find((specification) => specification.own)?.estimate;
  const sign = (original?.estimate ?? median(sortedValues(estimates)) ?? 1) < 0 ? -1 : 1;
  const alpha = 1 - level;
  const agreed = (some: readonly Specification[]) => agreement(estimatesOf(some), sign, alpha);
  const admissible = (some: readonly Specification[]) =>
    agreed(some.filter((specification) => specification.admissible));
  return {
    distinct: distinctOf(estimates).length,
    failures: countFailures(
      specifications.flatMap(({ failure }) => failure ?? []),
      'message',
    ),
    refusals: refusalCounts(specifications),
    sign,
    all: agreed(specifications),
    admissible: admissible(specifications),
    byChoice: choices.flatMap(({ name, values }) =>
      values.map((value): ChoiceSummary => {
        const withValue = specifications.filter(
          (specification) => specification.choices[name] === value,
        );
        const failed = withValue.filter(({ estimate }) => estimate === null).length;
        return {
          choice: name,
          value,
          count: withValue.length,
          failed,
          admissible: admissible(withValue),
        };
      }),
    ),
  };
}

function estimatesOf(specifications: readonly Specification[]): Estimate[] {
  return specifications.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
}

function sortedValues(estimates: readonly Estimate[]): number[] {
  return estimates.map(({ estimate }) => estimate).sort((a, b) => a - b);
}

function median(sorted: readonly number[]): number | null {
  const half = sorted.length / 2;
  if (half === 0) return null;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[half - 0.5]!;
}

function agreement(estimates: readonly Estimate[], sign: number, alpha: number): Agreement {
  const sorted = sortedValues(estimates);
  const same = estimates.filter(({ estimate }) => sign * estimate > 0);
  const count = estimates.length;
  const distinct = distinctOf(estimates);
  const significant = significance(estimates, sign, alpha);
  const none = count === 0 ? 'none admissible' : 'no bootstrap intervals';
  return {
    count,
    sameSign: same.length,
    ...significant,
    ...(significant.share === null && { reason: none }),
    distinct: { count: distinct.length, ...significance(distinct, sign, alpha) },
    min: sorted[0] ?? null,
    median: median(sorted),
    max: sorted.at(-1) ?? null,
  };
}

/** The distinct estimates: one of each set that has the same bits. */
function distinctOf(estimates: readonly Estimate[]): Estimate[] {
  const bits = (estimate: Estimate) =>
    `${estimate.estimate} ${estimate.stdError} ${String(estimate.bootstrap && intervalOf(estimate))}`;
  return [...new Map(estimates.map((estimate) => [bits(estimate), estimate])).values()];
}

function significance(estimates: readonly Estimate[], sign: number, alpha: number): Significance {
  const judged = estimates.filter((estimate) => intervalOf(estimate) !== null);
  const significant = judged.filter(
    (estimate) => sign * estimate.estimate > 0 && isSignificant(estimate, alpha),
  ).length;
  const share = judged.length === 0 ? null : significant / judged.length;
  return { judged: judged.length, significant, share };
}

function isSignificant(estimate: Estimate, alpha: number): boolean {
  if (estimate.bootstrap === undefined) return estimate.pValue < alpha;
  const [low, high] = intervalOf(estimate)!;
  return low > 0 || high < 0;
}

/** Failures and warnings of the bootstraps of all specifications. */
export function bootstrapsOf(
  specifications: readonly Specification[],
  spec: SpecificationBootstrap,
): MultiverseBootstrap {
  const outcomes = estimatesOf(specifications).map(({ bootstrap }) => bootstrap!);
  const bootstraps = outcomes.flatMap((one) => (isFailure(one) ? [] : [one]));
  return {
    ...spec,
    failedReplicates: bootstraps.reduce((sum, { failed }) => sum + failed, 0),
    withFailed: bootstraps.filter(({ failed }) => failed > 0).length,
    failures: countFailures(outcomes.filter(isFailure), 'message'),
    warnings: countFailures(
      bootstraps.flatMap(({ warnings }) => warnings),
      'code',
    ),
  };
}

function refusalCounts(specifications: readonly Specification[]): Record<Refusal, number> {
  const of = (name: Refusal) =>
    specifications.filter(({ refusals }) => refusals.includes(name)).length;
  return { ar2: of('ar2'), hansen: of('hansen'), instruments: of('instruments') };
}
