/** Errors of values in columns, in Chinese. */
import type { Retold } from '../../told.js';
import { suggested } from '../text.js';
import type * as english from '../../errors/columns.js';

export const columns: Retold<typeof english> = {
  'unknown-column/name': ({ column, meant }) => `没有变量“${column}”${suggested(meant)}`,
  'infinite-value': ({ column, row, found }) =>
    `变量“${column}”必须为有限值，第 ${row} 行为 ${found}`,
  'infinite-value/term': ({ term, row }) => `${term} 必须为有限值，第 ${row} 行为无穷大`,
  'missing-panel-key': ({ column, row, count }) => {
    const others = count === 1 ? '' : `（另有 ${count - 1} 行）`;
    return `变量“${column}”在第 ${row} 行${others}缺失；面板数据要求每一行都有取值`;
  },
  'text-in-numeric-column': ({ column, row, cell, reason, code, hasComma, hasNames }) => {
    const hints = [
      reason === undefined ? '' : reasons[reason](Number(cell)),
      code === undefined
        ? ''
        : `，与缺失值代码 ${code} 相似；若为缺失值，请设定 missing: [${JSON.stringify(cell)}]`,
      hasComma ? '；若逗号为小数点，请在 data 中设定 decimal: ","' : '',
      hasNames ? `；若每个取值需要一个虚拟变量，请写 i(${column})` : '',
    ];
    return `变量“${column}”必须为数值，第 ${row} 行为“${cell}”${hints.join('')}`;
  },
};

const reasons = {
  zeros: (value: number) => `，作为数值为 ${value}；若要用作数值，请删去开头的零`,
  digits: (value: number) =>
    `，双精度数会将其舍入为 ${value}；若要用作数值，请在文件中舍入或除以某数`,
  range: (value: number) => `，作为双精度数为 ${value}；请更正，或将单元格留空`,
  'decimal-comma': () =>
    '；另一变量使用小数逗号：请在 data 中设定 decimal: ","（若用点分隔千位，再设定 thousands: "."），或将该变量的类型声明为 number',
};
