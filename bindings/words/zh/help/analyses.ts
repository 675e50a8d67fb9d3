/** Options of tests, comparisons, simulations and descriptions of data, in Chinese. */
export const analyses: Readonly<Record<string, string>> = {
  'data file whose rows are predicted (default: the rows of the fit)':
    '要预测的数据文件（默认：估计样本的各行）',
  'interval of the mean or of a new outcome (default: confidence)':
    '均值的区间或新观测值的区间（默认：confidence）',
  "leave absorbed effects out: x'b, which has standard errors": "不含吸收的固定效应：x'b，有标准误",
  'write all rows to a .csv, .dta, .parquet, .arrow or .json file':
    '将所有行写入 .csv、.dta、.parquet、.arrow 或 .json 文件',
  'print the predictions and errors as JSON': '以JSON输出预测值和错误',
  'variable whose effect is computed, such as x or L1.x': '计算其效应的变量，如 x 或 L1.x',
  'moderator: compute the effect on a grid of its values': '调节变量：在其取值的网格上计算效应',
  'values that variables are set to, such as "z=1,2,3"; repeatable, or separated by ;':
    '设定各变量的取值，如 "z=1,2,3"；可重复，或以 ; 分隔',
  'set the other variables to their means (default: average over the rows)':
    '将其他变量设为均值（默认：对各行求平均）',
  'points of a grid of more than 12 values (default: 11)': '取值超过12个时网格的点数（默认：11）',
  'print the effects and errors as JSON': '以JSON输出效应和错误',
  'estimate a function of the coefficients by the delta method; repeatable':
    '用delta方法估计系数的函数；可重复',
  'test the assumptions of least squares': '检验最小二乘的假设',
  'largest order of Breusch-Godfrey tests (default: 1)': 'Breusch-Godfrey检验的最高阶数（默认：1）',
  'Hausman test against this model or result, which is efficient under the null':
    '与该模型或结果作Hausman检验，后者在原假设下有效',
  'use the robust Hausman test, clustered by unit; with a formula also robust errors':
    '使用按个体聚类的稳健Hausman检验；写公式时亦使用稳健标准误',
  'test coefficients of all models, each alone, with p-values for their number: holm, bh, sharpened-q, romano-wolf, westfall-young':
    '逐一检验所有模型的系数，p值按检验个数校正：holm、bh、sharpened-q、romano-wolf、westfall-young',
  'bootstrap of --adjust romano-wolf (default: by the model); without --adjust wild or wild-cluster test the hypotheses jointly':
    '--adjust romano-wolf 所用的自助法（默认：由模型决定）；无 --adjust 时 wild 或 wild-cluster 联合检验各假设',
  'replicates of the bootstrap (default: 9999)': '自助法的重复次数（默认：9999）',
  'seed of the bootstrap (default: 1)': '自助法的种子（默认：1）',
  'print the tests and errors as JSON': '以JSON输出检验和错误',
  'regressor whose coefficient is tested': '检验其系数的解释变量',
  'number of permutations or replicates': '置换或重复的次数',
  'seed of the draws (default: 1)': '抽取的种子（默认：1）',
  'permute rows or clusters only within the values of this column':
    '只在该变量的同一取值之内置换行或聚类',
  'permute whole clusters of this column with others of the same size':
    '将该变量的整个聚类与同样大小的聚类互换',
  'test statistic (default: t)': '检验统计量（默认：t）',
  'coefficients of interest (default: the first lag of the outcome)':
    '所关注的系数（默认：被解释变量的一阶滞后）',
  'grid points per set before its ends are refined (default: 24)':
    '求精端点之前每个置信集的网格点数（默认：24）',
  'also project K, K-J and CLR, which takes longer': '同时对K、K-J和CLR作投影，耗时更长',
  'regressor whose coefficient is compared': '比较其系数的解释变量',
  'column that defines the groups': '定义组别的变量',
  'groups and their order, as a,b,c (default: all values)':
    '组别及其次序，如 a,b,c（默认：所有取值）',
  'wald, cr2, suest, permutation, bootstrap, wild (default: all that the model has); with a formula also the method of its estimator':
    'wald、cr2、suest、permutation、bootstrap、wild（默认：模型可用的全部方法）；写公式时亦为其估计方法的 method',
  'clusters of the errors, to exchange and to draw (default: units)':
    '标准误的聚类，也是交换和抽取的单位（默认：个体）',
  'bdiff: add the p-value that it prints; see `explain bdiff`':
    'bdiff：加上该命令输出的p值；见 `explain bdiff`',
  'multiply the regressors by --by, a number': '将解释变量与数值变量 --by 相乘',
  'keep the other coefficients equal across groups': '令其他系数在各组之间相等',
  'number of permutations and replicates': '置换与重复的次数',
  'choices to combine (default: all sets of controls)': '要组合的设定（默认：控制变量的所有组合）',
  'rules for choices: "if a then not b"; repeatable':
    '设定之间的规则，如 "if a then not b"；可重复',
  'coefficient of interest (default: first regressor)': '所关注的系数（默认：第一个解释变量）',
  'no limit on specifications and replicates': '不限制设定数与重复次数',
  'write one line per specification to this file': '将每个设定写成一行，存入该文件',
  'draw the specification curve into this file': '将设定曲线画入该文件',
  'number of bootstrap replicates per specification': '每个设定的自助法重复次数',
  'what the bootstraps draw, as pairs or wild-cluster; not for dpd':
    '自助法抽取的对象，如 pairs 或 wild-cluster；不适用于 dpd',
  'seed of the bootstraps (default: 1)': '自助法的种子（默认：1）',
  'bootstrap interval: percentile, basic, normal, studentized or bca (default: percentile)':
    '自助法区间：percentile、basic、normal、studentized 或 bca（默认：percentile）',
  'bootstrap p-value: symmetric or equal-tail (default: symmetric)':
    '自助法p值：symmetric 或 equal-tail（默认：symmetric）',
  'leave out each value of this column in turn, of a formula with errors clustered by it; not for dynamic panels':
    '逐一剔除该变量的各取值；写公式时标准误按其聚类；不适用于动态面板',
  'printed tables to compare with those of the study, such as printed.docx or T4=table.tex':
    '与研究中的表比较的印刷表，如 printed.docx 或 T4=table.tex',
  'simulated panels per process (default: 500)': '每个数据生成过程模拟的面板数（默认：500）',
  'sum of the coefficients of the lagged outcome (default: estimated)':
    '滞后被解释变量的系数之和（默认：估计值）',
  'error variances: unit (one per unit, the default) or common':
    '误差方差：unit（每个体一个，默认）或 common（共同）',
  'violation to simulate: serial-correlation, initial-conditions, endogeneity or endogeneity.x, with its size; repeatable (default: all that apply)':
    '要模拟的违反假设的情形及其大小：serial-correlation、initial-conditions、endogeneity 或 endogeneity.x；可重复（默认：所有适用的情形）',
  'units per panel (default: as in the data)': '每个面板的个体数（默认：与数据相同）',
  'periods per panel, from the first one of the data (default: all)':
    '每个面板的时期数，从数据的第一期起（默认：全部）',
  'columns, as a,b,c or "a b c" (default: all)': '变量，如 a,b,c 或 "a b c"（默认：全部）',
  'also describe the rows of each value of this column': '另按该变量的每个取值分别描述',
  'units of a panel, for the variation between and within them': '面板的个体，用于组间与组内变异',
  'periods of the panel': '面板的时期',
  'statistics of the table, such as n,mean,skewness': '表格中的统计量，如 n,mean,skewness',
  'with --by and --to: the table of balance between the groups':
    '与 --by 和 --to 同用：各组之间的平衡性检验表',
  'columns, as a,b,c or "a b c" (default: all columns of numbers)':
    '变量，如 a,b,c 或 "a b c"（默认：所有数值变量）',
  'use only rows with a value in every column (default: pairs of columns)':
    '只用各变量均有取值的行（默认：两两成对）',
  'pearson (default) or spearman': 'pearson（默认）或 spearman',
  'units of the panel': '面板的个体',
  'columns whose transitions are counted, as a,b or "a b"': '统计其转移次数的变量，如 a,b 或 "a b"',
  'draw which units have rows when, as an SVG file': '将各个体在哪些时期有数据画成SVG文件',
  'indicators with their directions, as a:+,b:- (for pca a,b)':
    '指标及其方向，如 a:+,b:-（pca 为 a,b）',
  'minmax (default), zscore, vector, target or base:PERIOD':
    'minmax（默认）、zscore、vector、target 或 base:PERIOD',
  'targets of the columns, as 10,20 (default: the best values)':
    '各变量的目标值，如 10,20（默认：最优值）',
  'weights and scores within the groups of this column': '在该变量的各组之内赋权和评分',
  'normalisation within the groups of this column': '在该变量的各组之内标准化',
  'given weights, as 0.5,0.3,0.2; for topsis or a method':
    '给定的权重，如 0.5,0.3,0.2；topsis 亦可为赋权方法',
  'arithmetic (default) or geometric': 'arithmetic（默认）或 geometric',
  'number added to the normalised values (default: 0)': '标准化值加上的平移量（默认：0）',
  'scores from the values before the shift': '用平移之前的值计算得分',
  'what cv takes the variation of: normalised (default) or raw':
    'cv 计算变异所用的值：normalised（默认）或 raw',
  'ln-periods: a faulty rule in circulation; see `explain ln-periods`':
    'ln-periods：一种流传的错误算法；见 `explain ln-periods`',
  'what pca decomposes: correlation (default) or covariance':
    'pca 分解的矩阵：correlation（默认）或 covariance',
  'eigenvalue>=1 (default), share:0.85, n:2 or parallel':
    'eigenvalue>=1（默认）、share:0.85、n:2 或 parallel',
  'variance-share (default), first or unit-variance':
    'variance-share（默认）、first 或 unit-variance',
  'which loadings are positive: largest (default) or sum': '令何种载荷为正：largest（默认）或 sum',
  'seed of the random columns of --keep parallel (default: 1)':
    '--keep parallel 的随机列的种子（默认：1）',
  'also rank the rows under other choices': '另在其他设定下对各行排名',
  'column of the index in --out (default: index)': '指数在 --out 中的变量名（默认：index）',
  'write the data with the index; the name says the format': '写出含指数的数据；格式由文件名决定',
  'print the weights or loadings as a table': '以表的形式输出权重或载荷',
};
