/** Errors of analyses, in Chinese. */
import { retold } from '../../told.js';
import { show, showWord } from '../../text/messages.js';
import { expectations } from '../expectations/index.js';
import { explainers, listed, spaced, suggested } from '../text.js';
import type { Together } from '../../vocabulary/errors.js';
import type * as arrays from '../../errors/analysis/arrays.js';
import type * as descriptions from '../../errors/analysis/descriptions.js';
import type * as inference from '../../errors/analysis/inference.js';
import type * as postestimation from '../../errors/analysis/postestimation.js';
import type * as sensitivity from '../../errors/analysis/sensitivity.js';
import type * as simulations from '../../errors/analysis/simulations.js';
import type * as weak from '../../errors/analysis/weak.js';

const intervals: Readonly<Record<postestimation.NoInterval, (weights: string) => string>> = {
  absorbed: () => '没有估计被吸收效应的协方差',
  'unit-effect': () => '新的被解释变量还含有个体效应，而区间不包含其方差',
  mean: () => '新的被解释变量的方差取决于其均值',
  weights: (weights) => `使用 ${weights} 权重时，新的被解释变量的方差未知`,
};

const allow = '请用 cap 或 --yes 提高上限';

const omitted = (explainedBy: readonly string[]) =>
  explainedBy.length === 0
    ? '因为它在每一行都为零'
    : `因为它与 ${explainers(explainedBy).join('、')} 完全共线`;

export const analysisErrors: Together<
  | typeof arrays
  | typeof descriptions
  | typeof inference
  | typeof postestimation
  | typeof sensitivity
  | typeof simulations
  | typeof weak
> = {
  'unknown-column/array': ({ column, known }) =>
    `没有变量 ${show(column)}；应为 ${listed(known)} 之一，或其滞后、前导或差分，例如 L2.y`,
  'too-few-clusters/resampled': () => '至少应有两个聚类，实际只有一个；请改为对行重抽样',
  'bad-value/statistic': ({ expectation, cause }) => {
    const words = retold(expectations, expectation);
    return `应为${words}，实际为：${showWord(cause.text)}`;
  },
  'too-many-failed-draws/statistic': ({ failed, cause }) =>
    `应为有限数值，${failed} 次重抽样均未得到：${cause.text}；请在重抽样的行上检查该函数`,
  'nothing-computed': () => '没有任何计算结果',
  'statistic-failed': ({ reason }) => reason,
  'bad-statistic': ({ width }) =>
    `统计量没有返回${width > 0 ? ` ${width} 个数值` : '数值或数值列表'}`,
  'non-finite-statistic': () => '统计量返回 NaN 或无穷大',
  'bad-value/columns': ({ found, most }) =>
    `变量应不超过 ${most} 个，实为 ${found} 个；请列出所需的变量`,
  'too-many-periods/cells': ({ nunits, nperiods, most, column }) =>
    `个体数与时期数之积应不超过 ${most}，实为 ${nunits} 乘 ${nperiods}；请将“${column}”的时间归并为更长的时期`,
  'bad-value/relation': ({ found, relation }) =>
    `应为不含“${relation}”的表达式，实为“${found}”；检验假设请用 Wald 检验`,
  'undefined-function': ({ expression, what, found }) =>
    `“${expression}”在估计值处的${what === 'value' ? '取值' : '导数'}应为有限值，实为 ${found}`,
  'no-hypothesis': ({ redundant }) =>
    `至少应有一个约束系数的假设，实际${redundant.length === 0 ? '没有' : `为 ${listed(redundant)}`}`,
  'no-hypothesis/inequality': ({ hypothesis }) => `应为约束系数的假设，实为 ${hypothesis}`,
  'joint-inequalities': ({ found, inequality }) =>
    `不等式应单独检验，实为 ${listed(found)}；请单独检验 ${inequality}，或用“=”进行联合检验`,
  'inconsistent-hypotheses': ({ hypothesis, earlier }) =>
    earlier.length === 0
      ? `“${hypothesis}”不含系数且不成立；请更正或去掉`
      : `“${hypothesis}”与 ${listed(earlier)} 矛盾；请去掉其中一个`,
  'dependent-hypotheses': ({ hypothesis, earlier }) => {
    const problem =
      earlier.length === 0
        ? '在估计值处的导数为零'
        : `在估计值处的导数是 ${listed(earlier)} 的导数的线性组合`;
    return `“${hypothesis}”${problem}；请去掉或改写`;
  },
  'nothing-to-compare': ({ one, other }) =>
    `两个估计应有共同的系数，实际一个为 ${listed(one)}，另一个为 ${listed(other)}`,
  'no-influence': ({ type, steps, clustered }) => {
    const found = clustered ? '按其他变量聚类' : `${type}（steps ${steps}）`;
    return `应为按个体聚类的 robust 或 windmeijer 标准误，实为${spaced(found)}；请用这样的标准误重新估计两个模型`;
  },
  'no-rows/robust': () => '稳健检验需要带有数据行的估计，实为从文件读取的结果；请重新估计模型',
  'not-random-effects': ({ found }) => `稳健检验需要随机效应估计，实为 ${found}`,
  'not-a-regression': ({ estimator }) => `应为 ols 的估计，实为 ${estimator} 的估计`,
  'no-rows/fit': () => '应为带有数据行的估计，实为从文件读取的结果；请重新估计模型',
  'absorbed-effects': ({ effects }) =>
    `不应有被吸收的效应，实际有 ${effects}；请在公式中用 i() 写出其虚拟变量`,
  'bad-value/order': ({ found, rows }) =>
    `应不超过 ${rows - 1}（比行数 ${rows} 少 1），实为 ${found}`,
  'no-residuals/augment': ({ estimator }) => `估计结果应在每一行都有残差，实为 ${estimator} 的结果`,
  'bad-value/no-effects': ({ found }) =>
    `应为有被吸收的效应的估计，实为没有效应的 ${found} 估计；请在公式的 | 之后写出效应`,
  'effects-not-split/levels': () =>
    '三个以上效应的水平之间应有许多行相连，实际联系太弱，无法区分；请减少被吸收的效应',
  'bad-value/combinations': ({ most, found }) =>
    `取值的组合至多为 ${most} 个，实为 ${found}；请减少取值`,
  'unknown-variable/regressors': ({ variable, near }) =>
    `应为解释变量中的变量，实为“${variable}”${suggested(near)}`,
  'bad-value/variable': ({ variable, found }) =>
    `${variable} 的取值应为数值，实为 ${JSON.stringify(found)}`,
  'unknown-level/margins': ({ variable, level, near }) =>
    `应为 ${variable} 在样本中的取值，实为“${level}”${suggested(near)}`,
  'not-a-regression/margins': ({ estimator }) =>
    `估计结果的均值应为 x'b，实为 ${estimator} 的结果，其效应还取决于均值；请改为比较预测值`,
  'no-interaction': ({ of, over, moderators }) => {
    const others =
      moderators.length === 0
        ? `${of} 的效应处处相同；请去掉 over，或在公式中加入 ${of}:${over}`
        : `它取决于 ${listed(moderators)}`;
    return `应为改变 ${of} 的效应的变量，实为 ${over}；${others}`;
  },
  'undefined-function/derivative': ({ expression, of, setting }) =>
    `${expression} 对 ${of} 的导数在${setting === undefined ? '每一行' : ` ${setting} 处`}应为有限值，实际不存在（例如 log 或 abs 在 0 处）；请选择其他取值或行`,
  'bad-value/factor': ({ found }) =>
    `应为数值变量，实为分类变量 ${found}，它没有导数；其系数是与参照水平的对比，可用 Wald 检验比较`,
  'bad-value/shared': ({ found, shared }) =>
    `应为可以单独变动的变量，实为 ${found}，而 ${listed(shared)} 还出现在其他项中；请用 ${listed(shared)}`,
  'effects-not-split': ({ effects }) =>
    `被吸收的效应至多有两个才能彼此区分，实为 ${effects} 个；若只需不含效应的 x'b，请设 effects: false（--no-effects）`,
  'no-prediction-interval': ({ why, weights = '' }) =>
    `应为 confidence，实为 prediction：${intervals[why](weights)}`,
  'unknown-column/new-data': ({ cause }) =>
    `新数据经过模型的步骤之后，需要有解释变量的各列：${cause.text}`,
  'bad-value/no-cluster': ({ found }) => `不应指定聚类，实为 ${found}；动态面板中逐个去掉的是个体`,
  'no-spread/perfect-fit': ({ depvar }) =>
    `influence：应有残差，但 ${depvar} 几乎被完全拟合：标准误为 0，而变化以标准误度量；请用解释变量不能完全解释的被解释变量`,
  'no-spread/no-error': () =>
    'influence：变化以标准误度量，至少一个系数应有标准误，实际没有；请用其他 vcov',
  'bad-value/rebuilt-twice': ({ column }) =>
    `${column}由自身和一个可变的列构造，无法再次构造；请为其步骤另取名称`,
  'bad-value/choice-twice': ({ found }) =>
    `应为互不相同的取值，${showWord(found)} 出现两次；请去掉一个`,
  'bad-value/condition': ({ found, choices }) =>
    `应为 if A = B then not C = D，其中 ${choices.map(({ name, values }) => `${name} = ${values.join(' 或 ')}`).join('；')}，实为 ${showWord(found)}`,
  'bad-value/changing-coefficient': ({ term }) =>
    `所关注的系数对全部被解释变量应有同一名称，实为 ${term}，它随被解释变量而变`,
  'bad-value/outcomes': ({ text }) => `每个应为一个变量，实为 ${text}`,
  'bad-value/controls': ({ term, set }) =>
    `应为 ${term} 以外的解释变量，而“${set}”中有 ${term}；请将其去掉，因为每个设定都含有它`,
  'bad-value/last-lags': ({ groups, found }) =>
    `应为一个最后滞后的列表，或 gmm 的每组各一个（${groups} 个），实为 ${found} 个`,
  'unknown-variable/roles': ({ variable }) => `应为 gmm 或 iv 中列出的变量，实为 ${variable}`,
  'empty-sample/filter': ({ filter, rows }) =>
    `筛选条件应保留一些行，而 ${filter} 在 ${rows} 行中一行也不保留；请更改或去掉该条件`,
  'too-many-specifications': ({ cap, found }) => `设定至多为 ${cap} 个，实为 ${found} 个；${allow}`,
  'too-many-specifications/replicates': ({ most, found, reps }) =>
    `重复总数至多为 ${most} 次，实为 ${found} 个设定各 ${reps} 次；${allow}`,
  'unknown-coefficient/interest': ({ coefficient, available, near }) =>
    `应为 ${listed(available)} 之一，实为 ${coefficient}${near === undefined ? '' : suggested({ near })}`,
  'no-coefficient': ({ coefficient, explainedBy }) =>
    `该设定没有系数 ${coefficient}${explainedBy === undefined ? '' : `，${omitted(explainedBy)}`}`,
  'cannot-simulate/error-variance': ({ errorVariance, single }) =>
    `误差方差的估计值应大于 0，${single ? '而每个个体只有一行' : `实为 ${errorVariance}`}`,
  'cannot-simulate/coefficient': ({ name }) => `每个系数都应有取值，${name} 没有取值`,
  'cannot-simulate/not-lagged': ({ term }) => `应只有被解释变量的滞后，实为 ${term}`,
  'cannot-simulate/no-lags': () => 'persistence：模型应含被解释变量的滞后，实际没有',
  'cannot-simulate/not-stationary': ({ sum }) =>
    `过程应为平稳的，而滞后被解释变量的系数之和为 ${sum}；请将 persistence 设为小于 1 的值`,
  'cannot-simulate/function': ({ term, of, simulated }) =>
    `应只有 ${simulated.join('、')} 的滞后与差分，实有 ${term}，它是模拟变量 ${of} 的其他函数`,
  'singular-moments': ({ rank, found, nclusters }) =>
    `矩条件协方差矩阵的秩应等于工具变量的秩 ${rank}，实为 ${found}（${nclusters} 个个体或聚类）；请缩短滞后窗口，或使用 collapse`,
  'nonlinear-moments': ({ nonlinear }) =>
    `应只有线性矩条件，实际有非线性矩条件 ${nonlinear}；请去掉后重新估计`,
  'unknown-coefficient/weak': ({ coefficient, available }) =>
    `应为以下系数之一：${listed(available)}；实为 ${coefficient}`,
};
