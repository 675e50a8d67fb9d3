/** What covariances allow for, in words. */
import type { CovarianceKind, FitResult, WeightingMatrix } from '../models/fit-result.js';
import { count, plural, short } from './format.js';

const dynamicPanels: Readonly<Record<string, string>> = {
  unadjusted: 'unadjusted: valid if the weighting matrix is the right one',
  robust: 'robust, clustered by unit',
  windmeijer: 'Windmeijer-corrected two-step, clustered by unit',
};

/** `Windmeijer-corrected two-step, clustered by unit; no small-sample factor`. */
export function covarianceWords({ estimator, vcov }: FitResult): string {
  const { type, factor } = vcov;
  const small = factor === 1 ? 'no small-sample factor' : `small-sample factor ${short(factor, 6)}`;
  const words = estimator === 'dpd' ? dynamicPanels[type] : kindWords(vcov);
  return `${words ?? type}; ${small}`;
}

/** `robust to heteroskedasticity, moments centred; rank 6`; undefined for results without. */
export function weightingWords(matrix: WeightingMatrix | undefined): string | undefined {
  if (matrix === undefined) return undefined;
  const centred = matrix.center ? 'moments centred' : 'moments not centred';
  return `${kindWords(matrix)}; ${centred}; rank ${count(matrix.rank)}`;
}

function kindWords({ type, clusters, kernel, bandwidth, order }: CovarianceKind): string {
  if (type === 'unadjusted') return 'unadjusted: valid if errors are independent with one variance';
  if (type === 'robust') return 'robust to heteroskedasticity';
  if (type.startsWith('HC')) return `${type}, robust to heteroskedasticity`;
  if (clusters !== undefined) {
    const columns = clusters.map(({ column, count: n }) => `${column} (${plural(n, 'cluster')})`);
    return `${type === 'cluster' ? '' : `${type}, `}clustered by ${columns.join(' and ')}`;
  }
  const name = type === 'hac' ? 'HAC' : 'Driscoll-Kraay';
  return `${name}, ${kernel} kernel, bandwidth ${short(bandwidth ?? NaN)}, ordered by ${order}`;
}
