import type { Engine } from '../../core/engine.js';
import { dot } from '../../numerics/householder.js';
import type { ConfidenceSet } from '../../results/fit.js';
import { conditionalExcess } from './clr.js';
import {
  type Accuracy,
  type CoefficientLine,
  negativeArcs,
  coefficientLine,
} from './coefficient-line.js';
import { leastAndersonRubin } from './projection.js';
import type { Equations } from '../reduced-form.js';
import { andersonRubin, robustStatistics, type RobustStatistics } from './robust-tests.js';
import { twoStage } from '../structural.js';

export interface ConfidenceSets {
  readonly ar: ConfidenceSet;
  readonly k: ConfidenceSet;
  readonly clr: ConfidenceSet;
}

/** Largest AR / (factor L) that an F test at 1 - level does not reject. */
function criticalAr(engine: Engine, { form }: Equations, level: number): number {
  const { ninstruments, dfReference, factor } = form;
  return factor * ninstruments * engine.exports.f_isf(1 - level, ninstruments, dfReference);
}

/**
 * Values of the only endogenous variable's coefficient that tests at 1 - level do not reject: of AR by its F, of K and
 * CLR by their chi-squared and conditional distributions.
 */
export function confidenceSets(engine: Engine, form: Equations, level: number): ConfidenceSets {
  const line = lineOf(form, 1);
  const ratio = Math.sqrt(
    dot(form.errors[0]!, form.errors[0]!) / dot(form.errors[1]!, form.errors[1]!),
  );
  const robustOf = memoizePoints((u) => {
    const [c0, c1] = line.weights(u) as [number, number];
    return robustStatistics(form, [c0, c1], [[-c1 / ratio, c0 * ratio]]);
  });
  const { ninstruments } = form.form;
  const chi2 = engine.exports.chi2_isf(1 - level, 1);
  const likelihood = (statistics: RobustStatistics) =>
    conditionalExcess(engine, statistics, level, [1, ninstruments]);
  const ar = criticalAr(engine, form, level);
  return {
    ar: invert(
      line,
      (u) => robustOf(u)?.ar ?? andersonRubin(form, line.weights(u)),
      (stat) => stat - ar,
    ),
    k: invert(line, robustOf, ({ k }) => k - chi2),
    clr: invert(line, robustOf, likelihood),
  };
}

/**
 * Projection of the joint AR set on the coefficient of each endogenous variable: values for which some values of the
 * others are not rejected. Conservative; in closed form these are Dufour and Taamouti's (2005) intervals.
 */
export function projections(
  engine: Engine,
  form: Equations,
  level: number,
): readonly ConfidenceSet[] {
  const critical = criticalAr(engine, form, level);
  return Array.from({ length: form.form.nendogenous }, (_, j) => {
    const line = lineOf(form, 1 + j);
    const statistic = (u: number) => leastAndersonRubin(form, 1 + j, line.weights(u));
    return invert(line, statistic, (stat) => stat - critical);
  });
}

/** The function, computed once for each place: the sets share the places of the grid. */
function memoizePoints<T>(f: (u: number) => T): (u: number) => T {
  const known = new Map<number, T>();
  return (u) => {
    if (!known.has(u)) known.set(u, f(u));
    return known.get(u) as T;
  };
}

function lineOf(form: Equations, variable: number): CoefficientLine {
  const { params, stdErrors } = twoStage(form);
  const [centre, scale] = [params[variable - 1]!, stdErrors[variable - 1]!];
  const places = form.form.nendogenous === 1 ? {} : { fine: 48, coarse: 24 };
  return coefficientLine(form, variable, { centre, scale, ...places });
}

const singularOnTheWay =
  'for some values the covariance of the scores is no positive definite matrix';

/** Where `distance` of the statistic at u is below 0, in words of the coefficient. */
export function invert<T>(
  line: CoefficientLine,
  statistic: (u: number) => T | undefined,
  distance: (stat: T) => number,
  accuracy?: Accuracy,
): ConfidenceSet {
  let singular = false;
  const arcs = negativeArcs(
    line,
    (u) => {
      const value = statistic(u);
      if (value === undefined) singular = true;
      return value === undefined ? NaN : distance(value);
    },
    accuracy,
  );
  if (singular) return { kind: 'unavailable', intervals: [], reason: singularOnTheWay };
  if (arcs === 'all') return { kind: 'everything', intervals: [[null, null]] };
  const intervals = arcs
    .flatMap(([from, to]): [number | null, number | null][] => {
      const [low, high] = [line.coefficient(from), line.coefficient(to)];
      return from <= to
        ? [[low, high]]
        : [
            [null, high],
            [low, null],
          ];
    })
    .sort(([a], [b]) => (a ?? -Infinity) - (b ?? -Infinity));
  if (intervals.length === 0) return { kind: 'empty', intervals };
  const unbounded = intervals.some(([low, high]) => low === null || high === null);
  const kind = unbounded ? 'unbounded' : intervals.length > 1 ? 'disjoint' : 'bounded';
  return { kind, intervals };
}
