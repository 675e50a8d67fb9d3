/** The lines around the tables of a fit. */
import { has } from '../../../models/registry.js';
import type { AbsorbedEffect, FitResult, Sample } from '../../../results/fit.js';
import type { Entry } from '../../tables/blocks.js';
import { full, longer, summary } from '../../tables/forms.js';
import { builtFacts } from './built.js';
import {
  covarianceWords,
  otherWeightingWords,
  smallSampleWords,
  weightingWords,
} from './covariance.js';
import { count, plural } from '../../../words/text/counts.js';
import { digits, short } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import {
  componentWords,
  criteriaWords,
  excludedWords,
  instrumentWords,
  iterationWords,
} from './instruments.js';

/** Maximum reasons for lost rows in the default form. */
const MOST_REASONS = 3;

/** `1,031 read, 751 used; 280 lost: 280 L2.n missing`. */
function sampleWords({ rowsRead, rowsUsed, lost }: Sample): string {
  const gone = lost.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = lost.map(({ reason, rows }) => `${count(rows)} ${reason}`).join(', ');
  const tail = gone === 0 ? 'none lost' : `${count(gone)} lost: ${reasons}`;
  return `${count(rowsRead)} read, ${count(rowsUsed)} used; ${tail}`;
}

/** `280: 140 L1.n missing, 140 L2.n missing`; the full form lists the reasons beyond the most frequent ones. */
function lostWords({ lost }: Sample): string | undefined {
  if (lost.length === 0) return undefined;
  const ranked = [...lost].sort((a, b) => b.rows - a.rows);
  const shown = ranked.slice(0, MOST_REASONS).map(({ reason, rows }) => `${count(rows)} ${reason}`);
  const others = ranked.slice(MOST_REASONS);
  const rest = others.reduce((sum, { rows }) => sum + rows, 0);
  if (rest > 0) shown.push(`${count(rest)} for ${plural(others.length, 'other reason')}`);
  const total = lost.reduce((sum, { rows }) => sum + rows, 0);
  return shown.length === 1 ? shown[0] : `${count(total)}: ${shown.join(', ')}`;
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

/** `1,031`, `751 of 1,031 rows; 140 units, 5 to 7 rows each`. */
function observationWords({ nobs, ngroups, sample }: FitResult): string {
  const { rowsRead, rowsUsed, unitSizes } = sample;
  const of = rowsUsed === rowsRead ? '' : ` of ${plural(rowsRead, 'row')}`;
  const rows = nobs === rowsUsed ? count(nobs) + of : `${count(nobs)} in ${count(rowsUsed)}${of}`;
  if (ngroups === undefined) return rows;
  const units = `${rows}; ${plural(ngroups, 'unit')}`;
  if (unitSizes === undefined) return units;
  const { min, max } = unitSizes;
  return `${units}, ${min === max ? count(min) : `${count(min)} to ${count(max)}`} rows each`;
}

/** `R2 0.836, adjusted 0.835; root MSE 0.54471`, `R2 within 0.570, between 0.847; root MSE 0.13728`. */
function fitWords(result: FitResult): string | undefined {
  const { rsquared, sigma2, endogenous } = result;
  const panelFit = panelFitWords(result);
  const error = `root MSE ${digits(Math.sqrt(sigma2))}`;
  if (rsquared === undefined && panelFit === undefined) {
    return endogenous === undefined ? undefined : error;
  }
  const share = rsquaredWords(result);
  if (has(result).transformedFit && panelFit !== undefined) return `R2 ${panelFit}; ${error}`;
  return [share, panelFit, error].filter((words) => words !== undefined).join('; ');
}

/** `R2 within 0.570, adjusted 0.502`. */
function rsquaredWords(result: FitResult): string | undefined {
  const { rsquared, rsquaredAdj } = result;
  if (rsquared === undefined) return undefined;
  return `${shareWords(result)} ${fixed(rsquared, 3)}, adjusted ${fixed(rsquaredAdj ?? NaN, 3)}`;
}

/** `-834.58; AIC 1677.17, BIC 1696.92`. */
function likelihoodWords({ loglik, aic, bic }: FitResult): string | undefined {
  if (loglik === undefined) return undefined;
  const two = (x: number | undefined) => fixed(x ?? NaN, 2);
  return `${two(loglik)}; AIC ${two(aic)}, BIC ${two(bic)}`;
}

/** The name of `rsquared`: for panels it refers to the transformed rows. */
function shareWords(result: FitResult): string {
  const { absorbed, rsquaredBetween } = result;
  if (!has(result).transformedFit) return 'R2';
  if (absorbed !== undefined) return 'R2 within';
  return rsquaredBetween === undefined ? 'R2' : 'R2 between';
}

/** Labels and words for the parts of a result, and the forms that show them. */
export function fitFacts(result: FitResult): readonly Entry[] {
  const { depvar, sample, ngroups, endogenous, kappa, converged } = result;
  return [
    ['dependent', depvar, full],
    ['observations', observationWords(result)],
    ['rows', sampleWords(sample), full],
    ['rows lost', lostWords(sample), summary],
    ...builtFacts(sample.built),
    ['time', timeWords(sample), longer],
    ['units', ngroups === undefined ? undefined : groupWords(ngroups, sample), full],
    ['instrumented', endogenous?.join(' '), full],
    ['instrumented', excludedWords(result), summary],
    ['instruments', instrumentWords(result), endogenous === undefined ? longer : full],
    ['kappa', kappa === undefined ? undefined : short(kappa, 8), kappa === 1 ? full : longer],
    ['weighting', weightingWords(result.weightingMatrix), full],
    ['weighting', otherWeightingWords(result), summary],
    ['iterations', iterationWords(result), converged === false ? longer : full],
    ['std. errors', covarianceWords(result)],
    ['small sample', `factor ${smallSampleWords(result.vcov)}`, full],
    ['components', componentWords(result.components), longer],
    ['criteria', criteriaWords(result.criteria), full],
    ['fit', fitWords(result), endogenous === undefined ? longer : full],
    ['likelihood', likelihoodWords(result), full],
    ['adjusted', has(result).transformedFit ? rsquaredWords(result) : undefined, full],
    ['effects', varianceWords(result), full],
    ['absorbed', absorbedWords(result.absorbed), longer],
  ];
}

/** `within 0.614, between 0.847, overall 0.834`; undefined for results without them. */
function panelFitWords(result: FitResult): string | undefined {
  const parts = [
    ['within', result.rsquaredWithin],
    ['between', result.rsquaredBetween],
    ['overall', result.rsquaredOverall],
  ] as const;
  const known = parts.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${fixed(value, 3)}`],
  );
  return known.length === 0 ? undefined : known.join(', ');
}

/** `sigma_u 0.645, sigma_e 0.130, rho 0.961; theta 0.907 to 0.918`. */
function varianceWords(result: FitResult): string | undefined {
  const { sigmaU, sigmaE, rho, correlation, theta } = result;
  if (sigmaU === undefined || sigmaE === undefined) return undefined;
  const deviations = `sigma_u ${digits(sigmaU)}, sigma_e ${digits(sigmaE)}`;
  return [
    rho === undefined ? deviations : `${deviations}, rho ${short(rho, 4)}`,
    ...(correlation === undefined ? [] : [`corr(u, Xb) ${short(correlation, 4)}`]),
    ...(theta === undefined ? [] : [`theta ${range(theta.min, theta.max)}`]),
  ].join('; ');
}

/** `id: 140 levels (nested in clusters), year: 9 levels, 1 redundant`. */
function absorbedWords(absorbed: readonly AbsorbedEffect[] = []): string | undefined {
  if (absorbed.length === 0) return undefined;
  return absorbed
    .map(({ name, levels, redundant, nested }) => {
      const rest = redundant === 0 ? '' : `, ${count(redundant)} redundant`;
      return `${name}: ${plural(levels, 'level')}${rest}${nested ? ' (nested in clusters)' : ''}`;
    })
    .join('; ');
}

function range(low: number, high: number): string {
  const [first, last] = [short(low, 4), short(high, 4)];
  return first === last ? first : `${first} to ${last}`;
}
