/** Warnings about comparisons of groups and permutations, in Chinese. */
import type { GroupWarnings } from '../../details/bootstrap.js';
import type { Sentences } from '../../warning.js';

export const groupWarnings: Sentences<GroupWarnings> = {
  bdiff: ({ unit }) => {
    const rows = unit === undefined ? '' : `，而且它置换各行，虽然同一${unit}的各行不可分开`;
    return `bdiff的p值只计估计值所在的一侧，按5%检验时在10%的样本中拒绝系数相等${rows}；请报告permutation`;
  },
  'fixed-clusters': ({ fixed, of, unit }) =>
    unit === undefined
      ? `${of}个聚类中有${fixed}个的大小与其他聚类都不同，置换检验不交换它们`
      : `${unit}的${of}个个体中有${fixed}个在其他个体都没有的时期有观测，不交换它们的组别`,
  'group-not-estimated': ({ group, reason, cause }) =>
    `${group}：该组无法估计：${cause?.text ?? reason}`,
  'switching-units': ({ units, unit }) =>
    `${unit}的${units}个个体的观测属于几个组，各组的估计相关；滞后与差分在分组之前计算`,
  'rows-in-no-group': ({ rows, without }) =>
    `${rows}行${without === undefined ? '' : `没有${without}的值，`}不属于任何组`,
};
