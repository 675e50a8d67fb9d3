/** Errors of Excel workbooks, in Chinese. */
import type * as english from '../../../errors/readers/xlsx.js';
import type { SheetName } from '../../../text/sheet-names.js';
import type { Retold } from '../../../told.js';
import { listed } from '../../text.js';

const sheetNames = (sheets: readonly SheetName[]) =>
  listed(sheets.map(({ name, hidden }) => `“${name}”${hidden ? '（隐藏）' : ''}`));

export const xlsx: Retold<typeof english> = {
  'unreadable-xlsx': ({ fault }) => `无法按 Excel 工作簿读取：${fault.text}`,
  'xlsx-fault/member': ({ path }) => `其中没有 ${path}`,
  'xlsx-fault/sheets': () => '其中没有含单元格的工作表',
  'xlsx-fault/binary': () => '这是二进制工作簿（.xlsb）；请另存为 .xlsx',
  'xlsx-fault/merged': ({ cells, values }) =>
    `合并区域有超过 ${cells} 个单元格，而取值只有 ${values} 个；请不要设定 fillMerged，或取消合并`,
  'xlsx-fault/reference': ({ path, of, found }) =>
    `${path} 已损坏：其中有${of === 'row' ? '行' : '单元格'} ${found}`,
  'xlsx-fault/cell': ({ cell, type, value }) =>
    `单元格 ${cell} 已损坏（类型 ${type}，取值 ${value}）`,
  'unknown-sheet': ({ sheet, of }) =>
    `没有工作表 ${JSON.stringify(sheet)}；现有工作表为 ${sheetNames(of)}`,
  'empty-file/sheets': ({ sheets }) => `应有含单元格的可见工作表，实有 ${sheetNames(sheets)}`,
  'no-rows': ({ sheet, row }) =>
    `工作表“${sheet}”从第 ${row} 行起应有变量名和数据行，实际没有单元格`,
  'bad-range': ({ range }) => `应为 A3:H34 或 A:H 之类的区域，实为“${range}”`,
  'bad-row': ({ header, lastRow }) =>
    `${header === undefined ? 'lastRow' : 'header'} 应为从 1 起的行号，实为 ${header ?? lastRow}`,
};
