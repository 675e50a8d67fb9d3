/** What options of analyses of fits may hold, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/analysis/options.js';
import { listed } from '../../text.js';

export const options: Retold<typeof english> = {
  none: () => '没有',
  'name-of-variable': () => '变量名',
  'other-than-over': ({ over }) => `over（${over}）以外的变量的取值`,
  'one-regressor': () => '解释变量中的一个变量，例如 x、L1.x 或 log(x)',
  'values-of-variables': () => '按变量给出的取值：数值、文本或其列表',
  'periods-of-data': ({ most }) => `不大于 ${most}，即数据中解释变量有取值的时期数`,
  'units-of-data': ({ most }) => `不大于 ${most}，即数据中的个体数，因为 where 可能指定个体`,
  'no-variable': () => '不指定变量',
  'level-instruments': () => '水平方程的 GMM 式工具变量',
  'effect-variance': () => '大于 0 的个体效应方差估计值',
  'size-below-one': () => '-1 与 1 之间且不为 0 的大小',
  'size-not-zero': () => '不为 0 的大小',
  'exogenous-regressor': () => '外生或前定的解释变量',
  'one-of-names': ({ names }) => `${listed(names)} 之一`,
};
