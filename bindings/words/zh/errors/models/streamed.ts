/** Errors of estimates from files that are read in parts, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/streamed.js';

function wholeRows(reason: english.WholeRows): string {
  switch (reason.why) {
    case 'filter':
      return '涉及其他行的函数（where）';
    case 'panel':
      return '个体与时期的次序（panel）';
    case 'absorbed':
      return '吸收效应';
    case 'clusters':
      return '多维聚类';
    case 'c-tests':
      return '工具变量的 C 检验（cTests）';
    case 'last-row':
      return '设定了 lastRow';
    case 'blanks':
      return 'delimiter 为 whitespace';
    case 'source':
      return '数据来源不是磁盘上的文件';
    case 'estimator':
      return `估计方法 ${reason.name}`;
    case 'effects':
      return `去除效应（${reason.name}）`;
    case 'step':
      return `更改数据的步骤（${reason.name}）`;
    case 'covariance':
      return `协方差 ${reason.name}`;
    case 'format':
      return `格式 ${reason.name} 的文件须整体读入`;
  }
}

export const streamed: Retold<typeof english> = {
  'not-streamed': ({ cause }) =>
    `模型与文件应能分段读入，但必须将全部行读入内存（${wholeRows(cause)}）；请去掉 stream（--stream）`,
  'file-too-large/streamed': ({ cause, limit, bytes }) =>
    `必须将全部行读入内存（${wholeRows(cause)}），文件至多为 ${limit} 字节，实为 ${bytes}；请只保留模型的行与列，或选择可以分段读入的模型（docs/how-to/large-files.md）`,
  'too-many-values/streamed': ({ column, most }) =>
    `变量“${column}”：分段读入的文件中至多有 ${most} 个不同取值，实际更多；请将其分组，或减少行数`,
};
