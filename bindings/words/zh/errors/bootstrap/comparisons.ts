/** Why a method cannot compare groups, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/bootstrap/comparisons.js';

const inSeveral = (units: number, column: string) => `${column} 的 ${units} 个个体属于几个组`;

interface TooFew {
  readonly units: number;
  readonly column: string | undefined;
  readonly coefficients: number;
  readonly twoStep: boolean;
}

function tooFew({ units, column, coefficients, twoStep }: TooFew): string {
  const what = column === undefined ? `${units} 行` : `${column} 的 ${units} 个个体`;
  return twoStep
    ? `两步加权矩阵所需的不同个体与系数一样多，而从${what}中抽取时很少有 ${coefficients} 个；请用 steps 1、较少的解释变量，或 --method wald`
    : `从${what}中抽取时很少能识别 ${coefficients} 个系数；请用较少的解释变量，或 --method wald`;
}

export const comparisons: Retold<typeof english> = {
  'no-bootstrap/switching': ({ units, column }) =>
    `${inSeveral(units, column)}，而动态面板要求每个个体的各期在一起；请用 --method bootstrap`,
  'no-bootstrap/labels': ({ column }) =>
    `动态面板在置换中按个体计算标准误，而组别将按 ${column} 交换；请用 --method bootstrap`,
  'no-bootstrap/permutations': ({ estimator }) =>
    `置换需要各行或个体之和，而它们不能确定 ${estimator}；请用 --method bootstrap`,
  'no-bootstrap/influence': ({ estimator }) =>
    `suest 需要影响函数，而 ${estimator} 没有；请用 --method bootstrap`,
  'no-bootstrap/wild': ({ estimator }) => `野生自助法用于 ols、panel 与 iv，实为 ${estimator}`,
  'no-comparison/other-estimates': () => '含交互项的合并模型有不同的估计值；请用 --method suest',
  'no-comparison/pooled': ({ cause }) => `含交互项的合并模型无法估计：${cause.text}`,
  'no-comparison/no-pooled': () => '含交互项的合并模型无法估计；请用其他方法',
  'no-comparison/suest-common': () =>
    'suest 比较分别得到的估计，而设定 common 时它们有共同的系数；请用 --method wald',
  'no-comparison/suest-errors': ({ type }) =>
    `suest 使用稳健或聚类标准误，实为 ${type}；请用 --cluster，或 --method bootstrap`,
  'no-comparison/suest-clusters': ({ columns }) =>
    `suest 只有一维聚类，实为 ${columns.join('、')}；请用 --cluster 选择其一`,
  'no-comparison/many-clusters': () => '聚类如此之多，小样本修正可以忽略；请用 --method wald',
  'no-comparison/cr2': ({ found, effects }) =>
    `cr2 用于最小二乘，实为 ${effects ? 'effects ' : ''}${found}；请用 --method suest`,
  'no-comparison/variation': () => '去除聚类后差异没有变动；请用 --method wald',
  'no-comparison/bdiff': () => 'bdiff 用于系数各自不同的 ols、panel、iv 与 gmm',
  'no-comparison/frequencies': () =>
    '带频数权重的一行代表若干行，其组别会一起交换；请改为在数据中重复该行',
  'no-comparison/same-labels': ({ column }) =>
    `${column} 中在相同时期有观测的个体属于同一组，交换它们没有变化；请用 --method bootstrap`,
  'no-comparison/few-permutations': ({ smallest }) =>
    `组别的不同置换太少，没有低于 ${smallest} 的 p 值；请用 --method wild 或 wald`,
  'no-comparison/failed-permutations': ({ failed, reps }) =>
    `${reps} 次置换中有 ${failed} 次使某个组无法估计；请用 --method bootstrap`,
  'no-comparison/few-signs': ({ units, smallest }) =>
    `${units} 个聚类的符号向量太少：没有低于 ${smallest} 的 p 值；请用 --method permutation`,
  'no-comparison/replicates': () => '没有任何一次重复可以估计',
  'no-comparison/correlated': ({ units, column }) =>
    `${inSeveral(units, column)}，其估计因而相关；请用 --method bootstrap`,
  'no-comparison/errors': ({ type }) => `类型为 ${type} 的误差在组间相关；请用 --method bootstrap`,
  'no-comparison/variance': () => '差异的方差不为正；请用其他标准误',
  'no-comparison/spread': () => '两个估计值的方差在舍入误差内为零，无法检验',
  'no-comparison/group': ({ group, cause }) => `组 ${group} 无法估计：${cause.text}`,
  'no-comparison/not-tested': () => '没有对其检验',
  'no-comparison/failed-replicates': ({
    failed,
    reps,
    group,
    cause,
    units,
    column,
    coefficients,
    twoStep,
  }) =>
    `${reps} 次重复中有 ${failed} 次在组 ${group} 失败：${cause.text}；${tooFew({ units, column, coefficients, twoStep })}`,
};
