/** What covariances allow for, in words. */
import type { Covariance, CovarianceKind, FitResult, WeightingMatrix } from '../../results/fit.js';
import { count, plural, short } from '../../tables/format.js';

const corrections: Readonly<Record<string, string>> = {
  robust: 'robust',
  windmeijer: 'Windmeijer-corrected',
  'windmeijer-step': 'Windmeijer-corrected by the step before',
  'doubly-corrected': 'doubly corrected',
};

const kernelNames: Readonly<Record<string, string>> = {
  bartlett: 'Bartlett',
  parzen: 'Parzen',
  qs: 'quadratic spectral',
};

/** `Windmeijer-corrected two-step, clustered by unit`, `robust to heteroskedasticity (HC1, Stata's robust)`. */
export function covarianceWords(
  result: Pick<FitResult, 'estimator' | 'vcov' | 'iterations' | 'ngroups'>,
): string {
  if (result.estimator === 'dpd') return dynamicPanelWords(result);
  const words = kindWords(result.vcov);
  return isRobustOfStata(result) ? words.replace(/\)$/, ", Stata's robust)") : words;
}

/** Stata's `robust` is HC1 with least squares and HC0 with instruments; its panel commands mean clusters of units by it. */
function isRobustOfStata({
  estimator,
  vcov,
  ngroups,
}: Pick<FitResult, 'estimator' | 'vcov' | 'ngroups'>): boolean {
  if (ngroups !== undefined) return false;
  return estimator === 'ols'
    ? vcov.type === 'HC1' && vcov.factor !== 1
    : ['HC0', 'HC1', 'robust'].includes(vcov.type);
}

/** What the weighting matrix of moments allows for, if the standard errors allow for something else. */
export function otherWeightingWords(result: FitResult): string | undefined {
  const { weightingMatrix, vcov } = result;
  if (weightingMatrix === undefined || result.estimator === 'dpd') return undefined;
  const [weight, errors] = [weightingMatrix, vcov].map(kindWords);
  return weight === errors ? undefined : weight;
}

/** `1.010784`, `none; robust means HC0 for iv and gmm, HC1 for ols and panel`. */
export function smallSampleWords({ type, factor }: Covariance): string {
  const words = factor === 1 ? 'none' : short(factor, 6);
  const ambiguous = ['robust', 'HC0', 'HC1'].includes(type);
  return ambiguous ? `${words}; robust means HC0 for iv and gmm, HC1 for ols and panel` : words;
}

/** What the errors of an estimator allow for: `CV1, clustered by id (140 clusters)`. */
export function errorsWords(estimator: string, kind: CovarianceKind): string {
  return estimator === 'dpd' ? dynamicPanelWords({ vcov: kind, iterations: 0 }) : kindWords(kind);
}

function dynamicPanelWords({
  vcov,
  iterations,
}: {
  readonly vcov: CovarianceKind;
  readonly iterations?: number;
}): string {
  const { type, clusters } = vcov;
  if (type === 'unadjusted') return 'unadjusted: valid if the weighting matrix is optimal';
  const step = type === 'windmeijer' && iterations === undefined ? ' two-step' : '';
  const by = clusters === undefined ? 'unit' : clusterWords(clusters);
  return `${corrections[type] ?? type}${step}, clustered by ${by}`;
}

/** `robust to heteroskedasticity (HC0); moments centred; rank 6`; undefined for results without. */
export function weightingWords(matrix: WeightingMatrix | undefined): string | undefined {
  if (matrix === undefined) return undefined;
  const centred = matrix.center ? 'moments centred' : 'moments not centred';
  return `${kindWords(matrix)}; ${centred}; rank ${count(matrix.rank)}`;
}

function clusterWords(clusters: NonNullable<CovarianceKind['clusters']>): string {
  return clusters
    .map(({ column, count: n }) => `${column} (${plural(n, 'cluster')})`)
    .join(' and ');
}

function kindWords({ type, clusters, kernel, bandwidth, order }: CovarianceKind): string {
  if (type === 'unadjusted') return 'unadjusted: valid if errors are independent and homoskedastic';
  if (type === 'robust') return 'robust to heteroskedasticity (HC0)';
  if (type.startsWith('HC')) return `robust to heteroskedasticity (${type})`;
  if (clusters !== undefined) {
    return `${type === 'cluster' ? '' : `${type}, `}clustered by ${clusterWords(clusters)}`;
  }
  const name = type === 'hac' ? 'HAC' : 'Driscoll-Kraay';
  const width =
    kernel === 'qs'
      ? `bandwidth ${short(bandwidth ?? NaN)}`
      : `${short(bandwidth ?? NaN)} ${bandwidth === 1 ? 'lag' : 'lags'}`;
  return `${name}, ${kernelNames[kernel ?? ''] ?? kernel} kernel, ${width}, ordered by ${order}`;
}
