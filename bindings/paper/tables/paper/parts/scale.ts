/** Estimates on another scale: exponentiated, or in standard deviations. */
import { engineNow } from '../../../../core/engine/engine.js';
import { InputError } from '../../../../core/errors/errors.js';
import { criticalValue } from '../../../../core/numerics/inference.js';
import { elementaryMath } from '../../../../core/numerics/elementary.js';
import { centred, standardDeviation } from '../../../../core/numerics/sums.js';
import { contextOf, keepContext } from '../../../../models/context.js';
import { linearOf } from '../../../../models/fitted-model.js';
import type { ByName } from '../../../../results/common.js';
import type { FitResult } from '../../../../results/fit.js';
import {
  exponentiatedAndStandardized,
  notStandardized,
} from '../../../../words/errors/paper/tables.js';
import type { TableSpec } from '../spec.js';
import type { Shown } from './templates.js';
import { allTerms, matchingTerms } from './terms.js';

type Change = (fit: FitResult) => Shown;

type ScaleKeys = Pick<TableSpec, 'exponentiate' | 'standardize' | 'level'>;

/**
 * Changes the scale of estimates. exp(b) has the standard error exp(b) se(b) and the interval of exp at both ends; tests
 * are those of b. A standardised coefficient is b sd(x) / sd(y), with the sample's standard deviations.
 *
 * @throws InputError `unknown-term`; `bad-value` for both scales; `no-rows` for a model whose rows are not known
 */
export function scaleOf(fits: readonly FitResult[], keys: ScaleKeys): Change {
  const { level } = keys;
  const change = changeOf(fits, keys);
  return level === undefined ? change : (fit) => change(withLevel(fit, level));
}

/** The result with intervals of another level; those of the bootstrap stay, as they come from its draws. */
function withLevel(fit: FitResult, level: number): FitResult {
  const { statistic, dfResid: df } = fit;
  const half = criticalValue(engineNow(), level, { statistic, df });
  const confInt = mapped(fit.params, (term, value) => {
    const width = half * (fit.stdErrors[term] ?? NaN);
    return [value - width, value + width] as const;
  });
  return keepContext(fit, { ...fit, level, confInt });
}

function changeOf(
  fits: readonly FitResult[],
  { exponentiate = false, standardize = false }: ScaleKeys,
): Change {
  const isExponentiated = exponentiate !== false;
  if (isExponentiated && standardize) {
    throw new InputError(exponentiatedAndStandardized({ path: 'table.standardize' }), {
      of: 'table',
      key: 'standardize',
    });
  }
  if (standardize) return standardized;
  if (!isExponentiated) return (fit) => fit;
  const all = allTerms(fits.map(({ params }) => Object.keys(params)));
  const terms = Array.isArray(exponentiate)
    ? matchingTerms('exponentiate', exponentiate as readonly string[], all)
    : all;
  return (fit) => exponentiated(fit, terms);
}

function exponentiated(fit: FitResult, terms: readonly string[]): Shown {
  const { exp } = elementaryMath(engineNow());
  const names = Object.keys(fit.params).filter((term) => terms.includes(term));
  const expOf = (value: number) => exp(Float64Array.of(value))[0]!;
  const factors = Object.fromEntries(names.map((term) => [term, expOf(fit.params[term]!)]));
  const changed = rescaled(fit, factors);
  const ends = (intervals: FitResult['confInt']) =>
    mapped(intervals, (term, [low, high]) =>
      Object.hasOwn(factors, term) ? ([expOf(low), expOf(high)] as const) : ([low, high] as const),
    );
  const { bootstrap } = fit;
  return {
    ...changed,
    params: mapped(fit.params, (term, value) => factors[term] ?? value),
    confInt: ends(fit.confInt),
    ...(bootstrap !== undefined && {
      bootstrap: {
        ...changed.bootstrap!,
        confInt: mapped(bootstrap.confInt, (_, by) => ends(by!)),
      },
    }),
  };
}

function standardized(fit: FitResult): Shown {
  const context = contextOf(fit);
  const linear = context && linearOf(context);
  if (linear === undefined || linear.rows.weights !== undefined) {
    const detail = { path: 'table.standardize', title: fit.title };
    throw new InputError(notStandardized(detail), { of: 'table', key: 'standardize' });
  }
  const { names, x, y } = linear.rows;
  const spread = (values: Float64Array | number) =>
    typeof values === 'number' ? 0 : (standardDeviation(centred(values)) ?? NaN);
  const ofOutcome = spread(y);
  const factors = names.flatMap((name, j) => {
    const factor = spread(x[j]!) / ofOutcome;
    return Object.hasOwn(fit.params, name) && factor > 0 ? [[name, factor] as const] : [];
  });
  const scaled = rescaled(fit, Object.fromEntries(factors));
  const known = new Set(factors.map(([name]) => name));
  // A constant has no standard deviation, so it has no cell.
  return {
    ...scaled,
    params: Object.fromEntries(Object.entries(scaled.params).filter(([name]) => known.has(name))),
  };
}

/** Estimates, errors and intervals times a factor of each term. */
function rescaled(fit: FitResult, factors: ByName): FitResult {
  const times = (by: ByName) => mapped(by, (term, value) => value * (factors[term] ?? 1));
  const ends = (by: FitResult['confInt']) =>
    mapped(by, (term, [low, high]) => {
      const factor = factors[term] ?? 1;
      return [low * factor, high * factor] as const;
    });
  const { bootstrap } = fit;
  return {
    ...fit,
    params: times(fit.params),
    stdErrors: times(fit.stdErrors),
    confInt: ends(fit.confInt),
    ...(bootstrap !== undefined && {
      bootstrap: {
        ...bootstrap,
        stdErrors: times(bootstrap.stdErrors),
        monteCarloError: times(bootstrap.monteCarloError),
        confInt: mapped(bootstrap.confInt, (_, by) => ends(by!)),
      },
    }),
  } as FitResult;
}

function mapped<In, Out>(
  record: Readonly<Record<string, In>>,
  change: (name: string, value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, change(name, value)]),
  );
}
