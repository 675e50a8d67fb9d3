/** Errors of tests of coefficients and of diagnostics, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/analysis/inference.js';
import { listed, spaced } from '../../text.js';

export const inference: Retold<typeof english> = {
  'bad-value/relation': ({ found, relation }) =>
    `应为不含“${relation}”的表达式，实为“${found}”；检验假设请用 Wald 检验`,
  'undefined-function': ({ expression, what, found }) =>
    `“${expression}”在估计值处的${what === 'value' ? '取值' : '导数'}应为有限值，实为 ${found}`,
  'no-hypothesis': ({ redundant }) =>
    `至少应有一个约束系数的假设，实际${redundant.length === 0 ? '没有' : `为 ${listed(redundant)}`}`,
  'no-hypothesis/inequality': ({ hypothesis }) => `应为约束系数的假设，实为 ${hypothesis}`,
  'joint-inequalities': ({ found, inequality }) =>
    `不等式应单独检验，实为 ${listed(found)}；请单独检验 ${inequality}，或用“=”进行联合检验`,
  'inconsistent-hypotheses': ({ hypothesis, earlier }) =>
    earlier.length === 0
      ? `“${hypothesis}”不含系数且不成立；请更正或去掉`
      : `“${hypothesis}”与 ${listed(earlier)} 矛盾；请去掉其中一个`,
  'dependent-hypotheses': ({ hypothesis, earlier }) => {
    const problem =
      earlier.length === 0
        ? '在估计值处的导数为零'
        : `在估计值处的导数是 ${listed(earlier)} 的导数的线性组合`;
    return `“${hypothesis}”${problem}；请去掉或改写`;
  },
  'nothing-to-compare': ({ one, other }) =>
    `两个估计应有共同的系数，实际一个为 ${listed(one)}，另一个为 ${listed(other)}`,
  'no-influence': ({ type, steps, clustered }) => {
    const found = clustered ? '按其他变量聚类' : `${type}（steps ${steps}）`;
    return `应为按个体聚类的 robust 或 windmeijer 标准误，实为${spaced(found)}；请用这样的标准误重新估计两个模型`;
  },
  'no-rows/robust': () => '稳健检验需要带有数据行的估计，实为从文件读取的结果；请重新估计模型',
  'not-random-effects': ({ found }) => `稳健检验需要随机效应估计，实为 ${found}`,
  'not-a-regression': ({ estimator }) => `应为 ols 的估计，实为 ${estimator} 的估计`,
  'no-rows/fit': () => '应为带有数据行的估计，实为从文件读取的结果；请重新估计模型',
  'absorbed-effects': ({ effects }) =>
    `不应有被吸收的效应，实际有 ${effects}；请在公式中用 i() 写出其虚拟变量`,
  'bad-value/order': ({ found, rows }) =>
    `应不超过 ${rows - 1}（比行数 ${rows} 少 1），实为 ${found}`,
};
