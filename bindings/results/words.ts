/** What a result's codes mean, in words. */
import type { BootstrapResult, Covariance, FitResult, Sample } from '../models/fit-result.js';
import { count, plural, short } from './format.js';

const covarianceNames: Readonly<Record<string, string>> = {
  unadjusted: 'unadjusted: valid if the weighting matrix is the right one',
  robust: 'robust, clustered by unit',
  windmeijer: 'Windmeijer-corrected two-step, clustered by unit',
};

/** `Windmeijer-corrected two-step, clustered by unit; no small-sample factor`. */
export function covarianceWords({ type, factor }: Covariance): string {
  const small = factor === 1 ? 'no small-sample factor' : `small-sample factor ${short(factor, 6)}`;
  return `${covarianceNames[type] ?? type}; ${small}`;
}

/** `1,031 read, 751 used; 280 lost: 280 L2.n missing`. */
export function sampleWords({ rowsRead, rowsUsed, lost }: Sample): string {
  const gone = lost.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = lost.map(({ reason, rows }) => `${count(rows)} ${reason}`).join(', ');
  const tail = gone === 0 ? 'none lost' : `${count(gone)} lost: ${reasons}`;
  return `${count(rowsRead)} read, ${count(rowsUsed)} used; ${tail}`;
}

/** `140, observations in each: min 5, mean 5.36, max 7; unbalanced`. */
export function groupWords({ ngroups, sample }: FitResult): string {
  const balance = sample.balanced ? 'balanced' : 'unbalanced';
  const sizes = sample.unitSizes;
  if (sizes === undefined) return `${count(ngroups)}; ${balance}`;
  const { min, mean, max } = sizes;
  return `${count(ngroups)}, observations in each: min ${count(min)}, mean ${short(mean)}, max ${count(max)}; ${balance}`;
}

/** `51 columns, rank 51; 0.36 for each group`. */
export function instrumentWords({ ninstruments, rankInstruments, ngroups }: FitResult): string {
  const ratio = ngroups > 0 ? `; ${short(rankInstruments / ngroups)} for each group` : '';
  return `${plural(ninstruments, 'column')}, rank ${count(rankInstruments)}${ratio}`;
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
