/** What the compiler says of covariances that are written as a text; checked by `npm run typecheck`, never run. */
import { dpd, fit, fitModel, type FitResult, iv, multiverse, ols, panel } from 'wasmetrics';
import { regressionTable } from 'wasmetrics/report';
import { matrix, ols as olsOfArrays } from 'wasmetrics/estimators';

declare const fitOf: FitResult;
const data = { y: [1, 2], x: [2, 3], z: [1, 3], id: [1, 2], t: [1, 2] };
const formula = 'y ~ x';
const over = { unit: 'id', time: 't' };
const dynamic = { formula: 'y ~ L.y', panel: over, gmm: [{ vars: 'y' }] } as const;
const [y, x] = [[1, 2], matrix(2, 1, [1, 2])];

export const accepted = [
  ols(data, { formula, vcov: 'HC3' }),
  ols(data, { formula, vcov: 'robust' }),
  ols(data, { formula, vcov: 'cluster:id' }),
  ols(data, { formula, vcov: 'CV2:id' }),
  ols(data, { formula, vcov: 'cluster:id t' }),
  ols(data, { formula, vcov: { type: 'hac', bandwidth: 'auto', order: 't' } }),
  panel(data, { formula, panel: over, vcov: 'hac:4' }),
  panel(data, { formula, panel: over, vcov: 'hac' }),
  panel(data, { formula, panel: over, vcov: 'driscoll-kraay:auto' }),
  iv(data, { formula: 'y ~ 1 | x ~ z', vcov: 'unadjusted' }),
  dpd(data, { ...dynamic, vcov: 'windmeijer' }),
  dpd(data, { ...dynamic, vcov: 'robust:id' }),
  fitModel(data, { estimator: 'ols', formula, vcov: 'HC1' }),
  multiverse(data, { estimator: 'ols', formula }, { over: { vcov: ['HC1', 'cluster:id'] } }),
  regressionTable([fitOf], { vcov: ['HC3', null] }),
  olsOfArrays(y, x, { vcov: 'HC2' }),
  olsOfArrays(y, x, { vcov: 'cluster', cluster: [1, 2] }),
  olsOfArrays(y, x, { vcov: { type: 'CV3' }, cluster: ['a', 'b'] }),
];

export const refused = [
  // @ts-expect-error there is no HC9
  ols(data, { formula, vcov: 'HC9' }),
  // @ts-expect-error there is no HC9
  ols(data, { formula, vcov: { type: 'HC9' } }),
  // @ts-expect-error there is no HC9 with clusters
  ols(data, { formula, vcov: 'HC9:id' }),
  // @ts-expect-error HC1 has no clusters
  ols(data, { formula, vcov: 'HC1:id' }),
  // @ts-expect-error clusters need a column
  ols(data, { formula, vcov: 'cluster' }),
  // @ts-expect-error lags are a number
  panel(data, { formula, panel: over, vcov: 'hac:many' }),
  // @ts-expect-error there is no HC9
  iv(data, { formula: 'y ~ 1 | x ~ z', vcov: 'HC9' }),
  // @ts-expect-error HC1 is not a covariance of a dynamic panel
  dpd(data, { ...dynamic, vcov: 'HC1' }),
  // @ts-expect-error there is no HC9
  fitModel(data, { estimator: 'ols', formula, vcov: 'HC9' }),
  // @ts-expect-error there is no HC9
  multiverse(data, { estimator: 'ols', formula }, { over: { vcov: ['HC9'] } }),
  // @ts-expect-error there is no HC9
  regressionTable([fitOf], { vcov: 'HC9' }),
  // @ts-expect-error there is no HC9
  olsOfArrays(y, x, { vcov: 'HC9' }),
  // @ts-expect-error clusters need their labels
  olsOfArrays(y, x, { vcov: 'cluster' }),
  // @ts-expect-error clusters need their labels
  olsOfArrays(y, x, { vcov: { type: 'CV3' } }),
  // @ts-expect-error clusters need a column
  fit(data, { estimator: 'ols', formula, vcov: 'cluster' }),
  // @ts-expect-error clusters need a column
  multiverse(data, { estimator: 'ols', formula }, { over: { vcov: ['cluster'] } }),
  // @ts-expect-error clusters need a column
  regressionTable([fitOf], { vcov: 'cluster' }),
  // @ts-expect-error lags are a number
  ols(data, { formula, vcov: 'hac:many' }),
];
