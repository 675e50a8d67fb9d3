/** Warnings about a file of text, in Chinese. */
import type { FileWarnings } from '../../details/files.js';
import { shortened } from '../../text/shortened.js';
import type { Sentences } from '../../warning.js';

export const fileWarnings: Sentences<FileWarnings> = {
  'title-line': ({ row, title, names }) =>
    `第${row}行像是标题（"${title}"）：如果列名在第${names}行，请设header: ${names}`,
  'trailing-delimiters': (detail) =>
    'rows' in detail
      ? `有${detail.rows}行在最后一列之后还有空单元格，已略去，第一处在第${detail.first}行`
      : `行末${detail.columns}列既没有名称也没有值，已略去`,
  'lines-above': ({ row, title, header }) =>
    `第${row}行（"${shortened(title)}"）等第${header}行变量名之上的各行未读取；可设header: ${header}予以确认`,
  'blanks-separate': ({ row, isWide = false }) =>
    isWide
      ? `单元格以两个或更多空格分隔，如第${row}行；若单个空格也是分隔符，请改用逗号保存`
      : `单元格以空格分隔，如第${row}行；可设delimiter: whitespace予以确认`,
  'doubtful-encoding': ({ file, encoding, usual = false }) =>
    `${file}按${encoding}读取，但其字节是有效的UTF-8，文字可能有误${usual ? '；如果有误，请设encoding: utf-8' : ''}`,
};
