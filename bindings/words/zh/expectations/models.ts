/** Expectations of models, in Chinese. */
import type { Together } from '../../vocabulary/errors.js';
import type * as indices from '../../expectations/models/indices.js';
import type * as models from '../../expectations/models/models.js';
import type * as rules from '../../expectations/models/rules.js';
import type * as steps from '../../expectations/models/steps.js';

const addPanel = '请加 --unit 与 --time，或在模型中写 panel: {unit, time}';

const nouns = {
  variable: '变量',
  column: '变量名',
  instrument: '工具变量',
  value: '取值',
} as const;

const families = (all: readonly rules.CovarianceFamily[]) =>
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

export const modelExpectations: Together<
  typeof indices | typeof models | typeof rules | typeof steps
> = {
  'signed-columns': () => '带 + 或 - 的变量，例如 {income: +, deaths: -}',
  'names-of-columns': () => '变量名',
  normalisations: () => 'minmax、zscore、vector、target 或 base:时期',
  'number-for-each': () => '每个变量一个数值，例如 {income: 100}',
  numbers: () => '数值',
  'weights-or-method': ({ words }) => `按变量次序的数值，或 ${words.join('、')} 之一`,
  'numbers-in-order': () => '按变量次序的数值',
  'kept-components': () => 'eigenvalue>=1、share:0.85、n:2 或 parallel',
  'of-method': ({ methods }) => `方法 ${methods.join('、')}`,
  'parallel-of-correlations': () => '相关矩阵的 parallel',
  'at-most-components': ({ most }) => `n 不大于变量个数 ${most}`,
  'name-of-new-column': () => '新变量的名称',
  'index-of-rows': ({ rows }) => `${rows} 行的指数`,
  'value-in-each-row': ({ column }) => `“${column}”在每一行都有取值`,
  'missing-value': () => '有缺失值',
  'two-or-more-columns': () => '两个或更多变量',
  'direction-for-each': ({ column }) => `每个变量的方向，例如 {${column}: +}`,
  'base-or-groups': () => 'base:时期 与 rescaleBy 二者之一',
  'rule-with-directions': ({ column }) =>
    `minmax、zscore 或 target，因为“${column}”的方向为 -，而 vector 不分方向`,
  'periods-for-base': () => 'base 所用的时期变量',
  'base-period': ({ periods }) => `base: 加 ${periods.join('、')} 之一`,
  'rows-in-each-group': () => '每组两行或更多',
  'one-row-in': ({ group }) => `${group} 中只有 1 行`,
  'rule-for-variation': () => 'minmax 或 target，或对 cv 用 values: raw',
  'number-of-each': ({ count }) => `${count} 个数值，每个变量一个`,
  'numbers-at-least-zero': () => '不小于 0 的数值',
  'numbers-to-one': () => '总和为 1 的数值',
  'sum-of': ({ sum }) => `总和为 ${sum}`,
  'periods-for-logarithm': () => 'ln-periods 所用的时期变量',
  'several-periods': () => '有两个或更多时期的变量，供 ln-periods 使用',
  'model-of': ({ estimator }) => `${estimator} 的模型`,
  'formula-or-options': () => "公式，或选项，例如 { formula: 'y ~ x' }",
  'column-name': () => '变量名',
  'column-by-option': ({ option }) => `变量名（命令行中为 ${option}）`,
  'panel-keys': () => `{unit, time}，即个体与时期的变量（${addPanel}）`,
  'panel-with-effects': ({ effects }) =>
    `{unit, time}，因为设定了 effects ${effects}（${addPanel}）`,
  'order-column': ({ type }) => `决定各行次序的变量，${type} 需要它（--order；或${addPanel}）`,
  'at-least-one': ({ of }) => `至少一个${nouns[of]}`,
  'list-with': ({ of }) => `列表，其元素为${of.text}`,
  'differing-values': () => '互不相同的取值',
  'formula-such': () => '公式，例如 n ~ L.n + w',
  formula: () => '公式',
  'row-filter-such': () => '行的筛选条件，例如 year >= 1978',
  'one-sample-key': () => 'samples、split、fsplit 中的一个',
  'split-column': () => '数值，或不含引号的文本；其他样本请用 samples 命名',
  'labels-of-model': () => '按名称给出的标签',
  'name-of-model': () => '模型的名称',
  address: () => '网址',
  term: () => '变量，例如 n 或 L1.n',
  'term-of-formula': () => '公式的一项，例如 log(w) 或 L.k',
  instrument: () => '公式中的工具变量',
  coefficient: () => '系数',
  variable: () => '变量',
  'keyed-lists': ({ keys }) => `由 {${keys.join(', ')}} 组成的列表`,
  'groups-or-roles': () => '由 {vars, lags} 组成的列表，或 roles',
  'pair-of-lags': () => '一对整数 [a, b]（a <= b），或 [a, null]（从 a 起的全部滞后）',
  'number-of-components': () => 'true、false 或不小于 1 的整数',
  'name-of-group': () => '组的名称',
  'number-of-lags': () => '不小于 0 的滞后阶数，或 auto',
  'last-lags': () => '整数（null 为最深的滞后），或每组各一个列表',
  'roles-by-variable': () => '按变量给出的外生性',
  'pair-of-shares': () => '0 到 1 之间的一对数 [low, high]',
  'set-of-terms': () => '以文本或列表给出的项，null 表示没有',
  'each-term-once': () => '每项只出现一次',
  'filter-or-all': () => '行的筛选条件，例如 "year >= 2018"，null 表示全部行',
  'filters-by-name': () => '按名称给出的筛选条件，例如 {all: null, late: "year >= 2018"}',
  covariances: () => '类型（例如 HC1）或 vcov 的键',
  outcomes: () => '被解释变量',
  methods: () => '估计方法',
  'sets-of-instruments': () => '工具变量的集合',
  'sets-of-controls': () => 'all，或控制变量集合的列表，例如 [[], [x, z]]',
  statistics: () =>
    'params、hansen、diffHansen、ar、firstStageF、andersonRubin，或表达式，例如 w/(1-L1.n)',
  'cluster-scheme': () => 'cluster，因为 dpd 的矩是各个体之和，抽取时个体不可拆分',
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
  query: () => '查询',
  'column-or-list': () => '变量名或变量名列表',
  'new-names': () => '按文件中的名称给出的新名称，例如 {gdp: gdp_us}',
  'file-and-on': () => '文件与 on，例如 {file: prices.csv, on: year}',
  pattern: () => '名称的样式，例如 gdp{year}',
  'patterns-by-name': () => '按新变量的名称给出的样式，例如 {gdp: "gdp{year}"}',
  'long-or-wide': () => 'long、wide、groups、layout 之一',
  expression: () => '表达式，例如 log(x)',
  places: ({ words }) => `${words.join('、')}，或从小到大的数值`,
  'steps-by-name': () => '按新变量的名称给出的表达式、划分与指数，例如 {lnx: log(x)}',
};
