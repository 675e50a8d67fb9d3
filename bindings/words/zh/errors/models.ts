/** Errors of models, their samples and regressors, in Chinese. */
import { adviceOn } from '../methods.js';
import { show } from '../../text/messages.js';
import { suggested, listed } from '../text.js';
import { sentenceOf } from '../../sentence-of.js';
import { warnings } from '../warnings/index.js';
import { lostRows } from '../lost-rows.js';
import type { Together } from '../../vocabulary/errors.js';
import type * as estimators from '../../errors/models/estimators.js';
import type * as formulas from '../../errors/models/formulas.js';
import type * as indices from '../../errors/models/indices.js';
import type * as keys from '../../errors/models/keys.js';
import type * as periods from '../../errors/models/periods.js';
import type * as refits from '../../errors/models/refits.js';
import type * as regressors from '../../errors/models/regressors.js';
import type * as sample from '../../errors/models/sample.js';

const explained = ({ cause, warning }: periods.WithWarning) =>
  `${cause.text}；${sentenceOf(warnings, warning, '：')}`;

function comparedWords(compared: refits.Compared): string {
  if (!('coefficient' in compared)) return compared.of === 'nobs' ? '观测数' : '系数';
  const { of, coefficient } = compared;
  return `${coefficient} 的${of === 'estimate' ? '估计值' : '标准误'}`;
}

const remedies: Readonly<Record<regressors.Remedy, string>> = {
  'leave-out': '请将其去掉，或将 collinear 设为 omit',
  'nothing-left': '去掉它之后没有解释变量；请换一个解释变量',
  'none-endogenous':
    '去掉它之后没有内生解释变量；请从公式中去掉解释它的变量，或对外生解释变量用 ols',
};

const ending = (remedy: regressors.Remedy | undefined) =>
  remedy === undefined ? '' : `；${remedies[remedy]}`;

export const modelErrors: Together<
  | typeof estimators
  | typeof formulas
  | typeof indices
  | typeof keys
  | typeof periods
  | typeof refits
  | typeof regressors
  | typeof sample
> = {
  'unknown-estimator': ({ found, available, method }) => {
    const advice = adviceOn(method);
    return `没有估计方法 ${show(found)}；${advice === undefined ? '' : `${advice}；`}此版本的估计方法有 ${available.join('、')}`;
  },
  'formula-parts/instruments': ({ formula, panel }) => {
    const instead = panel ? 'iv 并设 effects 为 within 或 first-difference' : 'iv 或 gmm';
    return `公式“${formula}”含有工具变量；应只有 y ~ x1 + x2 | fe1 + fe2：请用估计方法 ${instead}`;
  },
  'formula-parts/no-instruments': ({ formula }) =>
    `公式“${formula}”没有工具变量；应为 y ~ 外生变量 | 内生变量 ~ 工具变量`,
  'formula-parts/effects': ({ formula, effects }) =>
    `公式“${formula}”含有固定效应；effects 为 ${effects} 时不应有固定效应`,
  'formula-parts/dynamic': ({ formula }) =>
    `公式“${formula}”含有“|”之后的部分；应只有 y ~ x1 + x2，工具变量写在 gmm 与 iv 中`,
  'no-regressors/formula': ({ formula }) => `公式“${formula}”没有解释变量；至少需要一个`,
  'outcome-as-regressor': ({ formula, variable }) =>
    `“${variable}”同时在“${formula}”的两侧；请从右侧去掉，或用它的滞后`,
  'outcome-as-regressor/dynamic': ({ formula, variable }) =>
    `“${variable}”同时在“${formula}”的两侧；请从右侧去掉，或用滞后，例如 L.${variable}`,
  'endogenous-twice': ({ formula, variable }) =>
    `“${variable}”在“${formula}”的内生变量中出现两次；应只出现一次`,
  'endogenous-and-exogenous': ({ formula, variable }) =>
    `“${variable}”在“${formula}”中既是外生变量又是内生变量；应只列于一处`,
  'outcome-as-instrument': ({ formula, variable }) =>
    `“${variable}”在“${formula}”中既是被解释变量又是工具变量；请从工具变量中去掉`,
  'instrument-as-regressor/exogenous': ({ formula, variable }) =>
    `“${variable}”在“${formula}”中既是外生解释变量又是工具变量；应只列于解释变量，因为外生解释变量就是其自身的工具变量`,
  'instrument-as-regressor/endogenous': ({ formula, variable }) =>
    `“${variable}”在“${formula}”中既是内生变量又是工具变量；若为外生变量，应列于外生解释变量，否则只列于内生变量`,
  'no-rows/column': ({ column }) => `变量“${column}”没有任何取值；请将其去掉`,
  'no-rows/rows': ({ found }) => `每个变量都有取值的行至少应有两行，实为 ${found} 行`,
  'constant-column/index': ({ column, value, group }) => {
    const where = group === '' ? '' : `在 ${group} 的`;
    return `变量“${column}”${where}每一行都为 ${value}；请将其去掉`;
  },
  'negative-value/target': ({ column, found }) =>
    `与目标值之比要求取值为正，“${column}”中有 ${found}；请用 minmax`,
  'negative-value/entropy': ({ column, found }) =>
    `熵要求取值不小于 0，标准化后的“${column}”中有 ${found}；请用 minmax 或加一个平移量（shift）`,
  'negative-value/geometric': ({ column }) =>
    `几何平均要求取值不小于 0，标准化后的“${column}”中有负值；请用 minmax`,
  'no-weights/undefined': ({ kind }) => `各指标的 ${kind} 权重没有定义；请用等权重或给定的权重`,
  'no-weights/equal-rows': () => '没有任何指标在各行之间有差异；请用等权重或给定的权重',
  'several-models/key': ({ key }) =>
    `${key} 描述多个模型，应为一个；请用 fitAll，或分别写出每个模型`,
  'column-exists/merge': ({ step, file, column }) =>
    `${step} ${file}：rename：新名称不得与其他变量重复，实有“${column}”；请换一个名称`,
  'unknown-column/merge': ({ step, file, column, near }) =>
    `${step} ${file}：rename：应为文件中的变量，实为“${column}”${suggested(near)}`,
  'no-bootstrap/step': ({ column, step }) =>
    `${column}（${step}）取决于其他行的指数，因此无法重新构造该指数；请设 rebuild 为 false，或在模型中直接使用该指数`,
  'no-bootstrap/filter': ({ filter, column }) =>
    `筛选条件 ${filter} 取决于其他行的 ${column}，因此无法重新构造该指数；请设 rebuild 为 false，或使用不含分组函数的筛选条件`,
  'empty-sample/periods': explained,
  'too-many-periods/explained': explained,
  'result-without-data': () =>
    '该结果不含数据；请在本进程中估计模型，或为副本提供数据：withData(fit, data, model)',
  'data-changed': () =>
    '数据表应与估计时相同，但模型各列的取值已改变；请重新估计模型，或在改写数据表之前分析',
  'not-dynamic': ({ estimator }) => `应为估计方法 dpd 的结果，实为 ${estimator}`,
  'other-fit': ({ compared, expected, found }) =>
    `数据与模型应与该估计相同，实为另一个估计：${comparedWords(compared)}原为 ${expected}，现为 ${found}；请提供计算该结果时所用的数据与模型`,
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
