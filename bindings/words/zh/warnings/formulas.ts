/** Warnings about names in formulas and about periods, in Chinese. */
import type { FormulaWarnings } from '../../details/formulas.js';
import type { Sentences } from '../../warning.js';

const units = {
  months: '月份',
  weeks: '周',
  'half-years': '半年',
  quarters: '季度',
  days: '日期',
};

export const formulaWarnings: Sentences<FormulaWarnings> = {
  'operator-like-name': (detail) =>
    'operator' in detail
      ? `${detail.name}按同名的列读取；要用运算符请写${detail.operator}，要用列请写\`${detail.name}\``
      : `${detail.name}由${detail.from.join('和')}计算，虽然有同名的列；要用该列请写\`${detail.name}\``,
  'period-numbers': ({ column, unit, before, after, type }) =>
    `列"${column}"像是以数字书写的${units[unit]}：从${before}到${after}算作${after - before}期，跨年的滞后与差分会缺失；请在data中设types: {${column}: "${type}"}`,
};
