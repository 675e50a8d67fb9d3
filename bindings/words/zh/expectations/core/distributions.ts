/** What distributions and random numbers take, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/core/distributions.js';

export const distributions: Retold<typeof english> = {
  'degrees-of-freedom': () => '大于 0 且不超过 1e10 的自由度',
  'degrees-or-infinity': () => '大于 0 且不超过 1e10 的自由度，或 Infinity',
  'positive-shape': () => '大于 0 且不超过 1e10 的数值',
  noncentrality: () => '0 到 1e10 之间的非中心参数',
  'rank-statistic': () => '不小于 0 的有限秩统计量',
  probability: () => '0 到 1 之间的概率',
  solvable: () => '分位数仍有有效数字的概率，形状参数接近 1e-10 时可能没有',
  'no-more-than': ({ names }) => `不超过 ${names.join('、') || 'x'} 的参数`,
  stream: () => '由 stream() 生成的随机数流',
  'words-of-32-bits': ({ count }) => `${count} 个 32 位字`,
};
