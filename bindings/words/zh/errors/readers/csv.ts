/** Errors of text tables, in Chinese. */
import type * as english from '../../../errors/readers/csv.js';
import { show } from '../../../text/messages.js';
import type { Retold } from '../../../told.js';
import { spaced } from '../../text.js';

export const csv: Retold<typeof english> = {
  'bad-data/text': ({ found }) => `应为文本或字节，实为 ${show(found)}`,
  'not-text/zero-character': ({ position }) =>
    `应为文本，第 ${position} 个字符为 U+0000；该文件为二进制文件或采用其他编码`,
  'empty-file': () => '应有变量名行和数据行，文件为空',
  'ragged-row': ({ row, expected, found, names, isNote }) => {
    const ofNames =
      names === undefined ? '' : `；若变量名在第 ${names} 行，请设定 header: ${names}`;
    const remedy = isNote ? `；若注释自此开始，请设定 lastRow: ${row - 1} 将其略去` : ofNames;
    return `第 ${row} 行应与变量名行一样有 ${expected} 个单元格，实有 ${found} 个${remedy}`;
  },
  'no-header/line': ({ header, lines }) => {
    const found = header > lines ? `文件只有 ${lines} 行` : '该行为空';
    return `第 ${header} 行应为变量名，${found}；请将 header 设为变量名所在的行`;
  },
  'no-header/numbers': ({ row, numbers }) =>
    `第 ${row} 行应为变量名，实际只有数值（${numbers.join('、')}）；请添加变量名行`,
  'bad-quotes': ({ line, isClosed }) =>
    `第 ${line} 行开始的引号${isClosed ? '结束后还有文本' : '没有结束'}；单元格内的引号请写两次`,
  'bad-cell/declared': ({ column, row, cell, type, examples, code }) => {
    const expected = type === undefined ? '数值' : `${type}，例如 ${examples.join(' 或 ')}`;
    const remedy =
      code === undefined
        ? '请更正该单元格或类型'
        : `与缺失值代码 ${code} 相似；若为缺失值，请设定 missing: [${JSON.stringify(cell)}]`;
    return `变量“${column}”应为${spaced(expected)}，第 ${row} 行为“${cell}”；${remedy}`;
  },
  'too-many-texts': ({ column, texts, characters }) =>
    `变量“${column}”：分块读取的文件中至多有 ${texts} 种不同的文本、共 ${characters} 个字符，实际更多；请声明其数值格式，改用数值编码，或不在模型中使用该变量`,
  'temporary-file': ({ fault }) =>
    `临时文件：应有空间存放模型的变量，但${fault.text}；请将 TMPDIR 设为空间更大的文件夹`,
  'temporary-fault/full': () => '磁盘已满',
  'temporary-fault/shorter': () => '文件比写入的内容短',
};
