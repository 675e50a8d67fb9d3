/** Errors of tables that a program hands over, in Chinese. */
import type * as english from '../../../errors/data/tables.js';
import type { Retold } from '../../../told.js';

const types: Readonly<Record<english.ValueType, string>> = {
  nothing: '空',
  null: ' null',
  object: '对象',
  'invalid-date': '无效日期',
  string: '字符串',
  number: '数值',
  bigint: '大整数',
  boolean: '布尔值',
  symbol: '符号',
  function: '函数',
};

const noTableText = (found: english.NoTable): string => {
  if (found.is === 'unreadable') return `实有无法读取的值（${found.fault}）`;
  const type = types[found.type];
  if (found.is === 'row') return `第 ${found.row} 行实为${type}`;
  return found.is === 'name' ? `实为以${type}作变量名的 Map` : `实为${type}`;
};

export const tables: Retold<typeof english> = {
  'empty-data/rows': () => '应有数据行，实际没有',
  'bad-data/table': ({ found }) => `应为表格、各列或各行，${noTableText(found)}`,
  'bad-column': ({ column, type }) => `变量“${column}”必须为数组，实为${types[type]}`,
  'bad-cell/value': ({ column, row, type }) =>
    `变量“${column}”必须为数值、文本、日期或布尔值，第 ${row} 行为${types[type]}`,
  'column-length/columns': ({ columns: [first, other], lengths: [one, two] }) =>
    `各变量的长度必须相同，“${first}”有 ${one} 个单元格，“${other}”有 ${two} 个`,
};
