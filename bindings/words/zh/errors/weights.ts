/** Errors of weights of regressions, in Chinese. */
import type { Retold } from '../../told.js';
import type * as english from '../../errors/weights.js';

export const weights: Retold<typeof english> = {
  'negative-weight': ({ column, row, found }) =>
    `权重变量“${column}”必须为正数，第 ${row} 行为 ${found}`,
  'extreme-value/weights': ({ column, found, lowest, highest }) =>
    `权重变量“${column}”的最大绝对值必须在 ${lowest} 与 ${highest} 之间，超出时乘积会溢出或消失，实为 ${found}；请更换单位`,
  'varying-weight': ({ column, unit, found }) =>
    `权重变量“${column}”在同一个体的各行必须相同，个体 ${unit} 中有 ${found.join(' 与 ')}`,
  'varying-frequency': ({ column, unit, found }) =>
    `频数变量“${column}”在个体内必须不变，个体 ${unit} 中为 ${found.join(' 至 ')}`,
  'fractional-weight': ({ column, row, found }) =>
    `频数权重变量“${column}”必须为整数，第 ${row} 行为 ${found}`,
};
