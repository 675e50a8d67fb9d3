/** Errors of binary files and of SQL, in Chinese. */
import { listed } from '../../text.js';
import type { SheetName } from '../../../text/sheet-names.js';
import type { Together } from '../../../vocabulary/errors.js';
import type * as arrow from '../../../errors/readers/arrow.js';
import type * as dta from '../../../errors/readers/dta.js';
import type * as packed from '../../../errors/readers/packed.js';
import type * as parquet from '../../../errors/readers/parquet.js';
import type * as sql from '../../../errors/readers/sql.js';
import type * as xlsx from '../../../errors/readers/xlsx.js';

const arrowParts: Readonly<Record<arrow.ArrowPart, string>> = {
  metadata: '元数据',
  body: '消息体',
  footer: '文件尾',
  tables: '表',
};

const dtaParts: Readonly<
  Record<Exclude<dta.DtaPart, dta.DtaTag | { readonly rows: number }>, string>
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

const partText = (part: dta.DtaPart): string => {
  if (typeof part === 'object') return `${part.rows} 行数据`;
  return part in dtaParts ? dtaParts[part as keyof typeof dtaParts] : part;
};

function pageWords(page: parquet.PageFault): readonly [expected: string, found: string] {
  switch (page.of) {
    case 'page':
      return [`数据页至多应有 ${page.most} 字节`, bytes(page.found)];
    case 'unpacked':
      return [`解压后的数据页至多应有 ${page.most} 字节`, bytes(page.found)];
    case 'all':
      return [`${page.rows} 行的所有数据页至多应有 ${page.most} 字节`, bytes(page.found)];
    case 'values':
      return [
        `数据页至多应有 ${page.most} 个取值`,
        `实有 ${page.found} 个，其中 ${page.nulls} 个缺失`,
      ];
    case 'levels':
      return [`应有 ${page.values} 个取值的层级`, `实有 ${page.found} 个`];
    case 'runs':
      return [`游程至多应有 ${page.values} 个取值`, `实有 ${page.found} 个`];
    case 'dictionary':
      return [`应为 ${page.values} 个取值的字典中的位置`, `实为 ${page.found}`];
    case 'end':
      return [`数据页应在 ${page.most} 字节之内`, `实际结束于第 ${page.found} 字节`];
    case 'kind':
      return ['应为取值的数据页', `实为${page.found ?? '未知类型'}的数据页`];
  }
}

const bytes = (found: number | undefined) =>
  found === undefined ? '未写明大小' : `实有 ${found} 字节`;

const sheetNames = (sheets: readonly SheetName[]) =>
  listed(sheets.map(({ name, hidden }) => `“${name}”${hidden ? '（隐藏）' : ''}`));

export const binaryErrors: Together<
  typeof arrow | typeof dta | typeof packed | typeof parquet | typeof sql | typeof xlsx
> = {
  'unreadable-arrow': ({ fault }) => `无法按 Arrow 读取：${fault.text}`,
  'arrow-fault/texts': ({ column, row }) =>
    `变量“${column}”的文本应按顺序存放，第 ${row} 行的文本位置不符`,
  'arrow-fault/rows': ({ column, most, found }) =>
    `变量“${column}”按其字节至多应有 ${most} 行，实有 ${found} 行`,
  'arrow-fault/more': ({ byte, more }) =>
    `数据流应在第 ${byte} 字节处结束，从第 ${more} 字节起仍有内容`,
  'arrow-fault/long': ({ part, length, byte, left }) =>
    `第 ${byte} 字节处的${arrowParts[part]}至多应有 ${left} 字节，实有 ${length} 字节`,
  'arrow-fault/footer': ({ byte }) => `应有文件尾，文件却在第 ${byte} 字节处结束`,
  'arrow-fault/block': ({ byte, rows }) =>
    `文件尾所指的第 ${byte} 字节处应为${rows ? '一批行' : '字典'}，实非如此`,
  'arrow-fault/message': ({ byte, kind }) =>
    `第 ${byte} 字节处应为表格的消息，实为第 ${kind} 类消息`,
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
  'file-too-large/gzip': ({ ratio, packed: bytes, bounded, limit }) =>
    `内容至多为 gzip 文件 ${bytes} 字节的 ${ratio} 倍${bounded ? `，且至多 ${limit} 字节` : ''}，实际更多；若内容确如预期，请先解压`,
  'unreadable-gzip': ({ fault }) =>
    `无法按 gzip 读取：${fault.text}；文件已损坏或不完整，请重新复制`,
  'gzip-fault/checksum': () => '某一成员的校验和不符',
  'gzip-fault/header': ({ most }) => `文件头超过 ${most} 字节`,
  'gzip-fault/end': ({ byte }) => `在第 ${byte} 字节处结束`,
  'packed-fault/size': ({ most, found }) => `解压后至多应有 ${most} 字节，实有 ${found} 字节`,
  'zip-fault/end': () => '文件不完整或不是 zip 文件',
  'zip-fault/directory': () => '其目录已损坏',
  'zip-fault/size': ({ ratio, bytes, free, found }) =>
    `解压后至多应为压缩包 ${bytes} 字节的 ${ratio} 倍，或 ${free} 字节，实有 ${found} 字节`,
  'zip-fault/member-size': ({ path, bytes, most }) =>
    `${path} 有 ${bytes} 字节，至多能读取 ${most} 字节`,
  'zip-fault/member': ({ path }) => `${path} 已损坏`,
  'zip-fault/method': ({ path, method }) => `${path} 采用未知的压缩方法（${method}）`,
  'unreadable-parquet': ({ fault }) => `无法按 Parquet 读取：${fault.text}`,
  'unreadable-parquet/cells': ({ column, expected, found }) =>
    `变量“${column}”应有 ${expected} 个单元格，实有 ${found} 个；文件已损坏`,
  'parquet-fault/end': ({ byte }) => `文件在第 ${byte} 字节处结束`,
  'parquet-fault/pages': ({ column }) => `变量“${column}”的数据页在文件的每个行组中应各出现一次`,
  'parquet-fault/rows': ({ expected, most, found }) =>
    `应有 ${expected} 行，至多 ${most} 行，各行组中实有 ${found} 行`,
  'parquet-fault/bytes': ({ most, found }) => `所有列合计至多应有 ${most} 字节，实有 ${found} 字节`,
  'parquet-fault/column': ({ column }) => `每个行组中应为模式中的列，实有“${column}”`,
  'parquet-fault/page': ({ column, byte, page }) => {
    const [expected, found] = pageWords(page);
    return `变量“${column}”第 ${byte} 字节：${expected}，${found}`;
  },
  'bad-sql': ({ fault }) => fault.text,
  'sql-fault/folder': ({ folder, denied }) =>
    `文件应在 ${folder} 之下，实有 ${denied}；请指定包含查询中所有文件的文件夹`,
  'sql-fault/parser': ({ message }) => `语法错误：${message}`,
  'sql-fault/statements': ({ found }) => `应为一条 SELECT 语句，实有 ${found} 条语句`,
  'sql-fault/select': () => '应为 SELECT 语句，实为更改数据或设置的语句',
  'sql-fault/depth': ({ most }) => `表达式和查询至多嵌套 ${most} 层，实际更多；请缩短查询`,
  'sql-fault/function': ({ readers, found }) =>
    `应为文件中的表（${listed(readers)} 等），实为函数 ${found}`,
  'sql-fault/argument': ({ of }) => `${of} 的参数应为引号中的文件名，实为其他内容`,
  'sql-fault/quotes': ({ file }) => `文件名应写在单引号中，实际 ${file} 为其他写法`,
  'file-not-writable/temporary': ({ file }) =>
    `应有可写入文件的临时文件夹，实为 ${file}；请设定 TMPDIR`,
  'unreadable-xlsx': ({ fault }) => `无法按工作簿读取：${fault.text}`,
  'xlsx-fault/member': ({ path }) => `其中没有 ${path}`,
  'xlsx-fault/sheets': () => '其中没有含单元格的工作表',
  'xlsx-fault/binary': () => '这是二进制工作簿（.xlsb）；请另存为 .xlsx',
  'xlsx-fault/merged': ({ cells, values }) =>
    `合并区域有超过 ${cells} 个单元格，而取值只有 ${values} 个；请不要设定 fillMerged，或取消合并`,
  'xlsx-fault/reference': ({ path, of, found }) =>
    `${path} 已损坏：其中有${of === 'row' ? '行' : '单元格'} ${found}`,
  'xlsx-fault/cell': ({ cell, type, value }) =>
    `单元格 ${cell} 已损坏（类型 ${type}，取值 ${value}）`,
  'unknown-sheet': ({ sheet, of }) =>
    `没有工作表 ${JSON.stringify(sheet)}；现有工作表为 ${sheetNames(of)}`,
  'empty-file/sheets': ({ sheets }) => `应有含单元格的可见工作表，实有 ${sheetNames(sheets)}`,
  'no-rows': ({ sheet, row }) =>
    `工作表“${sheet}”从第 ${row} 行起应有变量名和数据行，实际没有单元格`,
  'bad-range': ({ range }) => `应为 A3:H34 或 A:H 之类的区域，实为“${range}”`,
  'bad-row': ({ header, lastRow }) =>
    `${header === undefined ? 'lastRow' : 'header'} 应为从 1 起的行号，实为 ${header ?? lastRow}`,
};
