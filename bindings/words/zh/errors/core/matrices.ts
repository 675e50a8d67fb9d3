/** Errors of matrices and vectors, in Chinese. */
import { retold, type Retold } from '../../../told.js';
import type * as english from '../../../errors/core/matrices.js';
import { expectations } from '../../expectations/index.js';
import { spaced } from '../../text.js';

const ofMatrix = (matrix: number | undefined) => (matrix === undefined ? '' : `矩阵 ${matrix} 的`);

export const matrices: Retold<typeof english> = {
  'shape-mismatch/found': ({ expectation, found }) => {
    const shown = typeof found === 'number' ? `${found}` : retold(expectations, found);
    return `应为${spaced(retold(expectations, expectation))}，实为${spaced(shown)}`;
  },
  'non-finite-input/matrix': ({ row, column, matrix }) =>
    `应为有限数值，${ofMatrix(matrix)}第 ${row} 行第 ${column} 列（从 0 计）为 NaN 或无穷大；请先删除或替换`,
  'non-finite-input/row': ({ row }) =>
    `应为有限数值，第 ${row} 行（从 0 计）为 NaN 或无穷大；请从所有数组中去掉该行`,
  'not-converged/sweeps': () =>
    '应在 60 轮扫描内收敛，实际没有；请检查矩阵中是否有量级相差悬殊的数值',
  'out-of-memory/factors': () => '存放分解因子的内存不足（上限 4 GiB）；请使用较小的矩阵',
  'bad-value/symmetric': ({ row, column, matrix, value, opposite }) =>
    `应为对称矩阵，${ofMatrix(matrix)}第 ${row} 行第 ${column} 列为 ${value}，其对称位置为 ${opposite}；若只读取一个三角，请将 triangle 设为 lower 或 upper`,
  'not-positive-definite/minor': ({ minor, matrix }) =>
    `应为正定矩阵，${ofMatrix(matrix)}${matrix === undefined ? '' : ' '}${minor} 阶顺序主子式不为正；对奇异或不定矩阵请使用 eigSymmetric 或 pinv`,
  'rank-deficient/columns': ({ column, rank, rows, cols, matrix }) => {
    const shown =
      rows < cols
        ? `实为 ${rows} 行、${cols} 列`
        : `${ofMatrix(matrix)}第 ${column} 列（从 0 计）可由其他列线性表示：秩为 ${rank}，共 ${cols} 列`;
    return `各列应线性无关，${shown}；请去掉该列，将 dependent 设为 omit，或使用 pinv`;
  },
  'rank-deficient/matrix': ({ column, reciprocal, matrix }) =>
    `各列应线性无关，${ofMatrix(matrix)}第 ${column} 列（从 0 计）可由其他列线性表示：条件数的倒数为 ${reciprocal.toExponential(1)}；请去掉该列，或使用 lstsq 或 pinv`,
  'rank-deficient/diagonal': ({ column }) =>
    `对角线上不应有零，第 ${column} 行第 ${column} 列（从 0 计）为 0；请使用 lstsq 或 pinv`,
};
