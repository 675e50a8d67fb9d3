/** What the options of composite indices may hold, and what was found in them, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/models/indices.js';

export const indices: Retold<typeof english> = {
  'signed-columns': () => '带 + 或 - 的变量，例如 {income: +, deaths: -}',
  'names-of-columns': () => '变量名',
  normalisations: () => 'minmax、zscore、vector、target 或 base:时期',
  'number-for-each': () => '每个变量一个数值，例如 {income: 100}',
  numbers: () => '数值',
  'weights-or-method': ({ words }) => `按变量次序的数值，或 ${words.join('、')} 之一`,
  'numbers-in-order': () => '按变量次序的数值',
  'kept-components': () => 'eigenvalue>=1、share:0.85、n:2 或 parallel',
  'of-method': ({ methods }) => `方法 ${methods.join('、')}`,
  'parallel-of-correlations': () => '相关矩阵的 parallel',
  'at-most-components': ({ most }) => `n 不大于变量个数 ${most}`,
  'name-of-new-column': () => '新变量的名称',
  'index-of-rows': ({ rows }) => `${rows} 行的指数`,
  'value-in-each-row': ({ column }) => `“${column}”在每一行都有取值`,
  'missing-value': () => '有缺失值',
  'two-or-more-columns': () => '两个或更多变量',
  'direction-for-each': ({ column }) => `每个变量的方向，例如 {${column}: +}`,
  'base-or-groups': () => 'base:时期 与 rescaleBy 二者之一',
  'rule-with-directions': ({ column }) =>
    `minmax、zscore 或 target，因为“${column}”的方向为 -，而 vector 不分方向`,
  'periods-for-base': () => 'base 所用的时期变量',
  'base-period': ({ periods }) => `base: 加 ${periods.join('、')} 之一`,
  'rows-in-each-group': () => '每组两行或更多',
  'one-row-in': ({ group }) => `${group} 中只有 1 行`,
  'rule-for-variation': () => 'minmax 或 target，或对 cv 用 values: raw',
  'number-of-each': ({ count }) => `${count} 个数值，每个变量一个`,
  'numbers-at-least-zero': () => '不小于 0 的数值',
  'numbers-to-one': () => '总和为 1 的数值',
  'sum-of': ({ sum }) => `总和为 ${sum}`,
  'periods-for-logarithm': () => 'ln-periods 所用的时期变量',
  'several-periods': () => '有两个或更多时期的变量，供 ln-periods 使用',
};
