/** Estimators and what their results contain. */
import type { Entries } from '../explanation.js';
import { sources as s } from '../sources.js';

export const estimators = {
  ols: [
    'Ordinary least squares.',
    'It is consistent if the errors are uncorrelated with the regressors.',
    'Use the command ols; with endogenous regressors iv.',
    s.wooldridge,
  ],
  'fixed-effects': [
    'A constant for each unit (within), or for each unit and period (twoway), which may be correlated with the regressors.',
    'Only changes within units identify the coefficients; regressors that do not change are dropped. A lagged outcome is biased in short panels.',
    'Use panel with effects within (--fe) or twoway, or absorb effects with | in a formula.',
    s.wooldridge,
    s.nickell,
  ],
  'random-effects': [
    'A constant for each unit that is uncorrelated with the regressors (Swamy-Arora).',
    'It is more precise than fixed effects, but inconsistent if the effects are correlated with the regressors.',
    'Use panel with effects random (--re); compare by hausman.',
    s.wooldridge,
  ],
  between: [
    'Least squares on the means of the units.',
    'It uses differences between units only.',
    'Use panel with effects between (--be).',
    s.wooldridge,
  ],
  'first-difference': [
    'Least squares on first differences, which removes the effects of units.',
    'It is efficient if errors are a random walk; fixed effects are if errors are independent.',
    'Use panel with effects first-difference (--fd).',
    s.wooldridge,
  ],
  absorbed: [
    'Effects after | in the formula, which are removed before the estimation; redundant levels are counted out of the degrees of freedom.',
    'They are not printed, but the other coefficients are the same as with dummies.',
    'Change the part after | (--absorb), or write i(column) to see them.',
    'Correia (2016), Linear Models with High-Dimensional Fixed Effects, working paper',
  ],
  'instrumental-variables': [
    'Estimates with endogenous regressors, identified by instruments: 2SLS, LIML, Fuller or the k-class.',
    'Instruments must be correlated with the regressors and uncorrelated with the errors.',
    'Use iv and a formula such as y ~ w | x ~ z. Check firstStage and jTest.',
    s.staigerStock,
  ],
  liml: [
    'Limited information maximum likelihood, a k-class estimator; kappa is its k. Fuller subtracts alpha over the degrees of freedom.',
    'With weak or many instruments it is less biased than 2SLS, but it has no moments.',
    'Use method: liml or fuller.',
    'Anderson and Rubin (1949), Annals of Mathematical Statistics 20(1), 46-63',
  ],
  gmm: [
    'Generalized method of moments. The weighting matrix says how moments are combined; it may be one-step, two-step, iterated or continuously updated (CUE).',
    'Two-step estimates are efficient in large samples; their standard errors are too small in small ones.',
    'Change method, steps or weight.',
    s.hansen,
  ],
  'difference-gmm': [
    'Arellano-Bond: GMM of the differenced equation of a dynamic panel, with lagged levels as instruments.',
    'The instruments are weak if the outcome is persistent.',
    'Use dpd with system: false (--no-system). Check ar, hansen and instruments.',
    s.arellanoBond,
  ],
  baselines: [
    'Simple estimates of a dynamic panel: pooled least squares biases the coefficient of the lagged outcome upwards, within downwards. Anderson-Hsiao has one instrument; Hahn-Kuersteiner corrects the bias of within.',
    'A GMM estimate outside the two bounds points to weak or invalid instruments.',
    'Leave them out with baselines: false (--no-baselines).',
    s.bond,
    s.nickell,
  ],
  'system-gmm': [
    'Blundell-Bond: difference GMM together with the level equation, with lagged differences as instruments.',
    'It is more precise with persistent outcomes, if changes are uncorrelated with the effects of units.',
    'Use dpd. Check diffHansen of the level equation.',
    s.blundellBond,
  ],
  instruments: [
    'The instruments of a model and how many there are. Many instruments overfit the endogenous variables.',
    'Too many bias estimates towards least squares and make the Hansen test reject too rarely.',
    'Use collapse, shorter lags or pca. See many-instruments and the command instruments.',
    s.roodmanNote,
  ],
  pca: [
    'Principal components: few combinations of many columns with most of their variance. KMO says how suitable the columns are.',
    'As instruments they reduce their number; the columns then have no groups to test.',
    'Use pca (--pca) of dpd.',
    'Mehrhoff (2009), Deutsche Bundesbank Discussion Paper, Series 1, 31/2009',
  ],
  'entropy-weights': [
    'The entropy weight method: weights of an index from how unequal each indicator is across rows.',
    'The weights depend on the sample and on how indicators are scaled; they do not measure importance.',
    'Compare with equal weights and with principal components.',
    'Shannon (1948), Bell System Technical Journal 27(3), 379-423',
  ],
  endogenous: [
    'A regressor that is correlated with the error of the same period, by feedback, omitted variables or measurement error.',
    'Least squares is then inconsistent.',
    'Instrument it: iv, or roles of dpd. Test it by wuHausman.',
    s.wooldridge,
  ],
  collinearity: [
    'A column is a linear combination of others, exactly or nearly.',
    'Coefficients are then not identified, or imprecise.',
    'Remove one of the columns. See vif.',
    'Belsley, Kuh and Welsch (1980), Regression Diagnostics, Wiley',
  ],
} satisfies Entries;
