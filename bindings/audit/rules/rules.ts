/** The rules of the audit: what each compares, from which source, and the numbers that it needs. */
import type { AuditRule } from '../../results/audit/audit.js';
import type { Checks } from '../check.js';
import type { TableView } from '../view.js';
import { differenceInWords, nullInWords } from './claims.js';
import { centre, halfWidth, pValue, ratio } from './coefficients.js';
import { positiveSemidefinite } from './correlations.js';
import {
  correlationBounds,
  debit,
  grim,
  meanInRange,
  orderedRange,
  sdBounds,
  vif,
} from './descriptives.js';
import { arP, arPeriods, nobsOfGroups, nobsOfLags, twoStepErrors } from './dynamic.js';
import { adjustedR2, fOfR2, neverFalls, pOfChi2, pOfF, r2Bounds } from './fit.js';
import {
  firstStageColumn,
  firstStageF,
  instrumentsOfGroups,
  jDf,
  jJustIdentified,
  jNearOne,
  jP,
  reducedOverFirst,
} from './instruments.js';
import { fOfT, pOfR2, pseudoR2, r2OfT } from './one-regressor.js';
import { differenceOfParts, meanOfParts, sumOfParts } from './samples.js';
import { starsOfP, starsOrder } from './stars.js';

export interface Rule extends AuditRule {
  readonly name: string;
  readonly check: (table: TableView) => Checks;
}

function rule(
  name: string,
  formula: string,
  source: string,
  needs: readonly string[],
  check: (table: TableView) => Checks,
): Rule {
  return { name, formula, source, needs, check };
}

const definition = 'definition';

export const rules: readonly Rule[] = [
  rule('t-ratio', 't = coef / se', definition, ['coef', 'se', 't or z'], ratio),
  rule(
    'p-value',
    'p = P(|T| > |t|)',
    'Student t and normal laws',
    ['t, z, coef and se, or coef and interval', 'p'],
    pValue,
  ),
  rule(
    'stars',
    'stars = legend(p)',
    'legend of the table',
    ['stars', 'p, t, coef and se, or coef and interval'],
    starsOfP,
  ),
  rule(
    'stars-order',
    'more stars, larger |t|',
    'legend of the table',
    ['stars', 't or coef and se'],
    starsOrder,
  ),
  rule(
    'interval-centre',
    '(ci_low + ci_high) / 2 = coef',
    definition,
    ['coef', 'ci_low', 'ci_high'],
    centre,
  ),
  rule(
    'interval-width',
    '(ci_high - ci_low) / 2 = c se',
    definition,
    ['se', 'ci_low', 'ci_high'],
    halfWidth,
  ),
  rule('r2-bounds', '0 <= R2 <= 1', definition, ['r2'], r2Bounds),
  rule(
    'adjusted-r2',
    'adj R2 = 1 - (1 - R2) (n - 1) / (n - k) <= R2',
    'Theil (1961)',
    ['adj_r2', 'r2', 'n', 'k'],
    adjustedR2,
  ),
  rule(
    'f-of-r2',
    'F = (R2 / df1) / ((1 - R2) / df2)',
    'classical errors',
    ['f', 'r2', 'df1', 'df2'],
    fOfR2,
  ),
  rule('f-of-t', 'F = t2', 'one regressor', ['f', 't', 'k'], fOfT),
  rule('f-p', 'p = P(F(df1, df2) > f)', 'F and chi-squared laws', ['f', 'df1', 'df2', 'f_p'], pOfF),
  rule('chi2-p', 'p = P(chi2(df) > chi2)', 'chi-squared law', ['chi2', 'df', 'chi2_p'], pOfChi2),
  rule(
    'r2-of-t',
    'R2 = t2 / (t2 + df)',
    'one regressor, classical errors',
    ['r2', 't', 'n', 'k'],
    r2OfT,
  ),
  rule(
    'p-of-r2',
    't2 = R2 df / (1 - R2)',
    'one regressor, classical errors',
    ['r2', 'n', 'k', 'p or stars'],
    pOfR2,
  ),
  rule(
    'pseudo-r2',
    'R2 = t2 / (t2 + df)',
    'least squares has no pseudo R2',
    ['pseudo_r2', 't', 'n', 'k'],
    pseudoR2,
  ),
  rule(
    'r2-nested',
    'R2 does not fall when regressors join',
    'least squares',
    ['r2', 'n'],
    neverFalls('r2'),
  ),
  rule(
    'likelihood-nested',
    'the likelihood does not fall when regressors join',
    'maximum likelihood',
    ['ll', 'n'],
    neverFalls('ll'),
  ),
  rule(
    'first-stage-f',
    'F = t2',
    'one instrument',
    ['first_stage_f', 'first_stage_t'],
    firstStageF,
  ),
  rule(
    'first-stage-column',
    'F = t2',
    'one instrument, classical errors',
    ['first_stage_f', 'coef and se of two columns'],
    firstStageColumn,
  ),
  rule(
    'reduced-over-first',
    '2SLS = reduced form / first stage',
    'one instrument',
    ['coef of three columns'],
    reducedOverFirst,
  ),
  rule(
    'j-just-identified',
    'J = 0',
    'as many instruments as parameters',
    ['j', 'instruments', 'params'],
    jJustIdentified,
  ),
  rule(
    'j-df',
    'df = instruments - params',
    'Hansen (1982)',
    ['j_df', 'instruments', 'params'],
    jDf,
  ),
  rule('j-p', 'p = P(chi2(df) > J)', 'Hansen (1982)', ['j', 'j_df', 'j_p'], jP),
  rule(
    'j-near-one',
    'p near 1 with instruments near groups',
    'Roodman (2009)',
    ['j_p', 'instruments', 'groups'],
    jNearOne,
  ),
  rule(
    'instruments-of-groups',
    'instruments <= groups',
    'Roodman (2009)',
    ['instruments', 'groups'],
    instrumentsOfGroups,
  ),
  rule('ar1-p', 'p = P(|N| > |z|)', 'Arellano and Bond (1991)', ['ar1_z', 'ar1_p'], arP(1)),
  rule('ar2-p', 'p = P(|N| > |z|)', 'Arellano and Bond (1991)', ['ar2_z', 'ar2_p'], arP(2)),
  rule(
    'ar1-periods',
    'AR(1) needs periods',
    'Arellano and Bond (1991)',
    ['ar1_p', 'periods'],
    arPeriods(1),
  ),
  rule(
    'ar2-periods',
    'AR(2) needs periods',
    'Arellano and Bond (1991)',
    ['ar2_p', 'periods'],
    arPeriods(2),
  ),
  rule('n-of-groups', 'groups <= n <= groups x periods', definition, ['n', 'groups'], nobsOfGroups),
  rule(
    'n-of-lags',
    'n <= groups x (periods - lags)',
    'Arellano and Bond (1991)',
    ['n', 'groups', 'periods'],
    nobsOfLags,
  ),
  rule(
    'two-step-errors',
    'se >= bootstrap se (1 - 4 / sqrt(2 reps))',
    'Windmeijer (2005)',
    ['se and reps of two columns'],
    twoStepErrors,
  ),
  rule('n-of-parts', 'n adds up over the parts', definition, ['n of each column'], sumOfParts),
  rule('mean-of-parts', 'mean = sum of n mean / sum of n', definition, ['mean', 'n'], meanOfParts),
  rule(
    'difference-of-parts',
    'interaction = difference',
    'all regressors interacted',
    ['coef'],
    differenceOfParts,
  ),
  rule('min-max', 'min <= max', definition, ['min', 'max'], orderedRange),
  rule('mean-range', 'min <= mean <= max', definition, ['mean', 'min', 'max'], meanInRange),
  rule(
    'sd-bounds',
    'sd2 <= (max - mean) (mean - min) n / (n - 1)',
    'Bhatia and Davis (2000)',
    ['sd', 'mean', 'min', 'max', 'n'],
    sdBounds,
  ),
  rule('grim', 'n mean is whole', 'Brown and Heathers (2017)', ['mean', 'n', 'min', 'max'], grim),
  rule(
    'debit',
    'sd2 = mean (1 - mean) n / (n - 1)',
    'Heathers and Brown (2019)',
    ['sd', 'mean', 'n'],
    debit,
  ),
  rule('correlation-bounds', '|r| <= 1', definition, ['corr'], correlationBounds),
  rule(
    'correlations-psd',
    'eigenvalues >= 0',
    'Weyl (1912)',
    ['corr of all pairs'],
    positiveSemidefinite,
  ),
  rule('vif', 'VIF >= 1', definition, ['vif'], vif),
  rule(
    'words-differ',
    'a difference has its own test',
    'Gelman and Stern (2006)',
    ['notes'],
    differenceInWords,
  ),
  rule(
    'words-none',
    'no effect has a detectable size',
    'Altman and Bland (1995)',
    ['notes'],
    nullInWords,
  ),
];
