/** Why a replicate has no estimate, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/bootstrap/failures.js';

export const failures: Retold<typeof english> = {
  'empty-sample/replicate': () => '重抽样没有完整的行',
  'too-few-clusters/replicate': () => '重抽样只有一个聚类',
  'no-degrees-of-freedom/replicate': () => '重抽样没有自由度',
  'singular-weighting/replicate': () => '加权矩阵奇异',
  'not-converged/replicate': () => '迭代没有收敛',
  'extreme-column/replicate': () => '某列过大或过小，无法计算其乘积',
  'rank-deficient/replicate': () => '参数在重抽样中不可识别',
  'under-identified/replicate': () => '重抽样的工具变量少于参数',
  'not-positive-definite/replicate': () => '某个矩阵不是正定的',
  'overflow/replicate': () => '估计值不是有限值',
};
