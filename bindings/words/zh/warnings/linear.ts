/** Warnings about regressions, in Chinese. */
import type { EstimateWarnings, LinearWarnings, PanelWarnings } from '../../details/linear.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

const remedies = {
  'wild-cluster or CV3': '野生聚类自助法（wild-cluster）或（无吸收效应时）CV3',
  'cluster bootstrap': '聚类自助法',
  'studentized bootstrap': 'studentized自助法',
};

export const linearWarnings: Sentences<EstimateWarnings & LinearWarnings & PanelWarnings> = {
  'few-clusters': (detail) => {
    const { clusters, column, fewerThan } = detail;
    if (!('scheme' in detail)) {
      const count =
        detail.noun === 'unit'
          ? `${column}只有${clusters}个个体`
          : `按${column}只有${clusters}个聚类`;
      return `${count}，少于${fewerThan}个，聚类标准误往往偏小、检验过度拒绝；请与${remedies[detail.remedy]}比较`;
    }
    const { draws, scheme } = detail;
    return scheme === 'wild-cluster'
      ? `按${column}只有${clusters}个聚类，符号向量只有${draws}个，p值是2 / ${draws}的倍数；聚类少于${fewerThan}个时请用multipliers webb（--multipliers）`
      : `按${column}只有${clusters}个聚类，不同的重抽样只有${draws}个，自助法不可靠；聚类少于${fewerThan}个时请用wild-cluster和multipliers webb（--multipliers）`;
  },
  'row-wise-errors': (detail) => {
    const { type, unit } = detail;
    const subject = `${type}标准误把同一${unit}的各行视为独立`;
    if ('tests' in detail) {
      return `${subject}，在面板中${detail.tests.join('和')}检验过度拒绝；请与按${unit}聚类的检验比较，或用--cluster ${unit}`;
    }
    const what = detail.effects === undefined ? `吸收${unit}` : `effects ${detail.effects}`;
    return `${subject}，而在${what}时它们并不独立；请用--cluster ${unit}`;
  },
  'collinear-omitted': ({ names, explainedBy }) => {
    if (explainedBy === undefined) return `${listed(names)}在样本中只有一个水平，已略去`;
    return explainedBy.length === 0
      ? `${listed(names)}在所有行中均为零，已略去`
      : `${listed(names)}与${listed(explainedBy)}完全共线，已略去`;
  },
  'indefinite-covariance': () =>
    '多重聚类的协方差矩阵（各聚类之和）不是半正定的，部分标准误可能缺失',
  saturated: ({ count }) => `${count}行或聚类的杠杆值为1：有系数恰好拟合它们，它们不影响协方差矩阵`,
  'uncentred-r2': () => '没有常数项，R²相对于零而不是均值计算',
  'constant-outcome': ({ outcome, constant }) =>
    constant ? `${outcome}在样本中只有一个值` : `去除效应后，${outcome}的变动只是舍入误差`,
  'extreme-scale': ({ columns, scaled }) =>
    scaled
      ? `${columns.join('、')}的平方超出双精度范围：系数和标准误由按2的幂缩放的列计算，但协方差矩阵、平方和与R²可能缺失`
      : `${columns.join('、')}的平方超出双精度范围，统计量可能缺失或损失精度；请更换单位`,
  'zero-variance': ({ names }) =>
    `${names.join('、')}的方差为零（得分相互抵消），没有统计量、p值和置信区间`,
  'largest-bandwidth': ({ bandwidth, periods }) =>
    `自动带宽达到上限${bandwidth}（共${periods}期），标准误不可靠`,
  'group-of-one': ({ alone, units, unit }) =>
    `${unit}的${units}个个体中有${alone}个只有一个观测，不影响斜率`,
  'no-unit-variance': () => '个体效应的估计方差为零，估计与混合最小二乘相同',
  'perfect-fit': () => '拟合几乎完全精确（残差只是舍入误差），没有统计量、p值和置信区间',
};
