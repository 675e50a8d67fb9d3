/** Errors of interchange: conditions and commands of Stata and gretl, in English. */
import { says } from '../../told.js';

export const namedArgumentFault = says(
  'command-problem/named-argument',
  'expected a named argument of {command}',
);
export const conditionFault = says(
  'command-problem/condition',
  'expected a condition such as x == 1',
);
export const valueNotConditionFault = says(
  'command-problem/value-not-condition',
  'expected a value, found a condition',
);
export const emptyTextFault = says(
  'command-problem/empty-text',
  'expected a text, found an empty one, which is a missing value in a model and not in {language}',
);
export const missingOnRightFault = says(
  'command-problem/missing-on-right',
  'expected a missing value on the right side only',
);
export const divisionFault = says(
  'command-problem/division',
  'expected a division by a number above 0, because a quotient by 0 is missing in a model and not in {language}; build the column first',
);
export const powerFault = says(
  'command-problem/power',
  'expected a whole number above 0 as the power; build the column first',
);
export const beforeMissingFault = says(
  'command-problem/before-missing',
  'expected == or < before a missing value, found {operator}',
);
export const pythonFunctionFault = says(
  'command-problem/python-function',
  'expected a condition without {name}(), which can differ between programs; make a column of it first',
);
export const otherFrameOfFault = says(
  'command-problem/other-frame-of',
  'expected columns of {frame}, found one of {of}; filter by the columns of {frame}',
);
export const pythonMethodFault = says(
  'command-problem/python-method',
  'expected a condition without .{name}(); make a column of it first',
);
export const rListFault = says(
  'command-problem/r-list',
  'expected a list such as c("east", "west")',
);
export const otherFrameFault = says(
  'command-problem/other-frame',
  'expected columns of {frame}, found one of {name}; filter by the columns of {frame}',
);
export const conditionFunctionFault = says(
  'command-problem/condition-function',
  'expected a condition without {name}(), which can differ between programs; build a column first',
);
export const completeCasesFault = says(
  'command-problem/complete-cases',
  'expected the columns of complete.cases()',
);
export const columnNotOperatorFault = says(
  'command-problem/column-not-operator',
  'expected a column, found the operator {name}.; generate a column first',
);
export const columnNotRowFault = says(
  'command-problem/column-not-row',
  'expected a column, found {name}, the number of a row',
);
export const otherRowFault = says(
  'command-problem/other-row',
  'expected a value of the same row, found [{index}]; in the units of xtset ordered by time, [_n-1] is read as L.',
);
export const makingFault = says(
  'command-problem/making',
  '{command} makes values by a rule that build does not have; {way}',
);
export const inrangeFault = says('command-problem/inrange', 'expected inrange() with two numbers');
export const numbersAndTextsFault = says(
  'command-problem/numbers-and-texts',
  'expected a list of numbers and texts',
);
export const noBackslashesFault = says(
  'command-problem/no-backslashes',
  'expected a text without backslashes',
);
export const ascendingLagsFault = says(
  'command-problem/ascending-lags',
  'expected ascending lags, found {first},{last}',
);
export const ascendingLagsStataFault = says(
  'command-problem/ascending-lags-stata',
  'expected ascending lags, found {first} {last}',
);
export const constantAsInstrumentFault = says(
  'command-problem/constant-as-instrument',
  'expected a constant among the regressors, found it among the instruments only; name it as a regressor',
);
export const dpanelSmplFault = says(
  'command-problem/dpanel-smpl',
  'expected dpanel without smpl, which removes rows before lags are taken',
);
export const gretlSeriesFault = says(
  'command-problem/gretl-series',
  'series {name}: expected log, exp, sqrt, abs, a power or a product',
);
export const noDfCorrFault = says(
  'command-problem/no-df-corr',
  'expected --no-df-corr without --robust and --cluster',
);
export const robustTimeSeriesFault = says(
  'command-problem/robust-time-series',
  'expected data that are no time series with --robust, whose automatic lags differ from those of models',
);
export const betweenRobustFault = says(
  'command-problem/between-robust',
  'panel: expected --between without --robust',
);
export const panelConstFault = says(
  'command-problem/panel-const',
  'panel: expected const among the regressors',
);
export const noRegressorsFault = says(
  'command-problem/no-regressors',
  'expected regressors after the outcome',
);
export const noValueMacroFault = says(
  'command-problem/no-value-macro',
  'expected a macro with a value, found {macro}; replace it by its text',
);
export const circularMacroFault = says(
  'command-problem/circular-macro',
  'expected macros that do not contain themselves, found one that does',
);
export const equationFault = says(
  'command-problem/equation',
  'expected diff, level or both, found "{word}"',
);
export const componentsPcaFault = says('command-problem/components-pca', 'components() needs pca');
export const openOptionFault = says(
  'command-problem/open-option',
  'expected ")" to close {name}(, found the end',
);
export const inRowsFault = says(
  'command-problem/in-rows',
  '"in" is not supported, because it selects rows by number; use "if"',
);
export const namesNeededFault = says(
  'command-problem/names-needed',
  '"{name}" needs the column names of the data; name the file with --data',
);
export const rangeNeedsNamesFault = says(
  'command-problem/range-needs-names',
  '"{first}-{last}" needs the column names of the data; name the file with --data',
);
export const noColumnsBetweenFault = says(
  'command-problem/no-columns-between',
  'the data have no columns from "{first}" to "{last}"',
);
export const lagRangeFault = says(
  'command-problem/lag-range',
  'expected a lag or an ascending range such as (1{range}2), found "{text}"',
);
export const boottestGmmFault = says(
  'command-problem/boottest-gmm',
  'boottest: expected a linear or iv command before it, found GMM',
);
export const boottestOptionFault = says(
  'command-problem/boottest-option',
  'boottest: {option} is not available',
);
export const boottestClustersFault = says(
  'command-problem/boottest-clusters',
  'boottest: expected one column of clusters, found several; name one with bootcluster()',
);
export const openInstrumentsFault = says(
  'command-problem/open-instruments',
  'expected ")" after the instruments, found the end',
);
export const keepsBaseFault = says(
  'command-problem/keeps-base',
  'expected ibn.x with noconstant, found i.x, which leaves out a base level; a formula without a constant keeps every level, so write ibn.x',
);
export const bwRobustFault = says(
  'command-problem/bw-robust',
  'bw(): expected robust and no clusters, because other covariances with lags are not available; add robust',
);
export const kernelFault = says(
  'command-problem/kernel',
  'expected the kernel bartlett, parzen or qs, found "{word}"',
);
export const ivInstrumentsFault = says(
  'command-problem/iv-instruments',
  '{name}: expected instruments such as (w = z1 z2)',
);
export const gmmOnlyFault = says(
  'command-problem/gmm-only',
  'ivregress {method}: {option} is an option of ivregress gmm',
);
export const ivCovarianceFault = says(
  'command-problem/iv-covariance',
  'expected unadjusted, robust, cluster or hac with instruments, found {kind}',
);
export const aregAbsorbFault = says('command-problem/areg-absorb', 'areg: expected absorb()');
export const absorbedSlopesFault = says(
  'command-problem/absorbed-slopes',
  'expected effects, found the slopes {slopes}; write them as i(x):z in the formula',
);
export const clusterProductFault = says(
  'command-problem/cluster-product',
  'expected columns of clusters, found {product}; add it to the data as a column',
);
export const xtregEstimatorFault = says(
  'command-problem/xtreg-estimator',
  'xtreg: expected fe, re or be, found {option}; write re',
);
export const otherOfXtabondFault = says(
  'command-problem/xtabond',
  '{name}: expected one pre() and one endogenous(), each a list of variables; write xtabond2 with gmm() for others',
);
export const weightKindFault = says(
  'command-problem/weight-kind',
  'expected aweight, fweight or pweight, found "{word}"',
);
export const nlWeightFault = says(
  'command-problem/nl-weight',
  'expected weight(0) in nl(), because wasmetrics uses nonlinear conditions from the second step on',
);
export const ivLastLagFault = says('command-problem/iv-last-lag', 'expected a last lag in iv()');
