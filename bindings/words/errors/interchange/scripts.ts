/** Errors of interchange: scripts of R and Python, in English. */
import { says } from '../../told.js';

export const robustTypeFault = says(
  'script-problem/robust-type',
  'lm_robust(): expected se_type classical, HC0 to HC3 or stata, or CR0, CR2 or stata with clusters, found "{word}"',
);
export const trueOrFalseFault = says(
  'script-problem/true-or-false',
  'expected True or False, found {text}',
);
export const numberFault = says('script-problem/number', 'expected a number, found {text}');
export const quotedTextFault = says(
  'script-problem/quoted-text',
  'expected a text in quotes, found {text}',
);
export const otherMethodFault = says(
  'script-problem/other-method',
  'expected fit(), found {method}(), which is another estimator; no model has it',
);
export const queryFault = says('script-problem/query', 'query(): expected a condition in quotes');
export const fitFlagFault = says(
  'script-problem/fit-flag',
  'fit(): expected {argument}=False, found True; no model has it',
);
export const fitKernelFault = says(
  'script-problem/fit-kernel',
  'fit(): expected the kernel bartlett, parzen or qs, found "{word}"',
);
export const fitBandwidthFault = says(
  'script-problem/fit-bandwidth',
  'fit(): expected a bandwidth of whole lags, found {bandwidth}',
);
export const fitClustersFault = says(
  'script-problem/fit-clusters',
  'fit(): expected cluster_entity=True or clusters=',
);
export const classFormulaFault = says(
  'script-problem/class-formula',
  '{name}: expected a formula in quotes',
);
export const classInstrumentsFault = says(
  'script-problem/class-instruments',
  '{name}: expected instruments such as [w ~ z]',
);
export const weightTypeFault = says(
  'script-problem/weight-type',
  '{name}: expected weight_type unadjusted, robust or clustered, found "{word}"',
);
export const weightDebiasedFault = says(
  'script-problem/weight-debiased',
  '{name}: expected a weight without debiased',
);
export const feolsFormulaFault = says(
  'script-problem/feols-formula',
  'feols(): expected a formula in quotes',
);
export const feolsWeightsFault = says(
  'script-problem/feols-weights',
  'feols(): expected weights_type "aweights" or "fweights", found "{word}"',
);
export const pyfixestSingletonsFault = says(
  'script-problem/pyfixest-singletons',
  'feols(): expected fixef_rm "singleton" or "none", found "{word}"',
);
export const pyfixestVcovFault = says(
  'script-problem/pyfixest-vcov',
  () => 'feols(): expected vcov "iid", "hetero", "HC1" to "HC3" or {"CRV1": "id"}',
);
export const pyfixestSscFault = says(
  'script-problem/pyfixest-ssc',
  'feols(): expected pf.ssc(), found {text}',
);
export const pyfixestSscArgumentsFault = says(
  'script-problem/pyfixest-ssc-arguments',
  'feols(): expected pf.ssc() with fixef_k="nested" and cluster_df="min"',
);
export const pythonDataFault = says(
  'script-problem/python-data',
  'data: expected the name of a data frame, found {text}; write data=df with df = df.query(...) on a line before',
);
export const callFormulaQuotesFault = says(
  'script-problem/call-formula-quotes',
  '{name}(): expected a formula in quotes',
);
export const noBarFault = says('script-problem/no-bar', '{name}(): expected a formula without "|"');
export const matricesFault = says(
  'script-problem/matrices',
  '{name}(): expected a formula, found matrices, whose columns have no names; write smf.ols("y ~ x", data)',
);
export const covGroupsFault = says(
  'script-problem/cov-groups',
  () => 'fit(): expected cov_kwds={"groups": df["id"]}',
);
export const covLagsFault = says(
  'script-problem/cov-lags',
  () => 'fit(): expected cov_kwds={"maxlags": 4}',
);
export const statsmodelsVcovFault = says(
  'script-problem/statsmodels-vcov',
  'fit(): expected nonrobust, HC0 to HC3, cluster or HAC, found "{type}"',
);
export const hacKernelFault = says(
  'script-problem/hac-kernel',
  'HAC: expected the kernel bartlett, found {word}',
);
export const openParenthesisFault = says(
  'script-problem/open-parenthesis',
  'expected ")", found the end',
);
export const dataFrameFault = says(
  'script-problem/data-frame',
  'expected the name of a data frame, found {text}; make the data a file and name it',
);
export const ascendingRangeFault = says(
  'script-problem/ascending-range',
  'expected an ascending range of lags, found {from}:{to}',
);
export const pdynmcOutcomeFault = says(
  'script-problem/pdynmc-outcome',
  'expected use.mc.diff = TRUE and include.y = TRUE in pdynmc()',
);
export const pdynmcArgumentFault = says(
  'script-problem/pdynmc-argument',
  'expected the argument {name} in pdynmc()',
);
export const furConFault = says(
  'script-problem/fur-con',
  'expected fur.con.diff = TRUE with fur.con',
);
export const numbersFault = says(
  'script-problem/numbers',
  '{name}: expected {expected} numbers, found {found}',
);
export const dumDiffFault = says(
  'script-problem/dum-diff',
  'expected dum.diff = TRUE and varname.dum = "{time}" with include.dum',
);
export const pgmmFormulaFault = says('script-problem/pgmm-formula', 'expected a formula in pgmm()');
export const pgmmLagsFault = says(
  'script-problem/pgmm-lags',
  'expected lags of at most {most} in a system, because pgmm() fails with deeper ones',
);
export const pgmmWindowsFault = says(
  'script-problem/pgmm-windows',
  'expected windows that start at lag {most} or less, because pgmm() misplaces deeper ones',
);
export const rLevelFault = says(
  'script-problem/r-level',
  'expected a level between 0 and 1, found {text}',
);
export const rDfFault = says(
  'script-problem/r-df',
  'expected df = Inf or the residual degrees of freedom, found {text}',
);
export const unknownCovarianceFault = says(
  'script-problem/unknown-covariance',
  'unknown covariance {name}(); expected {known}; write one of them, or set vcov in the model',
);
export const vcovHcFault = says(
  'script-problem/vcov-hc',
  'vcovHC(): expected const or HC0 to HC4, found "{word}"',
);
export const vcovHcPlmFault = says(
  'script-problem/vcov-hc-plm',
  'vcovHC(): expected type HC0, HC1 or sss of plm, found "{type}"; write type = "HC0"',
);
export const vcovHcMethodFault = says(
  'script-problem/vcov-hc-method',
  'vcovHC(): expected method arellano or white1, found "{method}"',
);
export const vcovClFault = says('script-problem/vcov-cl', 'vcovCL(): expected cluster = ~ id');
export const vcovClTypeFault = says(
  'script-problem/vcov-cl-type',
  'vcovCL(): expected HC1 with cadjust = TRUE or HC0 with cadjust = FALSE, found {type} with cadjust = {cadjust}; write type = "HC1"',
);
export const neweyWestFault = says(
  'script-problem/newey-west',
  'NeweyWest(): expected lag and prewhite = FALSE, because automatic lags and prewhitening differ from those of models; write NeweyWest(m, lag = 4, prewhite = FALSE)',
);
export const callFormulaFault = says(
  'script-problem/call-formula',
  'expected a formula in {name}()',
);
export const dotColumnsFault = says(
  'script-problem/dot-columns',
  '{name}(): expected columns, found "."; write their names, as in y ~ x + z',
);
export const ivregFormulaFault = says(
  'script-problem/ivreg-formula',
  'ivreg(): expected y ~ x + w | x + z',
);
export const fixestSscFault = says('script-problem/fixest-ssc', 'feols(): expected ssc()');
export const fixestSscArgumentsFault = says(
  'script-problem/fixest-ssc-arguments',
  'feols(): expected ssc() with fixef.K = "nested", cluster.df = "min" and t.df = "min"',
);
export const fixestSingletonsFault = says(
  'script-problem/fixest-singletons',
  'feols(): expected fixef.rm "singleton" or "none", found {word}',
);
export const fixestVcovFault = says(
  'script-problem/fixest-vcov',
  'feols(): expected "iid", "hetero", ~ id, NW(2) or DK(2), found {text}; write one of them',
);
export const numberOfLagsFault = says(
  'script-problem/number-of-lags',
  '{name}(): expected the number of lags',
);
export const sheetFault = says(
  'script-problem/sheet',
  'expected the name or the number of a sheet',
);
export const rDataFault = says(
  'script-problem/r-data',
  'data: expected the name of a data frame, found {text}; write data = d with d <- subset(...) on a line before',
);
export const sscAlikeFault = says(
  'script-problem/ssc-alike',
  'feols(): expected ssc() with adj and cluster.adj alike; write ssc(adj = FALSE, cluster.adj = FALSE) for no factor',
);
export const weightsByRowFault = says(
  'script-problem/weights-by-row',
  'expected weights by row, found a number',
);
export const madeWeightsFault = says(
  'script-problem/made-weights',
  'expected weights of columns of the data, found {column}, which line {line} makes; add the weights to the data as a column',
);
export const oneOutcomeFault = says('script-problem/one-outcome', 'expected one outcome');
export const bothQuotesFault = says(
  'script-problem/both-quotes',
  'expected a level without both kinds of quotes',
);
export const oneVariableFault = says('script-problem/one-variable', 'expected one variable');
