import type { DiffHansen, FitResult } from '../../bindings/results/fit.js';
import { compareInstruments, type ExpectedInstruments } from './compare-instruments.js';
import type { ByName } from '../../bindings/results/common.js';
import { type Tolerance, type ExpectedTest, type Kind, type Check, relative, compareTest, exact, within } from './check.js';

export interface ExpectedFit extends ExpectedInstruments {
  /** Decimals that the source printed of coefficients and errors, where they are few. */
  readonly decimals?: number;
  readonly params?: ByName;
  readonly stdErrors?: ByName;
  readonly pValues?: ByName;
  readonly nobs?: number;
  readonly ngroups?: number;
  readonly ninstruments?: number;
  readonly dfResid?: number;
  /** Names of the regressors that were left out as collinear. */
  readonly omitted?: readonly string[];
  readonly rsquared?: number;
  readonly rsquaredAdj?: number;
  readonly sigma2?: number;
  readonly rss?: number;
  readonly loglik?: number;
  readonly aic?: number;
  readonly bic?: number;
  /** Small-sample factor of the covariance. */
  readonly factor?: number;
  /** Row by row, in the order of `params`. */
  readonly vcov?: readonly (readonly number[])[];
  readonly rsquaredWithin?: number;
  readonly rsquaredBetween?: number;
  readonly rsquaredOverall?: number;
  readonly sigmaU?: number;
  readonly sigmaE?: number;
  readonly rho?: number;
  readonly correlation?: number;
  readonly theta?: { readonly min: number; readonly max: number };
  readonly f?: ExpectedTest;
  readonly wald?: ExpectedTest;
  readonly effects?: ExpectedTest;
  readonly sargan?: ExpectedTest;
  readonly hansen?: ExpectedTest;
  readonly ar?: readonly (ExpectedTest & { readonly order: number })[];
  readonly diffHansen?: readonly {
    readonly group: string;
    readonly excluding: ExpectedTest;
    readonly difference: ExpectedTest;
  }[];
}

function compareNames(
  kind: 'params' | 'stdErrors' | 'pValues',
  expected: ByName | undefined,
  found: ByName,
  allowed: number,
  decimals?: number,
): Check[] {
  return Object.entries(expected ?? {}).map(([name, value]) => {
    const pair = { expected: value, found: found[name] };
    return decimals === undefined
      ? relative(`${kind} ${name}`, kind, pair, allowed)
      : within(`${kind} ${name}`, kind, pair, 0.51 * Number(`1e-${decimals}`));
  });
}

/** The difference is what is left of two larger statistics, so it is held to their scale. */
function compareDiffHansen(
  expected: ExpectedFit,
  found: readonly DiffHansen[],
  tolerance: Tolerance,
): Check[] {
  return (expected.diffHansen ?? []).flatMap(({ group, excluding, difference }) => {
    const own = found.find((test) => test.group === group);
    const name = `diffHansen "${group}"`;
    const scale = Math.abs(excluding.stat ?? 0);
    return [
      ...compareTest(`${name} excluding`, excluding, own?.excluding, tolerance),
      ...compareTest(`${name} difference`, difference, own?.difference, tolerance, scale),
    ];
  });
}

function compareOmitted(expected: ExpectedFit, found: FitResult): Check[] {
  if (expected.omitted === undefined) return [];
  const [wanted, own] = [expected.omitted, (found.omitted ?? []).map(({ name }) => name)];
  const [left, right] = [wanted, own].map((names) => [...names].sort().join(' '));
  const difference = left === right ? 0 : Infinity;
  const check = { name: 'omitted', kind: 'counts', difference, allowed: 0, absolute: false } as const;
  return [{ ...check, expected: left!, found: right }];
}

function compareCounts(expected: ExpectedFit, found: FitResult): Check[] {
  const counts = {
    nobs: found.nobs,
    ngroups: found.ngroups,
    ninstruments: found.rankInstruments,
    dfResid: found.dfResid,
  };
  return Object.entries(counts).flatMap(([name, value]) => {
    const wanted = expected[name as keyof typeof counts];
    if (wanted === undefined) return [];
    return [relative(name, 'counts', { expected: wanted, found: value }, exact)];
  });
}

/** Sums of squares and what is made of them, by the tolerance of statistics. */
function compareSummary(expected: ExpectedFit, found: FitResult, tolerance: Tolerance): Check[] {
  const { rsquared, rsquaredAdj, sigma2, rss, loglik, aic, bic, vcov } = found;
  const own = { rsquared, rsquaredAdj, sigma2, rss, loglik, aic, bic, factor: vcov.factor };
  return Object.entries(own).flatMap(([name, value]) => {
    const wanted = expected[name as keyof typeof own];
    if (wanted === undefined) return [];
    return [relative(name, 'stats', { expected: wanted, found: value }, tolerance.stat)];
  });
}

/** What panel estimators report of units, by the tolerance of statistics. */
function comparePanel(expected: ExpectedFit, found: FitResult, tolerance: Tolerance): Check[] {
  const names = [
    ...(['rsquaredWithin', 'rsquaredBetween', 'rsquaredOverall'] as const),
    ...(['sigmaU', 'sigmaE', 'rho', 'correlation'] as const),
  ];
  const pairs = [
    ...names.map((name) => [name, expected[name], found[name]] as const),
    ['theta min', expected.theta?.min, found.theta?.min] as const,
    ['theta max', expected.theta?.max, found.theta?.max] as const,
  ];
  return pairs.flatMap(([name, wanted, own]) => {
    if (wanted === undefined) return [];
    return [relative(name, 'stats', { expected: wanted, found: own }, tolerance.stat)];
  });
}

/** Covariances relative to the product of their standard errors, twice as far as those may be. */
function compareCovariance(
  expected: ExpectedFit,
  { vcov }: FitResult,
  tolerance: Tolerance,
): Check[] {
  const rows = expected.vcov ?? [];
  return rows.flatMap((row, i) =>
    row.map((value, j) => {
      const scale = Math.sqrt(rows[i]![i]! * rows[j]![j]!);
      const pair = { expected: value, found: vcov.values[i]?.[j], scale };
      return relative(`vcov ${i},${j}`, 'stdErrors', pair, 2 * tolerance.stdErrors);
    }),
  );
}

/** Every number the case expects, beside the one found; names are the keys. */
export function compareFit(expected: ExpectedFit, found: FitResult, tolerance: Tolerance): Check[] {
  const { decimals } = expected;
  return [
    ...compareCounts(expected, found),
    ...compareOmitted(expected, found),
    ...compareNames('params', expected.params, found.params, tolerance.params, decimals),
    ...compareNames('stdErrors', expected.stdErrors, found.stdErrors, tolerance.stdErrors, decimals),
    ...compareNames('pValues', expected.pValues, found.pValues, tolerance.pValue),
    ...compareSummary(expected, found, tolerance),
    ...comparePanel(expected, found, tolerance),
    ...compareCovariance(expected, found, tolerance),
    ...compareTest('effects', expected.effects, found.tests.effects, tolerance),
    ...compareTest('f', expected.f, found.tests.f, tolerance),
    ...compareTest('wald', expected.wald, found.tests.wald, tolerance),
    ...compareTest('sargan', expected.sargan, found.tests.sargan, tolerance),
    ...compareTest('hansen', expected.hansen, found.tests.hansen, tolerance),
    ...(expected.ar ?? []).flatMap((test) => {
      const own = found.tests.ar?.find(({ order }) => order === test.order);
      return compareTest(`ar(${test.order})`, test, own, tolerance);
    }),
    ...compareDiffHansen(expected, found.tests.diffHansen ?? [], tolerance),
    ...compareInstruments(expected, found, tolerance),
  ];
}

/** One line for each number that is too far away; none when all agree. */
export function failures(checks: readonly Check[]): string[] {
  return checks
    .filter(({ difference, allowed }) => !(difference <= allowed))
    .map(({ name, expected, found, difference, allowed, absolute }) => {
      const kind = absolute ? 'absolute' : 'relative';
      const shown = typeof found === 'object' ? JSON.stringify(found) : String(found);
      return `${name}: expected ${expected}, found ${shown}, ${kind} difference ${difference.toExponential(1)} > ${allowed}`;
    });
}

/** Largest relative difference of one kind of number, `-` where there is none. */
export function largest(checks: readonly Check[], kind: Kind): string {
  const own = checks.filter((check) => check.kind === kind && !check.absolute);
  if (own.length === 0) return '-';
  return Math.max(...own.map(({ difference }) => difference)).toExponential(1);
}
