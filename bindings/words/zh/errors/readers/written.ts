/** What a data file does not store of a table, in Chinese. */
import type * as english from '../../../errors/readers/written.js';
import type { Retold } from '../../../told.js';

const facts: Readonly<Record<english.FileFact, string>> = {
  'csv-labels': 'CSV 不能保存变量标签',
  'csv-value-labels': 'CSV 不能保存取值标签',
  'csv-kinds': 'CSV 不区分缺失值的种类，缺失值写为空单元格',
  'csv-nan': 'NaN 读回时为缺失值',
  bytes: '字节写为十六进制数字',
  'csv-periods': '声明类型后时期才会读回为日期',
  'csv-undated': '历法中不存在的日期写为自1960年起的期数',
  'csv-digits': '数值按最短的写法写出（3.10 写为 3.1）；要保留编码的原文，请将类型声明为 text',
  'csv-typed': '文本看似数值、日期或缺失值，请将类型声明为 text',
  'csv-commas': '文本中有小数逗号，其他变量的小数点读回时会变为文本；请声明类型',
  'csv-empty': '空文本读回时为缺失值',
  'csv-lines': '文本中的换行读回时为换行符 LF',
  'csv-characters': '文本含有任何CSV读取程序都不接受的字符，例如 U+0000 或单独的代理项',
  'csv-last-rows': '只有一个变量时，末尾的空行不会读回',
  'csv-formulas': '以 =、+、- 或 @ 开头的文本会被电子表格当作公式运行',
  'csv-names': '变量名为空、为数值或含有特殊字符，读回时会改变',
  'csv-run-names': '电子表格会把变量名当作公式运行',
  'csv-unchanged': '没有以公式形式开头的文本或变量名，未作改动',
  'dta-boolean': 'Stata 没有布尔值，写为1和0',
  'dta-nan': 'Stata 没有 NaN，写为缺失值',
  'dta-kinds': 'Stata 没有这些种类的缺失值，写为“.”',
  'dta-missing-text': 'Stata 没有缺失的文本，写为空文本',
  'dta-integers': 'Stata 没有这样的整数，写为文本',
  'dta-labels': 'Stata 只给整数加标签，其他取值标签已略去',
  'long-integers': '超过64位的整数写为文本',
  'mixed-bytes': '文本中的字节写为十六进制数字',
  fractions: '不足一天或一毫秒的部分已舍去',
};

export const written: Retold<typeof english> = {
  'file-note/columns': ({ fact, names }) => {
    const [first, ...others] = names;
    if (first === undefined) return facts[fact];
    const count = others.length === 0 ? '' : `等${others.length + 1}个变量`;
    return `${facts[fact]}：变量“${first}”${count}`;
  },
  'file-note/protected': ({ count }) =>
    `${count}个会被电子表格当作公式运行的文本和变量名现以撇号开头，读取时会还原`,
  'file-note/renamed': ({ column, name }) => `变量“${column}”改名为 ${name}`,
  'file-note/label': ({ of, most }) =>
    `${of === 'the data' ? '数据' : `变量“${of}”`}的标签截至${most}个字符`,
};
