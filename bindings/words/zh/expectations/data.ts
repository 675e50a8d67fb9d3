/** What readers of data and of tables expect, in Chinese. */
import type * as english from '../../expectations/data.js';
import type { Retold } from '../../told.js';

export const data: Retold<typeof english> = {
  'table-source': () => '路径、网址、文件、字节或数据流',
  'name-of-file': () => '文件名',
  'name-of-encoding': () => '编码名称，例如 gb18030',
  delimiter: () => '一个字符，例如 ;',
  'delimiter-plain': () => '一个字符，例如 ;，不能是引号或换行符',
  'point-or-comma': () => '. 或 ,',
  separators: () => '一个分隔符，例如 .，或其列表',
  'other-separator': ({ decimal }) => `不同于小数点 ${decimal} 的分隔符；请同时设定 decimal`,
  'text-or-texts': ({ most }) => `文本，或至多 ${most} 个文本的列表`,
  comment: () => '注释行的开头，例如 #',
  'no-quote': () => '不含引号的文本',
  'comment-without-delimiter': () => '不含分隔符的文本',
  'column-types': ({ types }) => `各变量的类型，每个为 ${types.join('、')} 之一`,
  'column-names': () => '变量名的列表',
  'sheet-name': () => '工作表的名称或序号',
  'lines-of-names': () => '变量名所在的行，或至多三行，例如 [2, 3]',
  'cell-range': () => '单元格区域，例如 A3:H34',
  'model-or-values': () => '模型，或其文本指明变量的其他值',
  table: () => '表格',
  'list-of-warnings': () => '警告的列表',
  'whole-warnings': () => '含代码、消息和变量名的警告',
  'name-of-query': () => '查询的名称',
  path: () => '路径',
  'only-csv': () => '格式 csv；其他格式中文本不会成为公式',
  'select-statement': () => 'SELECT 语句',
};
