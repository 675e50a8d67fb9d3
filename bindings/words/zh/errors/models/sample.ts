/** Errors of the sample of a regression, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/sample.js';
import { lostRows } from '../../lost-rows.js';
import { listed } from '../../text.js';

export const sample: Retold<typeof english> = {
  'empty-sample/rows': ({ lost, read }) => {
    const lines = lost.map(lostRows).join('；');
    return `读入的 ${read} 行中没有可用的行；缺失的行：${lines}`;
  },
  'no-degrees-of-freedom/rows': ({ rows, names }) =>
    `${rows} 行对 ${names.length} 个系数（${listed(names)}）；行数必须多于系数：请减少解释变量或增加行`,
  'no-degrees-of-freedom/units': ({ rows, units, coefficients }) =>
    `${units} 个个体共 ${rows} 行，对 ${coefficients} 个系数；个体必须多于系数，行数必须多于两者之和：请减少解释变量`,
  'no-degrees-of-freedom/effects': ({ rows, coefficients, effects }) => {
    const all = effects.map(({ name, count }) => `${name} 的 ${count} 个效应`);
    return `${rows} 行对${[` ${coefficients} 个系数`, ...all].join('与 ')}；行数必须多于其总数：请减少解释变量或效应`;
  },
  'not-positive-definite/random': ({ depvar }) =>
    `解释变量在个体内完全解释了“${depvar}”，随机效应没有误差方差；请用 effects within 或 between`,
  'not-converged/effects': ({ column, effects, tolerance, maxIterations }) =>
    `“${column}”中 ${effects} 的效应在 ${maxIterations} 次迭代后没有收敛到 ${tolerance}；请提高 absorb.maxIterations 或 absorb.tolerance`,
  'shape-mismatch/order': ({ column, found, rows }) =>
    `变量“${column}”决定各行的次序，其取值（设定 panel 时在同一个体内）不得重复，第 ${rows.join('、')} 行均为 ${found}；请删去一行，或选择其他次序`,
  'too-many-lags/order': ({ column, periods, bandwidth }) =>
    `bandwidth：滞后阶数至多为 ${periods - 1}，即比“${column}”从首至尾的 ${periods} 个时期少一，实为 ${bandwidth}；请减少滞后，或用 auto`,
  'too-few-clusters/column': ({ column }) =>
    `变量“${column}”在样本中只有一个取值；至少需要两个聚类`,
  'bad-effect': ({ term }) => `固定效应必须是变量或变量之积（例如 a:b），实为 ${term}`,
  'reserved-name/intercept': ({ column }) =>
    `公式中的变量不得名为“${column}”，它是截距的名称；请在数据中改名`,
  'duplicate-name/regressors': ({ column }) =>
    `各列的名称必须不同，实有两列名为“${column}”；请在数据中更改变量或取值的名称`,
  'group-of-one/units': ({ unit, units }) =>
    `${unit} 的 ${units} 个个体都只有一行；个体需要两行或更多`,
  'extreme-column/streamed': () => '某列的平方接近双精度的界限，需要将全部行读入内存；请更换其单位',
};
