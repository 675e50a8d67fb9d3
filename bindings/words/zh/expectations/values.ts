/** What options and keys may hold, in Chinese. */
import type { Retold } from '../../told.js';
import type * as english from '../../expectations/values.js';

export const values: Retold<typeof english> = {
  text: () => '文本',
  number: () => '数值',
  'finite-number': () => '有限的数值',
  'finite-above-zero': () => '大于 0 的有限数值',
  'above-zero': () => '大于 0 的数值',
  'whole-number': () => '整数',
  list: () => '列表',
  'list-of-texts': () => '文本列表',
  'number-or-numbers': () => '数值或数值列表',
  'list-of-numbers': () => '数值列表',
  'names-among': ({ words }) => `由 ${words.join('、')} 中的名称组成的列表`,
  'list-of-columns': () => '变量名列表',
  'keys-and-values': () => '键和值',
  'keys-and-values-with': ({ required }) => `键和值，并包含 ${required.join('、')}`,
  'keys-among': ({ known }) => `以下各键之一：${known.join('、')}`,
  'true-or-false': () => 'true 或 false',
  'one-of': ({ words }) => `${words.join('、')} 之一`,
  'all-of': ({ words }) => words.join('、').replace(/、(?=[^、]*$)/, ' 与 '),
  words: ({ words }) => words.join('、'),
  'number-above': ({ low }) => `大于 ${low} 的数`,
  'number-at-least': ({ low }) => `不小于 ${low} 的数`,
  'number-from': ({ low, high }) => `${low} 到 ${high} 之间的数`,
  'number-inside': ({ low, high }) => `大于 ${low} 且小于 ${high} 的数`,
  'whole-at-least': ({ low }) => `不小于 ${low} 的整数`,
  'whole-from': ({ low, high }) => `${low} 到 ${high} 之间的整数`,
  'number-between': ({ low, high }) => `${low} 与 ${high} 之间的数`,
  function: () => '函数',
  name: () => '名称',
  'list-of-names': () => '名称列表',
  'texts-by-name': () => '按名称给出的文本',
  'name-of-coefficient': () => '系数名',
  'either-of': ({ words }) => words.join(' 或 '),
  'name-of-column': () => '变量名',
  'confidence-level': ({ lowest, meant }) =>
    `不小于 ${lowest} 且小于 1 的置信水平，例如 0.95${meant === undefined ? '' : `（是否指 ${meant}？）`}`,
  'significance-level': ({ highest, meant }) =>
    `不大于 ${highest} 的显著性水平（是否指 ${meant}？）`,
  'regular-expression': () => '写在两条斜线之间的正则表达式',
};
