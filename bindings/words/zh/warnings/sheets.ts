/** Warnings about the sheets of a workbook, in Chinese. */
import type { SheetWarnings } from '../../details/sheets.js';
import type { Sentences } from '../../warning.js';
import { shortened } from '../../text/shortened.js';
import { listed } from '../text.js';

const roles = { names: '变量名', groups: '变量组', labels: '标签', units: '单位' } as const;

export const sheetWarnings: Sentences<SheetWarnings> = {
  'other-sheets': ({ file, sheet, first, lacks = 'table', others }) => {
    const what = { table: '数据表', numbers: '数值列' }[lacks];
    const why = first === undefined ? '' : `，因为工作表"${first}"中没有${what}`;
    return `${file}：读取了工作表"${sheet}"${why}；其他工作表是${listed(others.map(({ name, hidden }) => `"${name}"${hidden ? '（隐藏）' : ''}`))}；可用sheet选择`;
  },
  'title-rows': ({ row, title, header }) =>
    `第${row}行视为标题（"${shortened(title)}"），第${header}行视为变量名；可用header指定`,
  'heading-rows': ({ rows }) => {
    const parts = rows.map(({ row, role }) => `第${row}行为${roles[role]}`);
    return `表头有多行：${parts.join('，')}；可设header: [${rows.map(({ row }) => row).join(', ')}]予以确认，或设header为变量名所在的行`;
  },
  'note-rows': ({ first, last, text }) => {
    const rows = first === last ? `第${first}行` : `第${first}至${last}行`;
    return `${rows}视为注释，未读取："${shortened(text)}"；可设lastRow: ${first - 1}予以确认，要读取请设lastRow: ${last}`;
  },
  'empty-rows': ({ rows, first }) => `略去了${rows}个空行，第一个是工作表的第${first}行`,
  'merged-cells': ({ blocks, first }) =>
    `数据中有${blocks}处合并的单元格，只有其首个单元格有值，第一处是${first}；要重复其值，请设fillMerged`,
  'uncomputed-formulas': ({ cells, first }) =>
    `${cells}个公式没有计算值，按缺失值处理，第一个在单元格${first}；请用电子表格程序打开并保存文件以计算它们`,
};
