/** Tests that results report, by their names there. */
import { type Entry, explained } from './explanation.js';
import { dynamicRobust, robust } from './robust-tests.js';
import { sources as s } from './sources.js';

const general: Readonly<Record<string, Entry>> = {
  wald: [
    'Chi-squared test that all slopes are 0.',
    'A small p-value says that the regressors explain something together.',
    'vcov, whose errors it uses; vcov.small gives f',
    s.wooldridge,
  ],
  f: [
    'F test that all slopes are 0.',
    'A small p-value says that the regressors explain something together.',
    'vcov, whose errors it uses; vcov.small: false gives wald',
    s.wooldridge,
  ],
  effects: [
    'F test that all unit effects are equal, with unadjusted errors.',
    'A large p-value says that pooled least squares would do.',
    'effects; vcov: {type: unadjusted} reports it',
    s.wooldridge,
  ],
  hausman: [
    'Comparison of two fits of which one stays consistent where the other does not.',
    'A small p-value rejects the fit with the stronger assumptions, such as random effects.',
    'the robust form where errors are clustered or heteroskedastic',
    s.hausman,
  ],
};

const dynamic: Readonly<Record<string, Entry>> = {
  sargan: [
    'Test of overidentifying restrictions with the one-step weight.',
    'A small p-value rejects the instruments, if errors are independent with one variance; with others the test is not valid. Many instruments do not weaken it.',
    'gmm and iv; hansen is the robust one',
    s.sargan,
    s.arellanoBond,
  ],
  hansen: [
    'Test of overidentifying restrictions with the two-step weight.',
    'A small p-value rejects the instruments, whatever the errors within a unit. With many instruments it rejects too rarely: a p-value near 1 is no support.',
    'gmm and iv; fewer instruments give it power',
    s.hansen,
    s.roodmanNote,
  ],
  jTest: [
    'Test of overidentifying restrictions of GMM at the estimates.',
    'A small p-value rejects the instruments or the specification.',
    'weight; steps or method',
    s.hansen,
  ],
  diffHansen: [
    'Difference of two Hansen statistics: with all instruments, and without a set of them.',
    'A small p-value rejects the set, given that the other instruments are valid (which excluding tests).',
    'diffHansen names further sets; diffHansen weakens with many instruments as hansen does',
    s.roodman,
    'Eichenbaum, Hansen and Singleton (1988), Quarterly Journal of Economics 103, 51-78',
  ],
  ar: [
    'Tests of serial correlation of the differenced errors, order by order.',
    'Order 1 is there by construction; correlation of order 2 says that errors are correlated and lags of 2 periods are no valid instruments.',
    'arOrders, arLevels; more lags of the outcome, or windows that start one period deeper',
    s.arellanoBond,
  ],
};

const strength: Readonly<Record<string, Entry>> = {
  firstStage: [
    'First-stage regressions: partial F, partial and Shea R-squared, Sanderson-Windmeijer F.',
    'A small F says that the instruments are weak: 2SLS is biased towards least squares and its tests reject too often.',
    'better instruments; method: liml; confidence sets that are robust to weak instruments',
    s.staigerStock,
    'Sanderson and Windmeijer (2016), Journal of Econometrics 190(2), 212-221',
  ],
  anderson: [
    'Canonical correlation test that the model is under-identified, for errors of one variance.',
    'A large p-value says that the instruments may not identify the coefficients.',
    'kleibergenPaapLM is the robust one',
    'Anderson (1951), Annals of Mathematical Statistics 22(3), 327-351',
  ],
  kleibergenPaapLM: [
    'Robust test that the model is under-identified.',
    'A large p-value says that the instruments may not identify the coefficients.',
    'vcov, whose errors it uses; other instruments',
    s.kleibergenPaap,
  ],
  kleibergenPaapF: [
    'Robust measure of the strength of the instruments.',
    'Small values say that they are weak; the critical values of Stock and Yogo hold for craggDonald only.',
    'vcov, whose errors it uses; other instruments',
    s.kleibergenPaap,
  ],
  craggDonald: [
    'Strength of the instruments for errors of one variance, with critical values by bias and size.',
    'Below the critical value, bias or size are worse than what it stands for.',
    'other instruments; method: liml or fuller, which have smaller critical values',
    'Cragg and Donald (1993), Econometric Theory 9(2), 222-240',
    s.stockYogo,
  ],
  effectiveF: [
    'Effective F of one endogenous variable, valid whatever the errors.',
    'Below its critical value the bias may be larger than the share of the worst case that it stands for.',
    'vcov, whose errors it uses; other instruments',
    'Montiel Olea and Pflueger (2013), Journal of Business and Economic Statistics 31(3), 358-369',
  ],
  tF: [
    'Critical value of t, and factor of the standard error, adjusted to the first-stage F.',
    'With one instrument a t above it rejects at 5 % whatever the strength of the instrument.',
    'one endogenous variable and one instrument are needed',
    'Lee, McCrary, Moreira and Porter (2022), American Economic Review 112(10), 3260-3290',
  ],
};

const validity: Readonly<Record<string, Entry>> = {
  basmann: [
    "Basmann's test of overidentifying restrictions, chi-squared.",
    'A small p-value rejects the instruments, if errors have one variance.',
    'jTest of gmm is robust',
    'Basmann (1960), Journal of the American Statistical Association 55(292), 650-659',
  ],
  basmannF: [
    "Basmann's test of overidentifying restrictions, F.",
    'A small p-value rejects the instruments, if errors have one variance.',
    'jTest of gmm is robust',
    'Basmann (1960), Journal of the American Statistical Association 55(292), 650-659',
  ],
  andersonRubinLR: [
    'Likelihood ratio test of overidentifying restrictions after LIML.',
    'A small p-value rejects the instruments, if errors have one variance.',
    'method: liml reports it',
    'Anderson and Rubin (1950), Annals of Mathematical Statistics 21(4), 570-582',
  ],
  durbin: [
    'Chi-squared test that the endogenous variables are exogenous, for errors of one variance.',
    'A large p-value says that least squares would do, if the instruments are valid and strong.',
    'wooldridgeScore or robustScore are robust',
    'Durbin (1954), Review of the International Statistical Institute 22, 23-32',
  ],
  wuHausman: [
    'F test that the endogenous variables are exogenous, for errors of one variance.',
    'A large p-value says that least squares would do, if the instruments are valid and strong.',
    'robustRegressionF is robust',
    'Wu (1973), Econometrica 41(4), 733-750',
    s.hausman,
  ],
  wooldridgeScore: [
    'Robust score test of overidentifying restrictions after 2SLS.',
    'A small p-value rejects the instruments, whatever the variance of the errors.',
    'vcov, whose errors it uses',
    'Wooldridge (1995), in Advances in Econometrics and Quantitative Economics, 66-87, Blackwell',
  ],
  robustScore: [
    'Robust score test that the endogenous variables are exogenous.',
    'A large p-value says that least squares would do, if the instruments are valid and strong.',
    'vcov, whose errors it uses',
    'Wooldridge (1995), in Advances in Econometrics and Quantitative Economics, 66-87, Blackwell',
  ],
  robustRegressionF: [
    'Regression-based robust F test that the endogenous variables are exogenous.',
    'A large p-value says that least squares would do, if the instruments are valid and strong.',
    'vcov, whose errors it uses',
    s.wooldridge,
  ],
  cTests: [
    'Difference of two J statistics: with all instruments, and without a named set.',
    'A small p-value rejects the set, given that the others are valid.',
    'cTests names the sets',
    'Hayashi (2000), Econometrics, 218-221, Princeton University Press',
  ],
};

const leastSquares: Readonly<Record<string, Entry>> = {
  breuschPagan: [
    'Test that the variance of errors does not depend on the regressors, without normality (Koenker).',
    'A small p-value says that unadjusted standard errors are wrong.',
    'vcov: {type: HC1} or another robust type',
    'Breusch and Pagan (1979), Econometrica 47(5), 1287-1294',
    'Koenker (1981), Journal of Econometrics 17(1), 107-112',
  ],
  breuschPaganF: [
    'breuschPagan as an F.',
    'As breuschPagan.',
    'vcov: {type: HC1} or another robust type',
    'Koenker (1981), Journal of Econometrics 17(1), 107-112',
  ],
  breuschPaganNormal: [
    'The Breusch-Pagan test that supposes normal errors.',
    'As breuschPagan, and it rejects when errors are not normal.',
    'vcov: {type: HC1} or another robust type',
    'Breusch and Pagan (1979), Econometrica 47(5), 1287-1294',
  ],
  cookWeisberg: [
    'Test that the variance of errors does not depend on the fitted values.',
    'A small p-value says that unadjusted standard errors are wrong.',
    'vcov: {type: HC1} or another robust type',
    'Cook and Weisberg (1983), Biometrika 70(1), 1-10',
  ],
  white: [
    'Test that the variance of errors does not depend on regressors, their squares and products.',
    'A small p-value says that unadjusted standard errors are wrong, or that the formula is.',
    'vcov: {type: HC1} or another robust type',
    'White (1980), Econometrica 48(4), 817-838',
  ],
  breuschGodfrey: [
    'Test of serial correlation of the errors up to an order.',
    'A small p-value says that standard errors are wrong, and with a lagged outcome the coefficients, too.',
    'vcov: {type: hac}, clusters, or more lags; orders of diagnostics()',
    'Breusch (1978), Australian Economic Papers 17(31), 334-355',
    'Godfrey (1978), Econometrica 46(6), 1293-1301',
  ],
  durbinWatson: [
    'Statistic of first-order serial correlation: 2 is none, below 2 positive, above 2 negative.',
    'It has no p-value here and is not valid with a lagged outcome; breuschGodfrey is.',
    'vcov: {type: hac} or clusters',
    'Durbin and Watson (1950), Biometrika 37(3/4), 409-428',
  ],
  reset: [
    'Test that powers of the fitted values explain nothing more.',
    'A small p-value says that the formula misses nonlinearity or variables.',
    'powers, logarithms or interactions in the formula',
    'Ramsey (1969), Journal of the Royal Statistical Society B 31(2), 350-371',
  ],
  jarqueBera: [
    'Test that errors are normal, by skewness and kurtosis.',
    'Only small samples need normal errors; a small p-value may point to outliers.',
    'a transformation of the outcome',
    'Jarque and Bera (1987), International Statistical Review 55(2), 163-172',
  ],
  vif: [
    'Variance inflation of each coefficient by its regressor being explained by the others.',
    'Large values say that the data hardly tell the regressors apart; the estimates stay unbiased.',
    'nothing is wrong by itself; regressors that measure the same may be joined',
    'Belsley, Kuh and Welsch (1980), Regression Diagnostics, Wiley',
  ],
};

export const tests = [
  general,
  dynamic,
  strength,
  robust,
  dynamicRobust,
  validity,
  leastSquares,
].flatMap((entries) => explained('test', entries));
