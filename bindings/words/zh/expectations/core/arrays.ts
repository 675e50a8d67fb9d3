/** What lists of numbers, matrices and vectors are, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/core/arrays.js';

export const arrays: Retold<typeof english> = {
  'number-not-column': () => '数值（矩阵是列的列表，参见 fromRows）',
  'list-of-rows': () => '由数值行组成的列表',
  'matrix-or-vector': () => '矩阵 { data, rows, cols } 或 Float64Array',
  'float-array': () => 'Float64Array',
  'keys-of': ({ keys }) => `{ ${keys.join(', ')} }`,
  'numbers-of': ({ count }) => `${count} 个数值`,
  'numbers-like-y': ({ count }) => `与 y 相同的 ${count} 个数值`,
  'at-least-one-number': () => '至少一个数值',
  'at-least-numbers': ({ count }) => `至少 ${count} 个数值`,
  'rows-of': ({ count }) => `${count} 行`,
  'rows-like-y': ({ count }) => `与 y 相同的 ${count} 行`,
  'names-of': ({ count }) => `${count} 个名称`,
  'labels-like-y': ({ count }) => `与 y 的数值个数相同的 ${count} 个标签`,
  'matrices-of': ({ count }) => `${count} 个矩阵`,
  'square-matrix': () => '行数与列数相等',
  'integers-of': ({ count }) => `含 ${count} 个数值的 Int32Array`,
  'factor-of': ({ rows, cols, of }) =>
    `${cols} ${of === 'rows' ? '行' : '列'}（op(A) 为 ${rows} x ${cols}）`,
  'shape-of': ({ rows, cols, count }) => `${rows} x ${cols}${count > 1 ? `，共 ${count} 个` : ''}`,
  'empty-buffer': () => '0（缓冲区为空或已分离；请在其内存增长或转移之后重新建立视图）',
  'other-type': () => '其他类型',
};
