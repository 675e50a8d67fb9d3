/** What there is for the methods of other programs, in English. */
import type { MethodName } from '../text/method-names.js';

export const absent = (method: string, beside: string) =>
  `${method} not in this version; ${beside}`;

const sentences: Readonly<Record<MethodName, string>> = {
  regression: 'ols does this, with fixed effects after a bar, as in "y ~ x | id + year"',
  effects: 'panel does this: within, two-way, random, between, first differences',
  instruments: 'iv does this, as in "y ~ w | x ~ z": x is endogenous, z its instrument',
  dynamic:
    'dpd does this: difference and system GMM; import reads commands of xtabond2, plm and pydynpd',
  describe: 'describe does this',
  correlate: 'correlate does this',
  table: 'table makes tables of models, and import reads scripts',
  index: 'index does this: entropy weights, principal components, TOPSIS',
  count: absent(
    'count models are',
    'ols of log(y) takes positive counts only and answers another question',
  ),
  binary: absent(
    'binary and censored models are',
    'ols of a 0-1 outcome with --vcov HC1 is the linear probability model',
  ),
  quantile: absent('quantile regression is', 'ols estimates the conditional mean, not a quantile'),
  did: absent(
    'difference-in-differences estimators for staggered adoption are',
    'for two groups and one date ols does it, as in "y ~ treated:post | id + year"',
  ),
  'event-study': absent('event studies are', 'ols with i(period):treated has their coefficients'),
  threshold: absent(
    'threshold models are',
    'groups compares estimates below and above a given cut',
  ),
  spatial: absent('spatial models are', 'no estimator here replaces them'),
  mediation: absent(
    'mediation and moderation are',
    'ols with x:w has an interaction, and margins its effects',
  ),
  var: absent('vector autoregressions are', 'dpd estimates one equation with lags'),
  'unit-root': absent('unit root and cointegration tests are', 'no test here replaces them'),
  matching: absent('matching is', 'weights from another program go into --weights'),
  discontinuity: absent('regression discontinuity designs are', 'no estimator here replaces them'),
  duration: absent('duration models are', 'no estimator here replaces them'),
  penalised: absent('penalised regression is', 'no estimator here replaces it'),
  frontier: absent('frontier models are', 'no estimator here replaces them'),
  synthetic: absent('synthetic controls are', 'no estimator here replaces them'),
};

const more = new Map<string, string>();

/** Adds what there is for further methods. */
export function addMethodSentences(added: Readonly<Record<string, string>>): void {
  for (const [method, sentence] of Object.entries(added)) more.set(method, sentence);
}

/** What there is for a method; undefined for none. */
export function adviceOn(method: string | undefined): string | undefined {
  return method && (sentences[method as MethodName] ?? more.get(method));
}
