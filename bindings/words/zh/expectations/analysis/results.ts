/** What analyses and readers of results take, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/analysis/results.js';

export const results: Retold<typeof english> = {
  'result-of-fit': () => 'fitModel 的结果',
  'text-or-list-of-texts': () => '文本或文本列表',
  'list-of-coefficients': () => '系数列表',
  'two-columns-of-numbers': () => '两个或更多数值变量',
  'column-as-time-is-given': () => '变量名（因为给定了 time）',
  'each-name-once': () => '不重复的名称',
  'name-twice': ({ name }) => `${name} 出现两次`,
  'columns-with-few-values': ({ most }) => `取值不超过 ${most} 个的变量`,
  'values-of-column': ({ count, column }) => `${column} 有 ${count} 个取值`,
  'name-and-explanation': () => '名称及可解释它的变量',
  'list-of-omitted': () => '由 {name, explainedBy} 组成的列表',
  'coefficients-by-name': () => '以名称为键的系数',
  'row-of-numbers': () => '一行数值',
  'rows-of-numbers': () => '若干行数值',
  'names-and-values': () => '名称和取值',
  'values-by-name': () => '以名称为键的取值',
  result: () => '估计结果',
  'some-text': () => '文本',
  'values-of': ({ count }) => `${count} 个值`,
  exactly: ({ value }) => JSON.stringify(value),
  'kind-of-result': ({ kind }) => kind,
  'any-of-these': ({ these }) => these.map(({ text }) => text).join(' 或 '),
  'square-of-coefficients': () => '以系数命名行和列的方阵',
  'rows-for-names': ({ rows, names }) => `${rows} 行对应 ${names} 个名称`,
  'parts-together': () => '各部分相互一致的结果',
};
