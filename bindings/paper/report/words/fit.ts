/** The lines around the tables of a fit. */
import { whereOf } from '../../../data/ledger.js';
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
import { count } from '../../../words/text/counts.js';
import { digits, short } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import {
  componentWords,
  criteriaWords,
  excludedWords,
  instrumentWords,
  iterationWords,
} from './instruments.js';
import { because, known, list, type Phrase, plural, say } from '../../../words/phrase.js';

/** Maximum reasons for lost rows in the default form. */
const MOST_REASONS = 3;

/** `1,031 read, 751 used; 280 lost: 280 L2.n missing`. */
function sampleWords({ rowsRead, rowsUsed, lost }: Sample): Phrase {
  const gone = lost.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = list(
    lost.map(({ rows, ...why }) => say('{} {}@rows', count(rows), because(why))),
    ', ',
  );
  const tail = gone === 0 ? say('none lost') : say('{} lost: {}', count(gone), reasons);
  return say('{} read, {} used; {}', count(rowsRead), count(rowsUsed), tail);
}

/** `280: 140 L1.n missing, 140 L2.n missing`; the full form lists the reasons beyond the most frequent ones. */
export function lostWords({ lost, built }: Pick<Sample, 'lost' | 'built'>): Phrase | undefined {
  if (lost.length === 0) return undefined;
  const ranked = [...lost].sort((a, b) => b.rows - a.rows);
  const shown = ranked
    .slice(0, MOST_REASONS)
    .map(({ rows, ...why }) => say('{} {}@rows', count(rows), reasonWords(why, built)));
  const others = ranked.slice(MOST_REASONS);
  const rest = others.reduce((sum, { rows }) => sum + rows, 0);
  if (rest > 0) shown.push(say('{} for {}', count(rest), plural(others.length, 'other reason')));
  const total = lost.reduce((sum, { rows }) => sum + rows, 0);
  return shown.length === 1 ? shown[0] : say('{}: {}', count(total), list(shown, ', '));
}

/** A reason; of a filter by a condition that was built, such as `year > 1979` == 1, the condition itself. */
function reasonWords(why: Parameters<typeof because>[0], built: Sample['built']): Phrase {
  const where = whereOf([why]);
  if (where === undefined) return because(why);
  const plain = where.replace(/`([^`]+)` == ([01])(?![\d.])/g, (written, name: string, value) => {
    const isBuilt = built?.columns?.some((one) => one.name === name && one.expression === name);
    if (isBuilt !== true) return written;
    return value === '1' ? name : `!(${name})`;
  });
  return say('not in where: {}', plain);
}

/** `month, 2019-01 to 2021-12, 1 month steps`; `1976 to 1984, steps of 1` for numbers. */
function timeWords({ frequency, step, periods }: Sample): Phrase | undefined {
  if (step === undefined || periods === undefined) return undefined;
  const range = say('{} to {}', periods[0], periods[1]);
  if (frequency === undefined) return say('{}, steps of {}', range, short(step, 6));
  if (frequency === 'time') return say('{}, steps of {} ms', range, count(step));
  return say('{}, {}, {} {} steps', known(frequency), range, short(step, 6), known(frequency));
}

/** `140; observations per unit: min 5, mean 5.36, max 7; unbalanced`. */
function groupWords(ngroups: number, { balanced, unitSizes: sizes }: Sample): Phrase {
  const balance = balanced === undefined ? '' : say(balanced ? '; balanced' : '; unbalanced');
  if (sizes === undefined) return say('{}{}', count(ngroups), balance);
  const { min, mean, max } = sizes;
  return say(
    '{}; observations per unit: min {}, mean {}, max {}{}',
    count(ngroups),
    count(min),
    short(mean),
    count(max),
    balance,
  );
}

/** `1,031`, `751 of 1,031 rows; 140 units, 5 to 7 rows each`. */
function observationWords({ nobs, ngroups, sample }: FitResult): Phrase {
  const { rowsRead, rowsUsed, unitSizes } = sample;
  const of = rowsUsed === rowsRead ? '' : say(' of {}', plural(rowsRead, 'row'));
  const rows =
    nobs === rowsUsed
      ? say('{}{}', count(nobs), of)
      : say('{} in {}{}', count(nobs), count(rowsUsed), of);
  if (ngroups === undefined) return rows;
  const units = list([rows, plural(ngroups, 'unit')], '; ');
  if (unitSizes === undefined) return units;
  const { min, max } = unitSizes;
  return say(
    '{}, {} rows each',
    units,
    min === max ? count(min) : say('{} to {}', count(min), count(max)),
  );
}

/** `R2 0.836, adjusted 0.835; root MSE 0.54471`, `R2 within 0.570, between 0.847; root MSE 0.13728`. */
function fitWords(result: FitResult): Phrase | undefined {
  const { rsquared, sigma2, endogenous } = result;
  const panelFit = panelFitWords(result);
  const error = say('root MSE {}', digits(Math.sqrt(sigma2)));
  if (rsquared === undefined && panelFit === undefined) {
    return endogenous === undefined ? undefined : error;
  }
  const share = rsquaredWords(result);
  if (has(result).transformedFit && panelFit !== undefined)
    return say('R2 {}; {}', panelFit, error);
  return list(
    [share, panelFit, error].filter((words) => words !== undefined),
    '; ',
  );
}

/** `R2 within 0.570, adjusted 0.502`. */
function rsquaredWords(result: FitResult): Phrase | undefined {
  const { rsquared, rsquaredAdj } = result;
  if (rsquared === undefined) return undefined;
  return say(
    '{} {}, adjusted {}',
    shareWords(result),
    fixed(rsquared, 3),
    fixed(rsquaredAdj ?? NaN, 3),
  );
}

/** `-834.58; AIC 1677.17, BIC 1696.92`. */
function likelihoodWords({ loglik, aic, bic }: FitResult): Phrase | undefined {
  if (loglik === undefined) return undefined;
  const two = (x: number | undefined) => fixed(x ?? NaN, 2);
  return say('{}; AIC {}, BIC {}', two(loglik), two(aic), two(bic));
}

/** The name of `rsquared`: for panels it refers to the transformed rows. */
function shareWords(result: FitResult): Phrase {
  const { absorbed, rsquaredBetween } = result;
  if (!has(result).transformedFit) return say('R2');
  if (absorbed !== undefined) return say('R2 within');
  return rsquaredBetween === undefined ? say('R2') : say('R2 between');
}

/** Labels and words for the parts of a result, and the forms that show them. */
export function fitFacts(result: FitResult): readonly Entry[] {
  const { depvar, sample, ngroups, endogenous, kappa, converged } = result;
  return [
    ['dependent', depvar, full],
    ['observations', observationWords(result)],
    ['rows', sampleWords(sample), full],
    ['rows lost', lostWords(sample), summary],
    ...builtFacts(sample.built, whereOf(sample.lost) !== undefined),
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
    ['small sample', say('factor {}', smallSampleWords(result.vcov)), full],
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
function panelFitWords(result: FitResult): Phrase | undefined {
  const parts = [
    ['within', result.rsquaredWithin],
    ['between', result.rsquaredBetween],
    ['overall', result.rsquaredOverall],
  ] as const;
  const known = parts.flatMap(([name, value]) =>
    value === undefined ? [] : [say('{} {}', say(name), fixed(value, 3))],
  );
  return known.length === 0 ? undefined : list(known, ', ');
}

/** `sigma_u 0.645, sigma_e 0.130, rho 0.961; theta 0.907 to 0.918`. */
function varianceWords(result: FitResult): Phrase | undefined {
  const { sigmaU, sigmaE, rho, correlation, theta } = result;
  if (sigmaU === undefined || sigmaE === undefined) return undefined;
  const deviations = say('sigma_u {}, sigma_e {}', digits(sigmaU), digits(sigmaE));
  return list(
    [
      rho === undefined ? deviations : say('{}, rho {}', deviations, short(rho, 4)),
      ...(correlation === undefined ? [] : [say('corr(u, Xb) {}', short(correlation, 4))]),
      ...(theta === undefined ? [] : [say('theta {}', range(theta.min, theta.max))]),
    ],
    '; ',
  );
}

/** `id: 140 levels (nested in clusters), year: 9 levels, 1 redundant`. */
function absorbedWords(absorbed: readonly AbsorbedEffect[] = []): Phrase | undefined {
  if (absorbed.length === 0) return undefined;
  return list(
    absorbed.map(({ name, levels, redundant, nested }) => {
      const rest = redundant === 0 ? '' : say(', {} redundant', count(redundant));
      const inside = nested ? say(' (nested in clusters)') : '';
      return say('{}: {}{}{}', name, plural(levels, 'level'), rest, inside);
    }),
    '; ',
  );
}

function range(low: number, high: number): Phrase {
  const [first, last] = [short(low, 4), short(high, 4)];
  return first === last ? first : say('{} to {}', first, last);
}
