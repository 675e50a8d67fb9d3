/** Warnings about a file of text, in Chinese. */
import type { FileWarnings } from '../../details/files.js';
import type { Sentences } from '../../warning.js';

export const fileWarnings: Sentences<FileWarnings> = {
  'title-line': ({ row, title, names }) =>
    `第${row}行像是标题（"${title}"）：如果列名在第${names}行，请设header: ${names}`,
  'trailing-delimiters': (detail) =>
    'rows' in detail
      ? `有${detail.rows}行在最后一列之后还有空单元格，已略去，第一处在第${detail.first}行`
      : `行末${detail.columns}列既没有名称也没有值，已略去`,
  'doubtful-encoding': ({ file, encoding, usual = false }) =>
    `${file}按${encoding}读取，但其字节是有效的UTF-8，文字可能有误${usual ? '；如果有误，请设encoding: utf-8' : ''}`,
};
