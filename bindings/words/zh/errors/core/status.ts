/** The general meaning of each status of the core, in Chinese. */
import type { Retold } from '../../../told.js';
import type { statusSentences } from '../../../errors/core/status.js';

export const status: Retold<typeof statusSentences> = {
  'ok/status': () => '应返回失败状态，实为成功；请报告数据与模型',
  'out-of-memory/status': () => '所需内存超过 4 GiB 的上限；请减少行数、解释变量或工具变量',
  'bad-record/status': () => '计算核心应来自同一次构建，实为另一次构建；请重新安装',
  'trap/status': () => '计算核心没有返回结果；请报告数据与模型',
  'empty-sample/status': () => '没有模型全部变量均不缺失的行；请检查缺失值、where 与滞后',
  'non-finite-input/status': () =>
    '数值必须有限，实有缺失或无穷大的值；请删去这些行，或检查对数与除以 0 的比值',
  'shape-mismatch/status': () =>
    '各列长度必须相同且时期不得重复，实际并非如此；请检查长度与行的次序',
  'bad-option/status': () => '数据不允许所给选项的组合；请选择其他 vcov 或其他权重',
  'too-many-lags/status': () => '滞后阶数必须小于时期数，实际不小于；请用较小的带宽或 auto',
  'rank-deficient/status': () => '解释变量必须线性无关，实有一个可由其余变量解释；请将其去掉',
  'under-identified/status': () =>
    '独立的工具变量至少应与系数一样多，实际更少；请增加工具变量或减少解释变量',
  'too-few-clusters/status': () =>
    '至少需要两个聚类或时期，实际更少；请选择取值更多的变量，或其他 vcov',
  'no-degrees-of-freedom/status': () =>
    '行数必须多于系数与被吸收效应的总数，实际不多于；请减少解释变量或增加行',
  'not-positive-definite/status': () =>
    '矩阵必须正定，实为奇异或不定；请去掉近似共线的列，或选择其他 vcov',
  'singular-weighting/status': () => '加权矩阵必须可逆，实为奇异；请减少工具变量，或用其他加权矩阵',
  'overflow/status': () =>
    '估计值必须有限，实际并非如此；请将各列调整到相近的量级，并去掉近似共线的列',
  'extreme-column/status': () => '各列的大小须在 1e-60 与 1e60 之间，实有一列超出；请更换其单位',
  'not-converged/status': () => '迭代没有收敛；请将各列调整到相近的量级，或提高迭代次数',
  'too-many-failed-draws/status': () =>
    '多数重抽样应能得到估计值，实际过少；请抽取更大的单位，或减少解释变量',
};
