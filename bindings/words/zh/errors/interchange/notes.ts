/** What imports say of code that a model has in part or not at all, in Chinese. */
import type * as english from '../../../errors/interchange/notes.js';
import type { Retold } from '../../../told.js';
import { adviceOn as adviceOnMethod } from '../../methods.js';
import { series, spaced } from '../../text.js';
import { limitWords } from '../estimates.js';
import { waysOut } from './syntax.js';

const one = '各聚类变量分别有调整系数；模型只有一个，取最小的聚类数';

const plain: Readonly<Record<english.PlainNote, string>> = {
  'feols-variance': 'feols() 不设 adj 时残差方差除以 n - 1，模型除以 n',
  'feols-leverage': 'feols() 把 HC2 和 HC3 的协方差乘以 n / (n - k)，模型不乘',
  'feols-t': 'p值：feols() 用t分布；模型没有小样本调整，用z',
  'feols-iid': 'feols() 自 0.13 版起默认误差独立同分布；此前的版本按第一个固定效应聚类',
  'feols-singletons':
    '除非 fixef.rm = "singleton"，feols() 保留单例观测；模型将其略去，仅影响调整系数',
  'pyfixest-singletons': 'fixef_rm="none" 时 feols() 保留单例观测；模型将其略去，仅影响调整系数',
  'pyfixest-nested': '自由度：模型不计嵌套在聚类内的固定效应（即 ssc() 的 fixef_k="nested"）',
  'pyfixest-clusters': `多个聚类变量：除非 cluster_df="min"，pyfixest 对${one}`,
  'sandwich-clusters': `多个聚类变量：sandwich 对${one}`,
  'statsmodels-clusters': `多个聚类变量：statsmodels 对${one}`,
  'statsmodels-t': 'p值：use_t=True 时 statsmodels 用t分布；模型没有小样本调整，用z',
  'statsmodels-z': 'p值：除非 use_t=True，statsmodels 的稳健标准误用z；模型用t分布',
  'hac-order': 'HAC 把各行按现有顺序视为一个序列；模型按 vcov.order 或面板排序',
  'newey-order': 'NeweyWest() 采用各行的现有顺序；模型按 vcov.order 或面板排序',
  'linearmodels-factor':
    '模型的聚类标准误没有小样本调整；linearmodels 把协方差乘以 n / (n - k)，group_debias=True 时再乘以 G / (G - 1) (n - 1) / n',
  'coeftest-z': 'p值：df = Inf 时 coeftest() 用z；模型有小样本调整，用t分布',
  'coeftest-t': 'p值：coeftest() 用自由度为 n - k 的t分布；模型没有小样本调整，用z',
  'coeftest-clusters': 'p值：coeftest() 用自由度为 n - k 的t分布；模型的自由度为聚类数减1',
  'plm-t': 'p值：plm 用t分布，没有小样本调整的模型用z',
  'plm-hc1': '标准误：plm 在模型的基础上乘以 sqrt(n / (n - k))，k 不含固定效应',
  'plm-sss':
    '标准误：plm 在模型的基础上乘以 sqrt(g / (g - 1) * (n - 1) / (n - k))，g 为聚类数，k 不含固定效应',
  'plm-random': '随机效应：对非平衡面板，plm 的方差成分加权方式与模型不同',
  'plm-differences': '一阶差分：plm 减去上一行，模型减去上一期；没有间断时两者相同',
  'plm-lags': '滞后取上一期的值，与 plm 相同',
  'lm-collinear':
    'singular.ok = FALSE 遇到共线的解释变量即停止；模型将其略去，或设 collinear: error 时停止',
  'robust-cr2': 'p值：lm_robust() 的 CR2 对各系数采用不同的自由度；模型采用聚类数减1',
  felm: '聚类标准误的调整系数中，felm() 把吸收的固定效应计为系数，嵌套在聚类内的也不例外；模型不计',
  'felm-singletons': 'felm() 保留单例观测；模型将其略去，仅影响调整系数',
  'empty-texts': 'R 把文本变量的空单元格视为文本，!= 会保留这些行；模型视为缺失',
  xtivreg2: '标准误：即使不设 small，xtivreg2 也从观测数中减去个体数；此时模型没有小样本调整',
  partial: '略去 partial()：系数相同，被偏出的变量的系数也会估计',
  'kept-lags': 'keep 和 drop 变为行的筛选条件；Stata 已删除的行仍可提供滞后值',
  noleveleq: '略去水平方程的工具变量，因为 noleveleq 去掉了该方程',
  nolevel: '略去水平方程的工具变量，因为 nolevel 去掉了该方程',
  'gretl-constant': 'gretl 的常数项是第一期的效应，模型的常数项是平均效应',
  'loop-values': '循环的取值未知；请逐条写出其中的命令',
  'no-blocks': '不运行代码块；请逐条写出其中的命令',
  'no-python-blocks': '不运行代码块；请逐条写出其中的语句',
  'table-vcov': '表格的参数 vcov 未转换；请在其模型中设定 vcov',
  'labels-by-position': '按位置给出的标签未转换；请按名称给出标签',
  command: '该命令',
  'stata-clusters':
    '多个聚类变量的标准误：总和只乘以一个调整系数，取最小的聚类数；Stata 可能对各项分别调整',
  'ivreg2-gmm':
    '标准误：ivreg2 用估计时的加权矩阵作为矩条件的协方差，模型（如同 ivregress gmm）用最后一步的残差',
  'areg-singletons': 'areg 保留单例观测，模型将其略去；这会改变稳健标准误的调整系数',
  xtscc: '标准误：xtscc 与模型的小样本调整和自由度可能不同',
  xtivreg: 'p值：不设 small 时 xtivreg 用正态分布；模型用t分布',
  'other-merges': '该模型合并的文件与研究的其余部分不同；请把脚本的这一部分另行导入',
  'other-rows': '模型使用该文件的行与研究的其余部分不同；请单独导入脚本的这一部分',
  'lost-model': '其模型不在研究中',
  xtabond: 'xtabond 增加水平方程来估计常数项；模型不含常数项，斜率不变',
  xtdpdsys: 'xtdpdsys 的第一步加权矩阵与模型不同（模型与 xtabond2 相同），因此估计值不同',
  'order-tests':
    '该检验把各行按现有顺序视为一个序列；wasmetrics test --diagnostics 按 vcov.order 或面板排序',
  'powers-of-reset':
    '除非 power = 2:4，resettest() 取拟合值的平方和立方；wasmetrics test --diagnostics 取2到4次方',
  'joint-nonlinear': '本版本没有多个非线性假设的联合检验；wasmetrics test --function 一次检验一个',
  'information-matrix':
    'estat imtest 还检验偏度和峰度；wasmetrics test --diagnostics 有其中的White检验',
  'matrix-tests': '矩阵形式的假设未转换；请写成文本',
  'other-draws': '种子相同时，自助法的抽样与 Stata 不同',
};

const toData = '请相应修改数据';
const toModel = '请相应修改模型';

export const notes: Retold<typeof english> = {
  'note/plain': ({ name }) => plain[name],
  'note/line': ({ line }) => `第${line}行`,
  'note/no-effect': ({ option }) => `略去 ${option}：它不影响估计`,
  'note/statement-without-effect': ({ statement }) => `${statement}：已略去，它不影响估计`,
  'note/no-effect-on': ({ option, call }) => `略去 ${option}：它不影响 ${call} 的估计`,
  'note/file': ({ statement }) => `${statement}：已略去；请用 data 给出CSV文件`,
  'note/panel': ({ statement }) => `${statement}：已略去；请用 --unit 和 --time 给出面板的变量`,
  'note/compat': ({ compat, limit }) =>
    `略去 compat: ${compat}：它不支持${spaced(limitWords[limit])}`,
  'note/liml': ({ option }) => `略去 ${option}：gretl 在 --liml 时忽略它`,
  'note/limits': ({ name }) => `略去 ${name}：wasmetrics 有自己的限度`,
  'note/change': ({ word, line }) => `第${line}行的 ${word} 未转换；请相应修改数据或模型`,
  'note/file-option': ({ command, option }) => `${command}：${option} 未转换；${toData}`,
  'note/argument': ({ command, name, value }) =>
    `${command}：${name} = ${value} 未转换；${toModel}`,
  'note/option': ({ command, option }) => `${command}：选项 ${option} 未转换；${toModel}`,
  'note/missing': ({ word }) => `missing = "${word}" 未转换：模型略去有缺失值的行`,
  'note/header': ({ text }) => `read_csv()：header = ${text} 未转换；请在文件的第一行给出变量名`,
  'note/no-header': ({ command }) => `${command}：header = FALSE 未转换；请在文件中给出变量名`,
  'note/frame': ({ name, line, isMade, file }) =>
    `数据框 ${name} 由第${line}行未转换的语句${isMade ? '生成' : '修改'}；${file === undefined ? '请相应修改数据或模型' : `请将其存为模型读取的文件 ${file}`}`,
  'note/levels': ({ call, column }) =>
    `${call} 把 ${column} 的水平按文本排序（10 在 9 之前），参照水平可能不同`,
  'note/decimals': ({ call, column }) => `${call} 舍去 ${column} 的小数，模型不舍去`,
  'note/default-clusters': ({ column }) =>
    `feols() 未设 vcov：标准误按 ${column} 聚类，与默认值改为 iid 之前的 pyfixest 相同`,
  'note/column': ({ column, line }) =>
    `${column} 由第${line}行未转换的语句生成；请把它作为一列加入数据`,
  'note/changes': ({ most }) => `超过${most}条语句修改了数据且未转换；${toData}`,
  'note/kept-missing': ({ columns }) =>
    `Stata 视缺失值为最大的数，因此筛选条件也保留缺少 ${columns} 的行`,
  'note/trend': ({ time, step }) =>
    `gretl 差分方程的常数项即水平方程的趋势 ${time}${step === 1 ? '' : `，其系数为 gretl 的系数除以${step}`}`,
  'note/areg': ({ effects }) =>
    `聚类标准误：areg 把 ${series(effects)} 的固定效应计为系数，嵌套在聚类内的也不例外；模型与 reghdfe 相同，不计；其他标准误与略去单例观测后的 areg 相同`,
  'note/boottest': ({ tested }) => `boottest ${tested}：自助法检验每一个系数`,
  'note/block': ({ line }) => `第${line}行的代码块修改数据，没有运行；请逐条写出其中的命令`,
  'note/rows': ({ command, line, file }) =>
    `第${line}行的 ${command} 改变了数据的行，未转换；请将此后的数据存为模型读取的文件 ${file}`,
  'note/merge': ({ line }) => `第${line}行的 merge：略去只在被合并文件中出现的行`,
  'note/use-in': ({ rows }) => `use in ${rows} 按行号选取行，未转换`,
  'note/reference': ({ variable }) =>
    `设有参照水平的 i()：模型包含 ${variable} 本身，feols() 不含；若吸收的固定效应包含它，两者相同`,
  'note/data': ({ file }) =>
    `该模型使用 ${file}，而一个研究只用一个数据文件；请把脚本的这一部分另行导入`,
  'note/left': ({ line, statement, isPart, why, advice }) => {
    const text = typeof statement === 'string' ? `${statement} ` : statement.text;
    const reason = why === undefined ? '' : `：${why.text}`;
    return `第${line}行：${text}${isPart ? '仅部分转换' : '未转换'}${reason}${adviceOn(advice)}`;
  },
};

function adviceOn(advice: english.Advice | undefined): string {
  if (advice === undefined) return '';
  if ('way' in advice) return `；${waysOut[advice.way]}`;
  if ('run' in advice) return `；可用 wasmetrics ${advice.run}`;
  const means = adviceOnMethod(advice.means);
  return means === undefined ? `；${advice.method}` : `；${advice.method}：${means}`;
}
