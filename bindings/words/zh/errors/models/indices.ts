/** Errors of composite indices, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/indices.js';

export const indices: Retold<typeof english> = {
  'no-rows/column': ({ column }) => `变量“${column}”没有任何取值；请将其去掉`,
  'no-rows/rows': ({ found }) => `每个变量都有取值的行至少应有两行，实为 ${found} 行`,
  'constant-column/index': ({ column, value, group }) => {
    const where = group === '' ? '' : `在 ${group} 的`;
    return `变量“${column}”${where}每一行都为 ${value}；请将其去掉`;
  },
  'negative-value/target': ({ column, found }) =>
    `与目标值之比要求取值为正，“${column}”中有 ${found}；请用 minmax`,
  'negative-value/entropy': ({ column, found }) =>
    `熵要求取值不小于 0，标准化后的“${column}”中有 ${found}；请用 minmax 或加一个平移量（shift）`,
  'negative-value/geometric': ({ column }) =>
    `几何平均要求取值不小于 0，标准化后的“${column}”中有负值；请用 minmax`,
  'no-weights/undefined': ({ kind }) => `各指标的 ${kind} 权重没有定义；请用等权重或给定的权重`,
  'no-weights/equal-rows': () => '没有任何指标在各行之间有差异；请用等权重或给定的权重',
};
