/** Warnings about predictions, residuals and margins, in Chinese. */
import type { PostestimationWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

const noLeverage = {
  instruments: '使用工具变量时，拟合值不是被解释变量的投影',
  random: '随机效应估计使用变换后的行',
  between: '组间估计使用个体均值',
  'several-effects': '吸收的效应多于一个；请把较小的写成i()',
  'perfect-fit': '残差只是舍入误差',
};

export const postestimationWarnings: Sentences<PostestimationWarnings> = {
  'level-residuals': () =>
    "residual为水平残差y - x'b，包含个体效应；residualDifferenced是其一阶差分，序列相关检验使用它",
  'effects-not-split': ({ effects }) =>
    `吸收的${effects}个效应无法分别给出（只有一两个可以区分）；fitted减xb是它们的和`,
  'rows-in-differences': ({ of }) =>
    of === 'columns'
      ? 'observed、fitted和residual为一阶差分，位于较晚一期的行'
      : '拟合值为被解释变量一阶差分的拟合值',
  'rows-of-means': () => "fitted和residual是各行的x'b和y - x'b；估计量最小化的是个体均值的残差",
  'no-leverage': ({ reason }) => `没有杠杆值和影响度量：${noLeverage[reason]}`,
  'no-standard-errors': () =>
    "拟合值包含吸收的效应，其协方差未估计，因此没有标准误；要有标准误的x'b，请设effects: false（--no-effects）",
  'without-effects': () => "拟合值为x'b，不包含个体效应",
  'no-moderator': ({ of, variable }) => `${of}的效应不依赖${variable}，at中给它的值不改变任何结果`,
  'omitted-in-effect': ({ of, omitted }) =>
    `${of}的效应只含已估计的项：${listed(omitted)}因共线而略去`,
  'held-fixed': ({ of, others }) => `${of}的效应视${listed(others)}不变：滞后与差分算作其他变量`,
};
