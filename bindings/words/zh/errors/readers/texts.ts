/** Errors of files of text, in Chinese. */
import { show } from '../../../text/messages.js';
import { spaced, suggested } from '../../text.js';
import type { FileKindId } from '../../../errors/readers/file-kinds.js';
import type { Together } from '../../../vocabulary/errors.js';
import type * as csv from '../../../errors/readers/csv.js';
import type * as encodings from '../../../errors/readers/encodings.js';
import type * as files from '../../../errors/readers/files.js';
import type * as json from '../../../errors/readers/json.js';
import type * as written from '../../../errors/readers/written.js';

const place = (byte: number, line: number) => `第 ${byte + 1} 字节（第 ${line} 行）`;

const hex = (byte: number) => byte.toString(16).padStart(2, '0').toUpperCase();

const setEncoding = (encoding: string) => `请设定 encoding: ${encoding}（--encoding ${encoding}）`;

function remedyOf({ encoding, likely, fixed }: encodings.BadByte): string {
  if (likely === undefined || likely === encoding) {
    return `文件已损坏或采用其他编码，请另存为 UTF-8${fixed ? '' : '，或指定其编码（--encoding）'}`;
  }
  return `很可能是 ${likely}，${fixed ? '请另存为 UTF-8' : setEncoding(likely)}`;
}

const asCsv = '请将表格另存为 CSV';

const unpack = '请先解压';

const fromR = '请在 R 中用 write.csv(d, "d.csv", row.names = FALSE) 保存表格';

const fromStata = '请在 Stata 中用 export delimited using "d.csv" 保存';

const fromPython = '请在 Python 中用 pandas 读取，再用 to_csv 保存';

/** Name of each kind, and how to convert such a file to text. */
const fileKinds: Readonly<Record<FileKindId, readonly [name: string, remedy: string]>> = {
  gzip: ['gzip 文件（.gz、.rds 或 .RData）', `${unpack}；若为 R 数据，${fromR}`],
  'old-excel': [
    '旧版 Excel 或 Office 文件（.xls）',
    '请在 Excel 中另存为 .xlsx，或用 LibreOffice：soffice --headless --convert-to xlsx FILE',
  ],
  stata: ['Stata 文件（.dta）', fromStata],
  parquet: ['Parquet 文件', fromPython],
  'encrypted-parquet': ['加密的 Parquet 文件', fromPython],
  arrow: ['Arrow 或 Feather 文件', fromPython],
  'arrow-stream': ['Arrow 数据流', fromPython],
  feather: ['Feather 文件', fromPython],
  spss: ['SPSS 文件（.sav）', '请在 SPSS 中将表格另存为 CSV'],
  'compressed-spss': ['压缩的 SPSS 文件（.zsav）', '请在 SPSS 中将表格另存为 CSV'],
  sas: ['SAS 文件（.sas7bdat）', '请在 SAS 中将表格另存为 CSV'],
  'sas-transport': ['SAS 传输文件（.xpt）', '请在 SAS 中将表格另存为 CSV'],
  rds: ['R 文件（.rds）', fromR],
  rdata: ['R 文件（.RData）', fromR],
  bzip2: ['bzip2 文件', unpack],
  xz: ['xz 文件', unpack],
  zstd: ['zstd 文件', unpack],
  '7z': ['7z 文件', unpack],
  sqlite: ['SQLite 数据库', asCsv],
  hdf5: ['HDF5 文件', fromPython],
  pdf: ['PDF 文件', asCsv],
  tar: ['tar 文件', unpack],
  excel: ['Excel 工作簿（.xlsx）', '请在 Excel 中将工作表另存为 CSV UTF-8'],
  opendocument: ['OpenDocument 文件（.ods）', asCsv],
  zip: ['zip 文件', unpack],
  markup: ['HTML 或 XML 页面', '请在 Excel 中打开并另存为 CSV'],
};

/** The words of a kind; a format without an entry is called by its name. */
function fileKindWords(id: string): readonly [name: string, remedy: string] {
  return (
    (fileKinds as Partial<Record<string, readonly [string, string]>>)[id] ?? [
      `${id} 格式的文件`,
      asCsv,
    ]
  );
}

function placeText(place: files.FilePlace): string {
  if (place === undefined) return '文件';
  if ('character' in place) return `第 ${place.character} 个字符处的数`;
  if (!('row' in place)) return `第 ${place.column} 列`;
  return place.column === undefined
    ? `第 ${place.row} 行`
    : `变量“${place.column}”第 ${place.row} 行`;
}

const kinds: Readonly<Record<json.JsonKind, string>> = {
  null: ' null',
  list: '列表',
  object: '对象',
  string: '字符串',
  number: '数值',
  boolean: '布尔值',
};

const isMissing = (word: string) => /NaN|Infinity|None/.test(word);

const facts: Readonly<Record<written.FileFact, string>> = {
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

export const textErrors: Together<
  typeof csv | typeof encodings | typeof files | typeof json | typeof written
> = {
  'bad-data/text': ({ found }) => `应为文本或字节，实为 ${show(found)}`,
  'not-text/zero-character': ({ position }) =>
    `应为文本，第 ${position} 个字符为 U+0000；该文件为二进制文件或采用其他编码`,
  'empty-file': () => '应有变量名行和数据行，文件为空',
  'ragged-row': ({ row, expected, found, names, isNote }) => {
    const ofNames =
      names === undefined ? '' : `；若变量名在第 ${names} 行，请设定 header: ${names}`;
    const remedy = isNote ? `；若注释自此开始，请设定 lastRow: ${row - 1} 将其略去` : ofNames;
    return `第 ${row} 行应与变量名行一样有 ${expected} 个单元格，实有 ${found} 个${remedy}`;
  },
  'no-header/line': ({ header, lines }) => {
    const found = header > lines ? `文件只有 ${lines} 行` : '该行为空';
    return `第 ${header} 行应为变量名，${found}；请将 header 设为变量名所在的行`;
  },
  'no-header/numbers': ({ row, numbers }) =>
    `第 ${row} 行应为变量名，实际只有数值（${numbers.join('、')}）；请添加变量名行`,
  'bad-quotes': ({ line, isClosed }) =>
    `第 ${line} 行开始的引号${isClosed ? '结束后还有文本' : '没有结束'}；单元格内的引号请写两次`,
  'bad-cell/declared': ({ column, row, cell, type, examples, code }) => {
    const expected = type === undefined ? '数值' : `${type}，例如 ${examples.join(' 或 ')}`;
    const remedy =
      code === undefined
        ? '请更正该单元格或类型'
        : `与缺失值代码 ${code} 相似；若为缺失值，请设定 missing: [${JSON.stringify(cell)}]`;
    return `变量“${column}”应为${spaced(expected)}，第 ${row} 行为“${cell}”；${remedy}`;
  },
  'too-many-texts': ({ column, texts, characters }) =>
    `变量“${column}”：分块读取的文件中至多有 ${texts} 种不同的文本、共 ${characters} 个字符，实际更多；请声明其数值格式，改用数值编码，或不在模型中使用该变量`,
  'temporary-file': ({ fault }) =>
    `临时文件：应有空间存放模型的变量，但${fault.text}；请将 TMPDIR 设为空间更大的文件夹`,
  'temporary-fault/full': () => '磁盘已满',
  'temporary-fault/shorter': () => '文件比写入的内容短',
  'bad-data/bytes': ({ found }) => `应为字节，实为 ${show(found)}`,
  'file-too-large/text': ({ limit, found }) =>
    `至多应有 ${limit} 字节，实有 ${found} 字节；请只保留所需的行和变量`,
  'not-text/kind': ({ is }) =>
    `应为文本，实为${spaced(fileKindWords(is)[0])}；${fileKindWords(is)[1]}`,
  'not-text/zero-byte': ({ byte, line, likely }) => {
    const remedy =
      likely === undefined
        ? '该文件为二进制文件或已损坏，请将表格另存为 CSV'
        : `很可能是没有字节顺序标记的 ${likely}，${setEncoding(likely)}`;
    return `应为文本，${place(byte, line)}为零字节；${remedy}`;
  },
  'bad-encoding/utf-32': ({ likely }) =>
    `应为 UTF-8 或 UTF-16，实有 ${likely} 的字节顺序标记；请另存为 UTF-8`,
  'bad-encoding/mark': ({ declared, likely }) =>
    `应为 ${declared}，实有 ${likely} 的字节顺序标记；请不要指定编码`,
  'bad-encoding/byte': (detail) => {
    const { byte, line, found, encoding } = detail;
    return `应为 ${encoding}，${place(byte, line)}为 0x${hex(found)}；${remedyOf(detail)}`;
  },
  'bad-encoding/before': ({ encoding, byte }) =>
    `应为 ${encoding}，第 ${byte} 字节之前有不属于该编码的字节；请将文件另存为 UTF-8，或指定其编码（--encoding）`,
  'wrong-format/kind': ({ format, is }) =>
    `应为 ${format}，实为${spaced(fileKindWords(is)[0])}；请不要指定格式`,
  'unknown-encoding': ({ found, meant }) =>
    `应为 utf-8、gb18030、windows-1252 或 utf-16le 之类的名称，实为“${found}”${suggested(meant)}`,
  'file-not-found/data': () => '文件不存在',
  'file-too-large/memory': () => '应为内存能容纳的文件，实际文件更大；请只保留所需的行和变量',
  'unreadable-file/reason': ({ fault }) => `无法读取：${fault.text}`,
  'file-fault/folder': () => '这是一个文件夹',
  'file-fault/device': () => '这是设备或套接字',
  'unreadable-file/server': ({ answer }) => `服务器返回 ${answer}`,
  'unreadable-file/shorter': ({ bytes, present }) =>
    `应有 ${bytes} 字节，读取时实有 ${present} 字节；请在没有程序写入该文件时重新读取`,
  'wrong-format/ending': ({ ending }) =>
    `按文件名应为 ${ending} 文件，或为文本表格，实为一行文本；请检查文件是否完整`,
  'bad-value/format-option': ({ format, key, known }) =>
    `${key} 不是 ${format} 文件的选项，该格式的选项有 ${known.join('、')}；请删去`,
  'missing-package': ({ package: name, fault, all }) => {
    const why = fault === undefined ? '尚未安装' : `无法加载（${fault}）`;
    return `程序包 ${name} ${why}；请运行 npm install ${all.join(' ')}`;
  },
  'file-fault/package': ({ message }) => message,
  'file-fault/damaged': () => '文件已损坏或不完整',
  'sparse-table': ({ perValue, rows, columns, values }) =>
    `每 ${perValue} 个单元格至少应有一个取值，实际 ${rows} 行 ${columns} 列中仅有 ${values} 个取值；请使各行的列相同，或将变量名和取值存为两列`,
  'field-too-long/cell': ({ limit, found, place }) =>
    `单元格至多 ${limit} 个字符，${placeText(place)}中有一个为 ${found} 个字符；请将其缩短，或检查分隔符和引号`,
  'field-too-long/header': ({ limit, row }) =>
    `第 ${row} 行的变量名至多 ${limit} 个字符，实际更多；请检查分隔符和引号`,
  'field-too-long/line': ({ limit }) => `每行至多 ${limit} 字节，实有更长的行；请检查分隔符和引号`,
  'too-many-columns': ({ limit, found, place }) =>
    `至多 ${limit} 列，${placeText(place)}中${found === undefined ? '更多' : `有 ${found} 列`}；请检查分隔符，或只保留所需的变量`,
  'no-header/long': ({ found, place }) =>
    `${placeText(place)}应为变量名，实为 ${found} 个字符的文本；该文件不是表格`,
  'bad-cell/kinds': ({ column, limit, found }) =>
    `变量“${column}”至多有 ${limit} 种缺失值，实有 ${found} 种；含义相同的请使用同一代码`,
  'empty-file/json': () => '应为 JSON，文件为空',
  'bad-json/data': ({ fault }) => `无法按 JSON 读取：${fault.text}`,
  'json-fault/record': ({ line }) => `第 ${line} 行不是完整的记录`,
  'json-fault/incomplete': () => '文件不完整，或缺少或多出逗号、冒号或括号',
  'json-fault/word': ({ line, word }) =>
    `第 ${line} 行有 ${word}${isMissing(word) ? '；缺失值请写 null' : ''}`,
  'json-fault/quote': ({ line }) => `第 ${line} 行有未结束的引号`,
  'json-fault/row': ({ row, kind }) => `第 ${row} 行应为对象，实为${kinds[kind]}`,
  'json-fault/column': ({ column, kind }) => `变量“${column}”应为列表，实为${kinds[kind]}`,
  'json-fault/key': ({ key, row }) => `第 ${row} 行的键“${key}”出现两次；请重命名其中一个`,
  'json-fault/table': ({ kind }) => `应为记录或变量，实为${kinds[kind]}`,
  'empty-data/records': () => '应有记录，实为空列表',
  'empty-data/columns': () => '应有变量，实为空对象',
  'bad-cell/nested': ({ column, row, kind }) =>
    `变量“${column}”的每个单元格应为单个取值，第 ${row} 行为${kinds[kind]}；请在记录中为其各部分分别设键`,
  'column-length/table': ({ column, twice, values, rows }) =>
    `变量“${column}”${twice ? '出现两次' : `有 ${values} 个取值`}，应为一列，共 ${rows} 个取值`,
  'bad-cell/type': ({ column, row, type, found }) =>
    `变量“${column}”的取值类型必须为 ${type}，第 ${row} 行为 ${found}`,
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
