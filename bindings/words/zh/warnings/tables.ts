/** Warnings about the columns of a table, in Chinese. */
import type { TableWarnings } from '../../details/tables.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

export const tableWarnings: Sentences<TableWarnings> = {
  'duplicate-names': ({ renamed }) =>
    `几列同名，除第一列外已改名：${listed(renamed.map(({ name, column }) => `"${name}"（第${column}列）`))}`,
  'blank-names': ({ column, name }) =>
    `第${column}列没有名称，命名为"${name}"${column === 1 ? '；R和pandas写出的行名即是如此' : ''}`,
  'column-left-out': ({ column, type }) =>
    type === undefined
      ? `列"${column}"的单元格是列表或结构，已略去；请把其各部分写成列`
      : `列"${column}"的类型${type}没有对应的列，已略去；请在查询中转换类型`,
};
