/** Errors of comparisons of groups, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/bootstrap/groups.js';
import { listed } from '../../text.js';

function inGroup(name: string, explainedBy: readonly string[], group: string): string {
  const constant = explainedBy.length === 1 && explainedBy[0] === '_cons';
  if (constant) return `${name} 在组 ${group} 中为常数`;
  return explainedBy.length === 0
    ? `${name} 在组 ${group} 的每一行都为零`
    : `${name} 在组 ${group} 中与 ${listed(explainedBy)} 完全共线`;
}

export const groups: Retold<typeof english> = {
  'empty-sample/group': ({ group }) =>
    `组 ${group} 在样本中没有任何行；请将其与其他组合并，或去掉（--levels）`,
  'too-few-clusters/group': ({ group, column }) =>
    `组 ${group} 只有 ${column} 的一个个体，没有聚类标准误；请将其与其他组合并，或去掉（--levels）`,
  'one-group/estimated': ({ group, cause }) =>
    `至少应有两个可以估计的组，实际只有 ${group}；${cause.text}`,
  'unknown-coefficient/group': ({ found, group, names }) =>
    `应为组 ${group} 的系数（${names.join('、')}），实为 ${found}`,
  'omitted-coefficient/group': ({ coefficient, explainedBy, group }) =>
    `${inGroup(coefficient, explainedBy, group)}，因而在该组没有系数；请比较其他解释变量（--of），或其他组（--levels）`,
  'rank-deficient/group': ({ coefficient, explainedBy, group }) =>
    `${inGroup(coefficient, explainedBy, group)}；请将其去掉，或令其在各组相同（--common）`,
  'bad-value/common': ({ estimator }) =>
    `估计方法 ${estimator} 应为 false，实为 true；请分别估计各组`,
  'many-groups': ({ found, count }) =>
    `应为某变量的各组，而 ${found} 有 ${count} 个不同数值；请用 --continuous 与其交互，或选择取值（--levels）`,
  'bad-value/compared-column': ({ found }) =>
    `应为所比较的解释变量以外的变量，而 ${found} 在其各组内不变；若要按其大小分组，请在 build 中用 cut()`,
  'bad-value/level': ({ found, by, values }) =>
    `应为 ${by} 的取值（${(values.length > 10 ? [...values.slice(0, 10), '…'] : values).join('、')}），实为 ${found}`,
  'one-group/values': ({ found, count }) =>
    `至少应有两个组，${found} 只有 ${count} 个；请用其他变量（--by），或指定两个取值（--levels）`,
  'unknown-coefficient/moderated': ({ found, known }) =>
    `应为解释变量（${known.join('、')}），实为 ${found}`,
  'bad-value/continuous': ({ of, by }) =>
    `应为 ols、panel、iv 或 gmm，实为 dpd；请在模型中加入 ${of}:${by} 及其工具变量，并用 margins`,
  'omitted-coefficient/product': ({ found, of }) =>
    `${found} 是其他解释变量的线性组合，因此 ${of} 的效应不能随其变化`,
  'bad-value/text-moderator': ({ found }) =>
    `设定 continuous 时应为数值变量，而 ${found} 为文本；要比较其各组，请去掉 continuous`,
  'unknown-coefficient/pair': ({ of }) => `这一对组中没有 ${of}`,
};
