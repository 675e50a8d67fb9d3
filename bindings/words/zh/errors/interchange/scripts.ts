/** Errors of interchange: scripts of R and Python, in Chinese. */
import type * as english from '../../../errors/interchange/scripts.js';
import type { Retold } from '../../../told.js';

export const scripts: Retold<typeof english> = {
  'script-problem/robust-type': ({ word }) =>
    `lm_robust()：se_type 应为 classical、HC0 至 HC3 或 stata，有聚类时为 CR0、CR2 或 stata，实为 "${word}"`,
  'script-problem/true-or-false': ({ text }) => `应为 True 或 False，实为 ${text}`,
  'script-problem/number': ({ text }) => `应为数，实为 ${text}`,
  'script-problem/quoted-text': ({ text }) => `应为引号中的文本，实为 ${text}`,
  'script-problem/other-method': ({ method }) =>
    `应为 fit()，实为 ${method}()，它是另一种估计方法，模型中没有`,
  'script-problem/query': () => 'query()：应为引号中的条件',
  'script-problem/fit-flag': ({ argument }) =>
    `fit()：应为 ${argument}=False，实为 True；模型中没有`,
  'script-problem/fit-kernel': ({ word }) =>
    `fit()：核函数应为 bartlett、parzen 或 qs，实为“${word}”`,
  'script-problem/fit-bandwidth': ({ bandwidth }) => `fit()：带宽应为整数阶滞后，实为 ${bandwidth}`,
  'script-problem/fit-clusters': () => 'fit()：应有 cluster_entity=True 或 clusters=',
  'script-problem/class-formula': ({ name }) => `${name}：应为引号中的公式`,
  'script-problem/class-instruments': ({ name }) => `${name}：应有 [w ~ z] 之类的工具变量`,
  'script-problem/weight-type': ({ name, word }) =>
    `${name}：weight_type 应为 unadjusted、robust 或 clustered，实为“${word}”`,
  'script-problem/weight-debiased': ({ name }) => `${name}：权重矩阵不应有 debiased`,
  'script-problem/feols-formula': () => 'feols()：应为引号中的公式',
  'script-problem/feols-weights': ({ word }) =>
    `feols()：weights_type 应为 "aweights" 或 "fweights"，实为“${word}”`,
  'script-problem/pyfixest-singletons': ({ word }) =>
    `feols()：fixef_rm 应为 "singleton" 或 "none"，实为“${word}”`,
  'script-problem/pyfixest-vcov': () =>
    'feols()：vcov 应为 "iid"、"hetero"、"HC1" 至 "HC3" 或 {"CRV1": "id"}',
  'script-problem/pyfixest-ssc': ({ text }) => `feols()：应为 pf.ssc()，实为 ${text}`,
  'script-problem/pyfixest-ssc-arguments': () =>
    'feols()：pf.ssc() 应有 fixef_k="nested" 和 cluster_df="min"',
  'script-problem/python-data': ({ text }) =>
    `data：应为数据框的名称，实为 ${text}；请写 data=df，并在之前一行写 df = df.query(...)`,
  'script-problem/call-formula-quotes': ({ name }) => `${name}()：应为引号中的公式`,
  'script-problem/no-bar': ({ name }) => `${name}()：公式中不应有“|”`,
  'script-problem/matrices': ({ name }) =>
    `${name}()：应为公式，实为矩阵，其列没有名称；请写 smf.ols("y ~ x", data)`,
  'script-problem/cov-groups': () => 'fit()：应有 cov_kwds={"groups": df["id"]}',
  'script-problem/cov-lags': () => 'fit()：应有 cov_kwds={"maxlags": 4}',
  'script-problem/statsmodels-vcov': ({ type }) =>
    `fit()：应为 nonrobust、HC0 至 HC3、cluster 或 HAC，实为“${type}”`,
  'script-problem/hac-kernel': ({ word }) => `HAC：核函数应为 bartlett，实为 ${word}`,
  'script-problem/open-parenthesis': () => '应为 ")"，实为结尾',
  'script-problem/data-frame': ({ text }) =>
    `应为数据框的名称，实为 ${text}；请将数据存为文件并指定其名称`,
  'script-problem/ascending-range': ({ from, to }) => `滞后范围应递增，实为 ${from}:${to}`,
  'script-problem/pdynmc-outcome': () => 'pdynmc() 中应有 use.mc.diff = TRUE 和 include.y = TRUE',
  'script-problem/pdynmc-argument': ({ name }) => `pdynmc() 中应有参数 ${name}`,
  'script-problem/fur-con': () => '使用 fur.con 时应有 fur.con.diff = TRUE',
  'script-problem/numbers': ({ name, expected, found }) =>
    `${name}：应有 ${expected} 个数，实有 ${found} 个`,
  'script-problem/dum-diff': ({ time }) =>
    `使用 include.dum 时应有 dum.diff = TRUE 和 varname.dum = "${time}"`,
  'script-problem/pgmm-formula': () => 'pgmm() 中应有公式',
  'script-problem/pgmm-lags': ({ most }) =>
    `系统估计中滞后至多 ${most} 阶，因为更深的滞后会使 pgmm() 出错`,
  'script-problem/pgmm-windows': ({ most }) =>
    `窗口应从 ${most} 阶或更浅的滞后开始，因为 pgmm() 会放错更深的窗口`,
  'script-problem/r-level': ({ text }) => `置信水平应在 0 与 1 之间，实为 ${text}`,
  'script-problem/r-df': ({ text }) => `应为 df = Inf 或残差自由度，实为 ${text}`,
  'script-problem/unknown-covariance': ({ name, known }) =>
    `未知的协方差 ${name}()；应为 ${known}；请写其中之一，或在模型中设定 vcov`,
  'script-problem/vcov-hc': ({ word }) => `vcovHC()：应为 const 或 HC0 至 HC4，实为“${word}”`,
  'script-problem/vcov-hc-plm': ({ type }) =>
    `vcovHC()：plm 的 type 应为 HC0、HC1 或 sss，实为“${type}”；请写 type = "HC0"`,
  'script-problem/vcov-hc-method': ({ method }) =>
    `vcovHC()：method 应为 arellano 或 white1，实为“${method}”`,
  'script-problem/vcov-cl': () => 'vcovCL()：应有 cluster = ~ id',
  'script-problem/vcov-cl-type': ({ type, cadjust }) =>
    `vcovCL()：应为 HC1 与 cadjust = TRUE，或 HC0 与 cadjust = FALSE，实为 ${type} 与 cadjust = ${cadjust}；请写 type = "HC1"`,
  'script-problem/newey-west': () =>
    'NeweyWest()：应有 lag 和 prewhite = FALSE，因为自动滞后和预白化与模型不同；请写 NeweyWest(m, lag = 4, prewhite = FALSE)',
  'script-problem/call-formula': ({ name }) => `${name}() 中应有公式`,
  'script-problem/dot-columns': ({ name }) =>
    `${name}()：应为变量，实为“.”；请写出变量名，例如 y ~ x + z`,
  'script-problem/ivreg-formula': () => 'ivreg()：应为 y ~ x + w | x + z',
  'script-problem/fixest-ssc': () => 'feols()：应为 ssc()',
  'script-problem/fixest-ssc-arguments': () =>
    'feols()：ssc() 应有 fixef.K = "nested"、cluster.df = "min" 和 t.df = "min"',
  'script-problem/fixest-singletons': ({ word }) =>
    `feols()：fixef.rm 应为 "singleton" 或 "none"，实为 ${word}`,
  'script-problem/fixest-vcov': ({ text }) =>
    `feols()：应为 "iid"、"hetero"、~ id、NW(2) 或 DK(2)，实为 ${text}；请写其中之一`,
  'script-problem/number-of-lags': ({ name }) => `${name}()：应为滞后阶数`,
  'script-problem/sheet': () => '应为工作表的名称或序号',
  'script-problem/r-data': ({ text }) =>
    `data：应为数据框的名称，实为 ${text}；请写 data = d，并在之前一行写 d <- subset(...)`,
  'script-problem/ssc-alike': () =>
    'feols()：ssc() 的 adj 和 cluster.adj 应相同；若不用修正因子，请写 ssc(adj = FALSE, cluster.adj = FALSE)',
  'script-problem/weights-by-row': () => '权重应逐行给出，实为一个数',
  'script-problem/made-weights': ({ column, line }) =>
    `权重应为数据的变量，实为第 ${line} 行构造的 ${column}；请将权重作为变量加入数据`,
  'script-problem/one-outcome': () => '应有一个因变量',
  'script-problem/both-quotes': () => '取值不应同时含有两种引号',
  'script-problem/one-variable': () => '应为一个变量',
};
