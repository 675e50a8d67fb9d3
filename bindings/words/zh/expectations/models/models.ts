/** What the keys of models may hold, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/models/models.js';

const addPanel = '请加 --unit 与 --time，或在模型中写 panel: {unit, time}';
const nouns = {
  variable: '变量',
  column: '变量名',
  instrument: '工具变量',
  value: '取值',
} as const;

export const models: Retold<typeof english> = {
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
};
