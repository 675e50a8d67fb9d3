/** Errors of dynamic panels, instruments and streamed rows, in Chinese. */
import { listed, suggested } from '../text.js';
import { lostRows } from '../lost-rows.js';
import type { Together } from '../../vocabulary/errors.js';
import type * as dynamic from '../../errors/models/dynamic.js';
import type * as dynamicModel from '../../errors/models/dynamic-model.js';
import type * as instruments from '../../errors/models/instruments.js';
import type * as moments from '../../errors/models/moments.js';
import type * as streamed from '../../errors/models/streamed.js';

function zeroColumn(why: dynamic.ZeroColumn): string {
  switch (why.kind) {
    case 'zero':
      return '每一行都为零';
    case 'unused':
      return '不在样本的任何一行';
    case 'before':
      return `早于第一个时期 ${why.period}`;
    case 'after':
      return `晚于最后一个时期 ${why.period}`;
  }
}

const momentErrors = {
  deviation: '本期误差对其后各期误差的离差',
  change: '误差的变化',
  level: '个体效应及误差',
  diff: '变换后的误差',
  both: '两个方程的误差之和',
  nonlinear: '个体效应及该个体最后时期T的误差',
};

function momentAssumption({ error, vars, lags = [0, 0], as }: moments.Assumption): string {
  const [first = '每个时期虚拟变量d', ...others] = vars ?? [];
  const names = others.length === 0 ? first : `${[first, ...others].join('、')}各自`;
  const dated = `${as === 'transformed' ? '变换后的' : ''}${names}${laggedBy(lags)}`;
  const what = error === 'nonlinear' ? momentErrors.change : dated;
  return `${what}${as === 'changes' ? '的变化' : ''}与${momentErrors[error]}不相关`;
}

/** `（滞后2至4期）`; nothing for the same period. */
function laggedBy([from, to]: moments.Window): string {
  if (from === to) return from === 0 ? '' : from > 0 ? `（滞后${from}期）` : `（提前${-from}期）`;
  if (from > 0) return to === null ? `（滞后${from}期及以上）` : `（滞后${from}至${to}期）`;
  return `（从${momentOf(from)}到${to === null ? '首期' : momentOf(to)}）`;
}

function momentOf(lag: number): string {
  if (lag === 0) return '本期';
  return lag > 0 ? `${lag}期之前` : `${-lag}期之后`;
}

function tooShort(
  { term, reach, from, periods, first, last }: dynamic.TooShort,
  level: boolean,
): string {
  return `${term}${level ? '' : '（变换后）'}向前追溯 ${reach} 个时期，自 ${from} 起才有取值；面板有 ${periods} 个时期，自 ${first} 至 ${last}`;
}

const advice = '请折叠工具变量（collapse）或缩短滞后区间';

export const limitWords: Readonly<Record<dynamicModel.Limit, string>> = {
  small: 'vcov.small（其因子不同）',
  gaps: 'gaps strict（它跨间断取差分）',
  fod: 'transform fod（它没有这种变换）',
  'fod-lags': 'transform fod（其中它的 lag(1 2) 为 xtabond2 的 lags [2, 3]）',
  dpdstyle: '用 --dpdstyle（h 2）的系统的普通一步标准误（它用水平残差）',
  system: '系统模型（它将其他工具变量按方程拆分，其 AR 检验不含水平残差）',
  unadjusted: '普通的一步标准误',
  sigma2: '普通的一步标准误（它的计算不含 sigma2）',
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

function wholeRows(reason: streamed.WholeRows): string {
  switch (reason.why) {
    case 'filter':
      return '涉及其他行的函数（where）';
    case 'panel':
      return '个体与时期的次序（panel）';
    case 'absorbed':
      return '吸收效应';
    case 'clusters':
      return '多维聚类';
    case 'c-tests':
      return '工具变量的 C 检验（cTests）';
    case 'last-row':
      return '设定了 lastRow';
    case 'blanks':
      return 'delimiter 为 whitespace';
    case 'source':
      return '数据来源不是磁盘上的文件';
    case 'estimator':
      return `估计方法 ${reason.name}`;
    case 'effects':
      return `去除效应（${reason.name}）`;
    case 'step':
      return `更改数据的步骤（${reason.name}）`;
    case 'covariance':
      return `协方差 ${reason.name}`;
    case 'format':
      return `格式 ${reason.name} 的文件须整体读入`;
  }
}

export const estimateErrors: Together<
  typeof dynamic | typeof dynamicModel | typeof instruments | typeof moments | typeof streamed
> = {
  'zero-column': zeroColumn,
  'moment-condition': momentAssumption,
  'empty-sample/dynamic': ({ lost, read, level, alone, short }) => {
    const lines = lost.map(lostRows);
    const rest = alone > 0 ? [`相邻时期没有完整行 ${alone} 行`] : [];
    const cause = short === undefined ? '' : `${tooShort(short, level)}；`;
    return `读入的 ${read} 行中没有可用的${level ? '水平' : '变换后的'}行；${cause}缺失的行：${[...lines, ...rest].join('；')}`;
  },
  'too-few-clusters/units': ({ unit }) => `样本中 ${unit} 只有一个个体；至少需要两个`,
  'under-identified/dynamic': ({ instruments, rank, coefficients, empty }) => {
    const count =
      rank > 0
        ? `${instruments} 个工具变量中只有 ${rank} 个相互独立`
        : `只有 ${instruments} 个工具变量不全为零`;
    const groups = empty.map(({ group, why }) => `${group}（${why.map(zeroColumn).join('；')}）`);
    const gone = groups.length === 0 ? '' : `；以下各组没有剩余的列：${listed(groups)}`;
    return `${count}，而系数有 ${coefficients} 个；工具变量至少应与系数一样多${gone}`;
  },
  'singular-weighting/residuals': ({ depvar }) =>
    `“${depvar}”的残差为零，两步加权矩阵因而为零；被解释变量应随时间变化，且不能由解释变量完全解释`,
  'singular-weighting/two-step': ({ rank, parameters }) =>
    `两步加权矩阵的秩为 ${rank}；至少应为参数个数 ${parameters}；请用 steps 1，或更多的聚类`,
  'singular-weighting/cue': ({ rank, instruments }) =>
    `两步加权矩阵的秩为 ${rank}，而工具变量有 ${instruments} 个；连续更新估计需要其逆，必须满秩：${advice}`,
  'singular-weighting/constant': ({ instruments }) =>
    `聚类与工具变量一样多（${instruments}）时，连续更新估计的目标函数为常数；工具变量应更少：${advice}`,
  'bad-option/divided-units': ({ column }) =>
    `双重修正的协方差要求每个个体完整属于一个聚类，而“${column}”将某个个体分在几个聚类中；请选择其他 vcov.cluster，或类型 robust`,
  'not-positive-definite/clusterings': ({ columns }) =>
    `矩条件的协方差矩阵是按 ${listed(columns)} 聚类之和，不定，不能用于第二步加权；请只用一种聚类，或减少工具变量（collapse），或用 steps 1`,
  'not-positive-definite/components': () => '无法计算工具变量的主成分；各列的平方不得溢出或消失',
  'no-degrees-of-freedom/dynamic': ({ rows, level, coefficients }) =>
    `小样本因子没有自由度：${rows} 个${level ? '水平' : '变换后的'}行，${coefficients} 个系数；行数必须多于系数`,
  'not-converged/nonlinear': () =>
    '含非线性矩条件的估计没有收敛；请增加能识别它的工具变量，或将 nonlinear 设为 false',
  'not-converged/iterations': () =>
    '迭代没有回到估计值，因而没有双重修正的协方差；请用 vcov robust，或 steps 2',
  'extreme-column/moments': ({ column }) =>
    `“${column}”的矩超出双精度范围；其大小应在 1e-60 与 1e60 之间：请更换单位`,
  'overflow/dynamic': () =>
    '某个估计值或其目标函数不是有限值；工具变量应能识别各系数，变量的大小应适中',
  'empty-set': ({ set }) => `集合“${set}”没有工具变量；groups、vars 与 equation 应有共同的工具变量`,
  'unknown-group': ({ group, near }) => `没有名为“${group}”的组${suggested(near)}`,
  'lags-too-deep': ({ group, variable, from, deepest, periods, first, last }) =>
    `gmm[${group}] 取 ${variable} 从第 ${from} 期起的滞后；至多为 ${deepest}，因为面板只有 ${periods} 个时期，自 ${first} 至 ${last}`,
  'window-too-wide': ({ group, variable, lags, periods }) =>
    `gmm[${group}] 在 ${periods} 个时期中取 ${variable} 的 ${lags} 期滞后，数目过多：请缩短区间，折叠（collapse），或检查 panel.time 与 panel.step`,
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
  'not-streamed': ({ cause }) =>
    `模型与文件应能分段读入，但必须将全部行读入内存（${wholeRows(cause)}）；请去掉 stream（--stream）`,
  'file-too-large/streamed': ({ cause, limit, bytes }) =>
    `必须将全部行读入内存（${wholeRows(cause)}），文件至多为 ${limit} 字节，实为 ${bytes}；请只保留模型的行与列，或选择可以分段读入的模型（docs/how-to/large-files.md）`,
  'too-many-values/streamed': ({ column, most }) =>
    `变量“${column}”：分段读入的文件中至多有 ${most} 个不同取值，实际更多；请将其分组，或减少行数`,
};
