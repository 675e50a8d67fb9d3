/** Short explanations of errors of models and their samples, in Chinese. */
export const models = {
  'other-fit': '数据或模型与计算该结果时的不同，估计值不符；请传入原来的数据和模型，或重新估计。',
  'data-changed': '模型所用各列的值在估计之后被改动；请重新估计，或在改写数据之前完成全部分析。',
  'one-group': '分组变量的取值不足两个，或可估计的组不足两个；请换用变量，或合并小组。',
  'several-models':
    '公式含有多个被解释变量或步骤，例如 c(y1, y2) 与 sw(a, b)，或模型有多个样本，而此处应为一个模型；请用 fitAll、论文的 models 列表或命令 ols、fit、table。',
  'too-many-models': '一个公式的被解释变量与步骤组成一千个以上的模型；请减少步骤，或写成多个公式。',
  'no-coefficient':
    '多重设定中的某个模型没有所比较的系数；请更改 multiverse.coefficient，或从 multiverse.over 中去掉某些选择。',
  'no-compat':
    '模型已遵循 xtabond2 的规则，没有其他规则可比较；请在动态面板中将 compat 设为 gretl、plm 或 xtdpdgmm。',
  'cannot-simulate':
    '无法按该估计模拟面板：过程不平稳、误差方差为零，或公式含有被解释变量的函数；请设定 persistence，或只用其滞后。',
  'empty-sample': '没有一行具备模型所需的全部取值；请检查 where，减少滞后，或更改 gaps。',
  'non-finite-input': '样本中有无穷大或非数值；请检查数据，以及公式中零的对数。',
  'shape-mismatch': '问题各部分的大小不相符；请连同模型和数据报告。',
  'bad-option': '某个选项的取值未知；请更正消息所指的选项。',
  'redundant-term': 'i() 项的各列已由其他项或被吸收的效应包含；请去掉该项，或去掉包含它的效应。',
  'too-many-levels':
    'i() 项的水平或组合超过 1000 个；请改为吸收效应，例如 y ~ x | g，或换用水平较少的因子。',
  'reserved-name': '公式中的某个变量名为 _cons，即常数项的名称；请将该变量改名。',
  'duplicate-name': '模型中有两列同名；请将数据中的变量或水平改名。',
  'ambiguous-coefficient': '假设或函数中系数名的空格与结果中的不同，含义不明；请按结果所示书写。',
  'singular-moments':
    '矩条件协方差的秩低于工具变量个数，个体或聚类过少；请减少工具变量，或减少 vcov.cluster 中的变量。',
  'nonlinear-moments': '部分矩条件对系数非线性，而稳健置信集要求线性；请设 nonlinear: false。',
  'omitted-coefficient':
    '表达式或选项指定的系数因共线已被略去；请换用其他系数，或在公式中把该变量写在前面。',
  'rank-deficient':
    '某个解释变量在样本中是其他变量的线性组合，系数无法识别；请从公式中去掉，或设 collinear: omit。',
  'under-identified':
    '工具变量少于系数，系数无法识别；请增加工具变量：更多滞后、collapse: false 或 iv。',
  'too-many-lags': 'hac 或 Driscoll-Kraay 协方差的带宽不小于时期数；请设定较小的带宽，或 auto。',
  'too-few-clusters': '只有一个聚类，或少于该协方差所需；请在 vcov.cluster 中换用其他变量。',
  'no-degrees-of-freedom': '行数不多于系数个数，无法估计误差方差；请减少解释变量或效应。',
  'endogenous-twice': '公式中同一内生变量列出两次，系数无法识别；请只列一次。',
  'endogenous-and-exogenous': '同一变量既列为外生又列为内生，系数无法识别；请只写在公式的一部分。',
  'outcome-as-regressor': '被解释变量同时是解释变量；请去掉，或用其滞后，例如 L.y。',
  'outcome-as-instrument':
    '被解释变量同时是工具变量，与误差相关；请去掉；动态面板请在 gmm 中列出其滞后。',
  'instrument-as-regressor': '某变量既是解释变量又是被排除的工具变量；请只写在公式的一部分。',
  'not-positive-definite':
    '应为正定的矩阵并不正定，因而没有报告估计；请调整解释变量的单位，减少工具变量或聚类变量。',
  'extreme-column': '某列的幂接近双精度的极限；请改用其他单位。',
  overflow: '部分数超出双精度范围；请改用其他单位。',
  'extreme-value':
    '某列的值过大或过小，其乘积超出双精度范围；请将该列乘以或除以常数，系数随之同比变化。',
  'too-many-failed-draws':
    '超过一半的自助法重复无法估计，其余不能代表抽样分布；请减少工具变量或解释变量。',
  'no-implied-probabilities':
    '没有一组个体概率能使样本矩为零；请减少工具变量，或设 recenter: true。',
};
