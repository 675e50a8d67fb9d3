/** What commands do, their arguments, and headings and lines of help, in Chinese. */
export const commands: Readonly<Record<string, string>> = {
  'Econometrics: least squares, instruments, panels and dynamic panel GMM, with fast bootstraps':
    '计量经济学：最小二乘、工具变量、面板与动态面板GMM，以及快速的自助法',
  'difference or system GMM of a dynamic panel': '动态面板的差分GMM或系统GMM',
  'linear GMM with instruments: one-step, two-step, iterated, continuously updated':
    '含工具变量的线性GMM：一步、两步、迭代、连续更新',
  'regression with instruments: 2SLS, LIML, Fuller, k-class':
    '工具变量回归：2SLS、LIML、Fuller、k类估计',
  'ordinary or weighted least squares': '普通最小二乘或加权最小二乘',
  'fixed and random effects and the other estimators of static panels':
    '固定效应、随机效应及静态面板的其他估计方法',
  'open the page in a browser: build models and see what each choice does':
    '在浏览器中打开页面：建立模型，查看每项选择的影响',
  'run the models of a file, YAML or JSON': '估计YAML或JSON文件中的模型',
  'print and write what the command of a job folder would on one machine':
    '输出并写出作业文件夹中的命令在一台机器上应得的结果',
  'fitted values of the rows of the fit or of new data, with standard errors':
    '估计样本各行或新数据的拟合值及其标准误',
  'marginal effects of interactions, powers and functions, by the delta method':
    '交互项、幂和函数的边际效应，用delta方法计算',
  'test hypotheses, estimate functions of coefficients, run least squares diagnostics':
    '检验假设、估计系数的函数、对最小二乘作诊断',
  'permutation test of one coefficient of least squares (Freedman-Lane)':
    '最小二乘中一个系数的置换检验（Freedman-Lane）',
  'weak-identification tests and robust confidence sets of a dynamic panel':
    '动态面板的弱识别检验与稳健置信集',
  'estimate a model by groups and test whether a coefficient differs between them':
    '分组估计模型，并检验某一系数在各组之间是否不同',
  'estimate a model under every combination of its choices': '在各种设定的所有组合下估计模型',
  'leave out each unit, cluster or row in turn and report how the estimates change':
    '逐一剔除个体、聚类或行，报告估计值如何变化',
  'report how the instruments of a dynamic panel affect its estimates':
    '报告动态面板的工具变量如何影响估计值',
  'time a model here and in other programs, after comparing the coefficients':
    '先比较系数，再比较模型在本程序与其他程序中的用时',
  'find numbers in printed regression tables that contradict each other':
    '找出印刷的回归表中相互矛盾的数值',
  'simulate the size and power of the tests of a dynamic panel': '模拟动态面板各检验的水平与功效',
  'simulate bias and coverage of difference and system GMM on panels like the data':
    '在与数据相似的面板上模拟差分GMM和系统GMM的偏误与覆盖率',
  'describe the columns of a data file': '描述数据文件的各变量',
  'correlate columns of a data file': '计算数据文件各变量的相关系数',
  'report which units of a panel have rows when': '报告面板中各个体在哪些时期有数据',
  'build a composite index: entropy weights, TOPSIS, principal components, others':
    '构造综合指数：熵权法、TOPSIS、主成分等',
  'write a data file in another format, or show as JSON how it is read':
    '将数据文件写成另一种格式，或以JSON显示读取结果',
  'run a whole paper: its tables, figures and claims, from one file':
    '由一个文件运行整篇论文：表、图和假设',
  'write a commented study file to start from, by the columns of a data file':
    '根据数据文件的各变量写出带注释的研究文件，以供起步',
  'print models side by side as a table for a paper': '将多个模型并列为论文用表',
  'draw a figure: coefficients, specification curve, bootstrap, residuals and others':
    '作图：系数、设定曲线、自助法、残差等',
  'coefficients of one or more models with their intervals': '一个或多个模型的系数及其区间',
  'coefficients of event time, such as those of i(rel, ref=-1), with a band for all':
    '事件时间的系数，如 i(rel, ref=-1) 的系数，附覆盖全部系数的置信带',
  'the p-value of every hypothesised value of a coefficient': '系数各假设值的p值',
  'the power of the test of a coefficient, by its true value': '系数检验的功效，按系数的真实值',
  'the marginal effect of a variable over a moderator, with its distribution':
    '变量的边际效应随调节变量的变化，附调节变量的分布',
  'the bootstrap distribution of a coefficient with its analytic density and intervals':
    '系数的自助法分布，附解析密度与区间',
  'residuals against fitted values': '残差与拟合值',
  "leverage, standardized residuals and the largest Cook's distances of a regression":
    '回归的杠杆值、标准化残差与最大的Cook距离',
  'how a coefficient changes without each unit, cluster or row':
    '逐一剔除个体、聚类或行时系数如何变化',
  'the specification curve: estimates under every combination of choices':
    '设定曲线：各种设定所有组合下的估计值',
  "the number of instruments against Hansen's p-value, over windows of lags of a dynamic panel":
    '动态面板不同滞后窗口下的工具变量数与Hansen检验的p值',
  'a panel as units by periods: where it has rows, or the values of a column':
    '按个体和时期显示面板：何处有数据，或某变量的取值',
  'correlations of columns': '各变量的相关系数',
  'eigenvalues of principal components': '主成分的特征值',
  'weights of the indicators of an index, or loadings of its components':
    '指数各指标的权重，或其主成分的载荷',
  'rows by an index; with --sensitivity the range of each rank':
    '按指数排列各行；用 --sensitivity 显示各名次的范围',
  'print a model as code of another program': '将模型写成其他程序的代码',
  'print commands of other programs as model files, and scripts as studies':
    '将其他程序的命令写成模型文件，将脚本写成研究',
  'put a replication package together: study, data, outputs, engine and README':
    '制作复现包：研究、数据、输出、引擎和README',
  'rerun a replication bundle offline, and compare each table, figure and number':
    '离线重新运行复现包，并比较每张表、每幅图和每个数值',
  'divide the repeated work of a command into parts for several machines':
    '将命令的重复计算分成若干部分，供多台机器运行',
  'compute a part of a job folder, or continue it': '计算作业文件夹的一个部分，或继续计算',
  'say which parts of a job folder are done, and which to submit again':
    '说明作业文件夹中哪些部分已完成，哪些需要重新提交',
  'compute parts of bootstraps from a queue of BullMQ, until SIGTERM or Ctrl-C':
    '计算BullMQ队列中各自助法的部分，直至收到SIGTERM或Ctrl-C',
  'explain a warning, test, error or term by its code or name; without one, list all':
    '按代码或名称解释警告、检验、错误或术语；不给名称则全部列出',
  'print a script that completes commands in bash, zsh or fish':
    '输出在bash、zsh或fish中补全命令的脚本',

  'data file, or - for standard input; none with --sql':
    '数据文件，- 表示标准输入；用 --sql 时不写',
  'model file, or - for standard input; with a formula the data file':
    '模型文件，- 表示标准输入；写公式时为数据文件',
  'formula of a model without a model file': '没有模型文件时模型的公式',
  'folder that wasmetrics plan wrote, or s3://bucket/prefix':
    'wasmetrics plan 写出的文件夹，或 s3://bucket/prefix',
  'model file, or - for standard input; with a formula the data file, or a result printed with --json':
    '模型文件，- 表示标准输入；写公式时为数据文件；也可为用 --json 输出的结果',
  'formula of a model without a model file; hypotheses such as "w = k", "w > 0" or "x1 = 0, x2 = x3"':
    '没有模型文件时模型的公式；假设，如 "w = k"、"w > 0" 或 "x1 = 0, x2 = x3"',
  'tables as CSV, LaTeX, Markdown, HTML, Typst, Word, Excel or PDF, or - for standard input; or a study file, whose tables are made first':
    'CSV、LaTeX、Markdown、HTML、Typst、Word、Excel或PDF格式的表，- 表示标准输入；或研究文件，先由它制表',
  'how indicators are weighted': '指标的赋权方法',
  'file to write, or - for standard output (default: -)': '写出的文件，- 表示标准输出（默认：-）',
  'study file, YAML or JSON, or - for standard input': 'YAML或JSON研究文件，- 表示标准输入',
  'data file': '数据文件',
  'file to write, or - for standard output': '写出的文件，- 表示标准输出',
  'model files or results printed with --json, a column per model; or a data file and formulas; also files with coefficients of other programs':
    '模型文件，或用 --json 输出的结果，每个模型一列；或数据文件和若干公式；也可以是其他程序的系数文件',
  'model files or results printed with --json; or a data file and formulas of models':
    '模型文件，或用 --json 输出的结果；或数据文件和各模型的公式',
  'the command, a do-file or script, or - for standard input': '命令、do文件或脚本，- 表示标准输入',
  'study file; with --check and --seal a bundle': '研究文件；用 --check 和 --seal 时为复现包',
  'folder or zip file': '文件夹或zip文件',
  'command and its arguments, after --': '命令及其参数，写在 -- 之后',
  'such as many-instruments, hansen, "AR(2)" or 稳健标准误':
    '如 many-instruments、hansen、"AR(2)" 或 稳健标准误',
  'shell of the script': '脚本所用的shell',
};
