/** Errors of interchange: scripts of R and Python, in English. */
import { family } from '../../family.js';

export const scriptProblem = family('script-problem', {
  'formula-macro': 'the script defines no formula {name} that can be read; write its variables',
  'robust-type':
    'lm_robust(): expected se_type classical, HC0 to HC3 or stata, or CR0, CR2 or stata with clusters, found "{word}"',
  'true-or-false': 'expected True or False, found {text}',
  number: 'expected a number, found {text}',
  'quoted-text': 'expected a text in quotes, found {text}',
  'other-method': 'expected fit(), found {method}(), which is another estimator; no model has it',
  query: 'query(): expected a condition in quotes',
  'fit-flag': 'fit(): expected {argument}=False, found True; no model has it',
  'fit-kernel': 'fit(): expected the kernel bartlett, parzen or qs, found "{word}"',
  'fit-bandwidth': 'fit(): expected a bandwidth of whole lags, found {bandwidth}',
  'fit-clusters': 'fit(): expected cluster_entity=True or clusters=',
  'class-formula': '{name}: expected a formula in quotes',
  'class-instruments': '{name}: expected instruments such as [w ~ z]',
  'weight-type': '{name}: expected weight_type unadjusted, robust or clustered, found "{word}"',
  'weight-debiased': '{name}: expected a weight without debiased',
  'feols-formula': 'feols(): expected a formula in quotes',
  'feols-weights': 'feols(): expected weights_type "aweights" or "fweights", found "{word}"',
  'pyfixest-singletons': 'feols(): expected fixef_rm "singleton" or "none", found "{word}"',
  'pyfixest-vcov': () => 'feols(): expected vcov "iid", "hetero", "HC1" to "HC3" or {"CRV1": "id"}',
  'pyfixest-ssc': 'feols(): expected pf.ssc(), found {text}',
  'pyfixest-ssc-arguments': 'feols(): expected pf.ssc() with fixef_k="nested" and cluster_df="min"',
  'python-data':
    'data: expected the name of a data frame, found {text}; write data=df with df = df.query(...) on a line before',
  'call-formula-quotes': '{name}(): expected a formula in quotes',
  'no-bar': '{name}(): expected a formula without "|"',
  matrices:
    '{name}(): expected a formula, found matrices, whose columns have no names; write smf.ols("y ~ x", data)',
  'cov-groups': () => 'fit(): expected cov_kwds={"groups": df["id"]}',
  'cov-lags': () => 'fit(): expected cov_kwds={"maxlags": 4}',
  'statsmodels-vcov': 'fit(): expected nonrobust, HC0 to HC3, cluster or HAC, found "{type}"',
  'hac-kernel': 'HAC: expected the kernel bartlett, found {word}',
  'open-parenthesis': 'expected ")", found the end',
  'data-frame': 'expected the name of a data frame, found {text}; make the data a file and name it',
  'ascending-range': 'expected an ascending range of lags, found {from}:{to}',
  'pdynmc-outcome': 'expected use.mc.diff = TRUE and include.y = TRUE in pdynmc()',
  'pdynmc-argument': 'expected the argument {name} in pdynmc()',
  'fur-con': 'expected fur.con.diff = TRUE with fur.con',
  numbers: '{name}: expected {expected} numbers, found {found}',
  'dum-diff': 'expected dum.diff = TRUE and varname.dum = "{time}" with include.dum',
  'pgmm-formula': 'expected a formula in pgmm()',
  'pgmm-lags': 'expected lags of at most {most} in a system, because pgmm() fails with deeper ones',
  'pgmm-windows':
    'expected windows that start at lag {most} or less, because pgmm() misplaces deeper ones',
  'r-level': 'expected a level between 0 and 1, found {text}',
  'r-df': 'expected df = Inf or the residual degrees of freedom, found {text}',
  'unknown-covariance':
    'unknown covariance {name}(); expected {known}; write one of them, or set vcov in the model',
  'vcov-hc': 'vcovHC(): expected const or HC0 to HC4, found "{word}"',
  'vcov-hc-plm':
    'vcovHC(): expected type HC0, HC1 or sss of plm, found "{type}"; write type = "HC0"',
  'vcov-hc-method': 'vcovHC(): expected method arellano or white1, found "{method}"',
  'vcov-cl': 'vcovCL(): expected cluster = ~ id',
  'vcov-cl-type':
    'vcovCL(): expected HC1 with cadjust = TRUE or HC0 with cadjust = FALSE, found {type} with cadjust = {cadjust}; write type = "HC1"',
  'newey-west':
    'NeweyWest(): expected lag and prewhite = FALSE, because automatic lags and prewhitening differ from those of models; write NeweyWest(m, lag = 4, prewhite = FALSE)',
  'call-formula': 'expected a formula in {name}()',
  'dot-columns': '{name}(): expected columns, found "."; write their names, as in y ~ x + z',
  'ivreg-formula': 'ivreg(): expected y ~ x + w | x + z',
  'fixest-ssc': 'feols(): expected ssc()',
  'fixest-ssc-arguments':
    'feols(): expected ssc() with fixef.K = "nested", cluster.df = "min" and t.df = "min"',
  'fixest-singletons': 'feols(): expected fixef.rm "singleton" or "none", found {word}',
  'fixest-vcov':
    'feols(): expected "iid", "hetero", ~ id, NW(2) or DK(2), found {text}; write one of them',
  'number-of-lags': '{name}(): expected the number of lags',
  sheet: 'expected the name or the number of a sheet',
  'r-data':
    'data: expected the name of a data frame, found {text}; write data = d with d <- subset(...) on a line before',
  'ssc-alike':
    'feols(): expected ssc() with adj and cluster.adj alike; write ssc(adj = FALSE, cluster.adj = FALSE) for no factor',
  'weights-by-row': 'expected weights by row, found a number',
  'made-weights':
    'expected weights of columns of the data, found {column}, which line {line} makes; add the weights to the data as a column',
  'one-outcome': 'expected one outcome',
  'both-quotes': 'expected a level without both kinds of quotes',
  'one-variable': 'expected one variable',
});
