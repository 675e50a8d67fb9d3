/** Errors of Stata files, in Chinese. */
import type * as english from '../../../errors/readers/dta.js';
import type { Retold } from '../../../told.js';

const parts: Readonly<
  Record<Exclude<english.DtaPart, english.DtaTag | { readonly rows: number }>, string>
> = {
  release: '版本号',
  'byte-order': '字节顺序',
  'file-type': '文件类型',
  'number-of-variables': '变量个数',
  'number-of-rows': '行数',
  'data-label': '数据标签',
  'time-stamp': '时间戳',
  names: '变量名',
  'sort-order': '排序顺序',
  'display-formats': '显示格式',
  'names-of-value-labels': '值标签名称',
  'labels-of-variables': '变量标签',
  'types-of-variables': '变量类型',
  characteristics: '特征',
  length: '长度',
  label: '标签',
  map: '映射表',
  strl: 'strL',
  'value-labels': '值标签',
};

const partText = (part: english.DtaPart): string => {
  if (typeof part === 'object') return `${part.rows} 行数据`;
  return part in parts ? parts[part as keyof typeof parts] : part;
};

export const dta: Retold<typeof english> = {
  'unreadable-dta': ({ fault }) => fault.text,
  'not-writable/dta': ({ fault }) => `${fault.text}；请选择其他格式`,
  'dta-truncated': ({ bytes, part, byte, left }) =>
    `从第 ${byte} 字节起应有 ${bytes} 字节的${partText(part)}，距文件末尾实有 ${left} 字节`,
  'dta-damaged/tag': ({ tag, byte }) => `第 ${byte} 字节处应为 ${tag}`,
  'dta-damaged/byte-order': ({ found }) => `第 1 字节处的字节顺序应为 1 或 2，实为 ${found}`,
  'dta-damaged/order-letters': ({ byte }) => `第 ${byte} 字节处应为 LSF 或 MSF`,
  'dta-damaged/count': ({ of, found }) =>
    `应为${of === 'rows' ? '行数' : '变量个数'}，实为 ${found}`,
  'dta-damaged/type': ({ variable, byte, found }) =>
    `第 ${byte} 字节处应为第 ${variable} 个变量的类型，实为 ${found}`,
  'dta-damaged/strl': ({ binary, text, byte, found }) =>
    `第 ${byte} 字节处的 strL 类型应为 ${binary} 或 ${text}，实为 ${found}`,
  'dta-damaged/reference': ({ column, row, variable, other, byte }) =>
    `变量“${column}”第 ${row} 行：第 ${byte} 字节所指的 strL（变量 ${variable}，行 ${other}）不存在`,
  'dta-damaged/labels': ({ bytes, byte, labels, text }) =>
    `第 ${byte} 字节处应有 ${bytes} 字节的值标签，实有 ${labels} 个标签和 ${text} 字节的文本`,
  'dta-damaged/label-offset': ({ bytes, found }) =>
    `值标签的文本应在 ${bytes} 字节之内，实际偏移量为 ${found}`,
  'dta-release': ({ release, first, last }) =>
    `不能读取该格式的第 ${release} 版，只能读取第 ${first} 至 ${last} 版；请在 Stata 中用 saveold 保存数据`,
  'dta-unknown-variable': ({ variable }) => `文件中没有变量“${variable}”`,
  'dta-not-stata': () => '应为 Stata 数据文件，开头实为其他字节',
  'dta-text/bytes': ({ byte, encoding }) =>
    `从第 ${byte} 字节起的文本不是 ${encoding}；请指定其编码`,
  'dta-text/encoding': ({ encoding }) => `未知的编码“${encoding}”；请指定 gb18030 之类的编码`,
  'dta-not-writable/label': ({ column, key }) =>
    `变量“${column}”：Stata 只为整数和缺失值设标签，实有 ${key} 的标签`,
  'dta-not-writable/number': ({ column, row, found }) =>
    `变量“${column}”第 ${row} 行：Stata 不能存储 ${found}`,
  'dta-not-writable/text': ({ column, row }) =>
    `变量“${column}”第 ${row} 行：Stata 不能存储含 NUL 的文本`,
  'dta-not-writable/columns': ({ most, found }) => `至多 ${most} 个变量，实有 ${found} 个`,
};
