/** Errors of Arrow and Feather files, in Chinese. */
import type * as english from '../../../errors/readers/arrow.js';
import type { Retold } from '../../../told.js';

const parts: Readonly<Record<english.ArrowPart, string>> = {
  metadata: '元数据',
  body: '消息体',
  footer: '文件尾',
  tables: '表',
};

export const arrow: Retold<typeof english> = {
  'unreadable-arrow': ({ fault }) => `无法按 Arrow 读取：${fault.text}`,
  'arrow-fault/texts': ({ column, row }) =>
    `变量“${column}”的文本应按顺序存放，第 ${row} 行的文本位置不符`,
  'arrow-fault/rows': ({ column, most, found }) =>
    `变量“${column}”按其字节至多应有 ${most} 行，实有 ${found} 行`,
  'arrow-fault/more': ({ byte, more }) =>
    `数据流应在第 ${byte} 字节处结束，从第 ${more} 字节起仍有内容`,
  'arrow-fault/long': ({ part, length, byte, left }) =>
    `第 ${byte} 字节处的${parts[part]}至多应有 ${left} 字节，实有 ${length} 字节`,
  'arrow-fault/footer': ({ byte }) => `应有文件尾，文件却在第 ${byte} 字节处结束`,
  'arrow-fault/block': ({ byte, rows }) =>
    `文件尾所指的第 ${byte} 字节处应为${rows ? '一批行' : '字典'}，实非如此`,
  'arrow-fault/message': ({ byte, kind }) =>
    `第 ${byte} 字节处应为表格的消息，实为第 ${kind} 类消息`,
};
