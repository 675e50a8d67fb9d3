/** Words of the tables and lines of a result. */
import type { Entries } from '../explanation.js';
import { sources as s } from '../sources.js';

export const fit = {
  sample: [
    'The rows that were read and used, why others were lost, the outcome, and the units with the numbers of their observations.',
    'Lost rows may differ from the others in what matters.',
    'Change where, or fill the missing values. Lags lose the first periods of each unit.',
    s.wooldridge,
  ],
  r2: [
    'Share of the variance of the outcome that the model explains; adjusted for the number of coefficients. Within uses deviations from the means of units, between the means.',
    'A high value does not make coefficients causal. Values of different outcomes or transformations do not compare.',
    'Nothing. Report within R2 for fixed effects.',
    s.wooldridge,
  ],
  'root-mse': [
    'Standard deviation of the residuals, in units of the outcome, with degrees of freedom taken off.',
    'It is the typical size of an error of the model.',
    'Nothing, or add regressors.',
    s.wooldridge,
  ],
  aic: [
    'Log-likelihood with normal errors, and criteria that penalise coefficients: AIC by 2, BIC by the logarithm of the rows. Smaller is better.',
    'They compare models of the same outcome and rows only.',
    'Nothing; compare models.',
    'Akaike (1974), IEEE Transactions on Automatic Control 19(6), 716-723',
    'Schwarz (1978), Annals of Statistics 6(2), 461-464',
  ],
  'andrews-lu': [
    'BIC, AIC and HQIC of GMM: the J statistic with a reward for each overidentifying restriction. Smaller is better.',
    'They choose between models and sets of instruments.',
    'Compare fits of the same rows.',
    'Andrews and Lu (2001), Journal of Econometrics 101(1), 123-164',
  ],
  'variance-components': [
    'Standard deviations of the effects (sigma_u) and of the errors (sigma_e), the share of effects in the variance (rho), and theta of random effects.',
    'With theta near 1, random effects are close to fixed effects; near 0, to pooled least squares.',
    'Change effects of panel.',
    s.wooldridge,
  ],
  't-and-z': [
    'The estimate over its standard error. It is t with small-sample inference and z in large samples.',
    'Beyond 1.96 in absolute value, z rejects a coefficient of 0 at 5%.',
    'Change vcov.small.',
    s.wooldridge,
  ],
  'p-value': [
    'The probability of a statistic at least as extreme if the null hypothesis is true.',
    'It is not the probability that the hypothesis is true. Many tests find small p-values by chance.',
    'Change level, or report the confidence interval.',
    'Wasserstein and Lazar (2016), American Statistician 70(2), 129-133',
  ],
  'confidence-interval': [
    'Values of a coefficient that a test at the level does not reject.',
    'It covers the true value in the stated share of samples, if the covariance is right.',
    'Change level (--level), or use a bootstrap.',
    s.wooldridge,
  ],
} satisfies Entries;
