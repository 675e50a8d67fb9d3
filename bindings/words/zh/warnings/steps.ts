/** Warnings about the steps that build columns, in Chinese. */
import type { StepWarnings, Undefined } from '../../details/steps.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

const undefinedWords: Readonly<Record<Undefined, string>> = {
  log: '对零或负数取对数',
  root: '对负数开平方',
  division: '除以零',
  power: '负数的非整数次幂',
  range: '超出双精度的范围',
};

export const stepWarnings: Sentences<StepWarnings> = {
  'undefined-cells': ({ column, cells, cause, row }) =>
    `build.${column}：${cells}个单元格因${undefinedWords[cause]}而缺失，第一个在第${row}行`,
  'unmatched-rows': ({ file, unmatched, rows, columns, keys, alike }) => {
    const spelling =
      alike === undefined
        ? ''
        : `；文件把${alike[0]}写作${alike[1]}，前导零、空格、大小写或相似的字符有所不同`;
    return `合并${file}：${rows}行中有${unmatched}行没有匹配，因而缺少${listed(columns)}；最先的键：${keys.join('；')}${spelling}`;
  },
  'different-labels': ({ file, column, code, here, there }) =>
    `合并${file}："${column}"的${code}在数据中的标签是${here}，在文件中是${there}；各行按数字匹配`,
  'reshape-leading-zeros': ({ path, key, column, number }) =>
    `${path}：{${key}}略去前导零，${column}变为${number}；要保留，请设text: true`,
  'reshape-other-columns': ({ path, key, columns }) =>
    `${path}：${listed(columns)}符合模式，但{${key}}处不是整数，因此每行重复其值；text: true接受任何文本`,
};
