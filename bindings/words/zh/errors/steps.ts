/** Errors of build steps, in Chinese. */
import type { Retold } from '../../told.js';
import type * as english from '../../errors/steps.js';

export const steps: Retold<typeof english> = {
  'column-exists/build': ({ column }) =>
    `数据中已有变量“${column}”；请换一个名称，或用 {value: ..., replace: true}（--replace）允许替换`,
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
};
