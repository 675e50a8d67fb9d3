/** Warnings about data in Chinese, by their codes. */
/** A sentence; or the form of the English message, a sentence with its names and numbers, and one for other forms. */
export type Sentence = string | readonly [form: RegExp, detailed: string, general: string];

/** A sentence that starts with the column that the English message names. */
const column = (general: string): Sentence => [
  /^.*?\bcolumns? ("(?:[^"\\]|\\.)*"(?:, (?:and )?"(?:[^"\\]|\\.)*")*).*$/s,
  `列$1：${general}`,
  general,
];

export const chineseDataWarnings: Readonly<Record<string, Sentence>> = {
  'integers-as-text': column('整数超出双精度的精确范围，按文本读取'),
  'rounded-integers': column('超出双精度精确范围的整数已舍入'),
  'number-out-of-range': column('有超出双精度范围的数，按文本读取'),
  'leading-zeros': column('同一个数有前导零与没有前导零两种写法'),
  'repeated-number': column('作为代码使用，而同一个数有两种写法'),
  'operator-like-name': [
    /^(.+) is (?:read as|computed from) .*$/s,
    '$1既可以是列名，也可以是运算符',
    '有的列名与运算符相同',
  ],
  'replacement-character': column('有无法读取的字符'),
  'doubtful-encoding': '文件可能是UTF-8编码，而不是所指定的编码',
  'rows-without-group': '部分观测没有分组变量的值',
  'rows-without-key': '部分观测没有个体或时间',
  'irregular-times': '面板的时间间隔不规则',
  'period-numbers': column('以数字表示的月份、季度或日期跨年时不连续，滞后项会缺失'),
  'missing-codes': [
    /^([\d,]+) cells? with (".*?") in columns? (.+) (?:is|are) missing$/,
    '列$3中有$1个单元格为$2，按缺失值处理',
    '表示缺失的文字按缺失值处理',
  ],
  'not-a-number': column('有的单元格不是数，按文本读取'),
  'mixed-decimal-signs': column('数中有点，而同一文件的其他列以逗号为小数点，按文本读取'),
  'decimal-comma': column('逗号按小数点读取'),
  'spaces-in-text': column('有的文本只相差首尾空格'),
  'look-alike-texts': column('有的文本看起来相同，但字符不同'),
  'look-alike-names': column('列名看起来相同，但字符不同'),
  'duplicate-names': '有的列名重复，已改名',
  'blank-names': '有的列没有名称，已命名',
  'title-line': '第一行像标题，而不是列名',
  'trailing-delimiters': '行末有多余的分隔符',
  'mixed-column': column('单元格的类型不一致'),
  'other-sheets': '工作簿有几张工作表，只读取了第一张',
  'empty-rows': '工作表中有空行',
  'merged-cells': '数据中有合并的单元格',
  'uncomputed-formulas': '工作簿中有未计算的公式',
  'cell-errors': column('有错误值，按缺失值处理'),
  'column-left-out': column('其值无法读入，已略去'),
  'undefined-cells': column('有的值无法计算（如零的对数），按缺失值处理'),
  'reshape-leading-zeros': '列名中的数有前导零',
  'reshape-other-columns': '有的列名与模式相近但不含整数，未转换',
  'unmatched-rows': '部分观测在合并的文件中没有对应的行',
  'different-labels': column('两个文件的值标签不同'),
  'unknown-label': '有的标签不对应任何变量',
};
