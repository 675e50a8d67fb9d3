/** Errors of estimates of dynamic panels, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/dynamic.js';
import { listed } from '../../text.js';
import { lostRows } from '../../lost-rows.js';

function zeroColumn(why: english.ZeroColumn): string {
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

function tooShort(
  { term, reach, from, periods, first, last }: english.TooShort,
  level: boolean,
): string {
  return `${term}${level ? '' : '（变换后）'}向前追溯 ${reach} 个时期，自 ${from} 起才有取值；面板有 ${periods} 个时期，自 ${first} 至 ${last}`;
}

const advice = '请合并工具变量（collapse）或缩短滞后区间';

export const dynamic: Retold<typeof english> = {
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
};
