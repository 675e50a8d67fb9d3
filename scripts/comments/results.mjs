/** What members of results mean, for declarations; `Type.member` goes before `member`. */
export const results = `
depvar: The outcome.
nobs: Rows used.
dfModel: Slopes that are estimated.
dfResid: Residual degrees of freedom.
level: Confidence level.
params: Estimates, by coefficient.
stdErrors: Standard errors, by coefficient.
statistics: Estimate / standard error, by coefficient.
statistic: t or z.
pValues: Two-sided p-values, by coefficient.
confInt: Lower and upper bound.
vcov: The covariance of the estimates.
estimate: The estimate.
stdError: Its standard error.
pValue: The p-value.
stat: The statistic.
df: Degrees of freedom.
reason: Why there is none.
told: The sentence as data, for other languages.
warnings: What to know about it.
title: The title.
estimator: Its estimator.
Tests.wald: All slopes are 0: chi-squared.
Tests.f: All slopes are 0: F.
SlopesTest.wald: Chi-squared.
SlopesTest.f: F.
Tests.hansen: Overidentifying restrictions, robust (Hansen's J).
Tests.jTest: Hansen's J by its other name.
Tests.ar: Serial correlation, by order (Arellano and Bond).
Tests.diffHansen: Difference in Hansen, by group of instruments.
FitResult.kind: Always fit.
FitResult.estimator: The estimator's name.
FitResult.title: The estimator in words.
FitResult.rankInstruments: Rank of the instruments.
FitResult.weightingMatrix: The covariance of the moments, for GMM.
FitResult.converged: Whether an iteration ended by its tolerance.
FitResult.trace: Each step of an iteration.
FitResult.vcov: The covariance of the estimates.
FitResult.absorbed: Absorbed effects.
FitResult.sigma2: Residual variance.
rss: Residual sum of squares.
FitResult.rss: Residual sum of squares.
FitResult.aic: Akaike's criterion.
FitResult.bic: Schwarz's criterion.
FitResult.tests: Tests of the model.
FitResult.instruments: Columns of instruments.
FitResult.instrumentCount: How many instruments, and per unit.
FitResult.momentConditions: Moment conditions by group.
FitResult.baselines: Pooled and within estimates of the lagged outcome.
FitResult.criteria: Criteria of Andrews and Lu.
FitResult.bootstrap: The bootstrap, once it is added.
FitResult.sample: Which rows entered.
FitResult.engine: The core that computed it.
rsquaredAdj: Adjusted R-squared.
rsquaredTransformedAdj: Adjusted R-squared of the transformed rows.
rsquaredBetween: R-squared of unit means.
rsquaredOverall: R-squared of all rows.
sigmaE: Standard deviation of errors.
rho: Share of the variance that is between units.
rsquared: R-squared.
ArTest.order: The order.
ArTest.pairs: Pairs of residuals.
ArTest.units: Units with a pair.
ArTest.residuals: Which residuals are tested.
DiffHansen.group: The group of instruments.
DiffHansen.excluding: Hansen's J without the group.
DiffHansen.difference: Hansen's J minus that: chi-squared.
Instrument.name: Its name, such as L2.n, 1979.
Instrument.group: The group that it belongs to.
Instrument.equation: The equation that it serves.
Instrument.lag: Its lag.
Instrument.period: Its period.
Lost.reason: The rule that removed them.
Lost.rows: How many rows.
Sample.rowsUsed: Rows that entered.
Sample.lost: Rows that did not, by reason.
Sample.step: Distance between neighbouring periods.
Sample.unitSizes: Rows per unit.
min: The least.
mean: The mean.
max: The largest.
median: The median.
AbsorbedEffect.name: The effect.
AbsorbedEffect.levels: How many levels.
Covariance.names: Coefficients, in the order of rows.
IterationStep.objective: Hansen's J.
objective: Value of the objective.
SelectionCriteria.bic: Analogue of BIC.
SelectionCriteria.aic: Analogue of AIC.
SelectionCriteria.hqic: Analogue of Hannan and Quinn's.
LongRunEffect.estimate: Sum of lags / (1 - lags of the outcome).
firstStage: First stages, by endogenous regressor.
kleibergenPaapLM: Underidentification (Kleibergen and Paap).
kleibergenPaapF: Weak instruments (Kleibergen and Paap).
craggDonald: Weak instruments (Cragg and Donald).
effectiveF: Weak instruments (Montiel Olea and Pflueger).
tF: Adjusted t of Lee and others.
andersonRubinChi2: Anderson and Rubin's test, chi-squared.
andersonRubin: Anderson and Rubin's test.
kleibergenK: Kleibergen's K.
kleibergenJ: Kleibergen's J.
confidenceSets: Sets that are robust to weak instruments.
sargan: Overidentification (Sargan).
basmann: Overidentification (Basmann).
basmannF: Basmann's test as F.
durbin: Exogeneity (Durbin).
wuHausman: Exogeneity (Wu and Hausman).
wooldridgeScore: Exogeneity (Wooldridge's score).
robustScore: Exogeneity, robust score.
robustRegressionF: Exogeneity, robust regression.
partialR2Adj: Adjusted partial R-squared.
sheaR2: Shea's partial R-squared.
sheaR2Adj: Its adjusted form.
swChi2: Underidentification (Sanderson and Windmeijer).
rmse: Root mean squared error.
criticalValues: Critical values.
criticalValue: Critical value of t.
adjustment: Factor of the standard error.
tslsBias: Maximal bias of 2SLS.
tslsSize: Maximal size of 2SLS.
limlSize: Maximal size of LIML.
fullerBias: Maximal bias of Fuller's estimator.
fullerMaxBias: The same in another norm.
simplified: Simplified, for any number of instruments.
tsls: Of 2SLS.
liml: Of LIML.
ar: Anderson and Rubin.
Estimate.ar2: Serial correlation of order 2.
ar2: Serial correlation of order 2.
hansen: Hansen's J.
UnitInfluence.ar: Change of the AR tests.
clr: Conditional likelihood ratio.
k: Kleibergen's K.
arProjection: Anderson and Rubin, projected.
biasCorrected: Estimates minus the bootstrap's bias.
monteCarloError: Its Monte Carlo error.
replicates: How many replicates.
completed: Replicates that are done.
failed: How many failed.
failures: Those that failed, by reason.
failure: Why it failed.
reps: Number of replicates.
seed: Seed of the draws.
precision: Monte Carlo error asked and reached.
asked: What was asked.
reached: What was reached.
pValueMethod: How p-values are formed.
jackknife: Estimates without each unit in turn.
partial: Whether it was stopped.
width: Numbers per replicate.
scheme: What is drawn.
enumerated: Whether all permutations were taken.
statisticName: t or z.
within: Within estimates.
pooledOls: Pooled least squares.
pooled: Pooled estimate.
bias: Its bias.
errors: Their standard errors.
adjusted: Adjusted p-value.
adjust: Rule of adjustment.
hypotheses: The hypotheses.
functions: The functions of coefficients.
variants: The variants.
specifications: Each specification.
choices: What was chosen.
byChoice: Summaries by choice.
admissible: Whether it passes the rules.
refusals: Models that were refused.
significant: How many are significant.
judged: How many were judged.
all: Of all.
share: The share.
rank: The rank.
count: How many.
nrows: Number of rows.
unpredicted: Rows without prediction, by reason.
effects: The effects.
names: Their names.
endogenous: The instrumented regressor.
breuschGodfrey: Serial correlation up to each order.
durbinWatson: Serial correlation of order 1.
reset: Functional form (Ramsey).
jarqueBera: Normality.
ranks: Ranks of rows.
jointChecks: Joint tests.
between: The two groups.
bounds: Bounds of the lagged outcome's coefficient.
verdict: The verdict.
groups: By group.
sets: Confidence sets.
nparams: Number of coefficients.
nclusters: Number of clusters.
products: Products with the moderator.
reductions: What fewer columns would do.
collapse: Whether columns are collapsed.
withFailed: Replicates that failed.
lags: The lags.
outcome: What came out.
instruments: Columns of instruments.
test: The test.
errorSd: Standard deviation of errors.
biasError: Monte Carlo error of the bias.
rmseError: Monte Carlo error of the RMSE.
meanStdError: Mean standard error.
kept: Components that are kept.
converged: Whether it converged.
critical: Critical value.
score: The statistic.
treatment: How effects are treated.
robust: Whether it is robust.
points: Points of the set.
concentrated: Coefficients that are concentrated out.
choice: The choice.
coefficients: The coefficients.
transitions: Moves between values.
statisticName: The statistic.
p: The p-value.
ratio: The ratio.
wald: Tests of hypotheses.
diagnostics: Diagnostic tests.
hausman: Hausman's test.
_cons: The constant.
`;
