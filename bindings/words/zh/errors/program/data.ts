/** Errors of the data of a command, in Chinese. */
import { reasonText } from '../../lost-rows.js';
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/data.js';

export const data: Retold<typeof english> = {
  'no-data/model': () => '需要数据文件，但没有给出；请在模型中设定 data，或使用 --data',
  'no-data/page': () => '需要数据文件，但没有选择',
  'file-not-found/page': ({ status }) => `文件应与本页放在一起，实际的 HTTP 状态码为 ${status}`,
  'empty-data/command': ({ file, isQuery }) =>
    isQuery ? `${file}：查询没有返回任何行；请修改查询` : `${file}：变量名之下应有数据行，实际没有`,
  'bad-value/query': () =>
    '数据应在文件中，实为查询，其文件无法固定下来；请用 wasmetrics convert 将其各行写入文件',
  'bad-value/build-option': ({ found }) => `应为“变量名=表达式”，如“lnx=log(x)”，实为 ${found}`,
  'bad-value/replace': () => '应与 --build 一起使用，实际没有；请去掉该选项',
  'bad-value/targets': ({ found, columns }) =>
    `应为 ${columns} 个数，每个变量一个，实有 ${found.length} 个`,
  'bad-value/columns-option': ({ found, isTwice }) =>
    isTwice
      ? `每个变量名只能出现一次，实际重复的是 ${found}`
      : `每个变量都应有方向，如 income:+ 或 deaths:-，实为 ${found}`,
  'nothing-compared': ({ why, numbers }) =>
    `应有与研究的表格对应的数字，${numbers} 个数字中一个也没有：${why.slice(0, 2).map(reasonText).join('；')}；请按 T4=table.tex 的写法指明表格，列名和行名与研究一致`,
};
