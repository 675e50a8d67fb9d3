/** What one key of a model may hold because of another, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/models/rules.js';

const families = (all: readonly english.CovarianceFamily[]) =>
  all.map((family) => family.join(' 至 ')).join('、');

const obstacles = {
  steps: 'steps 1，其中这些条件没有权重',
  clusters: 'vcov.cluster',
  'doubly-corrected': 'vcov.type doubly-corrected',
  weights: 'weights',
};

const places = {
  level: 'level，因为 transform 为 level',
  untransformed: '无，因为 transform 为 level',
  transformed: 'diff 或 both，因为 system 为 false',
  'level-group': '无，因为该组用于水平方程',
  single: 'equation diff 或 level，因为设定了 passthru',
};

export const rules: Retold<typeof english> = {
  'nothing-with': ({ key, value }) => `空（${key} 为 ${value} 时）`,
  'with-type': ({ expected, type }) => `${expected.text}（类型为 ${type} 时）`,
  'number-with-method': ({ expected, method }) => `${expected.text}（method 为 ${method} 时）`,
  'cluster-column': ({ type }) => `聚类的变量（类型为 ${type} 时）`,
  'cluster-types': ({ types }) => `${types.join('、')} 之一，因为设定了 vcov.cluster`,
  'at-most-columns': ({ most, type }) =>
    `至多 ${most} 个变量${type === undefined ? '' : `（类型为 ${type} 时）`}`,
  'one-clustering': ({ type }) => `至多一个变量（类型为 ${type} 时）`,
  'robust-or-clustered': () => '稳健或聚类的类型，因为使用概率权重',
  'other-weights': ({ type }) => `analytic 或 probability（类型为 ${type} 时）`,
  'types-with-effects': ({ types, effects }) =>
    `${families(types)} 之一（${effects === 'fixed' ? '有固定效应时' : 'effects 为 between 时'}）`,
  'types-with-instruments': ({ types, others }) =>
    `${families(types)} 之一（有工具变量时），因为 ${families(others)} 需要最小二乘的杠杆值`,
  'cluster-with-column': () => 'cluster，因为设定了 weight.cluster',
  uncentred: () => 'false，因为类型为 unadjusted',
  'as-in-formula': ({ value }) => `${JSON.stringify(value)}（与公式一致），或从公式中去掉该选项`,
  'no-level-residuals': () => 'false，因为 system 为 false，没有水平残差',
  'no-sets-with-components': () => '空，因为设定了 pca，其主成分混合了各组',
  'no-nonlinear': ({ because }) => `false，因为设定了${obstacles[because]}`,
  'dynamic-types': ({ types, setting }) =>
    `${types.join(' 或 ')}，因为${setting === 'weights' ? '使用概率权重' : `设定了 ${setting}`}`,
  'only-iterated': () => '其他类型：windmeijer-step 只用于 steps iterated',
  'place-of-group': ({ place }) => places[place],
};
