/** What there is for the methods of other programs, in Chinese. */
import { methodNamed } from '../text/method-names.js';

const absent = (method: string, beside: string) => `此版本没有${method}；${beside}`;

const sentences: Readonly<Record<string, string>> = {
  regression: '请用 ols，固定效应写在竖线之后，例如 "y ~ x | id + year"',
  effects: '请用 panel：组内、双向、随机效应、组间、一阶差分',
  instruments: '请用 iv，例如 "y ~ w | x ~ z"：x 为内生变量，z 为其工具变量',
  dynamic: '请用 dpd：差分和系统 GMM；import 可读取 xtabond2、plm 和 pydynpd 的命令',
  describe: '请用 describe',
  correlate: '请用 correlate',
  table: '请用 table 制作模型的表格，用 import 读取脚本',
  index: '请用 index：熵权、主成分、TOPSIS',
  hausman: '请用 test，例如 test fixed.yaml --hausman random.yaml',
  tests: '请用 test：假设、系数的函数（--function）、最小二乘的诊断（--diagnostics）',
  means: '请用 ols："y ~ i(group)" 比较均值',
  resampling: '自助法是每个估计命令的选项，例如 --bootstrap 999',
  effect: '请用 margins',
  builds: '请用各命令的选项：--build "x=winsor(x, 1)"、--where、--reshape',
  files: '每个命令都读取数据文件，convert 显示读取的结果',
  scripts: '请用 import 读取其他程序的命令和脚本',
  count: absent('计数模型', '对 log(y) 作 ols 只能用于正的计数，且回答的是另一个问题'),
  binary: absent('二元和截尾模型', '对 0-1 结果作 ols 并用 --vcov HC1 即线性概率模型'),
  selection: absent('样本选择模型', '没有可替代的估计方法'),
  quantile: absent('分位数回归', 'ols 估计的是条件均值，而不是分位数'),
  nonlinear: absent('非线性最小二乘和极大似然估计', '公式可含 log(x)、x^2 和 x:w'),
  outliers: absent('对离群值稳健的回归', '公式中的 winsor(x, 1) 可缩尾，--vcov HC3 只修正标准误'),
  constrained: absent('约束回归', '请把约束写入公式：b = c 时写 "y ~ I(x + z)"'),
  heteroskedastic: absent('由异方差构造的工具变量', 'iv 的工具变量须为数据中的列'),
  factors: absent('因子分析', 'index pca 给出主成分，不作旋转'),
  gls: absent('可行广义最小二乘', 'ols 加 --vcov hac 或 driscoll-kraay 可修正标准误'),
  systems: absent('联立方程组', '"c(y1, y2) ~ x" 逐个估计各方程'),
  survey: absent('复杂抽样设计', 'ols 有概率权重和聚类标准误'),
  imputation: absent('多重插补', '略去缺失值所在的行'),
  'mean-group': absent('均值组估计', 'panel 的斜率为所有个体共有'),
  multilevel: absent('混合模型', 'panel 加 --effects random 含随机截距'),
  structural: absent('结构方程和空间误差模型', '没有可替代的估计方法'),
  did: absent(
    '交错采用的双重差分估计量',
    '两组、一个时点的情形可用 ols，例如 "y ~ treated:post | id + year"',
  ),
  'event-study': absent('事件研究命令', '含 i(period):treated 的 ols 有其系数'),
  threshold: absent('门槛模型', 'groups 可比较给定分界点上下的估计'),
  spatial: absent('空间模型', '没有可替代的估计方法'),
  mediation: absent('中介和调节效应命令', '含 x:w 的 ols 有交互项，margins 给出其效应'),
  var: absent('向量自回归', 'dpd 估计含滞后项的单个方程'),
  'time-series': absent('ARIMA 和 GARCH 模型', '含 L.y 的 ols 即自回归'),
  'unit-root': absent('单位根和协整检验', '没有可替代的检验'),
  matching: absent('匹配', '其他程序得到的权重可用于 --weights'),
  discontinuity: absent('断点回归', '没有可替代的估计方法'),
  duration: absent('久期模型', '没有可替代的估计方法'),
  penalised: absent('惩罚回归', '没有可替代的估计方法'),
  learning: absent('机器学习', '没有可替代的估计方法'),
  bayes: absent('贝叶斯估计', '没有可替代的估计方法'),
  nonparametric: absent('非参数回归', '没有可替代的估计方法'),
  frontier: absent('前沿模型', '没有可替代的估计方法'),
  synthetic: absent('合成控制', '没有可替代的估计方法'),
};

/** What there is for a name; undefined for a name that is no method. */
export function methodAdvice(name: string): string | undefined {
  const method = methodNamed(name);
  return method && sentences[method];
}
