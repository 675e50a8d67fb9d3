/** Options of estimators, in Chinese. */
export const estimators: Readonly<Record<string, string>> = {
  'column of the units': '个体变量',
  'column of the periods': '时期变量',
  'weights of rows': '各行的权重',
  'analytic, frequency or probability':
    'analytic（分析权重）、frequency（频数权重）或 probability（概率权重）',
  'instruments from lags of variables': '由变量的滞后期构成的工具变量',
  'VARS,A:B[,collapse][,passthru][,fd|fod][,diff|level|both]; lags A to B; repeatable':
    'VARS,A:B[,collapse][,passthru][,fd|fod][,diff|level|both]；滞后A至B期；可重复',
  'instruments that enter as they are': '直接进入的工具变量',
  'VARS[,mz][,passthru][,fd|fod][,diff|level|both]; repeatable':
    'VARS[,mz][,passthru][,fd|fod][,diff|level|both]；可重复',
  'variables that shocks of the same period move': '受同期冲击影响的变量（内生）',
  'lags from 2 on': '从滞后2期起',
  'variables that only past shocks move': '只受以往冲击影响的变量（前定）',
  'lags from 1 on': '从滞后1期起',
  'variables that no shock moves': '不受冲击影响的变量（外生）',
  'instruments as they are': '直接作为工具变量',
  'one instrument per lag instead of one per lag and period':
    '每个滞后期一个工具变量，而非每个滞后期和时期各一个',
  'replace the GMM-style instruments by principal components: true chooses by eigenvalue, a number says how many':
    '用主成分代替GMM式工具变量：true 按特征值选取，数值为主成分个数',
  'auto means true': 'auto 即 true',
  'add the conditions of Ahn and Schmidt (1995) on serially uncorrelated errors: one per period, or their sum':
    '加入Ahn和Schmidt（1995）关于误差无序列相关的矩条件：每期一个，或其总和',
  'all or collapse': 'all 或 collapse',
  'sets of instruments to test by the difference of Hansen statistics':
    '用Hansen差分统计量检验的工具变量组',
  'NAME: vars VARS[; diff|level] or NAME: groups GROUP[; diff|level]; repeatable':
    'NAME: vars VARS[; diff|level] 或 NAME: groups GROUP[; diff|level]；可重复',
  'the covariance; default windmeijer after two steps or iterated, else robust':
    '协方差矩阵；两步或迭代估计默认为 windmeijer，否则为 robust',
  'columns of clusters; default the units': '聚类变量；默认为个体',
  "use Stata's small-sample factor, with t and F instead of z and chi-squared":
    '使用Stata的小样本修正因子，并以t和F代替z和卡方',
  'number of bootstrap replicates; units are drawn': '自助法的重复次数；按个体抽样',
  'hansen, diffHansen and expressions such as w/(1-L1.n), separated by commas':
    'hansen、diffHansen 以及 w/(1-L1.n) 之类的表达式，以逗号分隔',
  'centre the moments of each replicate at those of the sample (the default)':
    '每次重复的矩以样本矩为中心（默认）',
  'instead of centring, draw units with probabilities that make the moments zero':
    '不作中心化，而以使矩为零的概率抽取个体',
  'do not centre the moments of the replicates': '不对重复样本的矩作中心化',
  'calendar distance between two neighbouring periods': '相邻两期之间的日历间隔',
  'unit of the periods, which contain the dates of time; by default the longest unit that all dates fit':
    '时期的单位，时间变量的日期归入其中；默认为适合全部日期的最长单位',
  'rows that enter: year >= 2018 && region == "east"':
    '进入样本的行：year >= 2018 && region == "east"',
  'A model for each value of this column': '对该变量的每个取值估计一个模型',
  'the same after a model of all rows': '同上，但先估计全部行的模型',
  'how unit effects are removed: first differences, forward orthogonal deviations, or levels without a transformation':
    '消除个体效应的方法：一阶差分、前向正交离差，或不作变换的水平值',
  'estimate the level equation too: system GMM (Blundell and Bond 1998)':
    '同时估计水平方程（系统GMM，Blundell和Bond 1998）',
  'dummies of the periods': '加入时期虚拟变量',
  'weighting matrices in turn: 1, 2, iterated, or cue':
    '依次估计加权矩阵的次数：1、2、iterated 或 cue',
  "the one-step weighting matrix H: xtabond2's h(1), h(2) or h(3)":
    '一步加权矩阵H：xtabond2 的 h(1)、h(2) 或 h(3)',
  'test the level residuals of a system, not their differences':
    '检验系统GMM的水平残差，而非其差分',
  'largest order of the Arellano-Bond tests': 'Arellano-Bond检验的最高阶数',
  "estimate the lagged outcome's coefficients also by pooled least squares, within, and by Anderson and Hsiao":
    '另用混合最小二乘、组内估计和Anderson-Hsiao方法估计滞后被解释变量的系数',
  'how lags and differences treat absent periods: bridge takes differences across gaps':
    '滞后与差分如何处理缺失的时期：bridge 跨越间断取差分',
  'the program whose conventions apply where programs differ': '各程序做法不同时采用哪一个的惯例',
  'regressors that others explain': '如何处理可由其他解释变量表示的解释变量',
  'level of confidence intervals': '置信区间的置信水平',
  'seed of the random numbers': '随机数的种子',
  'p-values of both tails together, of the smaller tail, or one-sided':
    'p值的算法：双尾合计、取较小一尾，或单侧',
  'stop at this Monte Carlo error of the standard errors, relative to them, as 0.01; reps is then the maximum':
    '标准误的相对蒙特卡洛误差达到此值即停止，如 0.01；此时重复次数为上限',
  'methods of the intervals; default inverted for a wild bootstrap, otherwise percentile':
    '区间的算法；野生自助法默认为 inverted，否则为 percentile',
  'also estimate without each unit, row or cluster in turn, and list the most influential ones':
    '另逐一剔除个体、行或聚类进行估计，并列出影响最大者',
  'a model for each of these samples': '对每个样本估计一个模型',
  'what the moments are assumed to be: of equal variance, heteroskedastic, clustered or autocorrelated':
    '对矩的假定：同方差、异方差、聚类相关或自相关',
  'whether the moments are centred in the weighting matrix': '加权矩阵中的矩是否中心化',
  'column that orders the rows for hac and driscoll-kraay; default the periods':
    'hac 和 driscoll-kraay 中排列各行的变量；默认为时期',
  'kernel of hac and driscoll-kraay; default bartlett':
    'hac 和 driscoll-kraay 的核函数；默认 bartlett',
  'the same as --vcov robust': '等同于 --vcov robust',
  'columns whose values are the clusters': '聚类变量',
  'absorb the effects of these columns, as after | in a formula':
    '吸收这些变量的固定效应，与公式中写在 | 之后相同',
  'use t and F instead of z and chi-squared, with the small-sample factor of the type, which HC1 always has':
    '以t和F代替z和卡方并使用该类型的小样本修正因子（HC1 始终使用）',
  'sets of instruments whose exogeneity is tested': '检验其外生性的工具变量组',
  'such as "z1 z2"; repeatable': '如 "z1 z2"；可重复',
  'number of bootstrap replicates': '自助法的重复次数',
  'hansen and expressions in the coefficients, separated by commas':
    'hansen 以及系数的表达式，以逗号分隔',
  'instead of centring, draw rows or clusters with probabilities that make the moments zero':
    '不作中心化，而以使矩为零的概率抽取行或聚类',
  'how unit effects are removed': '消除个体效应的方法',
  "stop when the root mean square of the level means in a column is below this share of the column's":
    '当某列各水平均值的均方根低于该列均方根的这一比例时停止',
  'most iterations that absorb several effects': '吸收多个固定效应的最多迭代次数',
  'compute first stages and tests of the instruments': '计算第一阶段与工具变量的检验',
  'how often the weighting matrix is estimated': '加权矩阵估计几次',
  'iterated GMM and CUE stop at this relative change of the coefficients; default 1e-8':
    '迭代GMM和CUE在系数的相对变化小于此值时停止；默认 1e-8',
  'most iterations of iterated GMM and CUE; default 100': '迭代GMM和CUE的最多迭代次数；默认 100',
  'what is drawn or multiplied; default cluster with units or clusters, otherwise pairs':
    '抽取或乘以权重的对象；有个体或聚类时默认为 cluster，否则为 pairs',
  'column whose values are drawn or share a multiplier; default the clusters of the model, or the units':
    '按其取值抽取或共用乘数的变量；默认为模型的聚类或个体',
  'wild schemes: residuals under the tested hypothesis (default)':
    '野生自助法：使用原假设下的残差（默认）',
  'wild schemes: residuals of the estimate': '野生自助法：使用估计的残差',
  'expressions in the coefficients such as a/(1-b), separated by commas; for iv also firstStageF and andersonRubin; with a wild scheme a joint test such as "a = 0, b = 0"':
    'a/(1-b) 之类的系数表达式，以逗号分隔；iv 还可用 firstStageF 和 andersonRubin；wild 方案可用“a = 0, b = 0”之类的联合检验',
  'parts of the clusters that share a multiplier in a wild bootstrap; the variance stays clustered':
    '野生自助法中共用乘数的聚类部分；方差仍按聚类计算',
  'the k-class estimator': 'k类估计',
  "alpha of Fuller's estimator; default 1": 'Fuller估计的alpha；默认 1',
  'kappa of kclass': 'kclass 的kappa',
  'distribution of the multipliers of a wild bootstrap': '野生自助法乘数的分布',
  'which residuals a wild bootstrap multiplies': '野生自助法乘以哪种残差',
  'number of rows in a block, or its mean': '区块的行数或平均行数',
  'the same as --effects within': '等同于 --effects within',
  'the same as --effects random': '等同于 --effects random',
  'the same as --effects between': '等同于 --effects between',
  'the same as --effects first-difference': '等同于 --effects first-difference',
  'how the units are treated': '如何处理个体',
  'estimator of a formula': '公式的估计方法',
};
