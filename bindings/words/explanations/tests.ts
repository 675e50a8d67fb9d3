/** Explanations of the tests in results, by their keys. */
import type { Entries } from './explanation.js';
import { dynamicRobust, robust } from './robust-tests.js';
import { sources as s } from './sources.js';

const general = {
  wald: [
    'Chi-squared test that all slopes are 0.',
    'A small p-value means that the regressors are jointly significant.',
    'To use another covariance, change vcov. With vcov.small it becomes f.',
    s.wooldridge,
  ],
  f: [
    'F test that all slopes are 0.',
    'A small p-value means that the regressors are jointly significant.',
    'To use another covariance, change vcov. With vcov.small: false it becomes wald.',
    s.wooldridge,
  ],
  effects: [
    'F test that all absorbed effects are equal. It needs unadjusted standard errors.',
    'A small p-value rejects equal effects, and so pooled least squares.',
    'Change effects. The test is reported with vcov: {type: unadjusted}.',
    s.wooldridge,
  ],
  hausman: [
    'Compares two fits: one is efficient under the null hypothesis, the other is consistent without it.',
    'A small p-value rejects the fit with the stronger assumptions, such as random effects.',
    'Use the robust form if errors are clustered or heteroskedastic.',
    s.hausman,
  ],
} satisfies Entries;

const dynamic = {
  sargan: [
    'Test of overidentifying restrictions with the one-step weighting matrix.',
    'A small p-value rejects the instruments. The test is valid only if errors are independent and homoskedastic. Many instruments weaken it much less than hansen.',
    'Change gmm and iv. The robust test is hansen.',
    s.sargan,
    s.arellanoBond,
  ],
  hansen: [
    'Test of overidentifying restrictions with the two-step weighting matrix.',
    'A small p-value rejects the instruments; errors may be heteroskedastic and correlated within units. With many instruments the test rejects too rarely, so a p-value near 1 is no evidence of validity.',
    'Change gmm and iv. Fewer instruments give the test more power.',
    s.hansen,
    s.roodmanNote,
  ],
  jTest: [
    'Test of overidentifying restrictions at the GMM estimates.',
    'A small p-value rejects the instruments or the specification.',
    'Change weight, steps or method, or the instruments.',
    s.hansen,
  ],
  diffHansen: [
    'Difference between the Hansen statistics with all instruments and without a subset of them.',
    'A small p-value rejects the subset if the other instruments are valid, which the test without the subset checks.',
    'Name more subsets in diffHansen. Like hansen, the test loses power with many instruments.',
    s.roodman,
    'Eichenbaum, Hansen and Singleton (1988), Quarterly Journal of Economics 103, 51-78',
  ],
  ar: [
    'Arellano-Bond tests of serial correlation in the differenced errors, order by order.',
    'A small p-value for order 1 is expected, because differencing creates that correlation. A small one for order 2 means that errors are serially correlated, so second lags are not valid instruments.',
    'Use more lags of the outcome, or windows that start one lag deeper. Change the tests with arOrders and arLevels.',
    s.arellanoBond,
  ],
} satisfies Entries;

const strength = {
  firstStage: [
    'First-stage regressions: partial F, partial and Shea R-squared, Sanderson-Windmeijer F.',
    'A small F means that the instruments are weak: 2SLS is biased towards least squares, and its tests reject too often.',
    'Use better instruments, method: liml, or confidence sets that are robust to weak instruments.',
    s.staigerStock,
    'Sanderson and Windmeijer (2016), Journal of Econometrics 190(2), 212-221',
  ],
  anderson: [
    'Canonical correlation test that the model is under-identified, for homoskedastic errors.',
    'A large p-value means that the instruments may not identify the coefficients.',
    'Use kleibergenPaapLM if errors are not homoskedastic, or other instruments.',
    'Anderson (1951), Annals of Mathematical Statistics 22(3), 327-351',
  ],
  kleibergenPaapLM: [
    'Robust test that the model is under-identified.',
    'A large p-value means that the instruments may not identify the coefficients.',
    'To use another covariance, change vcov. To change the strength, use other instruments.',
    s.kleibergenPaap,
  ],
  kleibergenPaapF: [
    'Robust measure of the strength of the instruments.',
    'A small value means that they are weak. The critical values of Stock and Yogo apply to craggDonald only.',
    'To use another covariance, change vcov. To change the strength, use other instruments.',
    s.kleibergenPaap,
  ],
  craggDonald: [
    'Strength of the instruments for homoskedastic errors, with critical values for bias and size.',
    'Below a critical value, the bias or the size may exceed the limit stated for that value.',
    'Use other instruments, or method: liml or fuller, whose critical values are smaller.',
    'Cragg and Donald (1993), Econometric Theory 9(2), 222-240',
    s.stockYogo,
  ],
  effectiveF: [
    'Effective F of one endogenous variable. It is robust to heteroskedasticity, autocorrelation and clustering.',
    'Below its critical value, the bias may exceed the stated share of the worst-case bias.',
    'To use another covariance, change vcov. To change the strength, use other instruments.',
    'Montiel Olea and Pflueger (2013), Journal of Business and Economic Statistics 31(3), 358-369',
  ],
  tF: [
    'Critical value of t and factor of the standard error, adjusted for the first-stage F.',
    'Comparing t with this value gives a test of size 5%, however weak the instrument.',
    'Use the adjusted value instead of 1.96. It exists for one endogenous variable with one instrument.',
    'Lee, McCrary, Moreira and Porter (2022), American Economic Review 112(10), 3260-3290',
  ],
} satisfies Entries;

const validity = {
  basmann: [
    "Basmann's chi-squared test of overidentifying restrictions.",
    'A small p-value rejects the instruments if errors are homoskedastic.',
    'Use jTest of gmm, which is robust.',
    'Basmann (1960), Journal of the American Statistical Association 55(292), 650-659',
  ],
  basmannF: [
    "Basmann's F test of overidentifying restrictions.",
    'A small p-value rejects the instruments if errors are homoskedastic.',
    'Use jTest of gmm, which is robust.',
    'Basmann (1960), Journal of the American Statistical Association 55(292), 650-659',
  ],
  andersonRubinLR: [
    'Likelihood ratio test of overidentifying restrictions after LIML.',
    'A small p-value rejects the instruments if errors are homoskedastic.',
    'Use jTest of gmm, which is robust. This test is reported with method: liml.',
    'Anderson and Rubin (1950), Annals of Mathematical Statistics 21(4), 570-582',
  ],
  durbin: [
    'Chi-squared test that the endogenous variables are exogenous, for homoskedastic errors.',
    'A small p-value rejects exogeneity, and so least squares. A large one supports least squares only if the instruments are valid and strong.',
    'Use robustScore, which is robust.',
    'Durbin (1954), Review of the International Statistical Institute 22, 23-32',
  ],
  wuHausman: [
    'F test that the endogenous variables are exogenous, for homoskedastic errors.',
    'A small p-value rejects exogeneity, and so least squares. A large one supports least squares only if the instruments are valid and strong.',
    'Use robustRegressionF, which is robust.',
    'Wu (1973), Econometrica 41(4), 733-750',
    s.hausman,
  ],
  wooldridgeScore: [
    'Robust score test of overidentifying restrictions after 2SLS.',
    'A small p-value rejects the instruments. The test is valid with heteroskedastic errors.',
    'To use another covariance, change vcov.',
    'Wooldridge (1995), in Advances in Econometrics and Quantitative Economics, 66-87, Blackwell',
  ],
  robustScore: [
    'Robust score test that the endogenous variables are exogenous.',
    'A small p-value rejects exogeneity, and so least squares. A large one supports least squares only if the instruments are valid and strong.',
    'To use another covariance, change vcov.',
    'Wooldridge (1995), in Advances in Econometrics and Quantitative Economics, 66-87, Blackwell',
  ],
  robustRegressionF: [
    'Robust regression-based F test that the endogenous variables are exogenous.',
    'A small p-value rejects exogeneity, and so least squares. A large one supports least squares only if the instruments are valid and strong.',
    'To use another covariance, change vcov.',
    s.wooldridge,
  ],
  cTests: [
    'Difference between the J statistics with all instruments and without a named subset.',
    'A small p-value rejects the subset if the other instruments are valid.',
    'Name the subsets in cTests.',
    'Hayashi (2000), Econometrics, 218-221, Princeton University Press',
  ],
} satisfies Entries;

const leastSquares = {
  breuschPagan: [
    "Test that the error variance does not depend on the regressors. In Koenker's form, errors need not be normal.",
    'A small p-value means that unadjusted standard errors are not valid.',
    'Use a robust covariance, such as vcov: {type: HC1}.',
    'Breusch and Pagan (1979), Econometrica 47(5), 1287-1294',
    'Koenker (1981), Journal of Econometrics 17(1), 107-112',
  ],
  breuschPaganF: [
    'F form of breuschPagan.',
    'A small p-value means that unadjusted standard errors are not valid.',
    'Use a robust covariance, such as vcov: {type: HC1}.',
    'Koenker (1981), Journal of Econometrics 17(1), 107-112',
  ],
  breuschPaganNormal: [
    'Breusch-Pagan test in its original form, which assumes normal errors.',
    'A small p-value means that unadjusted standard errors are not valid, or that errors are not normal.',
    'Use a robust covariance, such as vcov: {type: HC1}.',
    'Breusch and Pagan (1979), Econometrica 47(5), 1287-1294',
  ],
  cookWeisberg: [
    'Test that the error variance does not depend on the fitted values.',
    'A small p-value means that unadjusted standard errors are not valid.',
    'Use a robust covariance, such as vcov: {type: HC1}.',
    'Cook and Weisberg (1983), Biometrika 70(1), 1-10',
  ],
  white: [
    'Test that the error variance does not depend on the regressors, their squares and their products.',
    'A small p-value means that unadjusted standard errors are not valid, or that the formula is misspecified.',
    'Use a robust covariance, such as vcov: {type: HC1}.',
    'White (1980), Econometrica 48(4), 817-838',
  ],
  breuschGodfrey: [
    'Test of serial correlation in the errors up to a given order.',
    'A small p-value means that standard errors that ignore serial correlation are not valid. With a lagged outcome the coefficients are inconsistent as well.',
    'Use vcov: {type: hac}, clusters or more lags. The option orders (--orders) sets the largest order.',
    'Breusch (1978), Australian Economic Papers 17(31), 334-355',
    'Godfrey (1978), Econometrica 46(6), 1293-1301',
  ],
  durbinWatson: [
    'Statistic of first-order serial correlation. It is near 2 without correlation, lower if the correlation is positive, and higher if it is negative.',
    'No p-value is computed. The test is not valid with a lagged outcome; breuschGodfrey is.',
    'Use vcov: {type: hac} or clusters.',
    'Durbin and Watson (1950), Biometrika 37(3/4), 409-428',
  ],
  reset: [
    "Ramsey's RESET: test that powers of the fitted values have no explanatory power.",
    'A small p-value means that the formula lacks nonlinear terms or variables.',
    'Add powers, logarithms or interactions to the formula.',
    'Ramsey (1969), Journal of the Royal Statistical Society B 31(2), 350-371',
  ],
  jarqueBera: [
    'Test that errors are normal, by skewness and kurtosis.',
    'Only inference in small samples needs normal errors. A small p-value may be due to outliers.',
    'Transform the outcome, or check the outliers.',
    'Jarque and Bera (1987), International Statistical Review 55(2), 163-172',
  ],
  vif: [
    'Variance inflation factors: how much the correlation with other regressors increases the variance of each coefficient.',
    'With large values the data hardly separate the effects of the regressors. The estimates remain unbiased.',
    'Nothing, or combine regressors that measure the same thing.',
    'Belsley, Kuh and Welsch (1980), Regression Diagnostics, Wiley',
  ],
} satisfies Entries;

export const tests = {
  ...general,
  ...dynamic,
  ...strength,
  ...robust,
  ...dynamicRobust,
  ...validity,
  ...leastSquares,
};
