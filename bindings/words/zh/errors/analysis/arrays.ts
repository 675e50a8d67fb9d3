/** Errors of estimators and resampling of arrays, in Chinese. */
import { retold, type Retold } from '../../../told.js';
import { show, showWord } from '../../../text/messages.js';
import type * as english from '../../../errors/analysis/arrays.js';
import { expectations } from '../../expectations/index.js';
import { listed } from '../../text.js';

export const arrays: Retold<typeof english> = {
  'unknown-column/array': ({ column, known }) =>
    `没有变量 ${show(column)}；应为 ${listed(known)} 之一，或其滞后、前导或差分，例如 L2.y`,
  'too-few-clusters/resampled': () => '至少应有两个聚类，实际只有一个；请改为对行重抽样',
  'bad-value/statistic': ({ expectation, cause }) => {
    const words = retold(expectations, expectation);
    return `应为${words}，实际为：${showWord(cause.text)}`;
  },
  'too-many-failed-draws/statistic': ({ failed, cause }) =>
    `应为有限数值，${failed} 次重抽样均未得到：${cause.text}；请在重抽样的行上检查该函数`,
  'nothing-computed': () => '没有任何计算结果',
  'statistic-failed': ({ reason }) => reason,
  'bad-statistic': ({ width }) =>
    `统计量没有返回${width > 0 ? ` ${width} 个数值` : '数值或数值列表'}`,
  'non-finite-statistic': () => '统计量返回 NaN 或无穷大',
};
