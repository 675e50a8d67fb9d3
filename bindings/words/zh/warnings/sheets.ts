/** Warnings about the sheets of a workbook, in Chinese. */
import type { SheetWarnings } from '../../details/sheets.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

export const sheetWarnings: Sentences<SheetWarnings> = {
  'other-sheets': ({ file, sheet, others }) =>
    `${file}：读取了工作表"${sheet}"；其他工作表是${listed(others.map(({ name, hidden }) => `"${name}"${hidden ? '（隐藏）' : ''}`))}`,
  'empty-rows': ({ rows, first }) => `略去了${rows}个空行，第一个是工作表的第${first}行`,
  'merged-cells': ({ blocks, first }) =>
    `数据中有${blocks}处合并的单元格，只有其首个单元格有值，第一处是${first}；要重复其值，请设fillMerged`,
  'uncomputed-formulas': ({ cells, first }) =>
    `${cells}个公式没有计算值，按缺失值处理，第一个在单元格${first}；请用电子表格程序打开并保存文件以计算它们`,
};
