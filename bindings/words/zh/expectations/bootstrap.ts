/** What options of bootstraps and comparisons may hold, in Chinese. */
import type { Retold } from '../../told.js';
import type * as english from '../../expectations/bootstrap.js';

export const bootstrap: Retold<typeof english> = {
  bootstrap: () => '自助法的结果',
  'checkpoint-to-resume': () => '可继续的检查点',
  'list-of-statistics': () =>
    '由 params、hansen、diffHansen、ar、firstStageF、andersonRubin 与表达式组成的列表',
  'checkpoint-storage': () => '含 name、read 与 write 的存储',
  'one-or-more-coefficients': () => '一个或多个系数',
  'one-or-more-rules': () => '一个或多个规则',
  'one-or-more-results': () => '一个或多个结果的列表',
  'name-of-regressor': () => '解释变量名',
  'model-with-index': () => 'build 中含指数的模型',
  'expressions-without': ({ relation }) => `不含“${relation}”的表达式`,
  'expressions-of-coefficients': () => '含系数的表达式',
  'tests-of-instruments': () => '估计结果所含的检验（它没有计算工具变量的检验）',
  'nothing-with-estimator': ({ estimator }) => `空（估计方法为 ${estimator} 时）`,
  'nothing-with-scheme': ({ scheme }) => `空（方案为 ${scheme} 时）`,
  'nothing-of-gmm': () => '空，因为它属于 GMM',
  'intervals-with': ({ intervals, estimator }) =>
    `${intervals.join('、')} 之一（估计方法为 ${estimator} 时）`,
  'statistics-of': ({ tests, test, owner }) =>
    `${[...tests, '系数的表达式'].join('、')}（${test} 属于 ${owner}）`,
  'tests-with-orders': () => '估计结果所含的检验（其 arOrders 为 0）',
  'intervals-other': ({ interval, scheme }) => `${interval} 以外的区间（方案为 ${scheme} 时）`,
  'fewer-than-rows': ({ rows }) => `不大于 ${rows - 1}，即比 ${rows} 行少一`,
  'variant-of-instruments': () => '11（有工具变量时）',
  'one-column-of-clusters': () => '一个变量，因为几个变量的聚类相互交叉',
  'drawn-column': () => '抽取其取值的变量',
  'ordering-column': () => '决定各行次序的变量',
  'expressions-with': ({ estimator }) => `系数的表达式（估计方法为 ${estimator} 时）`,
  'async-read': () => '返回异步可迭代对象的函数',
  'distinct-groups': () => '互不相同的取值的列表',
  'several-methods': ({ words }) => `${words.join('、')} 之一或其中几个`,
  'methods-with-continuous': () => 'wald 或 wild（设定 continuous 时）',
  'nothing-with-continuous': () => '空（设定 continuous 时）',
};
