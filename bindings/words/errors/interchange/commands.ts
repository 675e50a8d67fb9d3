/** Errors of interchange: conditions and commands of Stata and gretl, in English. */
import { family } from '../../family.js';

export const commandProblem = family('command-problem', {
  'named-argument': 'expected a named argument of {command}',
  condition: 'expected a condition such as x == 1',
  'value-not-condition': 'expected a value, found a condition',
  'empty-text':
    'expected a text, found an empty one, which is a missing value in a model and not in {language}',
  'missing-on-right': 'expected a missing value on the right side only',
  division:
    'expected a division by a number above 0, because a quotient by 0 is missing in a model and not in {language}; build the column first',
  power: 'expected a whole number above 0 as the power; build the column first',
  'before-missing': 'expected == or < before a missing value, found {operator}',
  'python-function':
    'expected a condition without {name}(), which can differ between programs; make a column of it first',
  'other-frame-of':
    'expected columns of {frame}, found one of {of}; filter by the columns of {frame}',
  'python-method': 'expected a condition without .{name}(); make a column of it first',
  'r-list': 'expected a list such as c("east", "west")',
  'other-frame':
    'expected columns of {frame}, found one of {name}; filter by the columns of {frame}',
  'condition-function':
    'expected a condition without {name}(), which can differ between programs; build a column first',
  'complete-cases': 'expected the columns of complete.cases()',
  'column-not-operator': 'expected a column, found the operator {name}.; generate a column first',
  'column-not-row': 'expected a column, found {name}, the number of a row',
  'other-row':
    'expected a value of the same row, found [{index}]; in the units of xtset ordered by time, [_n-1] is read as L.',
  making: '{command} makes values by a rule that build does not have; {way}',
  inrange: 'expected inrange() with two numbers',
  'numbers-and-texts': 'expected a list of numbers and texts',
  'no-backslashes': 'expected a text without backslashes',
  'ascending-lags': 'expected ascending lags, found {first},{last}',
  'ascending-lags-stata': 'expected ascending lags, found {first} {last}',
  'constant-as-instrument':
    'expected a constant among the regressors, found it among the instruments only; name it as a regressor',
  'dpanel-smpl': 'expected dpanel without smpl, which removes rows before lags are taken',
  'gretl-series': 'series {name}: expected log, exp, sqrt, abs, a power or a product',
  'no-df-corr': 'expected --no-df-corr without --robust and --cluster',
  'robust-time-series':
    'expected data that are no time series with --robust, whose automatic lags differ from those of models',
  'between-robust': 'panel: expected --between without --robust',
  'panel-const': 'panel: expected const among the regressors',
  'no-regressors': 'expected regressors after the outcome',
  'no-value-macro': 'expected a macro with a value, found {macro}; replace it by its text',
  'circular-macro': 'expected macros that do not contain themselves, found one that does',
  equation: 'expected diff, level or both, found "{word}"',
  'components-pca': 'components() needs pca',
  'open-option': 'expected ")" to close {name}(, found the end',
  'in-rows': '"in" is not supported, because it selects rows by number; use "if"',
  'names-needed': '"{name}" needs the column names of the data; name the file with --data',
  'range-needs-names':
    '"{first}-{last}" needs the column names of the data; name the file with --data',
  'no-columns-between': 'the data have no columns from "{first}" to "{last}"',
  'lag-range': 'expected a lag or an ascending range such as (1{range}2), found "{text}"',
  'boottest-gmm': 'boottest: expected a linear or iv command before it, found GMM',
  'boottest-option': 'boottest: {option} is not available',
  'boottest-clusters':
    'boottest: expected one column of clusters, found several; name one with bootcluster()',
  'open-instruments': 'expected ")" after the instruments, found the end',
  'keeps-base':
    'expected ibn.x with noconstant, found i.x, which leaves out a base level; a formula without a constant keeps every level, so write ibn.x',
  'bw-robust':
    'bw(): expected robust and no clusters, because other covariances with lags are not available; add robust',
  kernel: 'expected the kernel bartlett, parzen or qs, found "{word}"',
  'iv-instruments': '{name}: expected instruments such as (w = z1 z2)',
  'gmm-only': 'ivregress {method}: {option} is an option of ivregress gmm',
  'iv-covariance': 'expected unadjusted, robust, cluster or hac with instruments, found {kind}',
  'clustered-hc2':
    'expected hc2 alone; for clusters, with and without dfadjust, write vce(cluster id) and set vcov.type to CV2 in the model',
  'areg-absorb': 'areg: expected absorb()',
  'absorbed-slopes':
    'expected effects, found the slopes {slopes}; write them as i(x):z in the formula',
  'cluster-product':
    'expected columns of clusters, found {product}; add it to the data as a column',
  'xtreg-estimator':
    'xtreg: expected fe, re or be, found {option}, which is not in this version; re is generalised least squares',
  'xtivreg-estimator':
    'xtivreg: expected fe or fd, found {option}; random effects with instruments do not exist here, so write fe',
  'xtivreg-errors':
    'xtivreg: expected no robust errors; write ivreghdfe with absorb() and cluster() of the unit for them',
  xtabond:
    '{name}: expected one pre() and one endogenous(), each a list of variables; write xtabond2 with gmm() for others',
  'weight-kind': 'expected aweight, fweight or pweight, found "{word}"',
  'nl-weight':
    'expected weight(0) in nl(), because wasmetrics uses nonlinear conditions from the second step on',
  'iv-last-lag': 'expected a last lag in iv()',
});
