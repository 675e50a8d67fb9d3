/** Errors of regressions with instruments, in English. */
import { says } from '../../told.js';
import { plural } from '../../text/counts.js';
import { counted, listed } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';
import type { Effects } from './sample.js';

export interface UnderIdentified {
  /** The excluded instruments that are kept. */
  readonly instruments: readonly string[];
  readonly endogenous: readonly string[];
  /** The instruments left out as collinear. */
  readonly dropped: readonly string[];
  readonly missing: number;
}

export const underIdentified = says('under-identified/instruments', (detail: UnderIdentified) => {
  const { instruments, endogenous, dropped, missing } = detail;
  const available =
    instruments.length === 0
      ? 'no instrument'
      : `${counted(instruments.length, 'instrument')} (${listed(instruments)})`;
  const gone =
    dropped.length === 0
      ? ''
      : `, with ${listed(dropped)} left out as ${dropped.length === 1 ? 'a linear combination' : 'linear combinations'} of exogenous regressors and other instruments`;
  const wanted =
    missing > 0
      ? `expected at least ${missing} more`
      : 'expected instruments that are independent in double precision; measure the columns in units of similar size';
  return `${available} for ${counted(endogenous.length, 'endogenous regressor')} (${listed(endogenous)})${gone}; ${wanted}`;
});
export const weightOfLowRank = says(
  'singular-weighting/rank',
  'the weighting matrix has rank {rank}; expected at least {coefficients}, the number of coefficients: use another weighting matrix',
);
export const undeterminedByRounding = says(
  'singular-weighting/rounding',
  ({ rank, coefficients }: { readonly rank: number; readonly coefficients: number }) =>
    `the weighting matrix of rank ${rank} leaves the ${counted(coefficients, 'coefficient')} undetermined by rounding; expected columns in units of similar size`,
);

export interface NotConverged {
  readonly params: Readonly<Record<string, number>>;
  readonly objective: number;
  readonly tolerance: number;
  readonly maxIterations: number;
  readonly method: 'iterated' | 'cue';
}

export const notConverged = says('not-converged/gmm', (detail: NotConverged) => {
  const { params, objective, tolerance, maxIterations, method } = detail;
  const point = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  const what = method === 'cue' ? 'the continuously updated estimates' : 'the iterated estimates';
  return `${what} have not converged to ${tolerance} after ${counted(maxIterations, 'iteration')} (tolerance, maxIterations); best point ${listed(point)}, where J is ${objective}`;
});
export const tooFewForInstruments = says(
  'no-degrees-of-freedom/instruments',
  (detail: {
    readonly rows: number;
    readonly names: readonly string[];
    readonly effects: readonly Effects[];
  }) => {
    const { rows, names } = detail;
    const effects = detail.effects.map(({ name, count }) => `${count} effects of ${name}`);
    const parts = [`${counted(names.length, 'coefficient')} (${listed(names)})`, ...effects];
    return `${plural(rows, 'row')} for ${parts.join(' and ')}; expected more rows than these together: leave out regressors or effects`;
  },
);
export const indefiniteMoments = says(
  'not-positive-definite/moments',
  'the covariance of the moments is not positive semidefinite: as a sum over several clusterings or lags it need not be; expected another weighting matrix',
);
export const indefiniteEquations = says(
  'not-positive-definite/equations',
  ({ kappa }: { readonly kappa?: number | string }) =>
    `the normal equations${kappa === undefined ? '' : ` with kappa ${kappa}`} are not positive definite; expected a smaller kappa`,
);
export const notAnInstrument = says(
  'not-an-instrument',
  ({ variable, near }: { readonly variable: string; readonly near: Suggestion }) =>
    `"${variable}" is not an instrument of the formula${suggested(near)}`,
);
export const noInstruments = says(
  'no-instruments/part',
  'expected a model with instruments (iv or gmm), found {estimator}; leave out part',
);
