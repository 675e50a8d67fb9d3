/** Errors of regressors that a sample does not identify, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/regressors.js';
import { listed } from '../../text.js';

const remedies: Readonly<Record<english.Remedy, string>> = {
  'leave-out': '请将其去掉，或将 collinear 设为 omit',
  'nothing-left': '去掉它之后没有解释变量；请换一个解释变量',
  'none-endogenous':
    '去掉它之后没有内生解释变量；请从公式中去掉解释它的变量，或对外生解释变量用 ols',
};

const ending = (remedy: english.Remedy | undefined) =>
  remedy === undefined ? '' : `；${remedies[remedy]}`;

export const regressors: Retold<typeof english> = {
  'rank-deficient/collinear': ({ column, columns, form, unit, effects, remedy }) => {
    const dependence = {
      zero: '在样本的每一行都为零',
      constant: '为常数，而模型已有截距',
      'within-unit': `在 ${unit} 内不变`,
      combination: `是 ${listed(columns)} 的线性组合`,
    }[form];
    const within = effects === undefined ? '' : `（去除 ${effects} 的效应之后）`;
    return `解释变量“${column}”${dependence}${within}${ending(remedy)}`;
  },
  'rank-deficient/absorbed': ({ column, effects, remedy }) =>
    `解释变量“${column}”在 ${effects} 内不变，其系数不可识别${ending(remedy)}`,
  'rank-deficient/dynamic': ({ column, earlier, transformed, remedy }) => {
    const is = `解释变量“${column}”${transformed ? '在变换之后' : ''}`;
    return earlier.length === 0
      ? `${is}在每一行都为零${ending(remedy)}`
      : `${is}为常数，或是前面各列（${listed(earlier)}）的线性组合${ending(remedy)}`;
  },
  'rank-deficient/dynamic-instruments': ({ column, remedy }) =>
    `“${column}”的系数不可识别：工具变量不能将其与其余变量区分开${ending(remedy)}`,
  'rank-deficient/instruments': ({ column, effects }) => {
    const within = effects === undefined ? '' : `（去除 ${effects} 的效应之后）`;
    return `“${column}”的系数不可识别：工具变量不能将其与其他解释变量区分开${within}；请增加工具变量，或将其去掉`;
  },
  'rank-deficient/other-regressors': ({ names, found }) =>
    `解释变量应为 ${names.join('、')}，实为 ${found?.join('、') ?? '无'}`,
};
