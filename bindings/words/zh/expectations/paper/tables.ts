/** What a table of a paper may hold, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/paper/tables.js';

export const tables: Retold<typeof english> = {
  'list-of-results': () => '至少含一个结果的列表',
  'paper-table': () => 'regressionTable 返回的表',
  'inside-columns': ({ n }) => `位于其 ${n} 列之内的单元格和表头`,
  label: () => '不含空格、花括号和 \\ % # ~ ^ 的标签',
  'quarto-label': () => 'Quarto 允许的字母、数字和 . : _ -',
  'number-from-one': () => '不小于 1 的数',
  decimals: () => '0 到 15 的小数位数，或 {significant: n}',
  'decimals-of-parts': () =>
    '0 到 15 的小数位数，或 {significant: n}，或分别为 estimate、error 和 stats 给出',
  'star-levels': () => '按星号给出的显著性水平，或 false',
  'level-of-star': ({ level }) => `每种星号为${level.text}`,
  'different-levels': () => '每种星号各不相同的 p 值',
  'list-of-headings': ({ words }) =>
    `表头或 {head, model, part, of, vcov} 的列表，其中 part 为 ${words.join('、')}`,
  'covariance-or-list': () => '协方差，例如 HC3 或 cluster:id，或每列一个协方差（或 null）的列表',
  'list-of-panels': () => '{title, models: [模型编号]} 的列表',
  'one-table-of-png': () => '可含多个表格的格式，因为一张图片只有一个表格',
  'table-color': () => '形如#b00000的颜色',
  'font-family': () => '由字母、数字、空格和连字符组成的字体名',
  points: () => '4到30之间的磅值',
  'style-rules': () => '{rows, columns, when, bold, italic, color, fill} 的列表',
  'headings-by-text': () => '按标题文字给出行名、{before: 行} 或 {after: 行}',
  'factors-by-label': () => '因子的名称，或按标签给出的名称列表',
  'flag-or-terms': () => 'true、false或项的列表',
  'list-of-spans': () => '{head, over: [列]} 的列表',
  'labels-or-null': () => '按变量给出的标签或 null',
  'names-by-label': () => '按标签给出的名称列表',
  'list-of-templates': () => '模板列表，例如“{estimate}{stars}”',
  'list-among': ({ words }) => `由 ${words.join('、')} 组成的列表`,
  'rows-by-label': () =>
    '按标签给出的 true、false、每列一个单元格的列表，或 {cells, after, before, position}',
  'cell-per-column': () => '每列一个单元格的列表',
  'digits-by-row': () => '按行名给出的小数位数',
  'cells-for-columns': ({ n }) => `${n} 个单元格，每列一个`,
  'models-up-to': ({ n }) => `1 到 ${n} 的模型`,
  'headings-for-models': ({ n }) => `${n} 个表头，每个模型一个`,
  'number-of-model': () => '模型的编号',
  'covariances-for-columns': ({ n }) => `${n} 个协方差，每列一个`,
  'columns-up-to': ({ n }) => `1 到 ${n} 的列`,
  'separate-headings': () => '位于不同列之上的表头',
  'statistics-without-units': () =>
    '不需要个体的统计量，因为该描述统计没有个体（--unit，或研究中的 panel）',
  'tests-by-name': () => '按名称给出的检验，例如结果的 tests 中的检验',
  'instrumented-model': () => '有工具变量的模型（iv 或 gmm）',
  'endogenous-among': ({ words }) => `内生变量（${words.join('、')}）`,
  'tables-by-id': () => '按标识符给出的表',
};
