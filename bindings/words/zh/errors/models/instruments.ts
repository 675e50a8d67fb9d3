/** Errors of regressions with instruments, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/instruments.js';
import { listed, suggested } from '../../text.js';

export const instruments: Retold<typeof english> = {
  'under-identified/instruments': ({ instruments: kept, endogenous, dropped, missing }) => {
    const available =
      kept.length === 0 ? '没有工具变量' : `只有 ${kept.length} 个工具变量（${listed(kept)}）`;
    const gone =
      dropped.length === 0
        ? ''
        : `，${listed(dropped)} 是外生解释变量与其他工具变量的线性组合，已去掉`;
    const wanted =
      missing > 0
        ? `至少还需要 ${missing} 个`
        : '工具变量在双精度下必须相互独立；请将各列换为相近量级的单位';
    return `${endogenous.length} 个内生解释变量（${listed(endogenous)}）${available}${gone}；${wanted}`;
  },
  'singular-weighting/rank': ({ rank, coefficients }) =>
    `加权矩阵的秩为 ${rank}；至少应为系数个数 ${coefficients}：请用其他加权矩阵`,
  'singular-weighting/rounding': ({ rank, coefficients }) =>
    `加权矩阵的秩为 ${rank}，舍入误差使 ${coefficients} 个系数无法确定；各列的单位应有相近的量级`,
  'not-converged/gmm': ({ params, objective, tolerance, maxIterations, method }) => {
    const point = Object.entries(params).map(([name, value]) => `${name} ${value}`);
    const what = method === 'cue' ? '连续更新估计' : '迭代估计';
    return `${what}在 ${maxIterations} 次迭代后没有收敛到 ${tolerance}（tolerance、maxIterations）；最优点为 ${listed(point)}，其 J 为 ${objective}`;
  },
  'no-degrees-of-freedom/instruments': ({ rows, names, effects }) => {
    const all = effects.map(({ name, count }) => `${name} 的 ${count} 个效应`);
    const parts = [`${names.length} 个系数（${listed(names)}）`, ...all];
    return `${rows} 行对 ${parts.join('与 ')}；行数必须多于其总数：请减少解释变量或效应`;
  },
  'not-positive-definite/moments': () =>
    '矩条件的协方差矩阵不是半正定的：它是若干聚类或滞后之和，不一定半正定；请用其他加权矩阵',
  'not-positive-definite/equations': ({ kappa }) =>
    `正规方程${kappa === undefined ? '' : `（kappa 为 ${kappa}）`}不是正定的；kappa 应更小`,
  'not-an-instrument': ({ variable, near }) =>
    `“${variable}”不是公式中的工具变量${suggested(near)}`,
  'no-instruments/part': ({ estimator }) =>
    `模型应有工具变量（iv 或 gmm），实为 ${estimator}；请去掉 part`,
};
