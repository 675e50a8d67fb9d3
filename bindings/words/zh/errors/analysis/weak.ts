/** Errors of confidence sets that allow for weak instruments, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/analysis/weak.js';
import { listed } from '../../text.js';

export const weak: Retold<typeof english> = {
  'singular-moments': ({ rank, found, nclusters }) =>
    `矩条件协方差矩阵的秩应等于工具变量的秩 ${rank}，实为 ${found}（${nclusters} 个个体或聚类）；请缩短滞后窗口，或使用 collapse`,
  'nonlinear-moments': ({ nonlinear }) =>
    `应只有线性矩条件，实际有非线性矩条件 ${nonlinear}；请去掉后重新估计`,
  'unknown-coefficient/weak': ({ coefficient, available }) =>
    `应为以下系数之一：${listed(available)}；实为 ${coefficient}`,
};
