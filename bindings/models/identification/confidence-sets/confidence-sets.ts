import type { Engine } from '../../../core/engine/engine.js';
import { dot } from '../../../core/numerics/householder.js';
import type { ConfidenceSet } from '../../../results/fit.js';
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

/** Largest AR that an F test of AR / (factor L) at 1 - level does not reject. */
function criticalAr(engine: Engine, { form }: Equations, level: number): number {
  const { ninstruments, dfReference, factor } = form;
  return factor * ninstruments * engine.exports.f_isf(1 - level, ninstruments, dfReference);
}

/**
 * Confidence sets of the coefficient of the only endogenous variable, by inverting tests at 1 - level. AR uses its F
 * distribution, K chi-squared, CLR its conditional distribution.
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
 * Projection of the joint AR set on the coefficient of each endogenous variable: the values that are not rejected
 * with some values of the others. Conservative. In closed form these are Dufour and Taamouti's (2005) intervals.
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

/** Computes a function once per point: the sets share the points of the grid. */
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

const singularSomewhere =
  'at some values of the coefficient the covariance of the scores is not positive definite';

/** The confidence set where `distance` of the statistic at u is below 0, in values of the coefficient. */
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
  if (singular) return { kind: 'unavailable', intervals: [], reason: singularSomewhere };
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
