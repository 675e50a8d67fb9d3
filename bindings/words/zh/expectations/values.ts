/** What options and keys may hold, in Chinese. */
import type { Retold } from '../../told.js';
import type * as english from '../../expectations/values.js';

export const values: Retold<typeof english> = {
  text: () => '文本',
  'true-or-false': () => 'true 或 false',
  'one-of': ({ words }) => `${words.join('、')} 之一`,
  'whole-at-least': ({ low }) => `不小于 ${low} 的整数`,
  'whole-from': ({ low, high }) => `${low} 到 ${high} 之间的整数`,
  'number-between': ({ low, high }) => `${low} 与 ${high} 之间的数`,
  'name-of-column': () => '变量名',
};
