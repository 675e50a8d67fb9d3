/** Warnings about columns and panels before a model, in Chinese. */
import type { DescriptionWarnings } from '../../details/descriptions.js';
import type { Sentences } from '../../warning.js';

export const descriptionWarnings: Sentences<DescriptionWarnings> = {
  'rows-without-group': ({ column, without, rows }) =>
    `${rows}行中有${without}行没有列"${column}"的值，不属于任何组`,
  'rows-without-key': ({ keys, without, rows, first }) =>
    `${rows}行中有${without}行没有${keys.map((key) => `"${key}"`).join('或')}的值，第一个是第${first}行；它们不计入任何个体`,
  'irregular-times': ({ column, times }) =>
    `列"${column}"的时间间隔不固定，因此依次显示其${times}个不同时间，间断未知`,
};
