/** Errors of queries of files, in Chinese. */
import type * as english from '../../../errors/readers/sql.js';
import type { Retold } from '../../../told.js';
import { listed } from '../../text.js';

export const sql: Retold<typeof english> = {
  'bad-sql': ({ fault }) => fault.text,
  'sql-fault/folder': ({ folder, denied }) =>
    `文件应在 ${folder} 之下，实有 ${denied}；请指定包含查询中所有文件的文件夹`,
  'sql-fault/parser': ({ message }) => `语法错误：${message}`,
  'sql-fault/statements': ({ found }) => `应为一条 SELECT 语句，实有 ${found} 条语句`,
  'sql-fault/select': () => '应为 SELECT 语句，实为更改数据或设置的语句',
  'sql-fault/depth': ({ most }) => `表达式和查询至多嵌套 ${most} 层，实际更多；请缩短查询`,
  'sql-fault/function': ({ readers, found }) =>
    `应为文件中的表（${listed(readers)} 等），实为函数 ${found}`,
  'sql-fault/argument': ({ of }) => `${of} 的参数应为引号中的文件名，实为其他内容`,
  'sql-fault/quotes': ({ file }) => `文件名应写在单引号中，实际 ${file} 为其他写法`,
  'file-not-writable/temporary': ({ file }) =>
    `应有可写入文件的临时文件夹，实为 ${file}；请设定 TMPDIR`,
};
