/** Errors of weights of regressions, in Chinese. */
import type { Retold } from '../../told.js';
import type * as english from '../../errors/weights.js';

export const weights: Retold<typeof english> = {
  'negative-weight': ({ column, row, found }) =>
    `权重变量“${column}”必须为正数，第 ${row} 行为 ${found}`,
  'fractional-weight': ({ column, row, found }) =>
    `频数权重变量“${column}”必须为整数，第 ${row} 行为 ${found}`,
};
