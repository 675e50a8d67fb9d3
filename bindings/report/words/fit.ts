/** What a result's codes mean, in words. */
import type { BootstrapResult, FitResult, Sample } from '../results/fit.js';
import { covarianceWords, weightingWords } from './covariance-words.js';
import { absorbedWords, panelFitWords, varianceWords } from './effects-words.js';
import { componentWords, criteriaWords } from './dynamic.js';
import { count, plural, short } from '../tables/format.js';
import { instrumentCountWords, instrumentNames, iterationWords } from './instrument-words.js';

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

/** `R2 0.835610, adjusted 0.835130; root MSE 0.544708; log-likelihood -834.58, AIC 1677.17, BIC 1696.92`. */
function fitWords({ rsquared, rsquaredAdj, sigma2, loglik, aic, bic }: FitResult): string {
  const six = (x: number | undefined) => (x ?? NaN).toFixed(6);
  const two = (x: number | undefined) => (x ?? NaN).toFixed(2);
  const share = rsquared === undefined ? [] : [`R2 ${six(rsquared)}, adjusted ${six(rsquaredAdj)}`];
  const likelihood =
    loglik === undefined ? [] : [`log-likelihood ${two(loglik)}, AIC ${two(aic)}, BIC ${two(bic)}`];
  return [...share, `root MSE ${short(Math.sqrt(sigma2), 6)}`, ...likelihood].join('; ');
}

/** What a result says besides its tables, as pairs of label and words; only what it has. */
export function facts(result: FitResult): readonly (readonly [label: string, words: string])[] {
  const { depvar, sample, nobs, ngroups, endogenous, kappa, rsquared } = result;
  const instrumented = endogenous !== undefined;
  const some = (label: string, words: string | undefined) =>
    words === undefined ? [] : [[label, words] as const];
  return [
    ['dependent', depvar],
    ['rows', sampleWords(sample)],
    ['observations', count(nobs)],
    ...some('units', ngroups === undefined ? undefined : groupWords(ngroups, sample)),
    ...some('instrumented', endogenous?.join(' ')),
    ...some('instruments', instrumentNames(result)),
    ...some(instrumented ? '' : 'instruments', instrumentCountWords(result)),
    ...some('kappa', kappa === undefined ? undefined : short(kappa, 8)),
    ...some('weighting', weightingWords(result.weightingMatrix)),
    ...some('iterations', iterationWords(result)),
    ['covariance', covarianceWords(result)],
    ...some('components', componentWords(result.components)),
    ...some('criteria', criteriaWords(result.criteria)),
    ...some('fit', rsquared === undefined && !instrumented ? undefined : fitWords(result)),
    ...some('R2', panelFitWords(result)),
    ...some('effects', varianceWords(result)),
    ...some('absorbed', absorbedWords(result.absorbed)),
  ];
}

function replicateWords({ partial, completed, reps, precision }: BootstrapResult): string {
  if (partial) return `PARTIAL: stopped after ${count(completed)} of ${plural(reps, 'replicate')}`;
  if (precision === undefined) return plural(reps, 'replicate');
  const reached = `standard errors to ${short(100 * precision.reached)}%`;
  return `${plural(completed, 'replicate')} of at most ${count(reps)}, ${reached}`;
}

function wildWords(units: string, boot: BootstrapResult): string {
  const { imposeNull = true, enumerated = false, weights = '', variant = '' } = boot;
  const how = imposeNull ? 'null imposed' : 'null not imposed';
  const multipliers = enumerated ? 'all sign vectors' : `${weights} weights`;
  return `multiplying the residuals of ${units}; ${multipliers}, ${how}, variant ${variant}`;
}

const recentring: Readonly<Record<string, string>> = {
  true: 'moments recentred',
  false: 'moments not recentred',
  'brown-newey': 'moments zero by the probabilities of the units',
};

/** `resampling the clusters of state (51)`. */
function schemeWords(boot: BootstrapResult): string {
  const { scheme, cluster = '', units = 0, blockLength = 0, order = '', recenter } = boot;
  const number = count(units);
  const anew = boot.refitted === true ? ', each estimated from its rows' : '';
  const centred = recenter === undefined ? anew : `${anew}; ${recentring[String(recenter)]}`;
  switch (scheme) {
    case 'pairs':
      return `resampling ${number} rows${centred}`;
    case 'cluster': {
      const drawn = boot.units === undefined ? 'units' : `${number} clusters`;
      return `resampling the ${drawn} of ${cluster}${centred}`;
    }
    case 'wild':
      return wildWords(`${number} rows`, boot);
    case 'wild-cluster':
      return wildWords(`the ${number} clusters of ${cluster}`, boot);
    case 'residual':
      return `resampling the residuals of ${number} rows`;
    case 'block':
      return `resampling blocks of ${count(blockLength)} rows in the order of ${order}`;
    case 'stationary':
      return `resampling blocks of ${count(blockLength)} rows on average in the order of ${order}`;
  }
}

/** What was run, how far it came and what failed. */
export function bootstrapWords(boot: BootstrapResult, rate?: number): string {
  const done = replicateWords(boot);
  const reasons = boot.failures.map((f) => `${count(f.replicates)} ${f.reason}`).join(', ');
  const failed = `${count(boot.failed)} failed${reasons === '' ? '' : `: ${reasons}`}`;
  const speed = rate === undefined ? '' : `; ${count(rate)} replicates a second`;
  return `${done}, ${schemeWords(boot)}; seed ${boot.seed}; ${failed}${speed}`;
}
