/** Warnings about the cells of a text table, in Chinese. */
import { keysInWords } from '../../number-keys.js';
import type { CellWarnings, NumberHint } from '../../details/cells.js';
import type { Sentences } from '../../warning.js';
import { mixedCells } from './columns.js';

const options = {
  percent: '要把百分数读成小数，请设percent: true',
  'comma-thousands': '如果逗号是千位分隔符，请设thousands: ","',
  'comma-decimal': '如果逗号是小数点，请设decimal: ","',
  'comma-decimal-point-thousands': '请设decimal: ","和thousands: "."',
  'point-thousands-comma-decimal': '如果点是千位分隔符，请设thousands: "."和decimal: ","',
  'point-thousands': '如果点是千位分隔符，请设thousands: "."',
  'space-thousands': '请设thousands: " "',
  'apostrophe-thousands': `请设thousands: "'"`,
  minus: '其负号是另一个字符，请改写为-',
  marks: '要略去数旁的标记，请设marks: true',
};

function hintWords(cell: string, hint: NumberHint | undefined): string {
  if (hint === undefined) return '';
  switch (hint.kind) {
    case 'missing':
      return `，与缺失代码${hint.code}相近；如果表示缺失，请设missing: [${JSON.stringify(cell)}]`;
    case 'comma':
      return `，按decimal: ","为${hint.decimal}，按thousands: ","为${hint.thousands}；请设其中之一`;
    case 'keys':
      return `；要按数读取，请设${keysInWords(hint.keys)}`;
    default:
      return `；${options[hint.kind]}`;
  }
}

export const cellWarnings: Sentences<CellWarnings> = {
  'not-a-number': (detail) => {
    if ('most' in detail) return mixedCells(detail);
    const { column, others, cells, cell, row, hint } = detail;
    return `列"${column}"按文本读取：${cells}个单元格中有${others}个不是数，第一个是第${row}行的"${cell}"${hintWords(cell, hint)}`;
  },
  'mixed-decimal-signs': ({ column, cell, row, other }) =>
    `列"${column}"按文本读取：第${row}行的"${cell}"含有点，而列"${other.column}"以逗号为小数点，如第${other.row}行的"${other.cell}"；如果点是千位分隔符，请设decimal: ","和thousands: "."，如果是小数点，请设types: {${column}: number}`,
  'decimal-comma': ({ column, cell, row }) =>
    `列"${column}"的逗号按小数点读取，如第${row}行的"${cell}"；请设decimal加以说明`,
  'spaces-in-text': ({ column, first, second }) =>
    `列"${column}"中的"${first}"与"${second}"是不同的值：它们只相差空格`,
  'replacement-character': ({ column, cells }) => {
    const place =
      cells === undefined
        ? '的名称中有'
        : `有${cells.count}个单元格（第一个是第${cells.row}行的"${cells.first}"）含有`;
    return `列"${column}"${place}替换字符U+FFFD：此前的转换丢失了字符，不同的名称可能变得相同`;
  },
};
