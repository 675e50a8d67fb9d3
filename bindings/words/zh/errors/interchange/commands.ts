/** Errors of interchange: conditions and commands of Stata and gretl, in Chinese. */
import type * as english from '../../../errors/interchange/commands.js';
import type { Retold } from '../../../told.js';

export const commands: Retold<typeof english> = {
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
  'command-problem/no-regressors': () => '因变量之后应有解释变量',
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
    `xtreg：应为 fe、re 或 be，实为 ${option}；请写 re`,
  'command-problem/xtivreg-estimator': ({ option }) =>
    `xtivreg：应为 fe 或 fd，实为 ${option}；这里没有带工具变量的随机效应估计，请写 fe`,
  'command-problem/xtivreg-errors': () =>
    'xtivreg：这里不支持稳健标准误；请改写 ivreghdfe，并对个体使用 absorb() 和 cluster()',
  'command-problem/weight-kind': ({ word }) => `应为 aweight、fweight 或 pweight，实为“${word}”`,
  'command-problem/nl-weight': () =>
    'nl() 中应有 weight(0)，因为 wasmetrics 从第二步起才使用非线性条件',
  'command-problem/iv-last-lag': () => 'iv() 中应有最后一个滞后',
};
