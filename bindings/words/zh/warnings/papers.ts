/** Warnings about tables, figures, studies and labels, in Chinese. */
import type { LabelWarnings, PaperWarnings } from '../../details/papers.js';
import type { Sentences } from '../../warning.js';
import { contentsText, signed } from '../contents.js';
import { listed, quoted } from '../text.js';

export const paperWarnings: Sentences<PaperWarnings> = {
  'not-checked': (detail) => {
    const table = `表${detail.table}`;
    switch (detail.of) {
      case 'table': {
        return `${table}没有可核查的内容：${contentsText(detail)}；请在注释中说明括号内的数，或写成长格式`;
      }
      case 'statistics': {
        const meant = detail.near === undefined ? '' : `（是否指“${detail.near}”？）`;
        return `${table}：没有规则核查统计量${quoted(detail.names)}${meant}`;
      }
      case 'enclosed':
        return `${table}没有说明${signed(detail.kind)}是标准误、t还是p，未被核查；请在注释中说明`;
      case 'number': {
        const row = detail.row === undefined ? '' : `${detail.row}的`;
        return `${table}第${detail.column}列：${row}${detail.name}“${detail.text}”不是数，未被核查`;
      }
    }
  },
  'default-left-out': ({ model, estimator, keys }) =>
    `${model}：${estimator}没有默认设置中的${keys.length}个选项，已略去：${keys.join('；')}`,
  'table-too-wide': ({ columns, style, most }) =>
    `表格有${columns}列，超出样式${style}一页的宽度（${most}列）；请拆分表格`,
  'stars-without-legend': ({ marks }) =>
    `注释没有说明${marks.join('、')}的含义；请在notes中加入auto`,
  'errors-unnamed': () => '注释没有说明标准误的类型；请在notes中加入auto',
  'samples-differ': ({ columns, nobs }) =>
    `列${columns[0]}与列${columns[1]}嵌套，但观测数分别为${nobs[0]}和${nobs[1]}；请都用较小样本估计`,
  'stars-lost-in-bootstrap': ({ column, terms }) =>
    `列${column}：按自助法p值，${terms.join('、')}会失去星号`,
  'tiny-coefficients': ({ column, terms }) =>
    `列${column}：${terms.join('、')}的系数或标准误按表中的小数位数会印成零，因此改用有效数字；请把变量换成更大的单位`,
  'external-p': ({ terms }) =>
    `以下其他程序的系数无法得出 p 值，因此没有星号：${terms.slice(0, 5).join('、')}${terms.length > 5 ? ` 等 ${terms.length} 个` : ''}；请添加 p 列或统计量 dfResid`,
  'external-columns': ({ columns }) =>
    `没有使用其他程序的列 ${columns.slice(0, 5).join('、')}${columns.length > 5 ? ` 等 ${columns.length} 列` : ''}`,
  'no-interval': ({ terms, of }) =>
    of === 'steps'
      ? `${listed(terms)}没有置信区间，只画出估计值`
      : `${listed(terms)}在某个模型中没有置信区间，只画出估计值`,
  'no-band': () => '这些系数的协方差矩阵奇异，没有同时置信带',
  'leverage-of-one': ({ rows }) => `${rows}行的杠杆值为1，没有标准化残差，未画出`,
  'without-estimate': (detail) => {
    const { failed } = detail;
    if (detail.of === 'units') return `去掉其中${failed}个个体时无法估计模型`;
    return detail.of === 'windows'
      ? `${detail.windows}个滞后窗口中有${failed}个无法估计或没有Hansen检验`
      : `${failed}个设定无法估计，未画出`;
  },
};

export const labelWarnings: Sentences<LabelWarnings> = {
  'unknown-label': ({ name }) => `labels：没有名为“${name}”的变量`,
};
