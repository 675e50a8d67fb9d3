/** Errors of merges, in Chinese. */
import type * as english from '../../../errors/data/merges.js';
import type { Retold } from '../../../told.js';
import { frequencies } from '../../frequencies.js';
import { keyText } from '../../key-cells.js';
import { listed } from '../../text.js';

export const typeText = (type: english.ColumnType): string => {
  if (typeof type === 'object') return `频率为${frequencies[type.dates]}的日期`;
  return type === 'text' ? '文本' : '数值';
};

export const merges: Retold<typeof english> = {
  'merge-key-type': ({ column, here, there, declare }) =>
    `变量“${column}”的类型应一致，数据中为${typeText(here)}，文件中为${typeText(there)}；请声明其中一个的类型，例如 types: {${column}: ${declare}}`,
  'column-exists/key': ({ column }) =>
    `应为要添加的变量，实有数据中已有的关键变量“${column}”；请删去`,
  'column-exists/indicator': ({ column }) =>
    `indicator：应为数据和文件中都没有的名称，实为 ${column}；请另取名称`,
  'column-exists/both': ({ columns }) =>
    `变量名不应与数据重复，二者都有 ${listed(columns)}；请在 keep 中列出其他变量，或用 rename: {${columns[0]!}: ...} 重命名`,
  'duplicate-merge-keys': ({ cells, rows, file, count }) => {
    const more = count > 1 ? `（此类行共 ${count} 行）` : '';
    return `${file ?? '数据'}中每个关键值应只出现一次，${keyText(cells)} 出现在第 ${rows.join('、')} 行${more}；请在 on 中增加变量，或删除这些行`;
  },
};
