/** Errors of terms and coefficients, in Chinese. */
import type * as english from '../../../errors/data/formulas.js';
import type { Retold } from '../../../told.js';
import { listed, series, suggested } from '../../text.js';

const reason = (explainedBy: readonly string[]) =>
  explainedBy.length === 0 ? '各行均为零' : `与${series(explainedBy)}完全共线`;

export const formulas: Retold<typeof english> = {
  'transformed-dummies': () => 'i() 不能变换；请将其作为一项加入，或与其他项交互',
  'no-panel/term': ({ term }) =>
    `${term} 需要面板；请添加 --unit 和 --time，或在模型中写 panel: {unit, time}`,
  'unknown-level': ({ level, column }) => `样本中变量“${column}”没有取值“${level}”；请选择其他 ref`,
  'too-many-levels/term': ({ term, levels, most }) =>
    `${term}：至多 ${most} 个取值（计算时间随列数的三次方增长），实有 ${levels} 个；若估计方法允许，请吸收这些固定效应，例如 y ~ x | g`,
  'redundant-term': ({ term }) =>
    `${term}：应带来新的列，实际只有其他项或已吸收的固定效应中已有的列；请删去`,
  'ambiguous-coefficient': ({ coefficient, names }) =>
    `应为结果中印出的系数名，实为“${coefficient}”，与${listed(names.map((name) => `“${name}”`))}仅空格不同；请按印出的空格书写`,
  'unknown-coefficient/name': ({ coefficient, meant }) =>
    `没有系数“${coefficient}”${suggested(meant)}`,
  'omitted-coefficient': ({ coefficient, explainedBy }) =>
    `应为已估计的系数，实为“${coefficient}”，因${reason(explainedBy)}而被略去；请指定其他系数`,
};
