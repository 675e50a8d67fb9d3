/** Errors of imported commands and scripts, in Chinese. */
import { show } from '../../../text/messages.js';
import { spaced, suggested } from '../../text.js';
import type { Together } from '../../../vocabulary/errors.js';
import type * as commands from '../../../errors/interchange/commands.js';
import type * as scripts from '../../../errors/interchange/scripts.js';
import type * as models from '../../../errors/interchange/models.js';

const bounds: Readonly<Record<models.BoundName, (most: number) => string>> = {
  script: (most) => `脚本至多 ${most} 个字符`,
  statement: (most) => `每条语句至多 ${most} 个字符`,
  blanks: (most) => `语句的词之间至多 ${most} 个空格`,
  models: (most) => `脚本至多 ${most} 个模型`,
  filters: (most) => `对数据行的条件至多 ${most} 个`,
  nesting: (most) => `括号、运算符和函数至多嵌套 ${most} 层`,
  terms: (most) => `乘积或滞后至多展开为 ${most} 项`,
  variables: (most) => `变量列表至多 ${most} 个变量`,
  range: (most) => `范围中至多 ${most} 个数`,
};

const waysOut: Readonly<Partial<Record<models.BoundName, string>>> = {
  nesting: '请减少嵌套',
  terms: '请减少项数',
  variables: '请减少变量',
  range: '请缩短范围',
};

const countText = (found: models.BoundCount): string => {
  if (found === 'more') return '实际更多';
  if (typeof found === 'number') return `实有 ${found} 个`;
  return 'length' in found
    ? `实有一条为 ${found.length} 个`
    : `实为 ${found.first} 到 ${found.last}`;
};

function plmText(fault: models.PlmFault): string {
  if (fault === 'nested') return '不支持嵌套效应';
  if (fault === 'instruments') return '不转换工具变量；请使用 ivreg() 或 feols()';
  if ('models' in fault) return `model 应为 ${fault.models.join('、')}，实为“${fault.found}”`;
  if ('effect' in fault)
    return `model 为“${fault.model}”时应有 effect = "individual"，实为“${fault.effect}”`;
  if ('method' in fault) return `应有 random.method = "swar"，实为“${fault.method}”`;
  return `不支持 ${fault.argument}`;
}

export const importErrors: Together<typeof commands | typeof scripts | typeof models> = {
  'command-problem/named-argument': ({ command }) => `${command} 的参数应有名称`,
  'command-problem/condition': () => '应为 x == 1 之类的条件',
  'command-problem/value-not-condition': () => '应为取值，实为条件',
  'command-problem/empty-text': ({ language }) =>
    `应为文本，实为空文本；空文本在模型中是缺失值，在 ${language} 中不是`,
  'command-problem/missing-on-right': () => '缺失值只应出现在右边',
  'command-problem/division': ({ language }) =>
    `应除以大于 0 的数，因为除以 0 在模型中是缺失值，在 ${language} 中不是；请先构造该变量`,
  'command-problem/power': () => '幂次应为大于 0 的整数；请先构造该变量',
  'command-problem/before-missing': ({ operator }) => `缺失值之前应为 == 或 <，实为 ${operator}`,
  'command-problem/python-function': ({ name }) =>
    `条件中不应有 ${name}()，它在不同程序中可能含义不同；请先将其构造为变量`,
  'command-problem/other-frame-of': ({ frame, of }) =>
    `应为 ${frame} 的变量，实为 ${of} 的变量；请按 ${frame} 的变量筛选`,
  'command-problem/python-method': ({ name }) => `条件中不应有 .${name}()；请先将其构造为变量`,
  'command-problem/r-list': () => '应为 c("east", "west") 之类的列表',
  'command-problem/other-frame': ({ frame, name }) =>
    `应为 ${frame} 的变量，实为 ${name} 的变量；请按 ${frame} 的变量筛选`,
  'command-problem/condition-function': ({ name }) =>
    `条件中不应有 ${name}()，它在不同程序中可能含义不同；请先构造变量`,
  'command-problem/complete-cases': () => 'complete.cases() 应有变量',
  'command-problem/column-not-operator': ({ name }) =>
    `应为变量，实为运算符 ${name}.；请先生成变量`,
  'command-problem/column-not-row': ({ name }) => `应为变量，实为行号 ${name}`,
  'command-problem/xtabond': ({ name }) =>
    `${name}：应各有一个 pre() 和 endogenous()，且为变量列表；其他情形请用 xtabond2 的 gmm()`,
  'command-problem/other-row': ({ index }) =>
    `应为同一行的值，实为 [${index}]；在 xtset 的个体内按时间排序时，[_n-1] 读作 L.`,
  'command-problem/making': ({ command, way }) => `build 没有 ${command} 的规则；${way}`,
  'command-problem/inrange': () => 'inrange() 应有两个数',
  'command-problem/numbers-and-texts': () => '应为数和文本的列表',
  'command-problem/no-backslashes': () => '文本不应含反斜杠',
  'command-problem/ascending-lags': ({ first, last }) => `滞后阶数应递增，实为 ${first},${last}`,
  'command-problem/ascending-lags-stata': ({ first, last }) =>
    `滞后阶数应递增，实为 ${first} ${last}`,
  'command-problem/constant-as-instrument': () =>
    '常数应在解释变量中，实际只在工具变量中；请将其列为解释变量',
  'command-problem/dpanel-smpl': () => 'dpanel 不应与 smpl 同用，因为 smpl 在取滞后之前就删除了行',
  'command-problem/gretl-series': ({ name }) => `序列 ${name}：应为 log、exp、sqrt、abs、幂或乘积`,
  'command-problem/no-df-corr': () => '--no-df-corr 不应与 --robust 或 --cluster 同用',
  'command-problem/robust-time-series': () =>
    '使用 --robust 时数据不应为时间序列，其自动滞后阶数与模型不同',
  'command-problem/between-robust': () => 'panel：--between 不应与 --robust 同用',
  'command-problem/panel-const': () => 'panel：解释变量中应有 const',
  'command-problem/no-regressors': () => '被解释变量之后应有解释变量',
  'command-problem/no-value-macro': ({ macro }) => `宏应有取值，实为 ${macro}；请用其文本替换`,
  'command-problem/circular-macro': () => '宏不应包含自身，实有这样的宏',
  'command-problem/equation': ({ word }) => `应为 diff、level 或 both，实为“${word}”`,
  'command-problem/components-pca': () => 'components() 需要 pca',
  'command-problem/open-option': ({ name }) => `应以 ")" 结束 ${name}(，实为结尾`,
  'command-problem/in-rows': () => '不支持“in”，因为它按行号选择；请使用“if”',
  'command-problem/names-needed': ({ name }) => `“${name}”需要数据的变量名；请用 --data 指定文件`,
  'command-problem/range-needs-names': ({ first, last }) =>
    `“${first}-${last}”需要数据的变量名；请用 --data 指定文件`,
  'command-problem/no-columns-between': ({ first, last }) =>
    `数据中没有从“${first}”到“${last}”的变量`,
  'command-problem/lag-range': ({ range, text }) =>
    `应为一个滞后或 (1${range}2) 之类的递增范围，实为“${text}”`,
  'command-problem/boottest-gmm': () => 'boottest：之前应为线性或工具变量命令，实为 GMM',
  'command-problem/boottest-option': ({ option }) => `boottest：不支持 ${option}`,
  'command-problem/boottest-clusters': () =>
    'boottest：应为一个聚类变量，实有多个；请用 bootcluster() 指定一个',
  'command-problem/open-instruments': () => '工具变量之后应为 ")"，实为结尾',
  'command-problem/keeps-base': () =>
    '使用 noconstant 时应为 ibn.x，实为略去基准组的 i.x；没有常数项的公式保留全部取值，因此请写 ibn.x',
  'command-problem/bw-robust': () =>
    'bw()：应有 robust 且不聚类，因为没有其他带滞后的协方差；请添加 robust',
  'command-problem/kernel': ({ word }) => `核函数应为 bartlett、parzen 或 qs，实为“${word}”`,
  'command-problem/iv-instruments': ({ name }) => `${name}：应有 (w = z1 z2) 之类的工具变量`,
  'command-problem/gmm-only': ({ method, option }) =>
    `ivregress ${method}：${option} 是 ivregress gmm 的选项`,
  'command-problem/iv-covariance': ({ kind }) =>
    `使用工具变量时应为 unadjusted、robust、cluster 或 hac，实为 ${kind}`,
  'command-problem/areg-absorb': () => 'areg：应有 absorb()',
  'command-problem/absorbed-slopes': ({ slopes }) =>
    `应为固定效应，实为斜率 ${slopes}；请在公式中写为 i(x):z`,
  'command-problem/cluster-product': ({ product }) =>
    `应为聚类变量，实为 ${product}；请将其作为变量加入数据`,
  'command-problem/xtreg-estimator': ({ option }) =>
    `xtreg：应为 fe、re 或 be，实为 ${option}，此版本没有；re 为广义最小二乘`,
  'command-problem/xtivreg-estimator': ({ option }) =>
    `xtivreg：应为 fe 或 fd，实为 ${option}；这里没有带工具变量的随机效应估计，请写 fe`,
  'command-problem/clustered-hc2': () =>
    'hc2 之后不应有其他内容；聚类时（无论有无 dfadjust）请写 vce(cluster id)，再把模型的 vcov.type 设为 CV2',
  'command-problem/xtivreg-errors': () =>
    'xtivreg：这里不支持稳健标准误；请改写 ivreghdfe，并对个体使用 absorb() 和 cluster()',
  'command-problem/weight-kind': ({ word }) => `应为 aweight、fweight 或 pweight，实为“${word}”`,
  'command-problem/nl-weight': () =>
    'nl() 中应有 weight(0)，因为 wasmetrics 从第二步起才使用非线性条件',
  'command-problem/iv-last-lag': () => 'iv() 中应有最后一个滞后',
  'script-problem/formula-macro': ({ name }) =>
    `脚本没有定义可读取的公式 ${name}；请写出其中的变量`,
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
  'script-problem/weight-debiased': ({ name }) => `${name}：加权矩阵不应有 debiased`,
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
  'script-problem/one-outcome': () => '应有一个被解释变量',
  'script-problem/both-quotes': () => '取值不应同时含有两种引号',
  'script-problem/one-variable': () => '应为一个变量',
  'not-expressed/key': ({ program, what }) => `${program} 无法表示${spaced(what.text)}`,
  'not-expressed/estimator': ({ program, estimator, use }) =>
    `${program} 无法表示 ${estimator}；请使用 ${use.join('、')} 之一`,
  'not-expressed/commands': ({ program, refused }) =>
    `${program} 没有能够表示该模型的命令：${refused.map(({ text }) => text).join('；')}`,
  'not-expressed/function': ({ program }) =>
    `${program} 的筛选条件中不能写函数；请在数据文件中构造变量`,
  'not-expressed/name': ({ name }) =>
    `筛选条件中不能含变量名 ${JSON.stringify(name)}；请在数据中另建变量`,
  'not-expressed/quotes': () => '筛选条件中不能含同时有两种引号的文本；请在数据中为其构造变量',
  'not-expressed/missing': () => '筛选条件中不能含缺失值；请写 missing(x)，或在数据中为其构造变量',
  'unexpressed/equation': ({ equation, outcome }) =>
    `没有 ${outcome} 的 GMM 式工具变量的${equation === 'diff' ? '差分' : '水平'}方程`,
  'unexpressed/level-instruments': () => '水平方程中每个有窗口的变量的一阶滞后差分以外的工具变量',
  'unexpressed/dummies': ({ term }) =>
    `${term}；请将其作为变量加入数据。时期虚拟变量请在 iv 中也列出时间变量的 i()`,
  'unexpressed/filter-text': ({ text }) => `筛选条件中的文本 ${show(text)}`,
  'no-compat': ({ estimator }) =>
    `应为动态面板模型中的 gretl、plm 或 xtdpdgmm，实为${estimator === undefined ? ' xtabond2' : `估计方法 ${estimator}`}`,
  'unknown-program': ({ found, meant }) => `未知的程序 ${show(found)}${suggested(meant)}`,
  'command-problem/bound': ({ of, most, found }) =>
    `${of === 'range' ? '命令：' : ''}${bounds[of](most)}，${countText(found)}；${waysOut[of] ?? '请缩短'}`,
  'script-problem/plm': ({ fault }) => `plm()：${plmText(fault)}`,
};
