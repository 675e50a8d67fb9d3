/** What a result's codes mean, in words. */
import type { BootstrapResult, Covariance, FitResult, Sample } from '../models/fit-result.js';
import { absorbedWords, panelFitWords, varianceWords } from './effects-words.js';
import { count, plural, short } from './format.js';

const gmmCovariances: Readonly<Record<string, string>> = {
  unadjusted: 'unadjusted: valid if the weighting matrix is the right one',
  robust: 'robust, clustered by unit',
  windmeijer: 'Windmeijer-corrected two-step, clustered by unit',
};

/** `Windmeijer-corrected two-step, clustered by unit; no small-sample factor`. */
function covarianceWords({ ninstruments, vcov }: FitResult): string {
  const { type, factor } = vcov;
  const small = factor === 1 ? 'no small-sample factor' : `small-sample factor ${short(factor, 6)}`;
  const words = ninstruments === undefined ? linearCovariance(vcov) : gmmCovariances[type];
  return `${words ?? type}; ${small}`;
}

function linearCovariance({ type, clusters, kernel, bandwidth, order }: Covariance): string {
  if (type === 'unadjusted') return 'unadjusted: valid if errors are independent with one variance';
  if (type.startsWith('HC')) return `${type}, robust to heteroskedasticity`;
  if (clusters !== undefined) {
    const columns = clusters.map(({ column, count: n }) => `${column} (${count(n)} clusters)`);
    return `${type}, clustered by ${columns.join(' and ')}`;
  }
  const name = type === 'hac' ? 'HAC' : 'Driscoll-Kraay';
  return `${name}, ${kernel} kernel, bandwidth ${short(bandwidth ?? NaN)}, ordered by ${order}`;
}

/** `1,031 read, 751 used; 280 lost: 280 L2.n missing`. */
function sampleWords({ rowsRead, rowsUsed, lost }: Sample): string {
  const gone = lost.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = lost.map(({ reason, rows }) => `${count(rows)} ${reason}`).join(', ');
  const tail = gone === 0 ? 'none lost' : `${count(gone)} lost: ${reasons}`;
  return `${count(rowsRead)} read, ${count(rowsUsed)} used; ${tail}`;
}

/** `140, observations in each: min 5, mean 5.36, max 7; unbalanced`. */
function groupWords(ngroups: number, { balanced, unitSizes: sizes }: Sample): string {
  const balance = balanced === undefined ? '' : `; ${balanced ? 'balanced' : 'unbalanced'}`;
  if (sizes === undefined) return `${count(ngroups)}${balance}`;
  const { min, mean, max } = sizes;
  return `${count(ngroups)}, observations in each: min ${count(min)}, mean ${short(mean)}, max ${count(max)}${balance}`;
}

/** `51 columns, rank 51; 0.36 for each group`. */
function instrumentWords(ninstruments: number, rank: number, ngroups: number): string {
  const ratio = ngroups > 0 ? `; ${short(rank / ngroups)} for each group` : '';
  return `${plural(ninstruments, 'column')}, rank ${count(rank)}${ratio}`;
}

/** `R2 0.835610, adjusted 0.835130; root MSE 0.544708; log-likelihood -834.58, AIC 1677.17, BIC 1696.92`. */
function fitWords({ rsquared, rsquaredAdj, sigma2, loglik, aic, bic }: FitResult): string {
  const six = (x: number | undefined) => (x ?? NaN).toFixed(6);
  const two = (x: number | undefined) => (x ?? NaN).toFixed(2);
  const likelihood =
    loglik === undefined ? [] : [`log-likelihood ${two(loglik)}, AIC ${two(aic)}, BIC ${two(bic)}`];
  return [
    `R2 ${six(rsquared)}, adjusted ${six(rsquaredAdj)}`,
    `root MSE ${short(Math.sqrt(sigma2), 6)}`,
    ...likelihood,
  ].join('; ');
}

/** What a result says besides its tables, as pairs of label and words; only what it has. */
export function facts(result: FitResult): readonly (readonly [label: string, words: string])[] {
  const { depvar, sample, nobs, ngroups, ninstruments, rankInstruments, rsquared } = result;
  const some = (label: string, words: string | undefined) =>
    words === undefined ? [] : [[label, words] as const];
  const instruments =
    ninstruments === undefined
      ? undefined
      : instrumentWords(ninstruments, rankInstruments ?? ninstruments, ngroups ?? 0);
  return [
    ['dependent', depvar],
    ['rows', sampleWords(sample)],
    ['observations', count(nobs)],
    ...some('units', ngroups === undefined ? undefined : groupWords(ngroups, sample)),
    ...some('instruments', instruments),
    ['covariance', covarianceWords(result)],
    ...some('fit', rsquared === undefined ? undefined : fitWords(result)),
    ...some('R2', panelFitWords(result)),
    ...some('effects', varianceWords(result)),
    ...some('absorbed', absorbedWords(result.absorbed)),
  ];
}

/** What was run, how far it came and what failed. */
export function bootstrapWords(boot: BootstrapResult, rate?: number): string {
  const done = boot.partial
    ? `PARTIAL: stopped after ${count(boot.completed)} of ${plural(boot.reps, 'replicate')}`
    : plural(boot.reps, 'replicate');
  const centred = boot.recenter ? 'moments recentred' : 'moments not recentred';
  const reasons = boot.failures.map((f) => `${count(f.replicates)} ${f.reason}`).join(', ');
  const failed = `${count(boot.failed)} failed${reasons === '' ? '' : `: ${reasons}`}`;
  const speed = rate === undefined ? '' : `; ${count(rate)} replicates a second`;
  return `${done}, resampling the units of ${boot.cluster}; ${centred}; seed ${boot.seed}; ${failed}${speed}`;
}
