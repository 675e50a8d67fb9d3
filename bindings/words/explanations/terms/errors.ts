/** Standard errors and how they are found. */
import type { Entries } from '../explanation.js';
import { sources as s } from '../sources.js';

const mackinnonWhite = 'MacKinnon and White (1985), Journal of Econometrics 29(3), 305-325';
const bellMcCaffrey = 'Bell and McCaffrey (2002), Survey Methodology 28(2), 169-181';

export const standardErrors = {
  covariance: [
    'The line of a result that says what its standard errors allow for.',
    'Standard errors, tests and intervals are valid only if the errors are as the covariance assumes.',
    'Change vcov (--vcov).',
    s.cameronMiller,
  ],
  unadjusted: [
    'Standard errors for independent errors with one variance.',
    'They are wrong with heteroskedastic, clustered or serially correlated errors.',
    'Use vcov: {type: robust}, or clusters.',
    s.wooldridge,
  ],
  'robust-errors': [
    'Standard errors that allow for heteroskedasticity: HC0, or HC1, which is HC0 times n/(n-k). In panels with effects, robust means clustered by unit.',
    'They are valid for independent rows only; errors within a unit or region are usually correlated.',
    'Use vcov: {type: robust} (--robust), or clusters (--cluster).',
    'White (1980), Econometrica 48(4), 817-838',
  ],
  HC: [
    'Heteroskedasticity-robust covariances. HC2 and HC3 divide squared residuals by 1 - h and (1 - h)^2, where h is the leverage; HC4 uses a power of 1 - h.',
    'In small samples HC3 rejects less often than HC0 and HC1.',
    'Use vcov: {type: HC3}.',
    mackinnonWhite,
  ],
  cluster: [
    'Standard errors that allow for any correlation within clusters (CV1).',
    'They need many clusters of similar size; see few-clusters.',
    'Use vcov: {type: cluster, cluster: column} (--cluster). With few clusters use CV3 or a wild cluster bootstrap.',
    s.cameronMiller,
    s.cgm,
  ],
  CV: [
    'Covariances by cluster: CV1 sums the scores of each cluster, CV2 corrects residuals for leverage, CV3 is the jackknife that leaves out one cluster at a time.',
    'With few clusters CV3 rejects less often than CV1.',
    'Use vcov: {type: CV3, cluster: column}.',
    bellMcCaffrey,
  ],
  'cr2-test': [
    'Tests of differences between groups with CR2 errors: t with Satterthwaite degrees of freedom for two groups, HTZ (F) for several.',
    'They keep their size with few clusters, where the usual clustered t and F reject too often.',
    'Use groups --method cr2, or by: [cr2] in compare.',
    'Pustejovsky and Tipton (2018), Journal of Business and Economic Statistics 36(4), 672-683',
    bellMcCaffrey,
  ],
  hac: [
    'Standard errors that allow for heteroskedasticity and autocorrelation up to a number of lags.',
    'They need long time series; with short ones they are too small.',
    'Use vcov: {type: hac, bandwidth: 4}.',
    'Newey and West (1987), Econometrica 55(3), 703-708',
  ],
  'driscoll-kraay': [
    'Standard errors of panels that allow for correlation across units and over time.',
    'They need many periods, but any number of units.',
    'Use vcov: {type: driscoll-kraay, bandwidth: 2}.',
    'Driscoll and Kraay (1998), Review of Economics and Statistics 80(4), 549-560',
  ],
  windmeijer: [
    'Correction of two-step standard errors of GMM for the estimated weighting matrix.',
    'Without it, two-step standard errors are too small with many instruments.',
    'Use vcov: {type: windmeijer}, the default of dpd after two steps.',
    s.windmeijer,
  ],
  'doubly-corrected': [
    "Standard errors of GMM with Windmeijer's correction that stay valid if the moment conditions are misspecified.",
    'If the instruments are not exactly valid, other standard errors are not valid.',
    'Use vcov: {type: doubly-corrected}.',
    'Hwang, Kang and Lee (2022), Journal of Econometrics 229(2), 276-298',
  ],
  'small-sample-factor': [
    'The number by which a covariance is multiplied because coefficients were estimated from few rows or clusters.',
    'Programs differ in it, so standard errors differ slightly.',
    'Change vcov.small (--small, --no-small). HC1 always has n/(n-k); HC0, HC2, HC3 and HC4 never have a factor.',
    s.cameronMiller,
  ],
  bootstrap: [
    'Standard errors and intervals from replicates of the sample.',
    'It needs no formula for the standard errors, and is more accurate in small samples if the statistic is studentized.',
    'Use bootstrap: {reps: 999} (--bootstrap). Its scheme says what is drawn.',
    s.hallHorowitz,
  ],
  bias: [
    'Estimated bias of a coefficient: the mean of the bootstrap replicates minus the estimate, or that of the jackknife.',
    'If it is large next to the standard error, intervals around the estimate do not cover at their level.',
    'Use bootstrap.ci: bca, which corrects for it. In the result, biasCorrected is the estimate minus the bias.',
    'Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 10, Chapman and Hall',
  ],
  'monte-carlo-error': [
    'Standard error of a bootstrap standard error that is due to the limited number of replicates.',
    'With another seed, the standard error would change by about that much.',
    'Increase bootstrap.reps, or set bootstrap.precision.',
    'Andrews and Buchinsky (2000), Econometrica 68(1), 23-51',
  ],
  'wild-cluster': [
    'Bootstrap that multiplies the residuals of each cluster by a random sign or number, usually under the null hypothesis.',
    'With few clusters its tests are much more accurate than t with CV1.',
    'Use --scheme wild-cluster, and --multipliers webb with fewer than 12 clusters.',
    'Cameron, Gelbach and Miller (2008), Review of Economics and Statistics 90(3), 414-427',
  ],
} satisfies Entries;
