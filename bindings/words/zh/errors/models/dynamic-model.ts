/** Errors of models of dynamic panels, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/dynamic-model.js';
import { suggested } from '../../text.js';

export const limitWords: Readonly<Record<english.Limit, string>> = {
  small: 'vcov.small（其因子不同）',
  gaps: 'gaps strict（它跨间断取差分）',
  fod: 'transform fod（它没有这种变换）',
  'fod-lags': 'transform fod（其中它的 lag(1 2) 为 xtabond2 的 lags [2, 3]）',
  dpdstyle: '用 --dpdstyle（h 2）的系统的未调整一步标准误（它用水平残差）',
  system: '系统模型（它将其他工具变量按方程拆分，其 AR 检验不含水平残差）',
  unadjusted: '未调整的一步标准误',
  sigma2: '未调整的一步标准误（它的计算不含 sigma2）',
  both: '两个方程共用的普通工具变量（它在每个方程中各有一个）',
  iterated: '迭代估计与连续更新估计',
  weights: '权重',
  components: '主成分',
  nonlinear: '非线性矩条件',
  'doubly-corrected': '双重修正的协方差',
  clusters: '个体以外的聚类',
  'one-row': '含只有一个完整行的个体的系统（它将其去掉）',
  'time-effects': '个体有间断时的时间效应与 --dpdstyle（h 2）',
};

const roles: Readonly<Record<string, string>> = {
  endogenous: '内生变量',
  predetermined: '前定变量',
  exogenous: '外生变量',
};

const roleOf = (role: string) => `${roles[role] ?? ''}（${role}）`;

export const dynamicModel: Retold<typeof english> = {
  'empty-set': ({ set }) => `集合“${set}”没有工具变量；groups、vars 与 equation 应有共同的工具变量`,
  'unknown-group': ({ group, near }) => `没有名为“${group}”的组${suggested(near)}`,
  'lags-too-deep': ({ group, variable, from, deepest, periods, first, last }) =>
    `gmm[${group}] 取 ${variable} 从第 ${from} 期起的滞后；至多为 ${deepest}，因为面板只有 ${periods} 个时期，自 ${first} 至 ${last}`,
  'window-too-wide': ({ group, variable, lags, periods }) =>
    `gmm[${group}] 在 ${periods} 个时期中取 ${variable} 的 ${lags} 期滞后，数目过多：请缩短区间，合并（collapse），或检查 panel.time 与 panel.step`,
  'role-conflict/roles': ({ variable, roles: both }) =>
    `roles：${variable} 同时为${both.map(roleOf).join('与')}；应只有一种外生性`,
  'role-conflict/lags': ({ variable, role, first, group, equation, found }) => {
    const earlier = equation === 'level' ? '差分' : '滞后';
    return `gmm[${group}].lags：滞后应从 ${first} 开始，因为 ${variable} 为${roleOf(role)}，更早的${earlier}与 ${equation} 方程的误差相关；实为 ${JSON.stringify(found)}`;
  },
  'role-conflict/current': ({ variable, role, group }) => {
    const expected =
      role === 'predetermined' ? 'equation level，或 gmm 中的滞后' : 'gmm 中它的滞后';
    return `iv[${group}]：${variable} 为${roleOf(role)}，其当期值与该方程的误差相关；应为 ${expected}`;
  },
  'bad-value/lags': ({ role }) =>
    `应给出 lags，或能确定滞后的 role，实为${role === undefined ? '两者皆无' : ' role exogenous，其每一期滞后都有效'}`,
  'not-reproduced': ({ compat, limit }) =>
    `${compat} 的结果不能重现于：${limitWords[limit]}；请用其他模型，或 compat xtabond2`,
};
