/** Errors of tables of papers, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/tables.js';
import { show } from '../../../text/messages.js';
import { suggested } from '../../text.js';

export const tables: Retold<typeof english> = {
  'unknown-term/row': ({ found, meant }) =>
    `应为变量、统计量或行的名称，实为 ${found}${suggested(meant)}`,
  'unknown-term/pattern': ({ found, meant }) => `没有模型含有变量 ${found}${suggested(meant)}`,
  'bad-value/table-statistic': ({ found }) =>
    `应为统计量的路径，例如 hansen.p 或 ar[2].p，实为 ${found}`,
  'unknown-statistic': ({ found, meant }) => `没有模型含有统计量 ${found}${suggested(meant)}`,
  'bad-value/cells-and-below': () => 'cells 与 below 只能有一个，但两者都有；请将各行写入 cells',
  'bad-value/terms-and-keep': () => 'terms 与 keep 只能有一个，但两者都有；请将所有变量写入 terms',
  'bad-value/cell-template': ({ found, known, meant }) =>
    `应为含 {estimate}、{stdError} 或 ${known.join('、')} 之一（写在花括号中）的文本，实为 ${show(found)}${meant === undefined ? '' : suggested(meant)}`,
  'no-groups': ({ groups }) =>
    `应为两组或更多组的描述统计，实为 ${groups} 组；请用 by 分组描述数据`,
  'bad-value/no-column': ({ models, missing }) =>
    `${models} 个模型应各有一列，但模型 ${missing} 没有`,
  'bad-value/exponentiated-and-standardized': () =>
    'exponentiate 与 standardize 只能有一个，但两者都有',
  'no-rows/standardized': ({ title }) =>
    `标准化系数需要本次运行中估计的、无权重的线性模型，实为 ${title}`,
  'bad-value/moderator': () => '应为分组，实为调节变量；请用 margins',
};
