/** What a fit says next to its tables, in words. */
import type { FitResult, Sample } from '../../results/fit.js';
import { builtFacts } from './built.js';
import { covarianceWords, weightingWords } from './covariance.js';
import { absorbedWords, panelFitWords, varianceWords } from './effects.js';
import { count, measure, short } from '../../tables/format.js';
import { componentWords, criteriaWords, instrumentWords, iterationWords } from './instruments.js';

/** `1,031 read, 751 used; 280 lost: 280 L2.n missing`. */
function sampleWords({ rowsRead, rowsUsed, lost }: Sample): string {
  const gone = lost.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = lost.map(({ reason, rows }) => `${count(rows)} ${reason}`).join(', ');
  const tail = gone === 0 ? 'none lost' : `${count(gone)} lost: ${reasons}`;
  return `${count(rowsRead)} read, ${count(rowsUsed)} used; ${tail}`;
}

/** `month, 2019-01 to 2021-12, 1 month steps`; `1976 to 1984, steps of 1` for numbers. */
function timeWords({ frequency, step, periods }: Sample): string | undefined {
  if (step === undefined || periods === undefined) return undefined;
  const range = `${periods[0]} to ${periods[1]}`;
  if (frequency === undefined) return `${range}, steps of ${short(step, 6)}`;
  if (frequency === 'time') return `${range}, steps of ${count(step)} ms`;
  return `${frequency}, ${range}, ${short(step, 6)} ${frequency} steps`;
}

/** `140; observations per unit: min 5, mean 5.36, max 7; unbalanced`. */
function groupWords(ngroups: number, { balanced, unitSizes: sizes }: Sample): string {
  const balance = balanced === undefined ? '' : `; ${balanced ? 'balanced' : 'unbalanced'}`;
  if (sizes === undefined) return `${count(ngroups)}${balance}`;
  const { min, mean, max } = sizes;
  return `${count(ngroups)}; observations per unit: min ${count(min)}, mean ${short(mean)}, max ${count(max)}${balance}`;
}

/** `R2 0.835610, adjusted 0.835130; root MSE 0.544708; log-likelihood -834.58, AIC 1677.17, BIC 1696.92`. */
function fitWords(result: FitResult): string {
  const { rsquared, rsquaredAdj, sigma2, loglik, aic, bic } = result;
  const six = (x: number | undefined) => (x ?? NaN).toFixed(6);
  const two = (x: number | undefined) => (x ?? NaN).toFixed(2);
  const share =
    rsquared === undefined
      ? []
      : [`${shareWords(result)} ${six(rsquared)}, adjusted ${six(rsquaredAdj)}`];
  const likelihood =
    loglik === undefined ? [] : [`log-likelihood ${two(loglik)}, AIC ${two(aic)}, BIC ${two(bic)}`];
  return [...share, `root MSE ${measure(Math.sqrt(sigma2))}`, ...likelihood].join('; ');
}

/** Which R-squared `rsquared` is: with panels that of the transformed rows. */
function shareWords({ estimator, absorbed, rsquaredBetween }: FitResult): string {
  if (estimator !== 'panel') return 'R2';
  if (absorbed !== undefined) return 'R2 within';
  return rsquaredBetween === undefined ? 'R2' : 'R2 between';
}

/** Labels and words, for what the result has. */
export function fitFacts(
  result: FitResult,
): readonly (readonly [label: string, words: string | undefined])[] {
  const { depvar, sample, nobs, ngroups, endogenous, kappa, rsquared } = result;
  const hasFit = rsquared !== undefined || endogenous !== undefined;
  return [
    ['dependent', depvar],
    ...builtFacts(sample.built),
    ['rows', sampleWords(sample)],
    ['time', timeWords(sample)],
    ['observations', count(nobs)],
    ['units', ngroups === undefined ? undefined : groupWords(ngroups, sample)],
    ['instrumented', endogenous?.join(' ')],
    ['instruments', instrumentWords(result)],
    ['kappa', kappa === undefined ? undefined : short(kappa, 8)],
    ['weighting', weightingWords(result.weightingMatrix)],
    ['iterations', iterationWords(result)],
    ['covariance', covarianceWords(result)],
    ['components', componentWords(result.components)],
    ['criteria', criteriaWords(result.criteria)],
    ['fit', hasFit ? fitWords(result) : undefined],
    ['R2', panelFitWords(result)],
    ['effects', varianceWords(result)],
    ['absorbed', absorbedWords(result.absorbed)],
  ];
}
