/** Information criteria: AIC = 2 k - 2 ll and BIC = k ln(n) - 2 ll. */
import { type Check, comparison, type Outcome } from '../check.js';
import { say } from '../../../words/phrase.js';
import { minus, type Range, times, point } from '../range.js';
import { countOf, isInstrumented, rounded } from '../view.js';
import { eachColumn, statCheck } from './column-rule.js';

/**
 * AIC is above -2 ll by twice the parameters, of which there is at least one; some programs divide it by n. Of mixed models
 * ll may be the restricted one.
 */
export const aicOfLikelihood = eachColumn((column): Outcome => {
  const [aic, ll] = [column.stat('aic'), column.stat('ll')];
  if (aic === undefined) return 'inapplicable';
  const n = countOf(column, 'n');
  if (ll === undefined || n === undefined || n < 1) return 'missing';
  const isMixed = column.notes.families.has('random');
  const check: Omit<Check, 'place' | 'subject' | 'printed'> = {
    involves: ['aic', 'll'],
    worked: say('2 k - 2 ll with ll = {} and k of one at least', ll.text),
    ...comparison(rounded(aic), (rounding) => ({
      low: 2 - 2 * rounded(ll)(rounding).high,
      high: Infinity,
    })),
    ...(isMixed && { severity: 'doubtful' as const }),
  };
  const agrees: Check['agrees'] = (rounding) => {
    const scaled = times(point(n), rounded(aic)(rounding));
    const deviance = times(point(-2), rounded(ll)(rounding));
    const isDivided = scaled.high >= deviance.low + 2 && scaled.low <= deviance.high + 2 * n;
    return check.agrees(rounding) || isDivided;
  };
  return statCheck(column, 'aic', aic, { ...check, agrees });
});

/** Words of models whose parameters are not counted in whole numbers. */
const smooth = /\bGAMs?\b|spline|smooth|additive|penali[sz]|effective degrees/i;

/** Fewer observations do not tell the criteria apart. */
const FEWEST = 20;

/** BIC - AIC = k (ln n - 2), with a whole number of parameters; n may be the number of groups. */
export const bicOfAic = eachColumn((column): Outcome => {
  const [aic, bic] = [column.stat('aic'), column.stat('bic')];
  if (aic === undefined || bic === undefined) return 'inapplicable';
  const sizes = ['n', 'groups'].flatMap((name) => countOf(column, name) ?? []);
  if (countOf(column, 'n') === undefined) return 'missing';
  const { families, text } = column.notes;
  // P(chi2(2) > x) = exp(-x / 2).
  const ln = (n: number) => column.engine.exports.chi2_isf(1 / n, 2) / 2;
  const isOther =
    isInstrumented(column) ||
    families.has('hazard') ||
    families.has('weights') ||
    smooth.test(text);
  if (isOther || sizes.some((n) => n < FEWEST)) return 'inapplicable';
  return statCheck(column, 'bic', bic, {
    involves: ['bic', 'aic', 'n'],
    worked: say(
      'BIC - AIC = k (ln n - 2) for no whole k with AIC = {} and n = {}',
      aic.text,
      sizes[0]!,
    ),
    agrees: (rounding) => {
      const difference = minus(rounded(bic)(rounding), rounded(aic)(rounding));
      // Some programs divide both by n.
      return sizes.some((n) =>
        [1, n].some((scale) => hasCount(times(point(scale / (ln(n) - 2)), difference), n)),
      );
    },
    severity: 'doubtful',
  });
});

/** Whether a number of parameters is in the range: whole, at least one and below n. */
function hasCount({ low, high }: Range, n: number): boolean {
  const slack = 1e-9;
  const first = Math.max(1, Math.ceil(low - slack));
  return first < n && first <= high + slack;
}
