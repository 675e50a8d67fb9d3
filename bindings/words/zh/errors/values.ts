/** Errors of keys, values, columns, weights and steps, in Chinese. */
import { suggested, spaced } from '../text.js';
import { retold } from '../../told.js';
import { show, showWord } from '../../text/messages.js';
import { expectations } from '../expectations/index.js';
import type { Together } from '../../vocabulary/errors.js';
import { isBuilt } from '../../errors/columns.js';
import type * as columns from '../../errors/columns.js';
import type * as keys from '../../errors/keys.js';
import type * as steps from '../../errors/steps.js';
import type * as values from '../../errors/values.js';
import type * as weights from '../../errors/weights.js';

const reasons = {
  zeros: (value: number) => `，作为数值为 ${value}；若要用作数值，请删去开头的零`,
  digits: (value: number) =>
    `，双精度数会将其舍入为 ${value}；若要用作数值，请在文件中舍入或除以某数`,
  range: (value: number) => `，作为双精度数为 ${value}；请更正，或将单元格留空`,
  'decimal-comma': () =>
    '；另一变量使用小数逗号：请在 data 中设定 decimal: ","（若用点分隔千位，再设定 thousands: "."），或将该变量的类型声明为 number',
};

const expectedOf = ({ expectation }: values.BadValue) => spaced(retold(expectations, expectation));

/** The value, or what was found in it. */
function findingOf(
  { found, finding }: values.BadValue,
  shown: (value: unknown) => string = show,
): string {
  if (finding !== undefined) return retold(expectations, finding);
  if (found === undefined) return '空缺';
  if (typeof found === 'function') return '函数';
  if (typeof found === 'symbol') return '符号';
  const text = shown(found);
  if (Array.isArray(found)) return text.startsWith('[') ? text : `含 ${found.length} 项的列表`;
  return typeof found === 'object' && found !== null && !/^["[{]/.test(text) ? '对象' : text;
}

const wrong = (detail: values.BadValue) =>
  `应为${expectedOf(detail)}，实为${spaced(findingOf(detail))}`;

export const valueErrors: Together<
  typeof columns | typeof keys | typeof steps | typeof values | typeof weights
> = {
  'unknown-column/name': ({ column, meant }) =>
    `没有变量“${column}”${isBuilt(column, meant) ? '；变量由 build 计算，例如 --build "x=log(w)"' : suggested(meant)}`,
  'infinite-value': ({ column, row, found }) =>
    `变量“${column}”必须为有限值，第 ${row} 行为 ${found}`,
  'infinite-value/term': ({ term, row }) => `${term} 必须为有限值，第 ${row} 行为无穷大`,
  'missing-panel-key': ({ column, row, count }) => {
    const others = count === 1 ? '' : `（另有 ${count - 1} 行）`;
    return `变量“${column}”在第 ${row} 行${others}缺失；面板数据要求每一行都有取值`;
  },
  'text-in-numeric-column': ({ column, row, cell, reason, code, hasComma, hasNames, isDate }) => {
    const hints = [
      reason === undefined ? '' : reasons[reason](Number(cell)),
      code === undefined
        ? ''
        : `，与缺失值代码 ${code} 相似；若为缺失值，请设定 missing: [${JSON.stringify(cell)}]`,
      hasComma ? '；若逗号为小数点，请在 data 中设定 decimal: ","' : '',
      hasNames ? `；若每个取值需要一个虚拟变量，请写 i(${column})` : '',
      isDate ? `；若为日期，请声明其格式，例如 types: {"${column}": "date:yq"}` : '',
    ];
    return `变量“${column}”必须为数值，第 ${row} 行为“${cell}”${hints.join('')}`;
  },
  'unknown-key': ({ path, meant }) => `未知的键 ${path}${suggested(meant)}`,
  'unknown-key/here': ({ meant }) => `未知的键${suggested(meant)}`,
  'unknown-key/unavailable': ({ path, estimator }) => `估计方法 ${estimator} 不支持 ${path}`,
  'column-exists/build': ({ column, computed }) =>
    `数据中已有变量“${column}”；${computed ? `要用该变量请写反引号 \`${column}\`，或` : '请'}换一个名称，或用 {value: ..., replace: true}（--replace）允许替换`,
  'no-panel/lag': () => '滞后或差分需要面板；请设定 panel.unit 和 panel.time（--unit 和 --time）',
  'no-panel/level': ({ level }) =>
    `level ${level} 需要面板；请设定 panel.unit 和 panel.time（--unit 和 --time）`,
  'empty-group/split': ({ column, cuts, part, range }) => {
    const where = cuts.length === 0 ? '' : `（切点为 ${cuts.join('、')}）`;
    const values = range === undefined ? '没有取值' : `取值从 ${range[0]} 到 ${range[1]}`;
    return `${column} 的每个部分${where}都应有数据行，${part} 中没有（${values}）；请选择其他切点`;
  },
  'unknown-column/from-itself': ({ column }) =>
    `变量“${column}”由其自身构造；请从数据中已有的变量开始`,
  'unknown-column/built-later': ({ column, before }) =>
    `变量“${column}”在后面才构造；请将其移到“${before}”之前`,
  'unknown-column/circle': ({ circle }) =>
    `变量之间循环依赖：${circle.join(' - ')}；请从数据中已有的变量开始`,
  subject: ({ subject, sentence }) => `${subject}：${sentence}`,
  'bad-value/argument': (detail) =>
    `应为${expectedOf(detail)}，实为${spaced(findingOf(detail, showWord))}`,
  'bad-value/key': wrong,
  'bad-result/value': wrong,
  'negative-weight': ({ column, row, found }) =>
    `权重变量“${column}”必须为正数，第 ${row} 行为 ${found}`,
  'extreme-value/weights': ({ column, found, lowest, highest }) =>
    `权重变量“${column}”的最大绝对值必须在 ${lowest} 与 ${highest} 之间，超出时乘积会溢出或消失，实为 ${found}；请更换单位`,
  'varying-weight': ({ column, unit, found }) =>
    `权重变量“${column}”在同一个体的各行必须相同，个体 ${unit} 中有 ${found.join(' 与 ')}`,
  'varying-frequency': ({ column, unit, found }) =>
    `频数变量“${column}”在个体内必须不变，个体 ${unit} 中为 ${found.join(' 至 ')}`,
  'fractional-weight': ({ column, row, found }) =>
    `频数权重变量“${column}”必须为整数，第 ${row} 行为 ${found}`,
};
