/** Warnings about composite indices, in Chinese. */
import type { IndexWarnings } from '../../details/indices.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

export const indexWarnings: Sentences<IndexWarnings> = {
  'no-score': ({ without, rows }) => `${rows}行中有${without}行缺少指标值，没有得分`,
  'ln-periods': () => '熵除以时期数而不是行数的对数，这是已知的错误：冗余度为负，权重的次序颠倒',
  'zero-score': ({ rows }) =>
    `有${rows}行的某个指标处于最差值，几何平均为0；要给它们排序，请加一个平移量`,
  'low-kmo': ({ kmo }) =>
    `KMO为${kmo.toFixed(2)}，低于0.5：指标之间的共同成分很少，不宜合成一个指数`,
  'tied-components': ({ components }) =>
    `${listed(components.map((place) => `PC${place}`))}的特征值相等，载荷与得分不唯一，由舍入决定；请用其他列或其他方法`,
};
