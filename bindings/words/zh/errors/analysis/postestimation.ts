/** Errors of predictions and marginal effects, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/analysis/postestimation.js';
import { listed, suggested } from '../../text.js';

const intervals: Readonly<Record<english.NoInterval, (weights: string) => string>> = {
  absorbed: () => '没有估计被吸收效应的协方差',
  'unit-effect': () => '新的被解释变量还含有个体效应，而区间不包含其方差',
  mean: () => '新的被解释变量的方差取决于其均值',
  weights: (weights) => `使用 ${weights} 权重时，新的被解释变量的方差未知`,
};

export const postestimation: Retold<typeof english> = {
  'no-residuals/augment': ({ estimator }) => `估计结果应在每一行都有残差，实为 ${estimator} 的结果`,
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
};
