/** What imports say of tables and tests of models, in Chinese. */
import type * as english from '../../../errors/interchange/tables.js';
import type { Retold } from '../../../told.js';

const laws = { F: 'F分布', chi2: '卡方分布', t: 't分布', z: '正态分布' } as const;

export const tableNotes: Retold<typeof english> = {
  'note/table-option': ({ name }) => `表格的选项 ${name}() 未转换`,
  'note/table-statistic': ({ name }) => `表格的统计量 ${name} 未转换`,
  'note/table-argument': ({ name }) => `表格的参数 ${name} 未转换`,
  'note/test-argument': ({ call, name }) => `${call} 的选项 ${name} 未转换`,
  'note/test-law': ({ call, law, ours }) => `p值：${call} 用${laws[law]}，模型用${laws[ours]}`,
  'note/table-models': ({ count }) => `其中${count}个模型未转换，略去相应的列`,
};
