/** Warnings in Chinese, by their codes. */
import type { Warning } from '../../../../results/common.js';
import { sentenceOf } from '../../../../words/sentence-of.js';
import { warnings } from '../../../../words/zh/warnings/index.js';

/** A sentence; or the form of the English message, a sentence with its names and numbers, and one for other forms. */
type Sentence = string | readonly [form: RegExp, detailed: string, general: string];

const models: Readonly<Record<string, Sentence>> = {
  'not-checked': [/^.*$/s, '表中有数字或统计量未被核查', '表中有数字或统计量未被核查'],
  'default-left-out': [
    /^.*$/s,
    '该估计方法没有研究默认设置中的某些选项，已略去',
    '该估计方法没有研究默认设置中的某些选项，已略去',
  ],
};

const analyses: Readonly<Record<string, Sentence>> = {
  'table-too-wide': '表格的列数超出该样式一页的宽度',
  'stars-without-legend': '星号没有说明',
  'errors-unnamed': '没有说明标准误的类型',
  'samples-differ': '嵌套模型的观测数不同',
  'stars-lost-in-bootstrap': '按自助法p值，部分星号不成立',
  'no-interval': '部分系数没有有限的标准误，没有置信区间',
  'no-band': '系数的协方差矩阵奇异，没有同时置信带',
  'leverage-of-one': '部分观测的杠杆值为1',
  'without-estimate': '部分设定或样本无法估计',
  'unknown-label': '有的标签不对应任何变量',
};

const sentences: Readonly<Record<string, Sentence>> = {
  ...models,
  ...analyses,
};

/** The warning in Chinese; its English message if it has no detail and nobody has translated its code. */
export function chineseWarning(warning: Warning): string {
  const { code, message, detail } = warning;
  if (detail !== undefined) return sentenceOf(warnings, warning, '：');
  const sentence = Object.hasOwn(sentences, code) ? sentences[code]! : message;
  if (typeof sentence === 'string') return sentence;
  const [form, detailed, general] = sentence;
  return form.test(message) ? message.replace(form, detailed) : general;
}
