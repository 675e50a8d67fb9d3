/** What estimators and resampling of arrays take, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/analysis/arrays.js';
import { listed } from '../../text.js';

export const arraysOfCallers: Retold<typeof english> = {
  'distinct-names': () => '互不相同且不为 _cons 的文本',
  'list-of-labels': () => '每行一个标签的列表',
  'number-or-text': () => '有限的数值或文本',
  'result-of-arrays': () => 'wasmetrics/estimators 中 dpd 的结果',
  'unreserved-names': ({ reserved }) =>
    `${reserved[0]}、${reserved[1]} 和 ${reserved[2]} 以外的名称`,
  'label-in-each-row': () => '每行一个标签',
  'names-in-arrays': ({ known }) => `${listed(known)} 中的名称`,
  'keys-of-arrays': () => '用于数组的键（此键只用于数据表的模型）',
  'finite-with-kclass': () => '有限的数值（method 为 kclass 时）',
  'labels-with-cluster': () => '各行的标签（weight 为 cluster 时）',
  'time-of-each-row': ({ type }) => `每行的时间（${type} 需要）`,
  'most-periods': ({ most }) => `从首期到末期不超过 ${most} 个时期`,
  'type-or-keys': () => '类型或 { type, kernel, bandwidth, small }',
  'no-workers-with-function': () =>
    '0（函数不能发送到工作线程；请从模块中导出该函数，并传入 { module, name }）',
  'function-or-module': () => '函数或 { module, name }',
  'importable-module': () => '可导入的模块',
  'export-of': ({ module }) => `${module} 导出的函数`,
  'finite-for-all-rows': () => '全部行上的有限数值',
};
