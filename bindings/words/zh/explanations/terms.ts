/** Short explanations of terms in results and options, in Chinese. */
export const terms = {
  covariance: '标准误允许误差具有何种异方差和相关；由 vcov 设定。',
  unadjusted: '假定误差独立同方差的标准误；有异方差或聚类时请用 robust 或聚类标准误。',
  'robust-errors':
    '允许异方差的标准误（HC0；HC1 为 HC0 乘以 n/(n-k)）；同一个体内误差相关时应聚类。',
  HC: '异方差稳健协方差；小样本中 HC3 比 HC1 更保守。',
  cluster: '允许同一聚类内任意相关的标准误；需要足够多的聚类。',
  CV: 'CV1 为通常的聚类标准误，CV3 为逐个去掉聚类的刀切法，聚类少时更可靠。',
  'cr2-test': '聚类少时组间差异的检验：CR2 标准误与 Satterthwaite 自由度；多组用 HTZ。',
  hac: '允许异方差和自相关的标准误（Newey-West）；需要较长的时间序列。',
  'driscoll-kraay': '面板标准误，允许个体间和时期间的相关；需要较多的时期。',
  windmeijer: '对两步 GMM 标准误的修正；不修正时标准误偏小。',
  'doubly-corrected': '带 Windmeijer 修正的 GMM 标准误，矩条件误设时仍有效。',
  'small-sample-factor': '因系数由较少的行或聚类估计而对协方差所乘的因子；由 vcov.small 设定。',
  bootstrap: '用重抽样得到标准误和置信区间。',
  bias: '系数偏误的估计：自助法重复的均值（或刀切法）减去估计值；bca 区间对此作修正。',
  'monte-carlo-error':
    '重复次数有限所致的自助法标准误之标准误；可增加 bootstrap.reps，或设定 bootstrap.precision。',
  'wild-cluster': '对每个聚类的残差乘以随机符号的自助法；聚类少时检验更准确。',
  ols: '普通最小二乘；解释变量与误差不相关时一致。',
  'fixed-effects': '每个个体（及时期）一个常数，可与解释变量相关；只利用组内变化。',
  'random-effects': '个体效应与解释变量不相关时更有效；用 hausman 检验比较。',
  between: '对个体均值的最小二乘，只利用个体间的差异。',
  'first-difference': '对一阶差分的最小二乘，消去个体效应。',
  absorbed:
    '公式中 | 之后的效应，在估计之前消去，多余的水平从自由度中扣除；若要看到系数，请写 i(变量)。',
  'instrumental-variables': '工具变量法：工具变量须与内生变量相关、与误差不相关。',
  liml: '有限信息极大似然，一种 k-class 估计；kappa 即其 k，Fuller 再减去 alpha 除以自由度；弱工具变量下偏误小于 2SLS。',
  gmm: '广义矩估计；加权矩阵决定矩条件如何组合。',
  'difference-gmm':
    '差分 GMM（Arellano-Bond）：用滞后水平值作为差分方程的工具变量；被解释变量持久时工具变量弱。',
  baselines:
    '动态面板的简单估计：混合最小二乘使滞后项系数偏高，组内估计使其偏低；Anderson-Hsiao 用一个工具变量，Hahn-Kuersteiner 修正组内估计的偏误。',
  'system-gmm': '系统 GMM（Blundell-Bond）：差分方程加水平方程，用滞后差分作为水平方程的工具变量。',
  instruments: '模型的工具变量及其个数；过多会过度拟合内生变量，可用 collapse、较短的滞后或 pca。',
  pca: '主成分：用少数线性组合概括多列的大部分方差；KMO 度量是否适合。',
  'entropy-weights': '熵权法：按各指标在样本中的差异程度确定指数权重；权重依赖样本和标准化方法。',
  endogenous: '与同期误差相关的解释变量；OLS 不一致，需要工具变量。',
  collinearity: '某列是其他列的（近似）线性组合，系数无法识别或不精确。',
  sample: '读取和使用的行、其余行去掉的原因、被解释变量，以及个体及其观测数。',
  r2: '模型解释的方差份额；组内 R2 使用对个体均值的离差。',
  'root-mse': '残差的标准差，单位与被解释变量相同。',
  aic: '正态误差下的对数似然及惩罚系数个数的准则：AIC 为 2 倍，BIC 为行数的对数倍；越小越好，只比较同样的行。',
  'andrews-lu': 'GMM 的 BIC、AIC 和 HQIC：J 统计量减去对每个过度识别约束的奖励；越小越好。',
  'variance-components':
    '个体效应与误差的标准差（sigma_u、sigma_e）、效应所占方差份额（rho）和随机效应的 theta。',
  't-and-z': '估计值除以标准误：小样本推断为 t，大样本为 z；由 vcov.small 设定。',
  'p-value': '原假设为真时出现至少如此极端的统计量的概率。',
  'confidence-interval': '在给定水平下检验不拒绝的系数取值范围。',
  calendar: '面板的首末时期和相邻时期的间隔；可用 panel.step 或 panel.frequency 设定。',
  'panel-shape': '面板报告各行：个体和时期、是否平衡、每个个体的行数，以及个体内不变的列。',
  'multiverse-report':
    '多重设定各行：所组合的选择、作者的模型，以及设定是否可采纳的规则；“All”和“admissible”概括各估计。',
  'instrument-concern': '工具变量个数可能影响动态面板的程度；可用 collapse 或较少的滞后。',
  'simulated-panels': '模拟各行：面板个数、生成过程，以及检验拒绝的频率。',
  'permutation-report': '置换检验各行：置换多少次、置换什么、用哪些残差，以及比较哪个统计量。',
  'group-report': '分组比较各行：模型的标准误，以及应报告其 p 值的方法。',
  'audit-report': '核查各行：对印刷的数作了多少次比较，哪些缺少所需的数。',
  'printed-report':
    '印刷的表与研究的表的比较：若某种舍入规则能由重算的数得到印刷的数，即为相等；末位数表示相差多少。',
  'problem-size':
    '弱识别报告中矩条件、系数以及个体或聚类的个数；检验水平是原假设为真时拒绝的频率。',
  'index-report':
    '主成分指数各行：所分解的矩阵、保留的主成分，以及两项适合性检验；KMO 应大于 0.6，Bartlett 检验指标是否不相关。',
  'not-available': '该模型或样本没有的统计量或检验，其后是原因。',
  'marginal-effects':
    '拟合值对某变量的导数，包括其幂、交互和函数；对各行取平均，或在其他变量的给定取值处计算。',
  'joint-distribution':
    '全部 t 统计量的联合分布，来自对每个假设抽取相同个体的自助法；Romano-Wolf 和 Westfall-Young 将各统计量与尚未通过者的最大值比较。',
};
